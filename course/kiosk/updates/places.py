"""Where new modules arrive, and which modules are in use: the folders, and how they change places.

`modules.new`      put there by staff; read, never changed
`modules.checked`  a copy of it without a fault; becomes `modules` between two people
`modules`          in use; where it is missing, the modules that came with the program
`modules.old`      in use before
`modules.report`   what came of it, for staff

Each change is a rename of a folder, so a power cut leaves a state that `mend` understands.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from course import durable


@dataclass(frozen=True)
class Places:
    """The folders and the file of one data folder."""

    data: Path
    asked_incoming: Path | None = None
    """Another place at which new modules arrive."""

    @property
    def incoming(self) -> Path:
        return self.asked_incoming or self.data / "modules.new"

    @property
    def copy(self) -> Path:
        return self.data / "modules.copy"

    @property
    def checked(self) -> Path:
        return self.data / "modules.checked"

    @property
    def current(self) -> Path:
        return self.data / "modules"

    @property
    def old(self) -> Path:
        return self.data / "modules.old"

    @property
    def report(self) -> Path:
        return self.data / "modules.report"

    @property
    def in_use(self) -> Path | None:
        """The modules in use, if they are not those that came with the program."""
        return self.current if is_folder(self.current) else None

    def is_waiting(self) -> bool:
        """Whether checked modules wait to be taken over. Quick enough to be asked every second."""
        return is_folder(self.checked)

    def mend(self) -> None:
        """Finish or undo a change that a power cut broke off. Raises OSError."""
        if not self.current.exists() and self.old.is_dir():
            self._move(self.old, self.current)
        remove(self.copy)

    def take_over(self) -> bool:
        """Put checked modules to use; False if there are none. Raises OSError."""
        if not self.is_waiting():
            return False
        if self.current.exists():
            remove(self.old)
            self._move(self.current, self.old)
        self._move(self.checked, self.current)
        return True

    def offer(self) -> None:
        """The copy has no fault: from now on it waits to be taken over. Raises OSError."""
        self._move(self.copy, self.checked)

    def give_up(self) -> None:
        """Go back to the modules in use before, or to those of the program. Raises OSError."""
        remove(self.copy)
        if self.current.exists():
            self._move(self.current, self.copy)
        if self.old.is_dir():
            self._move(self.old, self.current)
        remove(self.copy)

    def _move(self, source: Path, target: Path) -> None:
        source.rename(target)
        # It is done, and `mend` understands whatever a power cut makes of it.
        with suppress(OSError):
            durable.sync_folder(self.data)


def is_folder(path: Path) -> bool:
    """Whether it is a folder; False where that cannot be told, as on a stick that is locked."""
    with suppress(OSError):
        return path.is_dir()
    return False


def remove(path: Path) -> None:
    """Remove a folder or a file, if it is there. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
