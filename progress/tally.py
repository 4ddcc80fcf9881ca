"""Counts under names, in one file for all people together: of nobody in it can anything be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from progress import files
from progress.errors import CannotRead, CannotSave, Damaged, because

_MOST = 1_000_000
"""Bytes; a file of counts takes a few thousand."""


class Counted(msgspec.Struct, frozen=True):
    """What was counted under one plan."""

    plan: str
    """What was to be counted and how, as it was fixed before the first count."""
    counts: dict[str, int]


class Tally:
    """A file of counts, a group of them for each plan. Several processes may add to it.

    It has no earlier generations: two of them would tell what the person between them did.
    """

    def __init__(self, path: Path) -> None:
        """Touches no disk."""
        self._path = path
        self._lock = path.with_name(f".{path.name}.lock")
        self._new = path.with_name(f".{path.name}.new")

    def read(self) -> dict[str, Counted]:
        """What was counted, by the mark of its plan. Raises CannotRead and Damaged."""
        try:
            content = files.read(self._path, _MOST) if files.exists(self._path) else b"{}"
        except OSError as error:
            raise CannotRead(because(error)) from error
        try:
            return msgspec.json.decode(content, type=dict[str, Counted])
        except msgspec.MsgspecError as error:
            raise Damaged("its counts cannot be read") from error

    def add(self, mark: str, plan: str, names: Iterable[str]) -> None:
        """One more of each name, under the plan with this mark; on the disk when this returns.

        The text of a plan stays as it was at its first count. A damaged file is set aside under
        another name. Raises CannotSave and LearnerBusy.
        """
        try:
            files.make_folder(self._path.parent)
            with files.lock(self._lock):
                try:
                    found = self.read()
                except Damaged:
                    files.move(self._path, self._aside())
                    found = {}
                before = found.get(mark) or Counted(plan, {})
                found[mark] = Counted(before.plan, _sum(before.counts, names))
                files.write_new(self._new, msgspec.json.encode(found))
                files.move(self._new, self._path)
        except (OSError, CannotRead) as error:
            with suppress(OSError):
                files.remove(self._new)
            raise CannotSave(str(error)) from error

    def _aside(self) -> Path:
        names = (self._path.with_name(f"{self._path.name}.damaged-{n}") for n in range(1, 1000))
        return next(name for name in names if not files.exists(name))


def _sum(counts: Mapping[str, int], names: Iterable[str]) -> dict[str, int]:
    return dict(sorted((Counter(counts) + Counter(names)).items()))
