"""Whether a program has done all that it had to do: asked of the system, not guessed from a clock.

A program on a busy machine waits for the processor, and the system says so; one that has nothing
left to do sleeps. So a test that waits for rest takes longer on a busy machine, and comes to the
same end.
"""

from __future__ import annotations

import fcntl
import os
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

from tests.processes import Patience

LINUX = sys.platform == "linux"
QUIET = 0.06 if LINUX else 0.3
"""Seconds of sleep that make rest: longer than a frame lasts or a bookmark waits for its frame."""


def turns(pid: int) -> tuple[int, ...] | None:
    """How often the main threads of a program and of its children had the processor.

    None if one of their threads works or waits for the processor or a disk, or input waits for
    them. Only Linux tells; elsewhere nothing is known, and a program that draws nothing rests.
    """
    if not LINUX:
        return ()
    found: list[int] = []
    for process in family(pid):
        for status in Path(f"/proc/{process}/task").glob("*/status"):
            try:
                told = dict(line.split(":", 1) for line in status.read_text().splitlines())
            except OSError:
                continue
            if told["State"].split()[0] in "RD":
                return None
            if status.parent.name == str(process):
                switches = ("voluntary_ctxt_switches", "nonvoluntary_ctxt_switches")
                found += [process, sum(int(told[name]) for name in switches)]
    return None if _input_waits(pid) else tuple(found)


def family(pid: int) -> list[int]:
    """A process, its children, and theirs."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(each for child in children for each in family(int(child)))]


def _input_waits(pid: int) -> bool:
    """Whether something was typed that the program has not read."""
    try:
        terminal = os.open(f"/proc/{pid}/fd/0", os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        return fcntl.ioctl(terminal, termios.FIONREAD, bytes(4)) != bytes(4)
    except OSError:
        return False
    finally:
        os.close(terminal)


def until_rest(pid: int, read: Callable[[float], bool]) -> tuple[int, ...] | None:
    """Wait until a program sleeps and has drawn all; `read` takes in what it draws for so long.

    Gives the turns that it had until then; None if it never rests.
    """
    patience = Patience()
    last, since = turns(pid), time.monotonic()
    while not patience.is_over:
        now = time.monotonic()
        drew = read(QUIET / 6)
        seen = turns(pid)
        if drew or seen is None or seen != last:
            last, since = seen, now
        elif now - since >= QUIET:
            return seen
    return None


def until_answered(
    pid: int, send: Callable[[], object], read: Callable[[float], bool]
) -> tuple[int, ...] | None:
    """Send something to a program that rests, and wait until it has woken for that and rests again.

    Gives the turns that it had until then; None if it takes no notice, or never rests.
    """
    before = turns(pid)
    send()
    patience = Patience()
    while before and turns(pid) == before:
        read(QUIET / 20)
        if patience.is_over:
            return None
    return until_rest(pid, read)
