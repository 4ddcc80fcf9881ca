"""What came of the modules that arrived last: a small file, so that staff can read it on screen."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from course import durable

State = Literal["ready", "refused", "trial", "taken", "undone"]
"""Waits for its turn; has faults; in use but not yet for long; in use; was in use and failed."""

_FELL = "The course did not stay up with the new modules. Those before are in use again."
_LONGEST = 4096
"""Bytes of a report; a longer one was written by someone else, and counts as none."""
_ROOM = _LONGEST - 500
_LONGEST_LINE = 300


@dataclass(frozen=True)
class Report:
    """One arrival of modules."""

    state: State
    mark: str
    """Of the files that arrived; the same files are not looked at again."""
    when: str
    """Day and time, UTC."""
    problems: tuple[str, ...] = ()
    """As many as there is room for, each `file:line:column: what, and how to mend it`."""
    count: int = 0
    """How many there are."""

    def now(self, state: State) -> Report:
        """The same arrival, come to another state."""
        fell = (_FELL,) if state == "undone" else ()
        return replace(self, state=state, when=_now(), problems=fell, count=len(fell))

    def write(self, path: Path) -> None:
        """Raises OSError."""
        durable.write(path, json.dumps(vars(self)).encode("ascii"))


def of(state: State, mark: str, problems: Iterable[str] = ()) -> Report:
    """A report with as many of the problems as there is room for."""
    every = [each[:_LONGEST_LINE] for each in problems]
    kept: list[str] = []
    for each in every:
        if len(json.dumps([*kept, each])) > _ROOM:
            break
        kept.append(each)
    return Report(state, mark, _now(), tuple(kept), len(every))


def read(path: Path) -> Report | None:
    """The last report; None if there is none, or if it cannot be read."""
    try:
        found = json.loads(durable.read(path, _LONGEST) or "null")
        state, mark, when, problems, count = (
            found[name] for name in ("state", "mark", "when", "problems", "count")
        )
        texts = (mark, when, *problems)
        if state not in get_args(State) or not all(isinstance(each, str) for each in texts):
            return None
        return Report(state, mark, when, tuple(problems), int(count))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M")
