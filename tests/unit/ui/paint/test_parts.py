"""What the body of single views shows, and what a press on it would meet."""

from __future__ import annotations

import subprocess
import sys
from typing import Literal, get_args

import msgspec
import pytest
from rich.cells import cell_len
from textual.geometry import Size

from course.content import prose
from course.ui.paint.letters import digits, letters
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT, NAMED
from course.views.model import (
    Box,
    Button,
    Card,
    Layout,
    Note,
    Plain,
    Terms,
    Text,
    Verdict,
    View,
)
from course.views.press import Pick, Speak, Spot
from tests.paths import MODULES, TEA
from tests.unit.ui.paint import views
from tests.unit.ui.paint.drawn import BACK, LARGE, NEXT, SMALL, asked, kit, named, sheet, shown

Tone = Literal["good", "safe", "unsure", "care", "danger"]


def test_a_verdict_has_its_own_sign_for_each_tone() -> None:
    signs = set()
    tones: tuple[Tone, ...] = ("good", "safe", "unsure", "care", "danger")
    for tone in tones:
        verdict = Verdict(tone, "It is what it is", "You chose", ("Tea",))
        view = View(layout="feedback", section="Tea", verdict=verdict, next=NEXT)
        for size in (SMALL, LARGE):
            rows = shown(view, size)
            assert "You chose" in "".join(rows)
            start = 2 if size == SMALL else 4
            signs.add("".join(row[:24] for row in rows[start : start + 7]))
        assert "It is what it is" in "".join(shown(view))
    assert len(signs) == 10


def test_the_sources_are_named_below_with_all_of_their_numbers() -> None:
    known = views.context(MODULES).course
    first, second = "healthline", "rabago-2013"
    text = Text(prose.parse("Hot."))
    view = View(layout="page", section="", blocks=(text,), cites=(first, second, first), next=NEXT)
    row = shown(view)[18]
    assert "¹ ³ Healthline" in row
    assert "² Annals of Family Medicine 2013" in row
    many = tuple(known.sources)[:9]
    cut = shown(msgspec.structs.replace(view, cites=many))[18]
    assert cut.rstrip().endswith("…")


def test_a_number_on_the_picture_is_pointed_out_with_its_card_and_takes_a_touch() -> None:
    view = next(view for _, view in views.every(TEA) if view.layout == "map")
    for size in (SMALL, (80, 24), LARGE):
        drawn = Sheet(view, Size(*size), Kit(views.context(TEA).edition, LIGHT))
        for number, card in enumerate(view.cards, start=1):
            plain, held = drawn.rows(0, None), drawn.rows(0, card.press)
            y = next(y for y, row in enumerate(held) if f"▸{number}◂" in row.text)
            assert f"▸{number}◂" not in plain[y].text
            x = held[y].text.index(f"▸{number}◂") + 1
            assert plain[y].text[x] == str(number)
            assert drawn.at(x, y, 0) == card.press
            if drawn.slots(0)[number - 1].region.bottom <= drawn.window.bottom:
                assert any("▶" in row.text for row in held)
        left = min(slot.region.x for slot in drawn.slots(0))
        assert drawn.at(0, size[1] - 1, 0) is None or left == 0


def test_a_picture_is_told_in_words_where_a_terminal_cannot_draw_it() -> None:
    view = named("what-it-is/how-it-may-work")
    figure = views.context(MODULES).course.module("what-it-is").page("how-it-may-work").figure
    assert figure is not None
    first = figure.alt.split(".")[0][:20]
    for without in (kit(True), Kit(views.context(MODULES).edition, NAMED)):
        drawn = Sheet(view, Size(*SMALL), without)
        assert first in "".join(row.text for row in drawn.rows(0, None))


def test_a_terminal_with_fewer_signs_gets_no_quarters_of_cells() -> None:
    for _, view in views.every(TEA):
        for size in (SMALL, LARGE):
            few = Kit(views.context(TEA).edition, LIGHT, fewer_signs=True)
            drawn = Sheet(view, Size(*size), few)
            said = "".join(row.text for row in drawn.rows(0, drawn.first_held(0)))
            assert not set(said) & set("▘▝▖▗▚▞▛▜▙▟▆▁▶✓╭╮╰╯")


def test_a_question_below_a_long_text_comes_on_top_with_its_answers() -> None:
    cards = tuple(Card(Pick(str(n)), f"Answer {n}") for n in range(8))
    view = asked(*cards, text="word " * 220)
    drawn = sheet(view)
    assert "Is it hot?" not in "".join(row.text for row in drawn.rows(0, None))
    top = drawn.reveal(0, Pick("4"))
    rows = [row.text for row in drawn.rows(top, None)]
    assert "Is it hot?" in rows[drawn.window.y]
    assert any("Answer 4" in row for row in rows)
    hidden = [s for s in drawn.slots(drawn.last) if s.press == Pick("0")]
    assert all(not slot.region.overlaps(drawn.window) for slot in hidden)


