"""The supervisor in a real pseudo-terminal, over a small stand-in for the course."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import struct
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from course.kiosk.answering import is_answering
from course.kiosk.owner import NAME
from course.kiosk.supervisor.terminal import WIPE
from course.kiosk.updates import outcome
from course.kiosk.updates.modules import notices
from course.kiosk.updates.places import Places
from tests.paths import ROOT
from tests.processes import Patience
from tests.terminal import Terminal

WELCOME = "Welcome to those of the program"
TEA = ROOT / "tests" / "fixtures" / "tea"
MODULES = "Welcome to modules"
ASK = b"\x1b[c"


def kiosk(data: Path, *first_wait: str) -> Terminal:
    program = [sys.executable, "-m", "tests.e2e.fake_kiosk", "supervise"]
    return Terminal(str(data), *first_wait, command=program)


def courses(terminal: Terminal) -> list[int]:
    """The processes of the course."""
    listed = Path(f"/proc/{terminal.pid}/task/{terminal.pid}/children").read_text().split()
    return [int(pid) for pid in listed if b"course" in command_of(pid)]


def command_of(pid: str) -> bytes:
    """Nothing of a process that has ended since it was listed."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def course(terminal: Terminal, other_than: int = 0) -> int:
    patience = Patience()
    while not patience.is_over:
        found = [pid for pid in courses(terminal) if pid != other_than]
        if found:
            return found[0]
        terminal.read(0.02)
    raise AssertionError("no course runs")


def until(terminal: Terminal, condition: Callable[[], bool]) -> None:
    patience = Patience()
    while not condition():
        assert not patience.is_over, "\n".join(terminal.lines)
        terminal.read(0.05)


def is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def by_signal(number: signal.Signals) -> Callable[[Terminal], None]:
    return lambda terminal: os.kill(course(terminal), number)


def by_key(key: str) -> Callable[[Terminal], None]:
    return lambda terminal: terminal.write(key)


