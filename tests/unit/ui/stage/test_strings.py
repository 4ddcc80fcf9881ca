"""What a terminal answers, or somebody typed that looks like it, presses no key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from course.ui.stage.input_reader import STUCK, InputReader
from course.ui.stage.replies import Replies
from course.ui.stage.sight import PATIENCE
from tests.unit.ui.stage.reading import Clock, keys

ANSWERS = {
    "settings": b"\x1bP1$r0;48:2::1:2:3m\x1b\\",
    "abilities": b"\x1bP1+r5463=323536\x1b\\",
    "version": b"\x1bP>|foot(1.21.0)\x1b\\",
    "colour": b"\x1b]11;rgb:1111/2222/3333\x1b\\",
    "colour, ended as xterm does": b"\x1b]4;1;rgb:11/22/33\x07",
    "clipboard": b"\x1b]52;c;MTIzNDU2Nzg5\x1b\\",
    "picture": b"\x1b_Gi=31;OK\x1b\\",
    "privacy": b"\x1b^123\x1b\\",
    "a string": b"\x1bX456\x1b\\",
    "attributes": b"\x1b[?62;4;22;28c",
    "more attributes": b"\x1b[>1;11300;0c",
    "third attributes": b"\x1bP!|464f4f54\x1b\\",
    "status": b"\x1b[0n",
    "place": b"\x1b[?7;9R",
    "size of a cell": b"\x1b[6;34;17t",
    "size": b"\x1b[8;22;60t",
    "mode": b"\x1b[12;2$y",
    "theme": b"\x1b[?997;1n",
    "keyboard": b"\x1b[?1u",
    "checksum": b"\x1bP1!~1234\x1b\\",
}
CUT = {
    "by the next key": b"\x1bP1$r123\x1b[A",
    "by a control": b"\x1b]11;123\x18",
}


@pytest.mark.parametrize("expects", [False, True])
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_nobody_asked_for_presses_nothing(name: str, expects: bool) -> None:
    for at in range(len(ANSWERS[name]) + 1):
        reader = InputReader(Clock())
        if expects:
            reader.expect(Replies(), PATIENCE)
        found = [*reader.feed(ANSWERS[name][:at]), *reader.feed(ANSWERS[name][at:])]
        assert keys(found) == [], at
        assert keys(reader.feed(b"7")) == ["7"], at


def test_a_hundred_of_them_press_nothing() -> None:
    reader = InputReader(Clock())
    assert keys(reader.feed(b"".join(ANSWERS.values()) * 5)) == []
    assert keys(reader.feed(b"9")) == ["9"]


@pytest.mark.parametrize("name", CUT)
def test_one_that_is_cut_short_takes_nothing_along(name: str) -> None:
    reader = InputReader(Clock())
    assert keys(reader.feed(CUT[name])) in ([], ["up"])
    assert keys(reader.feed(b"7")) == ["7"]


@pytest.mark.parametrize("begun", [b"\x1bP", b"\x1b]52;c;" + b"1" * 9000, b"\x1b[?" + b"1;" * 900])
def test_one_without_an_end_is_given_up(begun: bytes) -> None:
    clock = Clock()
    reader = InputReader(clock)
    assert keys(reader.feed(begun)) == []
    clock.now += STUCK
    assert keys(reader.tick()) == []
    assert keys(reader.feed(b"7")) == ["7"]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (b"\x1b[A", "up"),
        (b"\x1bOB", "down"),
        (b"\x1b[1;2A", "shift+up"),
        (b"\x1b[5~", "pageup"),
        (b"\x1b[Z", "shift+tab"),
        (b"\x1b[[A", "f1"),
        (b"\x1b[13u", "enter"),
        (b"\x1b[57;1;57u", "9"),
    ],
)
def test_keys_are_left_as_they_are(typed: bytes, key: str) -> None:
    for at in range(len(typed) + 1):
        reader = InputReader(Clock())
        assert keys([*reader.feed(typed[:at]), *reader.feed(typed[at:])]) == [key], at


def test_a_mouse_and_a_paste_are_left_as_they_are() -> None:
    reader = InputReader(Clock())
    found = reader.feed(b"\x1b[<0;11;6M\x1b[<0;11;6m\x1b[<65;1;1M\x1b[200~1\x1b[201~")
    assert [type(each) for each in found] == [
        events.MouseDown,
        events.MouseUp,
        events.MouseScrollDown,
        events.Paste,
    ]


@given(st.lists(st.sampled_from([*ANSWERS.values(), b"5", b"\x1b[B"]), max_size=30), st.data())
def test_what_was_typed_between_answers_is_all_there(
    parts: list[bytes], data: st.DataObject
) -> None:
    whole = b"".join(parts)
    cuts = data.draw(st.lists(st.integers(0, len(whole)), max_size=8).map(sorted))
    reader, found = InputReader(Clock()), []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        found += reader.feed(whole[start:end])
    wanted = [{b"5": "5", b"\x1b[B": "down"}[each] for each in parts if each in (b"5", b"\x1b[B")]
    assert keys(found) == wanted
