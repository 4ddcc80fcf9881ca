"""A hub of two clinics, for tests that try kiosks on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from course.cli import main as prolo
from course.fleet import settings
from course.fleet.enrol import enrol
from tests.fleet.hub import RunningHub
from tests.fleet.place import Place


class Keeper:
    """Who keeps the clinics: their folder, and the hub."""

    def __init__(self, folder: Path, hub: RunningHub) -> None:
        self.folder, self.hub = folder, hub

    def home(self, clinic: str) -> Path:
        return self.folder / clinic / "keeper"

    def place(self, data: Path, clinic: str, kiosk: str) -> Place:
        """One of their kiosks, on a data folder of its own."""
        data.mkdir(parents=True)
        source = self.folder / clinic / kiosk / settings.FILE
        (data / settings.FILE).write_text(source.read_text())
        return Place(data)


@pytest.fixture(autouse=True)
def _no_socket_is_left() -> Iterator[None]:
    """What a test opens it closes, and so does what it tries."""
    before = _sockets()
    yield
    left = _sockets() - before
    assert not left, f"{len(left)} sockets are left open"


def _sockets() -> set[str]:
    found = set()
    for path in Path("/proc/self/fd").glob("*"):
        # The one by which the folder itself is read has gone by now.
        with suppress(OSError):
            found.add(str(path.readlink()))
    return {name for name in found if name.startswith("socket:")}


@pytest.fixture(scope="module")
def keeper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keeper]:
    folder = tmp_path_factory.mktemp("hub")
    hub = RunningHub(folder / "hub", folder / "keeper")
    for clinic in ("north", "south"):
        enrol(folder / "keeper", clinic, ["one", "two"], hub.address, None)
    hub.start()
    found = Keeper(folder / "keeper", hub)
    try:
        for clinic in ("north", "south"):
            assert prolo(["--data-dir", str(found.home(clinic)), "fleet", "buckets"]) == 0
        yield found
    finally:
        hub.stop()


@pytest.fixture
def one(keeper: Keeper, tmp_path: Path) -> Place:
    return keeper.place(tmp_path / "one", "north", "one")


@pytest.fixture
def two(keeper: Keeper, tmp_path: Path) -> Place:
    return keeper.place(tmp_path / "two", "north", "two")