@pytest.mark.parametrize("words", [20, 40, 80])
@pytest.mark.parametrize("size", [(40, 15), (40, 22), (60, 15), (60, 18), SMALL])
def test_a_question_higher_than_the_window_still_leaves_room_for_each_answer(
    size: tuple[int, int], words: int
) -> None:
    said = [f"word{number:02}" for number in range(words)]
    cards = tuple(Card(Pick(str(n)), f"Answer {n}") for n in range(4))
    view = msgspec.structs.replace(asked(*cards), asked=(Plain(" ".join(said), True),))
    drawn = sheet(view, size)
    read, seen, tops = "", set(), [0]
    while tops[-1] < drawn.last:
        tops.append(drawn.more(tops[-1]))
    for top in range(drawn.last + 1):
        assert len(drawn.rows(top, None)) == size[1]
    for top in tops:
        shown = "".join(row.text for row in drawn.rows(top, None))
        read += shown
        body = [slot for slot in drawn.slots(top) if slot.part == "body"]
        whole = {slot.press for slot in body if drawn.window.contains_region(slot.region)}
        assert not whole or said[-1] in shown or drawn.window.height <= body[0].region.height
        seen |= whole
    assert seen == {card.press for card in cards}
    assert [word for word in said if word not in read] == []


def test_the_last_answers_stand_below_as_many_others_as_there_is_room_for() -> None:
    cards = tuple(Card(Pick(str(n)), f"Answer {n}") for n in range(6))
    drawn = sheet(asked(*cards))
    assert drawn.more(0) == drawn.last
    shown = [
        slot.press
        for slot in drawn.slots(drawn.last)
        if slot.part == "body" and drawn.window.contains_region(slot.region)
    ]
    below = drawn.window.bottom - max(slot.region.bottom for slot in drawn.slots(drawn.last)[:6])
    assert shown == [card.press for card in cards][-len(shown) :]
    assert len(shown) > 3
    assert 0 <= below < 3


@pytest.mark.parametrize("size", [(40, 15), (40, 24), (44, 22), (50, 30), (56, 22), SMALL])
def test_every_key_of_a_pad_is_whole_and_what_is_typed_stands_in_one_row(
    size: tuple[int, int],
) -> None:
    drawn = sheet(named("pad"), size)
    rows = [row.text for row in drawn.rows(0, None)]
    assert [cell_len(row) for row in rows] == [size[0]] * size[1]
    large = letters("482 7__ ___")[1].strip()
    assert any("4 8 2  7 _ _  _ _ _" in row or large in row for row in rows)
    keys = [slot for slot in drawn.slots(0) if slot.part == "body"]
    assert len(keys) == len(named("pad").cards)
    for slot, card in zip(keys, named("pad").cards, strict=True):
        assert slot.region.right <= size[0]
        assert card.text in rows[slot.region.y + 1][slot.region.x : slot.region.right]


def test_nothing_is_kept_of_digits_that_were_drawn() -> None:
    for function in (letters, digits):
        assert not hasattr(function, "cache_info")


def test_a_window_that_is_too_small_says_so() -> None:
    view = named("first")
    for size in ((39, 15), (40, 14), (5, 3), (1, 1)):
        drawn = sheet(view, size)
        rows = drawn.rows(0, drawn.first_held(0))
        assert [row.cell_length for row in rows] == [size[0]] * size[1]
        assert drawn.slots(0) == ()
        assert (drawn.last, drawn.more(0), drawn.less(0)) == (0, 0, 0)
    assert "window is too" in "".join(shown(view, (39, 15)))


def test_nothing_is_imported_that_the_first_view_does_not_show() -> None:
    code = "import sys; import course.ui.paint.sheet; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = {name for name in done.stdout.split() if name.startswith("course.ui.paint.")}
    for late in ("figures", "layouts", "letters", "alphabet", "band", "sources", "whole"):
        assert f"course.ui.paint.{late}" not in ours


def test_words_that_are_explained_stand_in_two_columns_where_there_is_room() -> None:
    terms = views.context(MODULES).course.glossary[:3]
    view = View(layout="list", section="", blocks=(Terms(terms),), back=BACK)
    first = terms[0]
    assert f"{first.term}: {first.says[:10]}" in "".join(shown(view))
    row = next(row for row in shown(view, LARGE) if f"{first.term}:" in row)
    assert f"{first.term}: {first.says[:10]}" not in row
    assert first.says[:10] in row


@pytest.mark.parametrize(
    "text", ["茶の時間です", "cafe\u0301", "[b]x[/b]", "नमस्ते", "x" * 90, "ß👩‍⚕️"]
)
def test_no_text_breaks_the_grid(text: str) -> None:
    said = prose.verbatim(f"{text} {text}")
    cards = (Card(Pick("a"), text, text, "done"), Card(Pick("b"), text, ticks=True))
    verdict = Verdict("care", text, text, (text,))
    for layout in get_args(Layout):
        view = View(
            layout=layout, section=text, said=text[:5], step=(1, 3), title=text, cards=cards,
            blocks=(Plain(text), Text(prose.parse(text)), Box("key", text, said)),
            asked=(Plain(text, True),), hints=(Note(text, said),), back=Button(Spot.BACK, text),
            verdict=verdict if layout == "feedback" else None, next=Button(Spot.NEXT, text),
            tools=(Button(Spot.LISTEN, text), Button(Spot.HINT, text)), help="page",
            languages=(Card(Speak("en"), text, mark="done"), Card(Speak("es"), text)),
        )  # fmt: skip
        for size in ((40, 15), SMALL, LARGE):
            drawn = sheet(view, size)
            for top in {0, drawn.last}:
                for held in (None, *(slot.press for slot in drawn.slots(top))):
                    rows = drawn.rows(top, held)
                    assert [cell_len(row.text) for row in rows] == [size[0]] * size[1], layout


def test_a_box_is_a_panel_with_a_column_and_a_sign() -> None:
    box = Box("warning", "Take care", prose.verbatim("It is hot."))
    row = next(row for row in shown(View(layout="page", section="", blocks=(box,), next=NEXT))
               if "hot" in row)  # fmt: skip
    assert row.strip().startswith("█ ! Take care  It is hot.")
