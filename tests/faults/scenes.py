"""Each act, and what happened to the files before it."""

from collections.abc import Callable
from dataclasses import dataclass

from progress.storage import Names
from tests.faults.acts import (
    IS_ROOT,
    Act,
    Create,
    Forget,
    Open,
    Rest,
    Save,
    SaveAsKiosk,
    SaveByTheClock,
    SaveByTheClockBefore,
    SaveWithoutLocks,
)


@dataclass(frozen=True)
class Scene:
    """An act, and what happened to the files before it."""

    name: str
    act: type[Act]
    before: Callable[[Names], object] = id  # as good as nothing
    lost: int = 0
    """Answers that were lost to the disk by what happened before."""
    hard_links: bool = True
    every_byte: bool = False
    """Cut each write at each of its bytes, and not at some only."""
    power: bool = True
    """Whether the power is cut as well; the disk that is made up for that has one folder only."""
    needs_root: bool = False


def _damage(generations: int) -> Callable[[Names], object]:
    return lambda names: [path.write_bytes(b"{") for path in names.generations[:generations]]


def _put_back(names: Names) -> None:
    names.current.write_bytes(names.generations[2].read_bytes())


def _without_older(names: Names) -> None:
    for path in names.generations[1:]:
        path.unlink()


SCENES = [
    Scene("save", Save, every_byte=True),
    Scene("save without hard links", Save, hard_links=False),
    Scene("save, current damaged", Save, _damage(1), 1),
    Scene("save, current gone", Save, lambda names: names.current.unlink(), 1),
    Scene("save, dead writer before", Save, lambda names: names.temporary.write_bytes(b"{")),
    Scene("save, no older generation", Save, _without_older),
    Scene("open", Open),
    Scene("open, current damaged", Open, _damage(1), 1),
    Scene("open, two damaged", Open, _damage(2), 2),
    Scene("open, current gone", Open, lambda names: names.current.unlink(), 1),
    Scene("create", Create),
    Scene("forget", Forget),
    Scene("forget, current damaged", Forget, _damage(1), 1),
    Scene("older-copy", Save, _put_back, 2),
    Scene("lock-less", SaveWithoutLocks, _put_back, 2),
    Scene("clock ahead", SaveByTheClock),
    Scene("clock behind", SaveByTheClockBefore),
    Scene("owner", SaveAsKiosk, needs_root=True),
    Scene("rest", Rest, power=False),
]  # fmt: skip
"""Every scene. Some need root, and are left out for others."""
PLAYED = [scene for scene in SCENES if IS_ROOT or not scene.needs_root]
