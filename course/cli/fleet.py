"""`prolo fleet`: what the keeper of many kiosks does, from their own machine."""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from course import clinic
from course.cli.parser import Parser
from course.cli.sync import NO_EXTRA, of
from course.errors import CourseError, UsageError
from course.fleet.settings import Fleet
from course.locations import Locations

if TYPE_CHECKING:
    from course.fleet.counts import Counted
    from course.fleet.hub import Hub
    from course.fleet.keeping import Keeper
    from course.fleet.orders import Content

_WHATS = {
    "enrol": "give kiosks their keys, and tell the hub of them",
    "buckets": "make the places for a clinic's visits at the hub, once",
    "status": "tell how each kiosk of a clinic does",
    "publish": "send a signed course to some kiosks of a clinic",
    "widen": "have more kiosks take the course that was published last",
    "hold": "have no more kiosks take it for now",
    "roll-back": "have all kiosks take the course before it",
    "pause": "put a kiosk out of order, as soon as nobody is there",
    "resume": "take that page down again",
    "restart": "start a kiosk again, as soon as nobody is there",
}
GONE_DAYS = 3650
"""For which the hub remembers who was forgotten: as long as any clinic may keep a visit."""
MOST = 500_000_000
"""Bytes of the visits of a clinic, some 200,000; of each of the rest a fifth."""
_ROW = "{:<16}  {:>8}  {:<12}  {:<8}  {:>6}  {:>7}  {:>7}  {}"
T = TypeVar("T")


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    parser.add_commands("action", _WHATS, required=True)
    enrol = parser.commands["enrol"]
    enrol.add_argument("folder", type=Path, metavar="FOLDER", help="where the keeper has all keys")
    enrol.add_argument("name", metavar="CLINIC")
    enrol.add_argument("kiosks", nargs="+", metavar="KIOSK")
    address = "its address, as in tls://hub.example.org:4222"
    enrol.add_argument("--hub", required=True, metavar="ADDRESS", help=address)
    ca = "the name of the file beside each fleet.yaml that holds the certificate behind the hub's"
    enrol.add_argument("--ca", metavar="FILE", help=ca)
    parser.commands["publish"].add_argument("course", type=Path, metavar="MODULES")
    for name in ("publish", "widen"):
        share = "percent of all kiosks; if not given, only those that are named"
        parser.commands[name].add_argument(
            "--share", type=_percent, metavar="N", default=0, help=share
        )
        to = "a kiosk that takes it at once; may be given again"
        parser.commands[name].add_argument(
            "--to", action="append", metavar="KIOSK", default=[], help=to
        )
    for name in ("pause", "resume", "restart"):
        parser.commands[name].add_argument("kiosk", metavar="KIOSK")


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Do what was asked. Raises CourseError."""
    match asked.action:
        case "enrol":
            return _enrol(asked)
        case "buckets":
            return _buckets(where)
        case "status":
            return _status(where)
        case "pause" | "resume" | "restart" as do:
            _keeping(where, lambda keeper: keeper.command(asked.kiosk, do))
            print(f"{asked.kiosk} will do it within some seconds, once nobody is there.")
            return 0
        case "publish":
            return _content(where, lambda k: k.publish(asked.course, asked.to, asked.share))
        case "widen":
            return _content(where, lambda keeper: keeper.widen(asked.share, asked.to))
        case "hold":
            return _content(where, lambda keeper: keeper.hold())
        case _:
            return _content(where, lambda keeper: keeper.roll_back())


def _enrol(asked: argparse.Namespace) -> int:
    try:
        from course.fleet.enrol import enrol
    except ModuleNotFoundError:
        raise UsageError(NO_EXTRA) from None
    try:
        new = enrol(asked.folder, asked.name, asked.kiosks, asked.hub, asked.ca)
    except OSError as error:
        raise UsageError(f"{asked.folder}: {error.strerror}.") from None
    for path in new:
        print(f"new: {path}")
    print(f"for the hub: {asked.folder / 'hub' / 'clinics' / (asked.name + '.conf')}")
    return 0


def _buckets(where: Locations) -> int:
    keep_days = clinic.load(where.clinic).keep_days

    async def make(hub: Hub, fleet: Fleet) -> str:
        await hub.make_bucket("visits", keep_days, MOST)
        for name in ("gone", "counts", "kiosks", "orders", "course"):
            await hub.make_bucket(name, GONE_DAYS, MOST // 5)
        return fleet.clinic

    print(f"The hub keeps visits of {_at_hub(where, make)} for {keep_days} days.")
    return 0


def _status(where: Locations) -> int:
    async def ask(hub: Hub, _fleet: Fleet) -> dict[str, dict[str, Any]]:
        from course.fleet.keeping import told

        return await told(hub)

    print(
        _ROW.format(
            "kiosk", "told", "state", "course", "visits", "waiting", "records", "last error"
        )
    )
    for name, state in sorted(_at_hub(where, ask).items()):
        ago = time.time() - float(state.get("told", 0))
        print(
            _ROW.format(
                name,
                f"{ago / 60:.0f} min" if ago < 7200 else f"{ago / 3600:.0f} h",
                "out of order" if state.get("paused") else "open",
                str(state.get("course") or "?"),
                str(state.get("visits")),
                str(state.get("waiting")),
                str(state.get("records_waiting", "-")),
                str(state.get("last_error") or ""),
            )
        )
    return 0


def _content(where: Locations, what: Callable[[Keeper], Awaitable[Content]]) -> int:
    order = _keeping(where, what)
    named = ", ".join(order.to) or "none"
    how = "held: no more kiosks take it" if order.held else f"{order.share} % of all kiosks"
    print(f"course {order.package.mark}: {how}; by name: {named}")
    return 0


def counted_at_hubs(folder: Path) -> Counted:
    """What all kiosks have counted, of the clinics in the keeper's folder, or of one of them.

    Raises CourseError.
    """
    homes = sorted({*folder.glob("keeper/fleet.yaml"), *folder.glob("*/keeper/fleet.yaml")})
    if not homes:
        raise UsageError(f"There is no keeper's fleet.yaml in {folder}. Give the folder of enrol.")
    try:
        from course.fleet import counts
        from course.fleet.hub import HubAwayError
    except ModuleNotFoundError:
        raise UsageError(NO_EXTRA) from None
    try:
        return asyncio.run(counts.gather(path.parent for path in homes))
    except HubAwayError as error:
        raise CourseError(f"The hub does not answer ({error}), so nothing is counted.") from None


def _keeping(where: Locations, what: Callable[[Keeper], Awaitable[T]]) -> T:
    async def do(hub: Hub, fleet: Fleet) -> T:
        from course.fleet.enrol import signing_key
        from course.fleet.keeping import Keeper

        # Where `enrol` has put it, beside the clinics.
        key = signing_key(where.data.resolve().parent.parent)
        return await what(Keeper(hub, fleet, key))

    return _at_hub(where, do)


def _at_hub(where: Locations, what: Callable[[Hub, Fleet], Awaitable[T]]) -> T:
    fleet = of(where)
    from course.fleet.hub import HubAwayError, connect

    async def do() -> T:
        hub = await connect(fleet, where.data)
        try:
            return await what(hub, fleet)
        finally:
            await hub.close()

    try:
        return asyncio.run(do())
    except HubAwayError as error:
        raise CourseError(
            f"The hub at {fleet.hub} did not do it ({error}). Check that it runs, that it knows "
            f"{fleet.clinic}, and that --data-dir is the keeper's folder of that clinic."
        ) from None


def _percent(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 100:
        raise argparse.ArgumentTypeError("give a whole number from 0 to 100")
    return int(text)
