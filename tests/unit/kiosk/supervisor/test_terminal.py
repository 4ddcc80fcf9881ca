"""What the supervisor writes to the terminal, and what it tells systemd."""

from __future__ import annotations

import fcntl
import os
import pty
import socket
import struct
import termios
import threading
from contextlib import suppress
from pathlib import Path

import pyte
import pytest

from course.kiosk.supervisor.systemd import USUAL_EVERY, Systemd
from course.kiosk.supervisor.terminal import WIPE, Terminal, TerminalGoneError, _laid_out
from tests.processes import PATIENCE, returns

HALF_WRITTEN = [
    b"\x1b", b"\x1b[", b"\x1b[38;2;12", b"\x1b]0;Ann", b"\x1bP$q", b"\x1b_x", b"\x1b]52;c;",
    b"\xe2\x94",
]  # fmt: skip


@pytest.mark.parametrize("half", HALF_WRITTEN)
def test_a_wipe_leaves_nothing_whatever_was_half_written(half: bytes) -> None:
    screen = pyte.Screen(40, 10)
    stream = pyte.ByteStream(screen)
    stream.feed(b"\x1b[5;1HAnn chose tea\x1b[2;5r\x1b[7m" + half)
    stream.feed(WIPE + b"One moment")
    assert screen.display[0].rstrip() == "One moment"
    assert not any(line.strip() for line in screen.display[1:])
    assert not screen.buffer[0][0].reverse


@pytest.mark.parametrize(("width", "height"), [(80, 24), (20, 3), (1, 1), (200, 60)])
def test_the_page_fits_every_screen(width: int, height: int) -> None:
    screen = pyte.Screen(width, height)
    stream = pyte.Stream(screen)
    stream.feed(_laid_out(["One moment please", "Un momento, por favor"], width, height))
    assert len(screen.display) == height


def test_no_key_is_a_signal_while_it_is_quiet() -> None:
    other, own = pty.openpty()
    before = termios.tcgetattr(own)
    terminal = Terminal(own)
    terminal.quiet()
    local = termios.tcgetattr(own)[3]
    assert not local & (termios.ISIG | termios.ICANON | termios.ECHO)
    terminal.release()
    assert termios.tcgetattr(own) == before
    assert terminal.is_there()
    os.close(other)
    assert not terminal.is_there()
    os.close(own)


def test_a_terminal_that_is_none() -> None:
    read, write = os.pipe()
    with pytest.raises(TerminalGoneError):
        Terminal(read)
    os.close(read)
    os.close(write)


def answered(other: int, says: bytes) -> threading.Thread:
    """A terminal that says something once it is asked."""

    def answer() -> None:
        asked = b""
        while b"\x1b[c" not in asked:
            asked += os.read(other, 100)
        os.write(other, says)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    return thread


@pytest.mark.parametrize(
    ("says", "is_answer"),
    [(b"\x1b[?62;4;22c", True), (b"12\x1b[A\x1b[?6c", True), (b"\x1b[A", False)],
)
def test_a_terminal_that_answers_is_told_from_one_that_does_not(
    says: bytes, is_answer: bool
) -> None:
    other, own = pty.openpty()
    answering = answered(other, says)
    assert Terminal(own).answers(PATIENCE if is_answer else 0.3) is is_answer
    answering.join(PATIENCE)
    os.close(other)
    os.close(own)


def test_a_terminal_that_takes_nothing_is_not_waited_for() -> None:
    other, own = pty.openpty()
    terminal = Terminal(own)
    os.set_blocking(own, False)
    with suppress(BlockingIOError):
        while os.write(own, b"x" * 4096):
            pass
    os.set_blocking(own, True)
    assert returns(lambda: [terminal.answers(0.1)]) == [False]
    os.close(other)
    os.close(own)


def test_the_pixels_of_a_cell() -> None:
    other, own = pty.openpty()
    terminal = Terminal(own)
    assert terminal.cell() is None
    fcntl.ioctl(own, termios.TIOCSWINSZ, struct.pack("HHHH", 22, 60, 1020, 748))
    assert terminal.cell() == (17, 34, 1020, 748)
    os.close(other)
    os.close(own)


def test_tells_systemd(tmp_path: Path) -> None:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        told = Systemd({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "30000000"})
        assert told.every == 10.0
        told.tell("READY=1", "STATUS=The course runs.")
        assert systemd.recv(100) == b"READY=1\nSTATUS=The course runs."


@pytest.mark.parametrize("address", ["", "/nowhere/at/all", "@nowhere"])
def test_nobody_listens(address: str) -> None:
    told = Systemd({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "x"})
    assert told.every == USUAL_EVERY
    told.tell("WATCHDOG=1")
