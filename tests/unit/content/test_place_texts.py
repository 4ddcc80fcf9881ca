"""What a page says of each place of the body is read, checked and kept like its other texts."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.carried import carried
from course.content.compiled import Library
from course.content.glossary import at_place, first_uses
from tests.unit.content.course_edits import TODAY, change, unread

SHORE = "    callout: {kind: warning, text: Stay near the shore.}\n"
PLACES = """\
    place:
      sea: {text: "Salt water flows. [^book]"}
      pond:
        text: A pond flows too. [^book]
        figure: {kind: drawing, file: lake, caption: "A lake. [^book]", alt: Reeds.}
"""


@pytest.fixture
def course(sound: Path) -> Path:
    """The sound course, with a page about two places."""
    numbered = 'emergency_number: "112"\n'
    places = "places: {sea: {en: Sea}, pond: {en: Pond}}\n"
    change(sound, "course.yaml", numbered, numbered + places)
    change(sound, "en/one.yaml", SHORE, SHORE + PLACES)
    pictures = sound / "pictures"
    drawn = (pictures / "pond.yaml").read_text(encoding="utf-8")
    (pictures / "lake.yaml").write_text(drawn, encoding="utf-8")
    return sound


def test_it_has_no_fault(course: Path) -> None:
    assert loader.findings(course, TODAY) == []
    assert "lake" in loader.load(course).pictures


def test_a_statement_without_a_source_is_found_where_it_stands(course: Path) -> None:
    change(course, "en/one.yaml", "A pond flows too. [^book]", "A pond is deep.")
    (problem,) = loader.findings(course, TODAY)
    line = (course / "en/one.yaml").read_text(encoding="utf-8").split("\n")[problem.line - 1]
    assert (problem.code, line.strip()) == ("S05", "text: A pond is deep.")


def test_a_picture_without_a_source_is_found(course: Path) -> None:
    change(course, "en/one.yaml", '"A lake. [^book]"', "This is a lake.")
    assert [each.code for each in loader.findings(course, TODAY)] == ["S05"]


def test_a_sentence_that_is_hard_to_read_is_found(course: Path) -> None:
    change(course, "en/one.yaml", "Salt water flows.", "The glass is filled by a child.")
    assert [each.code for each in loader.findings(course, TODAY)] == ["R03"]


def test_its_citations_are_in_the_table(course: Path) -> None:
    held = carried(loader.load(course), loader.behind(course))
    told = [each.words for each in held.statements]
    assert {"Salt water flows.", "A pond flows too."} <= {*told}


def test_a_word_is_explained_at_each_place_that_uses_it(course: Path) -> None:
    opened = loader.load(course)
    module = opened.module("one")
    (flow,) = opened.glossary
    assert first_uses(module, opened.glossary)[at_place("lake", "sea")] == ()
    change(course, "en/one.yaml", "- It flows\n", "- It runs\n")
    opened = loader.load(course)
    uses = first_uses(opened.module("one"), opened.glossary)
    assert uses["lake"] == ()
    assert [uses[at_place("lake", name)] for name in ("sea", "pond")] == [(flow,), (flow,)]


def test_it_is_kept_and_read_again(
    course: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Library(course, cache).edition().course
    unread(monkeypatch)
    assert Library(course, cache).edition().course == read
