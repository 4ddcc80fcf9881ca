"""Bytes of every kind become messages or nothing; no bytes break or block what comes after them."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from course.ui.stage.input_reader import LONGEST_PASTE, PENDING, STUCK, TOLD, InputReader
from tests.unit.ui.stage.reading import Clock, keys, takes_keys_again


def clicks(messages: Iterable[Message]) -> list[tuple[float, float]]:
    return [(each.x, each.y) for each in messages if isinstance(each, events.MouseDown)]


CLICK = b"\x1b[<0;11;6M"
BREAKERS = {
    "0xff": b"\xff",
    "lone continuation": b"\x80",
    "cut character": b"\xf0\x9f\x98",
    "surrogate": b"\xed\xa0\x80",
    "overlong": b"\xc0\xaf",
    "nul": b"\0",
    "X10 mouse": b"\x1b[M\xff\xff\xff",
    "X10 mouse, plain": b"\x1b[M !!",
    "key of no character": b"\x1b[99999999999u",
    "text of no character": b"\x1b[57;1;1114112u",
    "key of 4000 digits": b"\x1b[" + b"9" * 4000 + b"u",
    "empty key": b"\x1b[;;u",
    "resize to nothing": b"\x1b[48;0;0;0;0t",
    "resize to words": b"\x1b[48;1:x;1:x;1:x;1:xt",
    "pixels of nothing": b"\x1b[48;24;80;0;0t",
    "clicks in pixels": b"\x1b[48;24;80;480;800t",
    "pixels asked for": b"\x1b[?2048;1$y",
    "cursor report": b"\x1b[7;9R",
    "focus lost": b"\x1b[O",
    "focus": b"\x1b[I",
    "clipboard answer": b"\x1b]52;c;Zm9v\x07",
    "title": b"\x1b]0;x\x07",
    "device answer": b"\x1bP1+r5463\x1b\\",
    "attributes": b"\x1b[?62;22c",
    "C1 control": b"\x9b1;5Q",
    "endless sequence": b"\x1b[" + b"1;" * 3000,
    "many escapes": b"\x1b" * 500,
    "click far away": b"\x1b[<0;2147483648;2147483648M",
    "click before the start": b"\x1b[<0;-5;-5M",
    "button of no mouse": b"\x1b[<99999;1;1M",
    "paste": b"\x1b[200~9999\x1b[201~",
    "paste in a paste": b"\x1b[200~\x1b[200~9\x1b[201~",
    "end of no paste": b"\x1b[201~",
    "paste of bytes": b"\x1b[200~\xff\xfe\x1b[201~",
}


@pytest.mark.parametrize("name", BREAKERS)
def test_a_key_and_a_click_work_after(name: str) -> None:
    clock = Clock()
    reader = InputReader(clock)
    reader.feed(BREAKERS[name])
    assert takes_keys_again(reader, clock)
    assert clicks(reader.feed(CLICK)) == [(10.0, 5.0)]


@pytest.mark.parametrize("name", BREAKERS)
def test_only_what_a_person_does_is_told(name: str) -> None:
    reader = InputReader(Clock())
    assert all(type(each) in TOLD for each in [*reader.feed(BREAKERS[name]), *reader.tick()])


def test_a_paste_without_an_end_is_cut_by_its_length() -> None:
    reader = InputReader(Clock())
    reader.feed(b"\x1b[200~" + b"x" * (LONGEST_PASTE + 10))
    assert keys(reader.feed(b"7")) == ["7"]


def test_a_paste_without_an_end_is_cut_by_time() -> None:
    clock = Clock()
    reader = InputReader(clock)
    assert reader.feed(b"\x1b[200~12") == []
    clock.now += STUCK - 0.1
    reader.tick()
    assert keys(reader.feed(b"7")) == []
    clock.now += 0.1
    reader.tick()
    assert keys(reader.feed(b"7")) == ["7"]


def test_a_paste_is_never_longer_than_the_limit() -> None:
    reader = InputReader(Clock())
    messages = reader.feed(b"\x1b[200~" + b"5" * 20_000 + b"\x1b[201~")
    pastes = [each for each in messages if isinstance(each, events.Paste)]
    assert all(len(each.text) <= LONGEST_PASTE for each in pastes)


def test_a_sequence_may_come_in_pieces() -> None:
    reader = InputReader(Clock())
    found = [each for byte in CLICK for each in reader.feed(bytes([byte]))]
    assert clicks(found) == [(10.0, 5.0)]
    found = [each for byte in "é9".encode() for each in reader.feed(bytes([byte]))]
    assert keys(found)[-1] == "9"


@given(st.lists(st.binary(max_size=60), max_size=20))
def test_no_bytes_raise(chunks: list[bytes]) -> None:
    clock = Clock()
    reader = InputReader(clock)
    for chunk in chunks:
        reader.feed(chunk)
        clock.now += 0.05
        reader.tick()
    clock.now += 2 * STUCK
    reader.tick()
    reader.feed(b"\x1b[A")
    clock.now += STUCK
    reader.tick()
    assert keys(reader.feed(b"9")) == ["9"]


def test_no_random_sequences_raise() -> None:
    chance = random.Random(6)
    reader = InputReader(Clock())
    for _ in range(5_000):
        body = "".join(
            chance.choice("0123456789;:<?MmuRt~$y") for _ in range(chance.randint(1, 20))
        )
        reader.feed(b"\x1b[" + body.encode())


def test_in_a_paste_without_an_end_nothing_is_typed_for_long() -> None:
    reader = InputReader()
    reader.feed(b"\x1b[200~")
    reader.feed(b"\x1b[A")
    told: list[Message] = []
    while reader.patience == PENDING:
        told += reader.tick()
    assert told == []
    assert clicks(reader.feed(CLICK)) == [(10.0, 5.0)]


def test_escape_by_itself_is_a_key() -> None:
    reader = InputReader()
    found = reader.feed(b"\x1b")
    while reader.patience == PENDING:
        found += reader.tick()
    assert keys(found) == ["escape"]
    assert keys(reader.feed(b"9")) == ["9"]
