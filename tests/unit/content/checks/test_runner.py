"""The rules run by what they say of themselves."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.content import checks, loader
from course.content.checks import runner
from course.content.checks.rule import RULES
from course.errors import ContentError
from tests.unit.content.course_edits import TODAY, change

NEW = '''
"""Rules of a file that nothing names."""

from course.content.checks.rule import rule, same_rule
from course.content.checks.scope import COURSE, PAGE


@rule("F99", "No page is about a lake", why="It is deep.", scope=PAGE, stops=True, bad="", good="")
def check_lakes(page):
    if "lake" in page.it.title:
        yield page.problem("This page is about a lake.", "Leave it out.", "title")


@same_rule("F99", scope=COURSE)
def check_name(draft):
    if draft.course.text("id") == "lake":
        yield draft.course.problem(("id",), "This course is about a lake.", "Leave it out.")
'''


@pytest.fixture
def new_family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A file of rules beside those that ship."""
    folder = tmp_path / "checks"
    folder.mkdir()
    (folder / "lakes.py").write_text(NEW, encoding="utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(folder)])
    runner.rules.cache_clear()
    yield
    RULES.pop("F99", None)
    sys.modules.pop("course.content.checks.lakes", None)
    runner.rules.cache_clear()


@pytest.mark.usefixtures("new_family")
def test_a_rule_runs_because_its_file_is_there(sound: Path) -> None:
    (problem,) = loader.findings(sound, TODAY)
    assert f"{problem.code} {problem}" == (
        "F99 en/one.yaml:17:12: This page is about a lake. Leave it out."
    )
    with pytest.raises(ContentError):
        loader.load(sound)
    change(sound, "course.yaml", "id: water", "id: lake")
    assert [each.file for each in loader.findings(sound, TODAY)] == ["course.yaml", "en/one.yaml"]


@pytest.mark.parametrize(("faults", "told"), [(200, 200), (201, 201), (900, 201)])
def test_nobody_reads_more_than_two_hundred_faults_of_a_kind(
    sound: Path, faults: int, told: int
) -> None:
    with (sound / "claims.yaml").open("a", encoding="utf-8") as claims:
        claims.writelines(f"a{n}:\n  sources: [unknown]\n" for n in range(faults))
    found = [each.what for each in loader.findings(sound, TODAY) if each.code == "S02"]
    assert len(found) == told
    assert (found[-1] == "From here on there are more faults like these.") is (told > 200)
