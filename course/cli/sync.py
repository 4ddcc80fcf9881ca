"""`prolo sync`: what joins this kiosk to the others, and tells a learning record store, running
beside it."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from course import clinic, durable
from course.cli import kiosk_state
from course.cli.parser import Parser
from course.errors import UsageError
from course.fleet import settings
from course.fleet.settings import Fleet
from course.kiosk.log import Log
from course.locations import Locations

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.content.model import Course
    from course.fleet.chores import Chores
    from course.fleet.sync import Sync
    from course.learners.counts import Counts

GRACE = 10
"""Seconds within which it ends when it is told to, whatever does not let go. Nothing is lost."""
NO_EXTRA = "What speaks with the hub is not installed. Install prolotherapy-course[fleet]."
NO_FILE = (
    "There is no fleet.yaml in {}, so this kiosk has no hub. docs/fleet.md tells how to set up."
)


def add_arguments(_parser: Parser) -> None:
    """Nothing can be asked for."""


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Take visits to the hub and bring them, and tell a learning record store, until something
    ends it.

    Raises UsageError where there is neither, where another one does so already, or where there is
    only a store and what is set of it cannot be used; ContentError.
    """
    own = clinic.load(where.clinic)
    fleet = None if own.xapi and not settings.is_set_up(where.data) else of(where)
    # It yields to whoever sits at the screen.
    os.nice(10)
    os.umask(0o077)
    folder = where.data / "fleet"
    try:
        durable.make_folder(folder)
        with FileLock(folder / "sync.lock", timeout=0):
            asyncio.run(_run(asked, where, fleet, own))
    except Timeout:
        raise UsageError(f"{where.data}: prolo sync runs here already.") from None
    except OSError as error:
        raise UsageError(f"{folder}: Nothing can be written here ({error.strerror}).") from None
    return 0


def of(where: Locations) -> Fleet:
    """What is known of the hub. Raises UsageError where there is none."""
    try:
        import nats  # noqa: F401 - whether it is there
        import nkeys  # noqa: F401 - likewise
    except ModuleNotFoundError:
        raise UsageError(NO_EXTRA) from None
    if (fleet := settings.load(where.data)) is None:
        raise UsageError(NO_FILE.format(where.data))
    return fleet


async def _run(
    asked: argparse.Namespace, where: Locations, fleet: Fleet | None, own: Clinic
) -> None:
    running = asyncio.gather(*_parts(asked, where, fleet, own))
    loop = asyncio.get_running_loop()
    # What is waited for beside the loop takes as long as a store wants: this end is in order too.
    signal.signal(signal.SIGALRM, lambda *_: os._exit(0))

    def end() -> None:
        signal.alarm(GRACE)
        running.cancel()

    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, end)
    with suppress(asyncio.CancelledError):
        await running


def _parts(
    asked: argparse.Namespace, where: Locations, fleet: Fleet | None, own: Clinic
) -> Iterator[Coroutine[Any, Any, None]]:
    """What runs side by side: none of it knows of the other."""
    one_at_a_time = Lock()

    def load(modules: Path) -> Course:
        from course.content import loader

        # Of two threads that load the first course at once, msgspec would crash the program.
        with one_at_a_time:
            return loader.load(modules, asked.language)

    if fleet is not None:
        sync, chores = _joining(where, fleet, own.keep_days, load)
        yield sync.run(chores.run)
    if own.xapi:
        from course.fleet.guests import Guests
        from course.fleet.recording import outbox

        secret = fleet.secret if fleet else None
        guests = Guests(where.data)
        try:
            yield outbox(where, own.xapi, secret, load, guests.all).run()
        except UsageError as error:
            if fleet is None:
                raise
            # Visits are shared whether or not a store can be told of them.
            print(error, file=sys.stderr, flush=True)
            Log(where.data / "fleet" / "sync.log").say(str(error))


def _joining(
    where: Locations, fleet: Fleet, keep_days: int, load: Callable[[Path], Course]
) -> tuple[Sync, Chores]:
    from course.fleet.chores import Chores
    from course.fleet.naming import Naming
    from course.fleet.obeying import Obeying
    from course.fleet.sync import Sync

    naming = Naming(fleet.secret)

    def status() -> dict[str, Any]:
        return kiosk_state.told(where)

    def count() -> tuple[Counts, Counts]:
        from course.fleet.counts import counted
        from course.kiosk.updates.places import Places

        modules = Places(where.data).in_use or where.modules
        guests = sync.guests()
        return counted(
            where.learners,
            load(modules),
            lambda code: naming.of_code(code) in guests,
        )

    sync = Sync(fleet, where.data, keep_days)
    chores = Chores(fleet, Obeying(fleet, where.data, sync.journal), status, count, sync.journal)
    # What nats-py could not do after a connection was cut; whoever asked for it was told.
    asyncio.get_running_loop().set_exception_handler(
        lambda _loop, told: sync.journal.say(str(told["message"]))
    )
    return sync, chores
