"""Whether what draws the screen still answers."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.kiosk.supervisor.compositor import SILENCE, Compositor
from tests.processes import PATIENCE, until

DONE = struct.pack("=IHHI", 2, 0, 12, 7) + struct.pack("=IHHI", 1, 1, 12, 2)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


class Cage:
    """Answers as a compositor does, until it stands still."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[bytes] = []
        self.stands_still = False
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._door.bind(str(folder / "wayland-0"))
        self._door.listen(8)
        self._serving = threading.Thread(target=self._serve, daemon=True)
        self._serving.start()

    def _serve(self) -> None:
        kept = []
        while True:
            try:
                link, _ = self._door.accept()
            except OSError:
                break
            kept.append(link)
            self.asked.append(link.recv(64))
            if not self.stands_still:
                link.send(DONE)
        for link in kept:
            link.close()

    def close(self) -> None:
        # Or the wait for the next one would go on.
        self._door.shutdown(socket.SHUT_RDWR)
        self._serving.join(PATIENCE)
        self._door.close()


@pytest.fixture
def cage(tmp_path: Path) -> Iterator[Cage]:
    found = Cage(tmp_path)
    yield found
    found.close()


def look(cage: Cage, clock: Clock) -> Compositor:
    return Compositor({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(cage.folder)}, clock)


def test_it_is_asked_again_and_again_and_answers(cage: Cage) -> None:
    clock = Clock()
    compositor = look(cage, clock)
    while len(cage.asked) < 5:
        assert compositor.lives()
        clock.now += SILENCE / 2
        until(lambda: compositor._link is None or _answered(compositor))
    compositor.hang_up()
    assert set(cage.asked) == {struct.pack("=IHHI", 1, 0, 12, 2)}


def _answered(compositor: Compositor) -> bool:
    assert compositor._link is not None
    try:
        return bool(compositor._link.recv(1, socket.MSG_PEEK))
    except BlockingIOError:
        return False


def test_one_that_stands_still_is_found_out(cage: Cage) -> None:
    clock = Clock()
    compositor = look(cage, clock)
    cage.stands_still = True
    assert compositor.lives()
    until(lambda: cage.asked)
    clock.now += SILENCE - 0.1
    assert compositor.lives()
    clock.now += 0.1
    assert not compositor.lives()
    compositor.hang_up()


def test_one_that_takes_no_question_is_found_out(tmp_path: Path) -> None:
    clock = Clock()
    compositor = Compositor(
        {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}, clock
    )
    assert compositor.lives()
    clock.now += SILENCE
    assert not compositor.lives()


def test_without_one_there_is_none_to_ask() -> None:
    clock = Clock()
    compositor = Compositor({"XDG_RUNTIME_DIR": "/nowhere"}, clock)
    assert compositor.lives()
    clock.now += 10 * SILENCE
    assert compositor.lives()
