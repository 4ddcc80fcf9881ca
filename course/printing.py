"""Paper from a printer that the clinic has named: by CUPS, beside all else, and with a limit.

What is printed goes to CUPS through a pipe; no file of it is made here. What comes of it is known
by what CUPS says. A page that does not come soon is taken back, so that it does not come out when
somebody else stands there; so is one whose coming nobody watched, because the program ended.
"""

from __future__ import annotations

import datetime
import getpass
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from course import durable, ipp

ANSWER = 10.0
"""Seconds within which a program of CUPS has to end."""
PATIENCE = 120.0
"""Seconds within which a page has to be printed."""
PAUSE = 1.0
"""Seconds between two looks at a page that is on its way, and until it is taken back once more
where that failed; after that ever longer."""
LONGEST_PAUSE = 60.0
TITLE = "course"
"""What each page is called at CUPS, which keeps that."""
LARGEST = 4096
"""Bytes of what is kept of pages that were not printed, at most."""
PLAIN, PDF = "text/plain;charset=utf-8", "application/pdf"
_NEEDED = ("lp", "lpstat", "cancel")
_REQUEST = re.compile(r"request id is (\S+-\d+)")

Reason = Literal["no_cups", "no_queue", "stopped", "refused", "slow", "no_page"]
"""Why nothing was printed. `no_page`: it could not be made; `slow`: it did not come in time;
`no_cups`: what prints is not installed; `no_queue`: there is no such printer."""
Step = Literal["sending", "coming", "printed", "failed"]
Ready = Literal["ready", "no_cups", "no_queue", "stopped", "unknown"]
Page = tuple[bytes, str]
"""What is printed, and its type."""


class Unprinted(Struct, frozen=True):
    """How many pages in a row were not printed, and the last of them."""

    count: int
    when: str
    """As in 2026-11-27T08:15Z."""
    why: Reason


class Job:
    """A page on its way."""

    def __init__(self) -> None:
        self.step: Step = "sending"
        self.why: Reason | None = None
        self.is_over = threading.Event()
        self.request: str | None = None
        """What CUPS calls it: empty where it may have it and has not said so; None before that."""

    @property
    def may_come(self) -> bool:
        """Whether there may be paper of it, now or later: not if it failed before CUPS had it."""
        return self.step != "failed" or self.request is not None


class Printer:
    """A queue of CUPS. Nobody waits for it."""

    def __init__(
        self,
        queue: str,
        ended: Callable[[Reason | None], object] = lambda _why: None,
        patience: float = PATIENCE,
    ) -> None:
        """`ended` is called from a thread with what became of each page: why it was not printed."""
        self._queue, self._ended, self._patience = queue, ended, patience
        self._one_at_a_time = threading.Lock()
        self._watched: set[str] = set()
        """The pages on their way that this program knows of."""
        self.changed: Callable[[], object] = lambda: None
        """Called from a thread whenever a page has come a step further."""

    def send(self, make: Callable[[], Page]) -> Job:
        """Print what `make` gives, which is called in a thread. Raises nothing."""
        job = Job()
        threading.Thread(target=self._work, args=(job, make), name="printing", daemon=True).start()
        return job

    def _work(self, job: Job, make: Callable[[], Page]) -> None:
        try:
            why = self._print(job, make)
        except Exception:
            # Whatever it is: the person is told to ask the staff, and no value goes anywhere.
            why = "no_page"
        is_gone = why is None or self._take_back(job)
        job.why, job.step = why, "failed" if why else "printed"
        with suppress(Exception):
            self._ended(why)
        job.is_over.set()
        self.changed()
        if not is_gone:
            _repeat(lambda: self._take_back(job))
        self._watched.discard(job.request or "")

    def clear(self) -> None:
        """Take back what this program sent before it ended last, in a thread. Raises nothing."""
        threading.Thread(
            target=_repeat, args=(self._take_back_unwatched,), name="clearing", daemon=True
        ).start()

    def _take_back(self, job: Job) -> bool:
        """Says whether CUPS will print no more of it. Raises nothing."""
        if job.request is None:
            return True
        if job.request:
            return _is_taken_back(job.request, self._queue)
        return self._take_back_unwatched()

    def _take_back_unwatched(self) -> bool:
        """The same of all pages that nobody watches."""
        try:
            # One that is being sent is not known by its name yet.
            with self._one_at_a_time:
                numbers = ipp.waiting(self._queue, getpass.getuser(), TITLE, ANSWER)
                left = [f"{self._queue}-{number}" for number in numbers]
                left = [each for each in left if each not in self._watched]
        except Exception:
            # Nobody else tells what a page is called; CUPS may start later than this program.
            return False
        back = [_is_taken_back(each, self._queue) for each in left]
        return all(back)

    def _print(self, job: Job, make: Callable[[], Page]) -> Reason | None:
        state = ready(self._queue)
        if state in ("no_cups", "no_queue", "stopped"):
            return state
        with self._one_at_a_time:
            page, kind = make()
            end = time.monotonic() + self._patience
            job.request = ""
            options = ["-o", f"document-format={kind}", "-o", "job-sheets=none"]
            # Nobody waits for it, and of a page whose sending is cut short nothing is known.
            command = ["lp", "-d", self._queue, "-t", TITLE, *options, "-"]
            sent = _run(command, page, limit=max(self._patience, ANSWER))
            request = _REQUEST.search(sent or "")
            if request is None:
                return "refused"
            job.request = request[1]
            self._watched.add(job.request)
        job.step = "coming"
        self.changed()
        return self._await(job.request, end)

    def _await(self, request: str, end: float) -> Reason | None:
        """Wait until a page has left the queue, and it is known how."""
        while time.monotonic() < end:
            if _has_left(request, self._queue):
                with suppress(ipp.SilentError):
                    return None if _is_done(request, self._queue) else "refused"
            elif ready(self._queue) == "stopped":
                return "stopped"
            time.sleep(PAUSE)
        return "slow"


