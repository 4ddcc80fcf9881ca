"""Who is to be forgotten everywhere: a file for each, from before their data goes here until the
hub knows. Its name is all there is in it, and holds no code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from course import durable

_GRAVE = re.compile(r"[0-9a-f]{32}\.[0-9a-f]{16}")


class Graves:
    """The folder of those files. Making the object touches no disk."""

    def __init__(self, data: Path) -> None:
        self._folder = data / "fleet" / "forgotten"

    def dig(self, grave: str) -> None:
        """Note one; on the disk when this returns. Raises OSError."""
        durable.write(self._folder / grave, b"")

    def all(self) -> Iterator[str]:
        """Those that the hub may not know yet. Raises OSError."""
        with suppress(FileNotFoundError):
            for path in self._folder.iterdir():
                if _GRAVE.fullmatch(path.name):
                    yield path.name

    def close(self, grave: str) -> None:
        """The hub knows it. Raises OSError."""
        durable.remove(self._folder / grave)
