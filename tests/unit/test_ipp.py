"""What became of a page, as CUPS itself tells it over its socket."""

import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import ipp, printing
from course.printing import Job, Printer
from tests.fake_cups import Cups
from tests.processes import PATIENCE, until

ABORTED, COMPLETED = 8, 9


def attribute(tag: int, name: bytes, value: bytes) -> bytes:
    sizes = struct.pack(">BH", tag, len(name)), struct.pack(">H", len(value))
    return sizes[0] + name + sizes[1] + value


def waiting(named: dict[int, bytes]) -> bytes:
    """The same of the jobs in a queue, by their numbers."""
    jobs = (
        b"\x02"
        + attribute(0x42, b"job-name", name)
        + attribute(0x21, b"job-id", struct.pack(">i", number))
        for number, name in named.items()
    )
    head = struct.pack(">BBHIB", 2, 0, 0, 1, 0x01)
    return head + attribute(0x47, b"attributes-charset", b"utf-8") + b"".join(jobs) + b"\x03"


def answer(state: int) -> bytes:
    """As CUPS 2.4 gives it: a head, two attributes that nobody asked for, and the state."""

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


@pytest.mark.parametrize("said", [b"", answer(9)[:-4], b"\x02\x00\x05\x00\x00\x00\x00\x01\x03"])
def test_what_is_no_answer_may_be_one_later(server: Server, said: bytes) -> None:
    server.says = said
    with pytest.raises(ipp.SilentError):
        ipp.state(57, PATIENCE)


def test_a_job_that_cups_does_not_know_is_not_asked_for_again(server: Server) -> None:
    server.says = b"\x02\x00\x04\x06\x00\x00\x00\x01\x03"
    with pytest.raises(ipp.RefusedError):
        ipp.state(57, PATIENCE)


def test_where_no_one_listens_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none"))
    with pytest.raises(ipp.RefusedError):
        ipp.state(57, PATIENCE)


@pytest.fixture
def cups(tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Cups:  # noqa: ARG001 - it answers
    monkeypatch.setattr(printing, "PAUSE", 0.01)
    return Cups(tmp_path, monkeypatch)


def printed(patience: float = PATIENCE) -> Job:
    job = Printer("Q", patience=patience).send(lambda: (b"a page", printing.PLAIN))
    assert job.is_over.wait(2 * PATIENCE)
    return job


@pytest.mark.usefixtures("cups")
@pytest.mark.parametrize(("state", "step"), [(ABORTED, "failed"), (COMPLETED, "printed")])
def test_nobody_is_told_that_a_page_came_which_did_not(
    state: int, step: str, server: Server
) -> None:
    server.says = answer(state)
    assert printed().step == step


@pytest.mark.usefixtures("cups")
def test_as_long_as_cups_does_not_answer_nobody_is_told_that_a_page_came(server: Server) -> None:
    server.says = b""
    assert printed(patience=0.3).step == "failed"
    assert len(server.heard) > 1


@pytest.mark.usefixtures("cups")
def test_cups_is_asked_until_it_answers(server: Server) -> None:
    server.says = b""
    job = Printer("Q").send(lambda: (b"a page", printing.PLAIN))
    until(lambda: bool(server.heard))
    server.says = answer(ABORTED)
    assert job.is_over.wait(PATIENCE)
    assert (job.step, job.why) == ("failed", "refused")


def test_pages_of_this_program_that_nobody_watched_are_taken_back_and_no_others(
    server: Server, cups: Cups
) -> None:
    server.says = waiting({3: b"course", 4: b"a letter", 5: b"course"})
    Printer("Q").clear()
    until(lambda: len(cups.canceled) == 2)
    assert cups.canceled == ["Q-3", "Q-5"]
    assert b"ipp://localhost/printers/Q" in server.heard[0]
