"""Lines out and lines in, whatever the encoding, whoever has gone."""

import io

import pytest

from course.plain.console import Console, EndOfInput, OutputClosed, sayable


class Keys(io.StringIO):
    """Typed at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "encoding", "said"),
    [
        ("caf\u00e9 \u201cx\u201d \u2013 \u2026", "utf-8", "caf\u00e9 \u201cx\u201d \u2013 \u2026"),
        ("caf\u00e9 \u201cx\u201d \u2013 \u2026", "ascii", 'cafe "x" - ...'),
        ("\u00bfQu\u00e9 hace? ni\u00f1o", "ascii", "Que hace? nino"),
        ("\u00bfQu\u00e9 hace? ni\u00f1o", "latin-1", "\u00bfQu\u00e9 hace? ni\u00f1o"),
        ("\u00bd \u4e2d \ud800 e\u0301", "ascii", "12 ? ? e"),
        ("\ud800", "utf-8", "?"),
    ],
)
def test_what_an_encoding_cannot_say_is_said_plainly(text: str, encoding: str, said: str) -> None:
    assert sayable(text, encoding) == said


def test_a_pipe_shows_no_enter_key_and_a_terminal_does() -> None:
    for reading, ends in ((io.StringIO("1\n"), "Number: \n"), (Keys("1\n"), "Number: ")):
        writing = io.StringIO()
        assert Console(reading, writing).ask("Number: ") == "1"
        assert writing.getvalue() == ends


def test_the_end_of_the_input_is_no_empty_line() -> None:
    console = Console(io.StringIO("\n  3  \r\n4"), io.StringIO())
    assert [console.ask(""), console.ask(""), console.ask("")] == ["", "3", "4"]
    with pytest.raises(EndOfInput):
        console.ask("")


def test_no_input_at_all() -> None:
    with pytest.raises(EndOfInput):
        Console(None, None).ask("")
    closed = io.StringIO()
    closed.close()
    with pytest.raises(EndOfInput):
        Console(closed, io.StringIO()).ask("")


def test_a_line_that_never_ends_is_one_answer() -> None:
    console = Console(io.StringIO("1" * 1_000_000 + "\n2\n"), io.StringIO())
    assert len(console.ask("")) == 200
    assert console.ask("") == "2"


def test_bytes_that_are_no_text_are_no_fault() -> None:
    reading = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00\n2\n"), encoding="utf-8")
    console = Console(reading, io.StringIO())
    assert console.ask("") != ""
    assert console.ask("") == "2"


def test_whoever_reads_has_gone() -> None:
    closed = io.StringIO()
    closed.close()
    console = Console(io.StringIO("1\n"), closed)
    with pytest.raises(OutputClosed):
        console.tell("x")
    console.close()
