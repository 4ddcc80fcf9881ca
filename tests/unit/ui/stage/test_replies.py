"""An answer of the terminal is never taken for keys, and keys never for an answer."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.message import Message

from course.ui.stage.input_reader import PENDING, STUCK, InputReader
from course.ui.stage.replies import LONGEST, Replied, Replies
from course.ui.stage.sight import PATIENCE
from tests.unit.ui.stage.reading import Clock, keys, takes_keys_again

ANSWERS = {
    "attributes": "\x1b[?62;4;22c",
    "attributes of a wide terminal": "\x1b[?64;1;2;4;6;9;15;16;17;18;21;22;28c",
    "no attributes": "\x1b[?c",
    "cell": "\x1b[6;34;17t",
    "kitty": "\x1b_Gi=1;OK\x1b\\",
    "kitty says no": "\x1b_Gi=1;ENOTSUPPORTED:what\x1b\\",
}
OTHERS = {
    "page down": ("\x1b[6~", ["pagedown"]),
    "up": ("\x1b[A", ["up"]),
    "alt": ("\x1b_", ["alt+_"]),
    "text": ("4c[?6", ["4", "c", "left_square_bracket", "question_mark", "6"]),
}


def listening(clock: Clock | None = None) -> InputReader:
    """A reader of a terminal that was asked something."""
    reader = InputReader(clock or Clock())
    reader.expect(Replies(), PATIENCE)
    return reader


def given_up(reader: InputReader, clock: Clock) -> list[str]:
    """The keys that come when nothing more does, for longer than anything is waited for."""
    found = keys(reader.tick())
    while reader.patience == PENDING:
        found += keys(reader.tick())
    clock.now += STUCK
    return found + keys(reader.tick())


def answers(messages: Iterable[Message]) -> list[Replied]:
    return [each for each in messages if isinstance(each, Replied)]


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_may_come_in_any_two_pieces_between_keys(name: str) -> None:
    data = ANSWERS[name].encode()
    for cut in range(len(data) + 1):
        reader = listening()
        found = [*reader.feed(b"7" + data[:cut]), *reader.feed(data[cut:] + b"9")]
        assert keys(found) == ["7", "9"], cut
        assert len(answers(found)) == 1, cut


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_may_come_byte_by_byte(name: str) -> None:
    reader = listening()
    data = b"7" + ANSWERS[name].encode() + b"9"
    found = [message for byte in data for message in reader.feed(bytes([byte]))]
    assert keys(found) == ["7", "9"]
    assert len(answers(found)) == 1


@pytest.mark.parametrize("name", ANSWERS)
def test_what_comes_late_of_an_answer_is_no_key(name: str) -> None:
    data = ANSWERS[name].encode()
    for cut in range(1, len(data)):
        clock = Clock()
        reader = listening(clock)
        assert keys(reader.feed(data[:cut])) == []
        # Escape is a key at once, whatever comes after it.
        assert given_up(reader, clock) in ([], ["escape"]), cut
        found = reader.feed(data[cut:])
        assert keys([*found, *reader.tick()]) == [], cut
        assert len(answers(found)) == 1, cut
        assert keys(reader.feed(b"9")) == ["9"]


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_may_come_late_twice(name: str) -> None:
    data = ANSWERS[name].encode()
    if len(data) < 8:
        return
    clock = Clock()
    reader = listening(clock)
    found = reader.feed(data[:1])
    given_up(reader, clock)
    found += reader.feed(data[1:4])
    assert given_up(reader, clock) == []
    found += reader.feed(data[4:])
    assert keys(found) == []
    assert len(answers(found)) == 1


def test_once_all_is_answered_no_key_is_held_back() -> None:
    clock = Clock()
    reader = listening(clock)
    reader.feed(ANSWERS["attributes"].encode())
    reader.feed(b"\x1b_")
    given_up(reader, clock)
    assert keys(reader.feed(b"G")) == ["G"]
    assert keys(reader.feed(b"9")) == ["9"]


def test_once_nothing_is_answered_in_time_no_key_is_held_back() -> None:
    clock = Clock()
    reader = listening(clock)
    clock.now += PATIENCE + 0.1
    reader.feed(b"\x1b_")
    given_up(reader, clock)
    assert keys(reader.feed(b"G9")) == ["G", "9"]


def test_an_answer_that_comes_too_late_but_whole_is_no_key() -> None:
    clock = Clock()
    reader = listening(clock)
    clock.now += PATIENCE + 0.1
    assert keys(reader.feed(ANSWERS["attributes"].encode())) == []


def test_what_is_answered_is_understood() -> None:
    reader = listening()
    told = answers(reader.feed("".join(ANSWERS.values()).encode()))
    assert told[0].attributes == frozenset({"62", "4", "22"})
    assert told[1].attributes is not None
    assert "4" in told[1].attributes
    assert told[2].attributes == frozenset({""})
    assert [each.cell for each in told[3:]] == [(17, 34), None, None]
    assert [each.kitty for each in told[3:]] == [False, True, False]


@pytest.mark.parametrize("name", OTHERS)
def test_keys_stay_keys(name: str) -> None:
    data, wanted = OTHERS[name]
    for cut in range(len(data) + 1):
        clock = Clock()
        reader = listening(clock)
        found = [*reader.feed(data[:cut].encode()), *reader.feed(data[cut:].encode())]
        clock.now += STUCK / 2
        assert not answers([*found, *reader.tick()])
        if name != "alt":
            assert keys(found) == wanted, cut


def test_nobody_is_told_of_an_answer_to_no_question() -> None:
    assert InputReader(Clock()).feed(ANSWERS["attributes"].encode()) == []


def test_escape_is_a_key_at_once() -> None:
    reader = listening()
    reader.feed(b"\x1b")
    assert reader.patience is not None
    assert reader.patience < 0.05


@pytest.mark.parametrize(
    "begun", ["\x1b[?62;4", "\x1b[6;34", "\x1b_Gi=1;O", "\x1b_Gi=1;OK\x1b", "\x1b[?"]
)
def test_an_answer_without_an_end_holds_nothing_up(begun: str) -> None:
    clock = Clock()
    reader = listening(clock)
    assert reader.feed(begun.encode()) == []
    assert reader.patience is not None
    clock.now += STUCK
    assert reader.tick() == []
    assert keys(reader.feed(b"9")) == ["9"]


def test_a_mode_report_still_tells_of_synchronized_output() -> None:
    for cut in range(12):
        reader = listening()
        data = b"\x1b[?2026;2$y"
        found = [*reader.feed(data[:cut]), *reader.feed(data[cut:])]
        assert [type(each).__name__ for each in found] == ["TerminalSupportsSynchronizedOutput"]


@pytest.mark.parametrize(
    "junk",
    [
        "\x1b[6;99999;99999t",
        "\x1b[6;;t",
        "\x1b[6;34t",
        "\x1b_Gi=1;\x07OK\x1b\\",
        "\x1b[?6:2c",
        "\x1b[?" + "4;" * LONGEST + "x",
    ],
)
def test_junk_is_no_answer_and_breaks_nothing(junk: str) -> None:
    clock = Clock()
    reader = listening(clock)
    assert answers(reader.feed(junk.encode())) == []
    assert takes_keys_again(reader, clock)


@given(st.lists(st.sampled_from([*"\x1b[?64;c_G\\tO9", *ANSWERS.values()]), max_size=60))
def test_whatever_comes_is_handed_on_whole_or_is_an_answer(pieces: list[str]) -> None:
    clock = Clock()
    reader = listening(clock)
    for piece in pieces:
        reader.feed(piece.encode())
    assert takes_keys_again(reader, clock)
