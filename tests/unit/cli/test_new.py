"""`prolo new`: what it writes is clean but for what is still to do."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from course.cli import main
from course.content import loader
from course.content.drafting import templates
from course.errors import Problem

TODAY = datetime.date(2026, 11, 27)
TO_DO = ("W12", "S08")
"""Texts that are to be written, and the source that is to be read."""


def found(course: Path) -> list[Problem]:
    return loader.findings(course, TODAY)


def others(course: Path) -> list[str]:
    return [str(each) for each in found(course) if each.code not in TO_DO]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    titles = ("--title", "Safe: at home", "--part", "Floors & light", "--source", "A list: ours")
    assert main(["new", "course", "home", *titles]) == 0
    return tmp_path / "home"


def new(course: Path, *words: str) -> int:
    return main(["--modules", str(course), "new", *words])


class TestACourse:
    def test_opens_and_is_clean_but_for_its_to_dos(self, course: Path) -> None:
        assert others(course) == []
        assert {each.code for each in found(course)} == {*TO_DO}
        opened = loader.load(course)
        assert opened.title == "Safe: at home"
        assert [module.id for module in opened.modules] == ["floors-light"]

    def test_is_not_written_over(self, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = {path: path.read_bytes() for path in course.rglob("*.*")}
        assert main(["new", "course", str(course), "--title", "x"]) == 2
        assert "is there already" in capsys.readouterr().err
        assert {path: path.read_bytes() for path in course.rglob("*.*")} == before

    def test_needs_its_titles(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["new", "course", str(tmp_path / "x")]) == 2
        assert "give --title" in capsys.readouterr().err
        assert not (tmp_path / "x").exists()

    def test_says_what_to_do_next(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        titles = ("--title", "A", "--part", "B", "--source", "C")
        main(["new", "course", str(tmp_path / "x"), *titles])
        told = capsys.readouterr().out
        assert "prolo preview" in told
        assert "prolo check" in told

    def test_has_schemas_that_its_files_name(self, course: Path) -> None:
        for path in course.rglob("*.yaml"):
            first = path.read_text(encoding="utf-8").splitlines()[0]
            assert (path.parent / first.partition("$schema=")[2]).resolve().is_file(), path


class TestAModule:
    def test_is_put_at_the_end_of_the_course(self, course: Path) -> None:
        assert new(course, "module", "On the stairs") == 0
        assert [each.id for each in loader.load(course).modules][1:] == ["on-the-stairs"]
        assert others(course) == []

    def test_of_a_name_that_is_taken_changes_nothing(
        self, course: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before = (course / "course.yaml").read_bytes()
        assert new(course, "module", "Floors, light!") == 2
        assert "stays as it is" in capsys.readouterr().err
        assert (course / "course.yaml").read_bytes() == before


@pytest.mark.parametrize("kind", [each for each in templates.KINDS if each != "triage"])
def test_a_question_of_each_kind_is_clean_but_for_its_to_dos(course: Path, kind: str) -> None:
    assert new(course, "question", kind, "floors-light") == 0
    assert others(course) == []
    assert loader.load(course).modules[0].questions[1].kind == kind


def test_a_story_is_written_for_a_sign(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "triage.yaml").write_text(
        "fall:\n  sign: {en: You hit your head}\n  level: emergency\n"
        "  why: {en: You may bleed.}\n  sources: [first-source]\n"
    )
    assert new(course, "question", "triage", "floors-light") == 2
    assert "--sign ID" in capsys.readouterr().err
    assert new(course, "question", "triage", "floors-light", "--sign", "fall") == 0
    assert loader.load(course).modules[0].questions[1].kind == "triage"


@pytest.mark.parametrize("kind", templates.FIGURES)
def test_a_figure_of_each_kind_is_clean_but_for_its_to_dos(course: Path, kind: str) -> None:
    assert new(course, "figure", kind, "floors-light/first-page") == 0
    assert others(course) == []
    assert loader.load(course).modules[0].pages[0].figure is not None


def test_a_page_keeps_the_figure_that_it_has(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new(course, "figure", "steps", "floors-light/first-page")
    before = (course / "en/floors-light.yaml").read_bytes()
    assert new(course, "figure", "table", "floors-light/first-page") == 2
    assert "There is a figure already" in capsys.readouterr().err
    assert (course / "en/floors-light.yaml").read_bytes() == before


def test_a_language_is_put_into_the_course(course: Path) -> None:
    assert new(course, "language", "es") == 0
    written = (course / "course.yaml").read_text(encoding="utf-8")
    assert "languages: [en, es]" in written
    assert "  es: |\n" in written


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("question", "choise", "floors-light"), 'Did you mean "choice"?'),
        (("question", "choice", "floor-light"), 'Did you mean "floors-light"?'),
        (("figure", "steps", "floors-light/frist-page"), 'Did you mean "first-page"?'),
        (("language", "english"), "two letters"),
        (("language", "en"), "already"),
        (("module", "???"), "No id can be made"),
    ],
)
def test_what_cannot_be_done_is_told(
    course: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(course, *words) == 2
    assert told in capsys.readouterr().err


def test_nothing_is_put_into_a_course_that_was_not_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "module", "Mine"]) == 2
    assert "Here is no course.yaml" in capsys.readouterr().err
