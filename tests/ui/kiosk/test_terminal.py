"""The real kiosk in a pseudo-terminal: what ends it, how, and what it leaves behind."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.kiosk.status import Status
from tests.monkey.machine import Machine
from tests.paths import ROOT
from tests.processes import Patience
from tests.slow import one_now

TEA = str(ROOT / "tests" / "fixtures" / "tea")
CLEAN = b"\x1b[2J"
WELCOME = "I have a code"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Machine]]:
    """Starts kiosks, and pulls their plugs."""
    started: list[Machine] = []

    def begin(*arguments: str) -> Machine:
        machine = Machine(tmp_path / str(len(started)), "--modules", TEA, *arguments)
        started.append(machine)
        return machine

    yield begin
    for each in started:
        each.close()


def enter(machine: Machine) -> str:
    """Begin a visit; gives its code."""
    machine.until("press any key")
    machine.type(b" ")
    machine.until(WELCOME)
    machine.type(b"1")
    machine.until("If you are called away")
    return next((machine.data / "learners").glob("*.json")).stem


def log(machine: Machine) -> str:
    return (machine.data / "kiosk.log").read_text()


IGNORED = (
    "INT QUIT TSTP TTIN TTOU USR1 USR2 ALRM VTALRM PROF PIPE IO PWR XCPU XFSZ URG RTMIN RTMAX "
    "CONT CHLD"
)


def test_signals_that_end_nothing(start: Callable[..., Machine]) -> None:
    machine = start()
    machine.until("press any key")
    for name in IGNORED.split():
        os.kill(machine.pid, getattr(signal, f"SIG{name}"))
        machine.settle()
        machine.must_run()
    machine.must_live()


@pytest.mark.parametrize(
    ("name", "status"), [("TERM", Status.TERMINATED), ("HUP", Status.INPUT_LOST)]
)
def test_signals_that_end_it(start: Callable[..., Machine], name: str, status: Status) -> None:
    machine = start()
    code = enter(machine)
    os.kill(machine.pid, getattr(signal, f"SIG{name}"))
    assert machine.ended(5.0) == status
    left = machine.seen[machine.seen.rindex(CLEAN) :]
    assert code.encode() not in left
    assert status.name in log(machine)


def test_the_end_of_the_input_ends_it(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.monkey.start", "--modules", TEA]
    ended = subprocess.run(
        [*words, "--data", str(tmp_path)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert ended.returncode == Status.INPUT_LOST
    assert b"Traceback" not in ended.stdout + ended.stderr


def test_a_hang_up_ends_it(tmp_path: Path) -> None:
    machine = Machine(tmp_path / "0", "--modules", TEA)
    machine.until("press any key")
    os.close(machine._fd)
    patience = Patience()
    pid = 0
    while not pid and not patience.is_over:
        pid, status = os.waitpid(machine.pid, os.WNOHANG)
        time.sleep(0.02)
    assert pid, "it runs without a terminal"
    assert os.waitstatus_to_exitcode(status) == Status.INPUT_LOST


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        ("raise", Status.CRASHED),
        ("hang", Status.HUNG),
        pytest.param("spin", Status.HUNG, marks=pytest.mark.slow),
    ],
)
def test_a_fault_ends_it_and_shows_nothing(
    start: Callable[..., Machine], fault: str, status: Status
) -> None:
    machine = start("--fault", fault, "--patience", "2")
    code = enter(machine)
    machine.go_wrong()
    assert machine.ended(30.0) == status
    told = log(machine)
    assert status.name in told
    assert "start.py" in told
    assert code not in told
    if fault == "raise":
        assert "ValueError" in told
    assert b"ValueError" not in machine.seen
    assert b"locals" not in machine.seen


def test_what_holds_the_interpreter_ends_as_well(start: Callable[..., Machine]) -> None:
    machine = start("--fault", "freeze", "--last-resort", "4")
    machine.until("press any key")
    machine.go_wrong()
    assert machine.ended(40.0) != 0
    assert "start.py" in log(machine)


def test_an_error_in_a_thread_is_told_to_the_log_only(start: Callable[..., Machine]) -> None:
    machine = start("--fault", "thread")
    machine.until("press any key")
    machine.go_wrong()
    patience = Patience()
    while "thread: ValueError" not in log(machine) and not patience.is_over:
        machine.read(0.1)
    assert "thread: ValueError" in log(machine)
    machine.must_live()


def test_a_terminal_that_does_not_read_ends_it(start: Callable[..., Machine]) -> None:
    machine = start("--patience", "2")
    machine.until("press any key")
    patience = Patience()
    pid = 0
    while not pid and not patience.is_over:
        # Nothing is read from here on; each size makes more to draw.
        machine.resize(60 + int(time.monotonic() * 20) % 20, 24)
        time.sleep(0.02)
        pid, status = os.waitpid(machine.pid, os.WNOHANG)
    assert pid
    machine.status = os.waitstatus_to_exitcode(status)
    assert machine.status == Status.HUNG


def test_a_flood_of_keys(start: Callable[..., Machine]) -> None:
    machine = start()
    machine.until("press any key")
    machine.type(b" ")
    before = machine.memory
    machine.type(b"0123456789qwertz" * 6250)
    assert machine.must_live(10.0) < 5
    assert machine.memory - before < 20


def test_a_paste_of_a_megabyte(start: Callable[..., Machine]) -> None:
    machine = start()
    machine.until("press any key")
    before = machine.memory
    machine.type(b"\x1b[200~" + b"5" * 1_000_000 + b"\x1b[201~")
    assert machine.must_live(10.0) < 5
    assert machine.memory - before < 20


@pytest.mark.parametrize(
    "data",
    one_now(
        [
            b"\xff",
            b"\x80",
            b"\x1b[M\xff\xff\xff",
            b"\x1b[99999999999u",
            b"\x1b[200~",
            b"\x1b[48;24;80;480;800t",
            b"\x1b[48;2000;4000;1;1t",
            b"\x1b[O",
            b"\x1b[9;9R",
            b"\x1b[?2048;1$y\x1b[?2026;2$y",
            b"\x03\x04\x11\x13\x1a\x1c",
        ]
    ),
    ids=repr,
)
def test_hostile_bytes(start: Callable[..., Machine], data: bytes) -> None:
    machine = start()
    machine.until("press any key")
    machine.type(data)
    machine.settle()
    patience = Patience()
    # What was begun and never ended takes along what comes within a second.
    while WELCOME not in machine.text() and not patience.is_over:
        machine.type(b"\x1b[A")
    # A click where Start is still hits it: no typed size has moved the cells.
    row = next(n for n, line in enumerate(machine.lines(), 1) if "Start" in line)
    machine.type(f"\x1b[<0;20;{row}M\x1b[<0;20;{row}m".encode())
    machine.until("If you are called away")


def test_what_it_writes_is_private_and_in_its_folder(start: Callable[..., Machine]) -> None:
    machine = start()
    enter(machine)
    assert machine.strays() == []
    for path in machine.data.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_it_asks_the_terminal_for_nothing_dangerous(start: Callable[..., Machine]) -> None:
    machine = start()
    machine.until("press any key")
    for asked in (b"\x1b[?2004h", b"\x1b[?2048$p", b"\x1b[?1016h", b"\x1b]52", b"\x1b]22"):
        assert asked not in machine.everything


def test_the_terminal_is_put_back(start: Callable[..., Machine]) -> None:
    machine = start()
    machine.until("press any key")
    os.kill(machine.pid, signal.SIGTERM)
    machine.ended(5.0)
    for undone in (b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l", b"\x1b[?1049l", b"\x1b[?25h"):
        assert undone in machine.seen


@pytest.mark.parametrize("variable", ["TEXTUAL_DEBUG", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT"])
def test_a_variable_makes_it_write_nothing(
    start: Callable[..., Machine], monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "1")
    machine = start()
    machine.until("press any key")
    machine.type(b"1234")
    machine.settle()
    assert machine.strays() == []


def test_another_driver_is_not_taken(
    start: Callable[..., Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "nowhere:Driver")
    monkeypatch.setenv("TEXTUAL", "debug,devtools")
    monkeypatch.setenv("COLUMNS", "20000")
    start().until("press any key")
