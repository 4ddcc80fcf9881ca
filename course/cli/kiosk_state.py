"""`prolo kiosk pause`, `resume` and `status`: a kiosk from the shell, while it runs or not."""

from __future__ import annotations

import json
import time
from typing import Any

from course.cli.elsewhere import FILE
from course.errors import UsageError
from course.kiosk import machine, metrics
from course.kiosk.machine import Machine
from course.kiosk.settings import Settings
from course.kiosk.updates import outcome
from course.kiosk.updates.modules import notices, version_of
from course.kiosk.updates.places import Places
from course.locations import Locations


def pause(where: Locations, paused: bool) -> int:
    """Put up the page that says so, or take it down; both take effect once nobody is there."""
    settings = _settings(where)
    if settings.paused.exists() == paused:
        print("It is out of order already." if paused else "It was not out of order.")
        return 0
    try:
        machine.pause(settings, paused)
    except OSError as error:
        raise UsageError(
            f"{settings.paused}: This cannot be {'written' if paused else 'removed'} "
            f"({error.strerror}). Run this as the user that the kiosk runs as."
        ) from None
    print(
        "The screen says that it is out of order as soon as nobody is there."
        if paused
        else "The course opens again, within a second where the kiosk runs."
    )
    return 0


def tell(where: Locations, *, as_json: bool, as_metrics: bool) -> int:
    """Tell the state of the machine, in lines, as one object, or as node_exporter reads it."""
    settings = _settings(where)
    found = machine.look(settings)
    is_paused = settings.paused.exists()
    if as_metrics:
        lines = metrics.lines(
            found,
            is_paused=is_paused,
            is_up=metrics.is_up(where.data),
            answers=metrics.answers(where.data),
            sync_age=_sync_age(where),
        )
        for line in lines:
            print(line)
        return 0
    if as_json:
        known = {**_object(found, is_paused), **_running(where), **_records(where)}
        print(json.dumps(known, indent=2))
        return 0
    rows = {
        "state": "out of order, put up by staff" if is_paused else "open",
        "program": found.version,
        "course": found.content or "cannot be read",
        "visits kept": str(found.learners),
        "last save": found.last_save.isoformat(" ", "minutes") if found.last_save else "none",
        "free": f"{found.free} MB" if found.free is not None else "the disk cannot be read",
        "last error": found.last_error or "none",
        "not printed": _not_printed(found),
    }
    for name, told in rows.items():
        print(f"{name:<12}  {told}")
    for notice in found.notices:
        print(f"{'modules.new':<12}  {notice}")
    return 0


def _not_printed(found: Machine) -> str:
    last = found.unprinted
    return f"{last.count}, the last one {last.when}: {last.why}" if last else "none"


def told(where: Locations) -> dict[str, Any]:
    """What a kiosk with a hub tells of itself: nothing of it says who learned what."""
    from course.fleet import state

    settings = _settings(where)
    report = outcome.read(Places(where.data).report)
    sync = state.read(where.data)
    return {
        **_object(machine.look(settings), settings.paused.exists()),
        **_running(where),
        "modules_state": report.state if report else None,
        "waiting": sync.waiting if sync else None,
        **_records(where),
        "told": int(time.time()),
    }


def _sync_age(where: Locations) -> float | None:
    if not (where.data / FILE).exists():
        return None
    from course.fleet import state

    sync = state.read(where.data)
    return time.time() - sync.last_shared if sync else None


def _running(where: Locations) -> dict[str, bool | None]:
    return {"up": metrics.is_up(where.data), "answering": metrics.answers(where.data)}


def _records(where: Locations) -> dict[str, Any]:
    """What waits for a learning record store; nothing where none was ever told."""
    if not (where.data / "fleet" / "records.json").exists():
        return {}
    from course.fleet import outbox

    found = outbox.read(where.data)
    return {"records_waiting": found.waiting if found else None}


def _settings(where: Locations) -> Settings:
    if not where.data.is_dir():
        raise UsageError(
            f"There is no folder {where.data}. Give --data-dir the data folder of the kiosk."
        )
    places = Places(where.data)
    return Settings(
        where.data,
        content=lambda: version_of(places.in_use or where.modules),
        notices=lambda: notices(places),
    )


def _object(found: Machine, is_paused: bool) -> dict[str, Any]:
    return {
        "paused": is_paused,
        "program": found.version,
        "course": found.content or None,
        "visits": found.learners,
        "last_save": found.last_save.isoformat() if found.last_save else None,
        "free_megabytes": found.free,
        "last_error": found.last_error,
        "unprinted": found.unprinted.count if found.unprinted else 0,
        "modules_new": list(found.notices),
    }
