"""What became of a page, as CUPS itself tells it over its socket."""

import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import ipp, printing
from course.printing import Printer
from tests.fake_cups import Cups
from tests.processes import PATIENCE

ABORTED, COMPLETED = 8, 9


def answer(state: int) -> bytes:
    """As CUPS 2.4 gives it: a head, two attributes that nobody asked for, and the state."""

    def attribute(tag: int, name: bytes, value: bytes) -> bytes:
        sizes = struct.pack(">BH", tag, len(name)), struct.pack(">H", len(value))
        return sizes[0] + name + sizes[1] + value

    return (
        struct.pack(">BBHIB", 2, 0, 0, 1, 0x01)
        + attribute(0x47, b"attributes-charset", b"utf-8")
        + attribute(0x48, b"attributes-natural-language", b"en")
        + b"\x02"
        + attribute(0x23, b"job-state", struct.pack(">i", state))
        + b"\x03"
    )


class Server:
    """Listens at a socket, and gives the same answer to everybody who asks."""

    def __init__(self, at: Path) -> None:
        self.says = answer(COMPLETED)
        self.heard: list[bytes] = []
        self._listens = socket.socket(socket.AF_UNIX)
        self._listens.bind(str(at))
        self._listens.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        # Whoever waits in accept() is woken by this, not by close().
        self._listens.shutdown(socket.SHUT_RDWR)
        self._listens.close()

    def _serve(self) -> None:
        while True:
            try:
                asks, _ = self._listens.accept()
            except OSError:
                return
            with asks:
                asks.settimeout(PATIENCE)
                heard = asks.recv(65536)
                while not heard.endswith(b"\x03") and (more := asks.recv(65536)):
                    heard += more
                self.heard.append(heard)
                head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(self.says)}\r\n\r\n"
                asks.sendall(head.encode() + self.says)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    at = tmp_path / "cups.sock"
    monkeypatch.setenv("CUPS_SERVER", str(at))
    found = Server(at)
    yield found
    found.close()


@pytest.mark.parametrize("state", [ABORTED, COMPLETED])
def test_it_tells_how_a_job_ended(server: Server, state: int) -> None:
    server.says = answer(state)
    assert ipp.state(57, PATIENCE) == state
    assert b"ipp://localhost/jobs/57" in server.heard[0]


@pytest.mark.parametrize("said", [b"", b"\x02\x00\x04\x06\x00\x00\x00\x01\x03", answer(9)[:-4]])
def test_what_is_no_answer_tells_nothing(server: Server, said: bytes) -> None:
    server.says = said
    assert ipp.state(57, PATIENCE) is None


def test_where_no_one_listens_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none"))
    assert ipp.state(57, PATIENCE) is None


@pytest.mark.parametrize(("state", "step"), [(ABORTED, "failed"), (COMPLETED, "printed")])
def test_nobody_is_told_that_a_page_came_which_did_not(
    state: int, step: str, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "PAUSE", 0.01)
    Cups(tmp_path, monkeypatch)
    server.says = answer(state)
    job = Printer("Q").send(lambda: (b"a page", printing.PLAIN))
    assert job.is_over.wait(PATIENCE)
    assert job.step == step
