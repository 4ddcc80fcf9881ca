"""File systems: how each is made, and mounted from a file."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.processes import PATIENCE

MB = 1024 * 1024


@dataclass(frozen=True)
class System:
    """A kind of file system; `size` in bytes is about the least that it takes."""

    name: str
    make: tuple[str, ...]
    size: int
    mend: tuple[str, ...] = ()
    """What looks it over at a boot, before it is mounted; the others do that by themselves."""

    def boot(self, image: Path) -> None:
        """Look it over as a machine does that starts after a power cut."""
        if self.mend:
            # Its status says whether there was something to mend.
            subprocess.run(
                [*self.mend, str(image)], check=False, capture_output=True, timeout=PATIENCE
            )

    def create(self, image: Path) -> None:
        """Make an empty one in a new file."""
        with image.open("wb") as file:
            file.truncate(self.size)
        run(*self.make, str(image))


SYSTEMS = {
    each.name: each
    for each in (
        System(
            "ext4",
            ("mkfs.ext4", "-q", "-F", "-E", "nodiscard"),
            64 * MB,
            # As the kiosk starts: the first block of ext4 is longer than a sector, and one that was
            # half written is mended only where nobody asks first (fsck.repair=yes).
            ("fsck.ext4", "-y"),
        ),
        System("xfs", ("mkfs.xfs", "-q", "-f", "-K"), 320 * MB),
        System("btrfs", ("mkfs.btrfs", "-q", "-f", "-K"), 160 * MB),
        System("vfat", ("mkfs.vfat",), 64 * MB, ("fsck.vfat", "-a", "-w")),
    )
}


def missing(name: str) -> str:
    """What this machine lacks for it, or nothing."""
    if shutil.which(SYSTEMS[name].make[0]) is None:
        return f"there is no {SYSTEMS[name].make[0]} here"
    known = Path("/proc/filesystems").read_text(encoding="utf-8").split()
    if name not in known and not _is_module(name):
        return f"the kernel of this machine has no {name}"
    return ""


def _is_module(name: str) -> bool:
    if shutil.which("modprobe") is None:
        return False
    return subprocess.run(["modprobe", "-q", name], check=False, timeout=PATIENCE).returncode == 0


def run(*command: str) -> str:
    """What a command says. Raises CalledProcessError, and TimeoutExpired if it does not end."""
    try:
        return subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=PATIENCE
        ).stdout
    except subprocess.CalledProcessError as error:
        error.add_note(error.stderr)
        raise


@contextmanager
def mounted(name: str, image: Path, folder: Path) -> Iterator[None]:
    """Mount it there for the duration of the block; the loop device goes with the mount."""
    run("mount", "-t", name, "-o", "loop", str(image), str(folder))
    try:
        yield
    finally:
        run("umount", str(folder))
