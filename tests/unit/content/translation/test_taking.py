"""What is brought by a translator goes into the course when it is whole, and never harms the
original."""

from pathlib import Path

import pytest

from course.content import loader, translators
from course.content.translation.sheet import Said
from course.errors import ContentError
from tests.spanish import BY, ON, bring, partly_spanish, said_in, the_original


def files_of(folder: Path) -> dict[str, str]:
    """What stands in the files of a course."""
    every = (path for path in sorted(folder.rglob("*.yaml")) if "translated" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in every}


def test_half_of_it_waits_and_changes_no_file(tmp_path: Path) -> None:
    folder = the_original(tmp_path / "course")
    before = files_of(folder)
    taken = bring(folder, *said_in(folder, "what-it-is"))
    assert files_of(folder) == before
    assert taken.waiting == taken.count > 20
    assert loader.load(folder).languages == ("en",)
    # What waits is offered again to whoever goes on.
    under = translators.under_translation(folder, "es")
    (item,) = [each for each in under.items if each.name == "what-it-is/your-place"]
    assert item.units[0].said == "¿Dónde irán sus inyecciones?"


def test_once_the_frame_is_there_all_that_waited_goes_in(tmp_path: Path) -> None:
    folder = the_original(tmp_path / "course")
    bring(folder, *said_in(folder, "what-it-is"), *said_in(folder, "claims"))
    taken = bring(folder, *said_in(folder, "course"), *said_in(folder, "triage"))
    assert {*taken.written} == {"course.yaml", "triage.yaml", "claims.yaml", "es/what-it-is.yaml"}
    assert taken.waiting == 0
    assert loader.load(folder).languages == ("en", "es")


def test_the_files_of_all_languages_keep_what_else_stands_in_them(tmp_path: Path) -> None:
    folder = the_original(tmp_path / "course")
    before = files_of(folder)
    english = loader.load(folder)
    bring(folder, *said_in(folder, ""))
    after = files_of(folder)
    for name in ("course.yaml", "triage.yaml", "claims.yaml"):
        notes = [line for line in before[name].split("\n") if line.startswith("#")]
        assert [line for line in after[name].split("\n") if line.startswith("#")] == notes
        assert len(after[name].split("\n")) == len(before[name].split("\n"))
    now = loader.load(folder)
    assert now.modules == english.modules
    assert now.triage == english.triage
    assert now.asks == english.asks


def test_one_page_by_itself_once_its_module_is_there(tmp_path: Path) -> None:
    folder = partly_spanish(tmp_path / "course")
    (title,) = [s for s in said_in(folder, "what-it-is/start") if s.at == "page.title"]
    said = Said(title.item, title.at, title.original, "¿Qué importa más?", 1)
    taken = bring(folder, said)
    assert (taken.count, taken.written) == (1, ("es/what-it-is.yaml",))
    assert loader.load(folder, "es").module("what-it-is").page("start-here").title == said.said


def test_a_text_that_is_too_long_is_refused_with_all_that_came_with_it(tmp_path: Path) -> None:
    folder = partly_spanish(tmp_path / "course")
    before = files_of(folder)
    said = [s for s in said_in(folder, "triage/infection") if s.at == "short"]
    long = [Said(s.item, s.at, s.original, "muy largo " * 20, s.line) for s in said]
    with pytest.raises(ContentError, match="Shorten it to 104"):
        bring(folder, *long)
    assert files_of(folder) == before


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Said("course", "title", "Another title", "Otro", 3), "The original is another one now"),
        (Said("course", "titel", "Prolotherapy", "Otro", 3), "The course has no such text"),
        (Said("gone/page", "page.text", "Gone", "Ido", 3), "The course has no such text"),
        (Said("course", "title", "Prolotherapy", "Pro\u200bloterapia", 3), "nobody can see"),
        (Said("course", "title", "Prolotherapy", "To do: Proloterapia", 3), "still a to-do"),
    ],
)
def test_what_cannot_be_taken_over_is_told_with_its_line(
    tmp_path: Path, said: Said, why: str
) -> None:
    taken = bring(partly_spanish(tmp_path / "course"), said)
    assert taken.count == 0
    (refused,) = taken.refused
    assert refused.said.line == 3
    assert why in refused.why


def test_a_changed_page_stays_out_of_date_until_what_changed_was_looked_at(tmp_path: Path) -> None:
    folder = partly_spanish(tmp_path / "course")
    module = folder / "en" / "what-it-is.yaml"
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace("No one can promise. [", "It always helps. ["), "utf-8")

    def state(name: str) -> str:
        items = translators.under_translation(folder, "es").items
        return next(each.state for each in items if each.name == name)

    page = "what-it-is/start-here"
    assert state(page) == "changed"
    others = [each for each in said_in(folder, page) if each.at == "page.title"]
    bring(folder, *(Said(s.item, s.at, s.original, "¿Qué importa?", 1) for s in others))
    assert state(page) == "changed"
    # The same words once more do not say that anybody has compared them.
    same = [each for each in said_in(folder, page) if each.at == "page.callout.text"]
    taken = bring(folder, *same)
    assert "confirm it with --done" in taken.refused[0].why
    assert state(page) == "changed"
    bring(
        folder, *(Said(s.item, s.at, s.original, "Siempre ayuda. [^short-proof]", 1) for s in same)
    )
    assert state(page) == "done"


def test_who_translated_what_and_when_is_kept(tmp_path: Path) -> None:
    folder = partly_spanish(tmp_path / "course")
    items = translators.under_translation(folder, "es").items
    done = [each for each in items if each.state == "done" and not each.name.startswith("words/")]
    assert {(each.by, each.on) for each in done} == {(BY, str(ON))}


def test_a_text_that_lost_what_it_rests_on_is_not_taken_over(tmp_path: Path) -> None:
    folder = partly_spanish(tmp_path / "course")
    before = files_of(folder)
    (said,) = [s for s in said_in(folder, "what-it-is/start") if s.at == "page.callout.text"]
    assert "[^short-proof]" in said.original
    taken = bring(folder, Said(said.item, said.at, said.original, "Nadie lo promete.", 7))
    (refused,) = taken.refused
    assert "It lost [^short-proof]" in refused.why
    assert files_of(folder) == before
    cited = Said(said.item, said.at, said.original, "Nadie lo promete. [^short-proof]", 7)
    assert not bring(folder, cited).refused


def test_a_to_do_in_the_file_of_a_translation_is_still_missing(tmp_path: Path) -> None:
    folder = partly_spanish(tmp_path / "course")
    module = folder / "es" / "what-it-is.yaml"
    title = "¿Qué es lo más importante?"
    module.write_text(module.read_text("utf-8").replace(title, "To do: what matters?"), "utf-8")
    items = {each.name: each for each in translators.under_translation(folder, "es").items}
    page = items["what-it-is/start-here"]
    assert (page.state, page.left) == ("begun", 1)
    (said,) = [s for s in said_in(folder, page.name) if s.at == "page.title"]
    bring(folder, said)
    items = {each.name: each for each in translators.under_translation(folder, "es").items}
    assert items[page.name].state == "done"
    assert "To do" not in module.read_text("utf-8")
