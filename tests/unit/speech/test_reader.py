"""Lines in their order, by recordings and by the voice of the machine; programs are scripts."""

from __future__ import annotations

import queue
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.speech.pace import Pace
from course.speech.player import Player
from course.speech.pronunciations import Pronunciations
from course.speech.reader import Reader
from course.speech.recorded import store
from course.speech.recorded.store import Manner, Store
from course.speech.speaker import Speaker
from course.speech.spoken import Line
from course.speech.voices import Voice
from course.views.model import Passage, Plain
from tests.processes import PATIENCE, children, open_files, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def line(text: str, *phrases: str) -> Line:
    return Line(text, phrases or (text,), Passage(Plain(text)))


class Room:
    """A voice and a player that write down what was to be heard, and what the reader told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard = folder / "heard"
        self.heard.touch()
        self.store = Store(folder / "cache", Manner("some", "1"), Pronunciations())
        self.reached: list[int] = []
        self.ended = queue.SimpleQueue[bool]()
        self.decode, self.hear = "cat", f"cat >> {self.heard}"
        self.speak = f"(cat; echo ' [said]') >> {self.heard}"

    def script(self, name: str, body: str) -> tuple[str]:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o700)
        return (str(path),)

    def record(self, *phrases: str, pace: Pace = "normal") -> None:
        for phrase in phrases:
            store.keep(self.store.path(phrase, pace), f"{phrase} [played]\n".encode())

    def reader(self) -> Reader:
        voice = Voice(
            self.script("voice", self.speak),
            paced={"slower": self.script("slow", f"(cat; echo ' [slow]') >> {self.heard}")},
        )
        player = Player(self.script("decode", self.decode), self.script("hear", self.hear))
        return Reader(Speaker(voice, player=player), self.store)

    def read(self, reader: Reader, *lines: Line, pace: Pace = "normal") -> bool:
        return reader.read(lines, pace, self.reached.append, self.ended.put)

    def all_is_read(self, reader: Reader, *lines: Line, pace: Pace = "normal") -> list[str]:
        assert self.read(reader, *lines, pace=pace)
        assert self.ended.get(timeout=PATIENCE)
        return self.heard.read_text().splitlines()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    before, files = children(), open_files()
    yield Room(tmp_path)
    assert children() <= before
    until(lambda: open_files() <= files)


def test_what_was_recorded_is_played_and_the_rest_is_said(room: Room) -> None:
    room.record("One.", "Three.")
    heard = room.all_is_read(room.reader(), line("One."), line("Two."), line("Three."))
    assert heard == ["One. [played]", "Two. [said]", "Three. [played]"]
    assert room.reached == [0, 1, 2]


def test_phrases_of_a_line_follow_each_other_and_one_that_is_missing_has_all_of_it_said(
    room: Room,
) -> None:
    room.record("1.", "Eat.", "2.")
    heard = room.all_is_read(
        room.reader(), line("1: Eat.", "1.", "Eat."), line("2: Drink.", "2.", "Drink.")
    )
    assert heard == ["1. [played]", "Eat. [played]", "2: Drink. [said]"]


def test_a_line_that_no_two_people_share_is_said(room: Room) -> None:
    code = Line("4 8 2.", (), Passage(Plain("")))
    assert room.all_is_read(room.reader(), code) == ["4 8 2. [said]"]


def test_each_pace_has_its_recordings_and_its_voice(room: Room) -> None:
    room.record("One.", pace="slower")
    heard = room.all_is_read(room.reader(), line("One."), line("Two."), pace="slower")
    assert heard == ["One. [played]", "Two. [slow]"]


def test_without_a_player_all_is_said(room: Room) -> None:
    room.record("One.")
    reader = Reader(Speaker(Voice(room.script("voice", room.speak))), room.store)
    assert room.all_is_read(reader, line("One.")) == ["One. [said]"]


def test_a_recording_that_cannot_be_played_is_said(room: Room) -> None:
    room.record("One.")
    room.decode = "cat > /dev/null; exit 1"
    assert room.all_is_read(room.reader(), line("One."), line("Two.")) == [
        "One. [said]",
        "Two. [said]",
    ]


def test_where_nothing_can_be_heard_it_ends_at_the_first_line(room: Room) -> None:
    room.speak = room.hear = "cat > /dev/null; exit 1"
    room.record("One.")
    reader = room.reader()
    assert room.read(reader, line("One."), line("Two."))
    assert not room.ended.get(timeout=PATIENCE)
    assert room.reached == [0]
    assert not reader.speaking


def test_a_voice_that_is_gone_reads_nothing(room: Room) -> None:
    reader = Reader(Speaker(Voice((str(room.folder / "none"),))))
    assert not room.read(reader, line("One."))
    assert not reader.speaking


def test_nothing_to_read_is_not_read(room: Room) -> None:
    assert not room.read(room.reader())


def stuck(room: Room) -> None:
    """Neither the player nor the voice ever comes to an end, nor what they have started."""
    room.hear = room.speak = "sleep 600 & wait"


@pytest.mark.parametrize("recorded", [True, False])
def test_it_stops_at_once_and_nothing_is_left(room: Room, recorded: bool) -> None:
    stuck(room)
    if recorded:
        room.record("One.")
    before = children()
    reader = room.reader()
    assert room.read(reader, line("One."), line("Two."))
    assert reader.speaking
    reader.stop()
    assert not reader.speaking
    assert children() <= before
    assert room.reached == [0]
    assert room.ended.empty()


def test_200_turns_cut_short_leave_no_process_and_none_overlap(room: Room) -> None:
    stuck(room)
    room.record(*(f"{n}." for n in range(200)))
    reader = room.reader()
    before = children()
    for number in range(200):
        assert room.read(reader, line(f"{number}."), line("And on."))
        # The decoder and the player of this turn, and nothing of the turns before.
        assert len(children() - before) <= 2
    reader.stop()
    assert children() <= before
    assert room.ended.empty()


def test_other_lines_cut_the_first_ones_short(room: Room) -> None:
    lines = [line(f"{n}.") for n in range(20)]
    reader = room.reader()
    other: list[int] = []
    ended = queue.SimpleQueue[bool]()
    assert room.read(reader, *lines)
    assert reader.read(lines[:2], "normal", other.append, ended.put)
    assert ended.get(timeout=PATIENCE)
    assert other == [0, 1]
    assert room.ended.empty()


def test_who_is_told_may_begin_anew(room: Room) -> None:
    reader = room.reader()
    over = queue.SimpleQueue[bool]()

    def again(_well: bool) -> None:
        reader.read([line("Two.")], "normal", lambda _line: None, over.put)

    assert reader.read([line("One.")], "normal", id_, again)
    assert over.get(timeout=PATIENCE)
    assert room.heard.read_text().splitlines() == ["One. [said]", "Two. [said]"]


def id_(_line: int) -> None:
    """Nothing is to be done when a line is reached."""
