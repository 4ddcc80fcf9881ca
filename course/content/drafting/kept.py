"""The folder of a course of which only what was saved since is read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from course.content.drafting.watched import Stamp, stamp
from course.content.folder import Folder
from course.content.source.binding import Written
from course.content.source.svg_reader import Vector


class Kept:
    """What was read of the files of one folder, each with its stamp of then."""

    def __init__(self) -> None:
        self.files: dict[str, tuple[Stamp, Written[Any]]] = {}
        self.svgs: dict[str, tuple[Stamp, Vector]] = {}


class KeptFolder(Folder):
    """Reads as `Folder` does, and takes what has not changed from what is kept."""

    def __init__(self, path: Path, kept: Kept) -> None:
        self._kept = kept
        super().__init__(path)

    def read(self, shown: str, wanted: Any) -> Written[Any]:
        now = stamp(self.path / shown)
        found = self._kept.files.get(shown)
        if now is not None and found is not None and found[0] == now:
            self.seen.add(shown)
            self.read_files.append(found[1])
            return found[1]
        written = super().read(shown, wanted)
        if now is not None:
            self._kept.files[shown] = now, written
        return written

    def read_svg(self, name: str) -> bool:
        shown = f"pictures/{name}.svg"
        now = stamp(self.path / shown)
        found = self._kept.svgs.get(name)
        if now is not None and found is not None and found[0] == now:
            self.svgs[name] = found[1]
            self.seen.add(shown)
            return True
        is_there = super().read_svg(name)
        if is_there and now is not None:
            self._kept.svgs[name] = now, self.svgs[name]
        return is_there
