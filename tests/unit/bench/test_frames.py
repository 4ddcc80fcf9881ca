"""Frames are found in bytes that come cut anywhere, and the one that shows a change is known."""

import pytest

from bench.frames import ASKED, BEGIN, END, Frame, Splitter, shown_at

PAGE = b"\x1b[1;1H\x1b[38;2;29;39;48mA page\x1b[0m\r\n"
SIXELS = b"\x1bP0;1;0q" + b'"1;1;17;34#0;2;9;9;9!17~-' * 3 + b"\x1b\\"
PICTURE = b"\x1b7\x1b[3;5H" + SIXELS + b"\x1b8"
STREAM = b"\x1b[?1049h\x1b[>25u" + ASKED + b"\x1b]22;default\x07" + BEGIN + PAGE + END
ROWS = ["one   ", "two   "]


def split(*reads: bytes) -> tuple[Splitter, list[Frame]]:
    """What comes of some reads, the first at 1 s, the next at 2 s and so on."""
    splitter = Splitter()
    frames = [
        frame for at, read in enumerate(reads, start=1) for frame in splitter.feed(read, float(at))
    ]
    return splitter, frames


@pytest.mark.parametrize("cut", range(1, len(STREAM)))
def test_a_frame_is_complete_with_its_last_byte(cut: int) -> None:
    splitter, frames = split(STREAM[:cut], STREAM[cut:])
    assert splitter.asked
    assert frames == [Frame(STREAM, 2.0)]
    assert splitter.flush() == []


def test_every_frame_of_one_read_is_told_apart() -> None:
    _, frames = split(BEGIN + PAGE + END + b"\x1b[?25l" + BEGIN + b"more" + END)
    assert [frame.drawn for frame in frames] == [
        BEGIN + PAGE + END,
        b"\x1b[?25l" + BEGIN + b"more" + END,
    ]


def test_nothing_drawn_is_no_frame() -> None:
    _, frames = split(BEGIN + b"\x1b[1;1H\r\n" + END, BEGIN + b" " + END)
    assert [frame.ended for frame in frames] == [2.0]


def test_what_is_drawn_outside_ends_with_its_last_part() -> None:
    _, frames = split(ASKED + PAGE, PAGE, b"\x1b[?7l\x1b[?20", BEGIN[5:] + PAGE + END)
    assert [frame.ended for frame in frames] == [2.0, 4.0]
    splitter, frames = split(PAGE)
    assert frames == []
    assert splitter.flush() == [Frame(PAGE, 1.0)]
    assert splitter.flush() == []


def test_a_frame_that_has_begun_is_not_flushed() -> None:
    splitter, frames = split(BEGIN + PAGE)
    assert frames == splitter.flush() == []


def test_a_picture_belongs_to_its_frame_and_is_no_part_of_its_cells() -> None:
    drawn = BEGIN + PAGE + PICTURE + END
    for cut in range(1, len(drawn)):
        _, frames = split(drawn[:cut], drawn[cut:], BEGIN + PAGE + END)
        assert [frame.has_picture for frame in frames] == [True, False]
        assert [frame.ended for frame in frames] == [2.0, 3.0]
        assert frames[0].drawn == drawn
        assert frames[0].cells == BEGIN + PAGE + b"\x1b7\x1b[3;5H\x1b8" + END


@pytest.mark.parametrize(
    ("screens", "number"),
    [
        ([ROWS], 0),
        ([ROWS, ROWS], 0),
        ([["      "] * 2, ROWS], 1),
        ([["      "] * 2, ["one   ", "      "], ROWS, ROWS], 2),
        ([ROWS, ["three", "four "], ROWS], 0),
    ],
)
def test_the_screen_that_shows_the_change(screens: list[list[str]], number: int) -> None:
    assert shown_at([[row.ljust(6) for row in rows] for rows in screens]) == number


def test_a_mark_that_follows_is_not_waited_for() -> None:
    page = ["x" * 80] * 24
    marked = ["▸" + "x" * 79, *page[1:]]
    assert shown_at([[" " * 80] * 24, page, marked]) == 1
