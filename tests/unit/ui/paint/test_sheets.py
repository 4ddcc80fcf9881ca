"""What holds for every view of both courses, at every size."""

from __future__ import annotations

import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.geometry import Region, Size
from textual.strip import Strip

from course.content import prose
from course.ui.paint.sheet import Kit, Sheet, Slot
from course.ui.paint.text import sentences
from course.ui.styles.themes import LIGHT
from course.views.model import Block, Box, Note, Plain, Terms, Text, View, signs
from course.views.press import Go, Press, Spot
from tests.paths import MODULES, TEA
from tests.slow import one_now
from tests.unit.ui.paint import views
from tests.unit.ui.paint.drawn import in_letters

SIZES = ((60, 22), (112, 31), (40, 15), (80, 24), (100, 32), (160, 50))
COURSES = (MODULES, TEA)
EACH = pytest.mark.parametrize(
    "size", [SIZES[0], *one_now(SIZES[1:])], ids=lambda size: f"{size[0]}x{size[1]}"
)
LONG = 20
"""Letters from which on a word, such as an address, may be broken."""
MARKS = str.maketrans(dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹→↓←●•█▌", " "))
FRAMES = str.maketrans(dict.fromkeys("▶□✓●│▐▌█▀▄▜▟▁▆⁰¹²³⁴⁵⁶⁷⁸⁹ ", ""))


@cache
def kit(modules: Path) -> Kit:
    return Kit(views.context(modules).edition, LIGHT)


@cache
def sheets(size: tuple[int, int]) -> tuple[tuple[str, View, Sheet], ...]:
    """A sheet of every view, with its name."""
    found = [(modules, *named) for modules in COURSES for named in views.every(modules)]
    found += [(MODULES, *named) for named in views.of_kiosk()]
    return tuple(
        (name, view, Sheet(view, Size(*size), kit(m)))
        for m, name, view in found
        if views.has_room(view, size, kit(m))
    )


def stops(sheet: Sheet) -> list[int]:
    """Every place to which More leads, from the first one on."""
    found = [0]
    while found[-1] < sheet.last:
        found.append(sheet.more(found[-1]))
        assert found[-1] > found[-2], "More leads nowhere"
    return found


def text(rows: list[Strip], region: Region) -> str:
    """What stands in a region, without blanks and frames."""
    cut = [row.crop(region.x, region.right).text for row in rows[region.y : region.bottom]]
    return "".join(cut).translate(FRAMES)


def is_whole(slot: Slot, sheet: Sheet) -> bool:
    return slot.part != "body" or sheet.window.contains_region(slot.region)


@EACH
def test_every_row_is_as_wide_as_the_screen(size: tuple[int, int]) -> None:
    for name, _, sheet in sheets(size):
        for top in stops(sheet):
            rows = sheet.rows(top, sheet.first_held(top))
            assert len(rows) == size[1], name
            for row in rows:
                assert cell_len(row.text) == row.cell_length == size[0], (name, row.text)


@EACH
def test_all_of_every_card_can_be_read_and_pressed(size: tuple[int, int]) -> None:
    for name, view, sheet in sheets(size):
        if view.layout == "pad":
            continue
        left = {card.press: card.text for card in view.cards}
        for top in stops(sheet):
            rows = sheet.rows(top, None)
            for slot in sheet.slots(top):
                if slot.press in left and is_whole(slot, sheet):
                    said = left.pop(slot.press).translate(FRAMES)
                    assert said in text(rows, slot.region), (name, said)
        assert not left, name


@EACH
def test_nothing_that_can_be_pressed_lies_on_something_else(size: tuple[int, int]) -> None:
    screen = Region(0, 0, *size)
    for name, _, sheet in sheets(size):
        for top in (*stops(sheet), min(3, sheet.last)):
            seen = [
                slot.region if slot.part != "body" else slot.region.intersection(sheet.window)
                for slot in sheet.slots(top)
            ]
            shown = [region for region in seen if region.area]
            for number, region in enumerate(shown):
                assert screen.contains_region(region), name
                assert not any(region.overlaps(other) for other in shown[:number]), name


@EACH
def test_each_key_presses_something_that_is_drawn_or_stands_in_help(size: tuple[int, int]) -> None:
    for name, view, sheet in sheets(size):
        drawn = {slot.press for top in stops(sheet) for slot in sheet.slots(top)}
        helped: set[Press] = {tool.press for tool in view.tools} if view.help else set()
        assert set(signs(view)) <= drawn | helped, name


@EACH
def test_a_question_stands_in_sight_of_each_of_its_answers(size: tuple[int, int]) -> None:
    if size[0] < 60:
        return
    for name, view, sheet in sheets(size):
        if view.layout != "question":
            continue
        left = {card.press for card in view.cards}
        for top in stops(sheet):
            seen = {slot.press for slot in sheet.slots(top) if is_whole(slot, sheet)}
            if left & seen:
                rows = sheet.rows(top, None)
                asked = "".join(_asked(view, rows)).translate(FRAMES)
                first = min(slot.region.x for slot in sheet.slots(top) if slot.part == "body")
                beside = text(rows, Region(0, 0, first, size[1]))
                assert asked in text(rows, Region(0, 0, *size)) or asked in beside, (name, top)
                left -= seen
        assert not left, name


@EACH
def test_more_reaches_everything_that_is_said(size: tuple[int, int]) -> None:
    for name, view, sheet in sheets(size):
        shown: set[str] = set()
        for top in stops(sheet):
            for row in sheet.rows(top, None):
                shown |= _words(row.text)
        # What was asked may go once it is answered; a long address is broken.
        asked = _asked(view, sheet.rows(0, None)) if view.layout == "question" else []
        said = [*_said([*view.blocks, *view.hints]), *asked]
        words = {word for each in said for word in _words(each) if len(word) < LONG}
        assert words <= shown, (name, words - shown)


@EACH
def test_back_undoes_more(size: tuple[int, int]) -> None:
    for name, _, sheet in sheets(size):
        found = stops(sheet)
        assert [sheet.less(top) for top in found[1:]] == found[:-1], name
        assert (Go(Spot.MORE) in {slot.press for slot in sheet.slots(0)}) == (sheet.last > 0), name
        assert (sheet.over > 0) == (sheet.last > 0), name


@EACH
def test_what_is_pointed_out_is_in_sight_and_nothing_else_changes(size: tuple[int, int]) -> None:
    for name, view, sheet in sheets(size):
        held = sheet.first_held(0)
        if not sheet.slots(0):
            assert held is None
            continue
        assert held is not None, name
        slot = next(slot for slot in sheet.slots(0) if slot.press == held)
        assert is_whole(slot, sheet), name
        plain, pointed = sheet.rows(0, None), sheet.rows(0, held)
        changed = [y for y in range(size[1]) if plain[y] != pointed[y]]
        assert set(range(slot.region.y, slot.region.bottom)) >= set(changed) - _echoed(view), name
        assert len(changed) >= 3, name


def _asked(view: View, rows: list[Strip]) -> list[str]:
    """What is asked, but for what of it stands in letters of blocks: all, or its last sentence."""
    first, *others = _said(view.asked)
    if in_letters(first, rows):
        return others
    *before, last = sentences(first)
    return [" ".join(before) if in_letters(last, rows) else first, *others]


def _words(said: str) -> set[str]:
    return {word.strip(string.punctuation) for word in said.translate(MARKS).split()}


def _echoed(view: View) -> set[int]:
    """Rows in which a place may be pointed out on a picture as well."""
    return set(range(100)) if view.layout == "map" else set()


def _said(blocks: tuple[Block, ...] | list[Block]) -> Iterator[str]:
    """The texts of blocks that stand on the page as they are."""
    for block in blocks:
        match block:
            case Plain(said):
                yield said
            case Text(parsed):
                yield " ".join(_plain((each,)) for each in parsed.inlines)
            case Box(_, label, inlines) | Note(label, inlines):
                yield f"{label} {_plain(inlines)}"
            case Terms(terms):
                yield " ".join(f"{term.term}: {term.says}" for term in terms)
            case _:
                pass


def _plain(inlines: tuple[prose.Inline, ...]) -> str:
    return "".join(each.text for each in inlines if isinstance(each, prose.Span))