def ready(queue: str) -> Ready:
    """Whether a queue prints what it gets. Raises nothing; takes no longer than ANSWER."""
    if any(shutil.which(each) is None for each in _NEEDED):
        return "no_cups"
    told = _run(["lpstat", "-p", queue], errors=True)
    if told is None:
        return "unknown"
    if "disabled" in told:
        return "stopped"
    return "ready" if told.startswith(f"printer {queue} ") else "no_queue"


def note(path: Path, why: Reason | None) -> None:
    """Keep what became of a page, for the staff: nothing of the page itself. Raises nothing."""
    with suppress(OSError):
        if why is None:
            durable.remove(path)
            return
        before = unprinted(path)
        now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%MZ")
        found = Unprinted(before.count + 1 if before else 1, now, why)
        durable.write(path, msgspec.json.encode(found))


def unprinted(path: Path) -> Unprinted | None:
    """The pages that were not printed since the last one that was. Raises nothing."""
    with suppress(OSError, msgspec.DecodeError):
        kept = durable.read(path, LARGEST)
        return msgspec.json.decode(kept, type=Unprinted) if kept else None
    return None


def _has_left(request: str, queue: str) -> bool:
    """Whether a page is known to be in the queue no more."""
    waiting = _run(["lpstat", "-W", "not-completed", "-o", queue])
    return waiting is not None and request not in waiting.split()


def _is_taken_back(request: str, queue: str) -> bool:
    """Take a page back; says whether it is in the queue no more."""
    return _run(["cancel", request]) is not None or _has_left(request, queue)


def _repeat(does: Callable[[], bool]) -> None:
    """Do something until it succeeds, with ever longer pauses."""
    pause = PAUSE
    while not does():
        time.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


def _is_done(request: str, queue: str) -> bool:
    """Whether a page that has left the queue was printed. Raises ipp.SilentError."""
    with suppress(ipp.RefusedError):
        return ipp.state(int(request.rpartition("-")[2]), ANSWER) == ipp.PRINTED
    # Where only the programs of CUPS answer: a page that was not printed may have its reason.
    told = _run(["lpstat", "-l", "-W", "completed", "-o", queue]) or ""
    alerts = next((said for name, said in _listed(told) if name == request), "")
    return not any(each in alerts for each in ("aborted", "canceled"))


def _listed(told: str) -> Iterator[tuple[str, str]]:
    """Each job of a long list, and what is said of it in the lines below its own."""
    name, said = "", list[str]()
    for line in told.splitlines():
        if line[:1].isspace():
            said.append(line)
            continue
        if name:
            yield name, " ".join(said)
        name, said = line.split()[0] if line.split() else "", []
    if name:
        yield name, " ".join(said)


def _run(
    command: list[str], given: bytes = b"", *, errors: bool = False, limit: float | None = None
) -> str | None:
    """What a program of CUPS says; None if it fails or does not end within the seconds of `limit`,
    or of ANSWER. With `errors` also of one that fails."""
    try:
        ran = subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=ANSWER if limit is None else limit,
            # What they say is understood in one language alone.
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    if ran.returncode and not errors:
        return None
    return ran.stdout.decode("utf-8", "replace")
