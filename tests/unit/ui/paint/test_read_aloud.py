"""What is read aloud is marked beside each of its rows, and can be brought into sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.geometry import Size

from course.content import prose
from course.speech.spoken import lines
from course.ui.paint.sheet import READ, Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.model import Box, Card, Heading, Passage, Plain, Text, View, told_choice
from course.views.press import Pick
from tests.paths import TEA
from tests.unit.ui.paint import views

SIZES = ((40, 15), (60, 22), (80, 24), (112, 31))
CONTEXT = views.context(TEA)
KIT = Kit(CONTEXT.edition, LIGHT)
SILENT = ("attract", "notice", "still-there", "pad")
"""Layouts that nobody can have read."""


def marked(sheet: Sheet, passage: Passage) -> list[str]:
    """The rows beside which the mark stands, with what stands behind it, once it was followed."""
    top = sheet.reveal(0, passage)
    plain = sheet.rows(top, None)
    rows = sheet.rows(top, None, passage=passage)
    assert all(
        row.cell_length == before.cell_length for row, before in zip(rows, plain, strict=True)
    )
    changed = [(a.text, b.text) for a, b in zip(plain, rows, strict=True) if a.text != b.text]
    for before, after in changed:
        (at,) = [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
        assert after[at] == READ
    return [after.partition(READ)[2].strip() for _, after in changed]


def test_each_paragraph_and_item_has_a_mark_of_its_own() -> None:
    text = Text(prose.parse("One.\n\n- two\n- three\n\nFour."))
    box = Box("key", "Remember", prose.verbatim("Five."))
    cards = (Card(Pick("a"), "Six"), Card(Pick("b"), "Seven"))
    view = View(layout="page", section="", title="Nought", blocks=(text, box), cards=cards)
    for size in SIZES[1:]:
        sheet = Sheet(view, Size(*size), KIT)
        found = [" ".join(marked(sheet, line.passage)) for line in lines(view, KIT.words)]
        told = ["Nought", "One.", "two", "three", "Four.", "Five.", "Six", "Seven"]
        assert len(found) == len(told)
        if size != SIZES[-1]:  # where the title is drawn in letters of blocks
            assert all(each in one for each, one in zip(told, found, strict=True))


def test_what_is_read_is_followed_below_what_is_in_sight() -> None:
    paragraphs = "\n\n".join(f"Paragraph {n} with some words." for n in range(40))
    view = View(layout="page", section="", title="Long", blocks=(Text(prose.parse(paragraphs)),))
    sheet = Sheet(view, Size(60, 22), KIT)
    tops = [sheet.reveal(0, line.passage) for line in lines(view, KIT.words)]
    assert tops == sorted(tops)
    assert tops[-1] == sheet.last > 0
    assert marked(sheet, lines(view, KIT.words)[-1].passage) == ["Paragraph 39 with some words."]


def test_what_is_not_on_the_screen_has_no_mark() -> None:
    view = View(layout="page", section="", title="A page", blocks=(Plain("Words."),))
    assert marked(Sheet(view, Size(60, 22), KIT), Passage(Heading("Another page"))) == []


def every() -> Iterator[tuple[str, View]]:
    seen = set[View]()
    for name, view in views.every(TEA):
        if view.layout not in SILENT and view not in seen:
            seen.add(view)
            yield name, view


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_line_of_every_view_has_its_mark(size: tuple[int, int]) -> None:
    for name, view in every():
        if not views.has_room(view, size, KIT):
            continue
        sheet = Sheet(view, Size(*size), KIT)
        # Where there is no room for them beside feedback, question and steps are left out, so is
        # what comes next, and the title of the way stands on top, as the name of the part.
        left_out = {*view.asked, *(told_choice(view.verdict) if view.verdict else ())}
        if " ".join(view.onward.split()[:4]) not in "\n".join(r.text for r in sheet.rows(0, None)):
            left_out |= {Plain(view.onward)}
        left_out |= {Heading(view.title)} if view.layout == "way" else set()
        for line in lines(view, KIT.words):
            assert line.passage.of in left_out or marked(sheet, line.passage), (name, line.text)