ENDS = {
    "killed": by_signal(signal.SIGKILL),
    "stopped": by_signal(signal.SIGSTOP),
    "terminated": by_signal(signal.SIGTERM),
    "hung up": by_signal(signal.SIGHUP),
    "a fault of its own": by_signal(signal.SIGSEGV),
    "an exception": by_key("x"),
    "crashed": by_key("c"),
    "found itself hung": by_key("h"),
    "stands still": by_key("f"),
    "asked for a restart": by_key("r"),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_starts_again_with_nothing_left(tmp_path: Path, end: Callable[[Terminal], None]) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        terminal.type("482719")
        terminal.until("482719")
        before = course(terminal)
        end(terminal)
        course(terminal, before)
        terminal.until(WELCOME)
        assert is_gone(before)
        # What the emulator showed after the wipe, and all that was drawn from there on.
        after = terminal.raw[terminal.raw.rindex(WIPE) :]
        assert b"482719" not in after
        assert "482719" not in terminal.text


def test_what_is_typed_while_no_course_runs_reaches_nobody(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        terminal.write("b")
        terminal.until("One moment please")
        until(terminal, lambda: not courses(terminal))
        terminal.write("482719\x03\x1c\x1a\x04\x13")
        (tmp_path / "broken").unlink()
        terminal.until(WELCOME)
        terminal.settle()
        assert "482719" not in terminal.text


def test_no_key_ends_it_in_the_gap(tmp_path: Path) -> None:
    with kiosk(tmp_path, "0.1") as terminal:
        terminal.until(WELCOME)
        terminal.write("b")
        terminal.until("This screen does not work")
        assert "70" in terminal.text
        for key in ("\x03", "\x1c", "\x1a", "\x19", "\x04", "\x13", "\x11", "\x1b", "\x16", "\x0f"):
            terminal.write(key * 5)
        os.kill(terminal.pid, signal.SIGINT)
        os.kill(terminal.pid, signal.SIGQUIT)
        os.kill(terminal.pid, signal.SIGTSTP)
        (tmp_path / "broken").unlink()
        terminal.until(WELCOME)


def test_staff_end_it(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        terminal.write("482719q")
        assert terminal.wait() == 42
        assert not terminal.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ends_when_told(tmp_path: Path, number: signal.Signals) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        running = course(terminal)
        os.kill(terminal.pid, number)
        assert terminal.wait() == 0
        assert is_gone(running)
        assert not terminal.text


STUCK = 75
RESIZED = 78


def test_a_terminal_that_does_not_answer_any_more_ends_all_of_it(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        # It has answered so far, and stops when the course stands still on it.
        terminal.write("a")
        terminal.until("a")
        terminal.write("f")
        assert terminal.wait() == STUCK
        assert "does not answer" in (tmp_path / "kiosk.log").read_text()


def test_a_course_that_is_alive_on_a_frozen_terminal_ends_all_of_it(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        terminal.write("a")
        terminal.until("a")
        terminal.write("s")
        assert terminal.wait() == STUCK
        assert "stood still" not in (tmp_path / "kiosk.log").read_text()


def test_a_course_that_stands_still_on_a_good_terminal_is_started_again(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        terminal.write("a")
        terminal.until("a")
        before = course(terminal)
        terminal.write("f")
        asked = terminal.raw.count(ASK)
        until(terminal, lambda: terminal.raw.count(ASK) > asked)
        terminal.write("\x1b[?62;4c")
        course(terminal, before)
        terminal.until(WELCOME)


def test_whether_course_and_terminal_answer_can_be_told_from_outside(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    os.utime(tmp_path / NAME, (0, 0))
    assert not is_answering(tmp_path)
    with kiosk(tmp_path) as terminal:
        until(terminal, lambda: is_answering(tmp_path) is True)


def pixels(terminal: Terminal, columns: int, rows: int, width: int, height: int) -> None:
    size = struct.pack("HHHH", rows, columns, width, height)
    fcntl.ioctl(terminal._fd, termios.TIOCSWINSZ, size)


def test_letters_of_another_size_end_all_of_it(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        pixels(terminal, 60, 22, 1020, 748)
        terminal.settle()
        # Another screen: as large a letter, and more of them.
        pixels(terminal, 112, 31, 1904, 1054)
        terminal.settle()
        terminal.type("7")
        terminal.until("7")
        # The same screen, and letters like specks.
        pixels(terminal, 380, 105, 1900, 1050)
        assert terminal.wait() == RESIZED
        assert "size of the letters" in (tmp_path / "kiosk.log").read_text()


def test_the_course_goes_when_the_supervisor_is_killed(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        running = course(terminal)
        terminal.kill()
        until(terminal, lambda: is_gone(running))


def test_nobody_goes_on_speaking(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        terminal.type("v")
        until(terminal, (tmp_path / "voice").exists)
        voice = int((tmp_path / "voice").read_text())
        os.kill(course(terminal), signal.SIGKILL)
        until(terminal, lambda: is_gone(voice))


def test_the_terminal_is_given_back(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.wait()
        local = termios.tcgetattr(terminal._fd)[3]
        assert local & termios.ISIG
        assert local & termios.ICANON
        assert local & termios.ECHO


def arrive(data: Path, fault: bool = False) -> None:
    """Modules are copied to where new ones arrive."""
    new = data / "modules.new"
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(TEA, new)
    if fault:
        (new / "course.yaml").write_text("format: 1\n")


def state(data: Path) -> str:
    report = outcome.read(Places(data).report)
    return report.state if report else ""


def test_good_modules_are_taken_over_and_broken_ones_are_not(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        arrive(tmp_path, fault=True)
        until(terminal, lambda: state(tmp_path) == "refused")
        assert WELCOME in terminal.text
        report = outcome.read(Places(tmp_path).report)
        assert report is not None
        assert report.problems[0].startswith("course.yaml:")
        arrive(tmp_path)
        terminal.until(MODULES)
        assert state(tmp_path) == "trial"
        arrive(tmp_path, fault=True)
        until(terminal, lambda: state(tmp_path) == "refused")
        os.kill(course(terminal), signal.SIGKILL)
        terminal.until("One moment", MODULES)
        terminal.until(MODULES)


def test_modules_with_which_the_course_falls_over_are_given_up(tmp_path: Path) -> None:
    with kiosk(tmp_path) as terminal:
        terminal.until(WELCOME)
        arrive(tmp_path)
        terminal.until(MODULES)
        for _ in range(3):
            os.kill(running := course(terminal), signal.SIGKILL)
            course(terminal, running)
        terminal.until(WELCOME)
        assert state(tmp_path) == "undone"
        assert len(notices(Places(tmp_path))) == 1
