"""`prolo kiosk`: the course for one stranger after another, and what looking after it takes."""

from __future__ import annotations

import argparse
import datetime
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from course import durable, language
from course.cli.parser import Parser
from course.errors import CourseError, UsageError
from course.kiosk.settings import Settings
from course.locations import Locations

if TYPE_CHECKING:
    from course.kiosk.log import Log

_ROOT = Path(__file__).resolve().parent.parent.parent
_START = (
    f"import sys; sys.path.append({str(_ROOT)!r}); from course.cli import main; sys.exit(main())"
)
_PRIVATE = 0o077


_WHATS = {
    "set-pin": "set the PIN of the staff",
    "doctor": "check whether this machine is fit to be a kiosk",
    "pause": "put up the page: out of order, as soon as nobody is there",
    "resume": "take that page down again",
    "status": "tell how the kiosk does",
}


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    place = "where new modules arrive; if not given, modules.new in the data folder"
    parser.add_argument("--modules-incoming", type=Path, metavar="DIR", help=place)
    # What the supervisor starts is for no person, and no help names it.
    parts = ("course", "check-incoming")
    parser.add_argument("--part", choices=parts, help=argparse.SUPPRESS)
    parser.add_argument("--keep-modules", action="store_true", help=argparse.SUPPRESS)
    # Where the supervisor found them. That they have gone since is no reason to end.
    parser.add_argument("--course", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--settings", type=Path, help=argparse.SUPPRESS)
    parser.add_commands("action", _WHATS)
    form = "for programs: one object, its times with their zone"
    parser.commands["status"].add_argument("--json", action="store_true", help=form)
    metrics = "for the text files of Prometheus' node_exporter"
    parser.commands["status"].add_argument("--metrics", action="store_true", help=metrics)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Do what was asked; without an action, run the kiosk until something ends it.

    Raises UsageError where there can be no kiosk.
    """
    if sys.platform != "linux":
        raise UsageError("A kiosk runs on Linux alone. docs/kiosk.md tells what it needs.")
    os.umask(_PRIVATE)
    match asked.part or asked.action:
        case "set-pin":
            return _set_pin(where)
        case "doctor":
            return _doctor(where)
        case "pause" | "resume":
            from course.cli import kiosk_state

            return kiosk_state.pause(where, asked.action == "pause")
        case "status":
            from course.cli import kiosk_state

            return kiosk_state.tell(where, as_json=asked.json, as_metrics=asked.metrics)
        case "course":
            return _course(asked, where)
        case "check-incoming":
            return _check_incoming(asked, where)
        case _:
            return _supervise(asked, where)


def _supervise(asked: argparse.Namespace, where: Locations) -> int:
    from course.kiosk.log import Log
    from course.kiosk.owner import sole_owner
    from course.kiosk.supervisor.supervisor import Job, Supervisor
    from course.kiosk.supervisor.terminal import Terminal, TerminalGoneError
    from course.kiosk.updates.places import Places

    try:
        where.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{where.data}: No folder can be made here ({error.strerror}).") from None

    def course(places: Places, may_update: bool) -> list[str]:
        command = _program(asked, where, "course")
        command += ["--course", str(places.in_use or where.modules)]
        command += ["--settings", str(where.clinic)]
        return command if may_update else [*command, "--keep-modules"]

    journal = Log(Settings(where.data).log)
    job = Job(
        course=course,
        check=[*_program(asked, where, "check-incoming"), "--settings", str(where.clinic)],
        places=Places(where.data, asked.modules_incoming),
        journal=journal,
        moment=_lines("kiosk.moment"),
        out_of_order=_lines("kiosk.out_of_order"),
    )
    try:
        terminal = Terminal(sys.stdin.fileno())
    except TerminalGoneError:
        raise UsageError(
            "A kiosk needs a terminal. docs/kiosk.md tells how to set it up."
        ) from None
    with sole_owner(where.data):
        _tell_only(journal, "the supervisor broke off")
        status = Supervisor(job, terminal).run()
    _leave_word(status)
    return int(status)


def _leave_word(status: int) -> None:
    """Put the status where `deploy/run.py` looks for it: cage does not hand it on."""
    if place := os.environ.get("PROLO_KIOSK_STATUS"):
        with suppress(OSError):
            Path(place).write_text(f"{status:d}\n", encoding="ascii")


def _tell_only(journal: Log, what: str) -> None:
    """Have an error that nothing handles go to the log: standard error is the strangers' screen."""

    def tell(_kind: type[BaseException], error: BaseException, _at: TracebackType | None) -> None:
        journal.error(what, error)

    sys.excepthook = tell


def _course(asked: argparse.Namespace, where: Locations) -> int:
    from course.cli import kiosk_course
    from course.kiosk.log import Log

    _tell_only(Log(Settings(where.data).log), "before the course was up")
    modules, own = asked.course or where.modules, asked.settings or where.clinic
    return kiosk_course.run(asked, Locations(modules, where.data, own, where.cache))


def _check_incoming(asked: argparse.Namespace, where: Locations) -> int:
    from course import clinic
    from course.kiosk.log import Log
    from course.kiosk.updates.modules import prepare
    from course.kiosk.updates.places import Places

    def speak(modules: Path) -> None:
        from course.speech.recorded import rendering

        try:
            rendering.complete(modules, clinic.load(where.clinic), where.cache)
        except Exception as error:
            # Whatever is wrong with a voice: the machine's own one reads what has no recording.
            Log(Settings(where.data).log).error("new lines cannot be spoken", error)

    # It yields to whoever sits at the screen.
    os.nice(15)
    takes_unsigned = False
    # Faulty settings allow nothing; the course itself says what is wrong with them.
    with suppress(CourseError):
        takes_unsigned = clinic.load(asked.settings or where.clinic).unsigned_content
    report = prepare(
        Places(where.data, asked.modules_incoming),
        datetime.date.today(),
        speak,
        takes_unsigned=takes_unsigned,
    )
    return 1 if report and report.problems else 0


def _doctor(where: Locations) -> int:
    from course.kiosk.doctor import doctor
    from course.kiosk.doctor.finding import Finding
    from course.learners import health
    from course.speech import voices

    def has_voice() -> bool:
        return any(voices.find(each) for each in language.languages())

    def visits() -> Iterator[Finding]:
        for each in health.examine(where.learners, "prolo kiosk doctor"):
            yield Finding(*each)

    return doctor.run(where, has_voice, visits)


def _set_pin(where: Locations) -> int:
    from course.kiosk.policy import pin
    from course.kiosk.updates import clinic

    first = _asked("New PIN: ")
    try:
        hashed = pin.hash_pin(first)
    except ValueError as error:
        raise UsageError(str(error)) from None
    if _asked("Once more: ") != first:
        raise UsageError("These were two different PINs. Nothing is changed; please try again.")
    clinic.set_pin_hash(where.clinic, hashed)
    tries = Settings(where.data).tries
    try:
        # Nobody waits for what was wrong with another PIN.
        if tries.exists():
            durable.remove(tries)
    except OSError as error:
        raise UsageError(
            f"{tries}: The PIN is set, but wrong ones are still counted: this file cannot be "
            f"removed ({error.strerror}). Remove it as the user that the kiosk runs as."
        ) from None
    print(f"The PIN is set in {where.clinic}. It holds from the next start of the course on.")
    return 0


def _asked(what: str) -> str:
    """What is typed and not shown; where nobody types, the next line of what comes in."""
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass.getpass(what)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise UsageError("Run this in a terminal, or give it the PIN twice, a line each.")
    return line.rstrip("\n")


def _program(asked: argparse.Namespace, where: Locations, part: str) -> list[str]:
    command = [sys.executable, "-I", "-c", _START, "--data-dir", str(where.data)]
    if asked.language:
        command += ["--language", asked.language]
    command += ["kiosk", "--part", part]
    if asked.modules_incoming:
        command += ["--modules-incoming", str(asked.modules_incoming)]
    return command


def _lines(name: str) -> list[str]:
    """The words called `name` in every language there is: nobody has chosen one yet."""
    every = [language.load(each) for each in language.languages()]
    return [words(name) for words in every if name in words]
