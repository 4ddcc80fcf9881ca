"""`prolo sync` where it tells a learning record store, as one process."""

from __future__ import annotations

import asyncio
import json
import re
import shlex
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from course import locations
from course.cli import main as prolo
from course.content import loader
from course.fleet.record_store import RecordStore, StoreAwayError
from course.fleet.recording import outbox
from progress.inspection import names_of, newest
from progress.learners import LearnerStore
from tests.fleet.hub import ENDS_IN, needs_hub
from tests.fleet.outboxes import expected, filled, told
from tests.fleet.place import Place
from tests.fleet.record_stores import LOGIN, running
from tests.paths import ROOT, TEA
from tests.processes import until

IMPATIENT = """
import sys
from course.cli import main, sync
sync.GRACE = 1
sys.exit(main(sys.argv[1:]))
"""


@contextmanager
def syncing(data: Path) -> Iterator[None]:
    with (data / "sync.out").open("ab") as out:
        words = ["--data-dir", str(data), "--modules", str(TEA), "sync"]
        process = subprocess.Popen(
            [sys.executable, "app.py", *words], cwd=ROOT, stdout=out, stderr=out
        )
    try:
        yield
        process.terminate()
        assert process.wait(ENDS_IN) == 0, (data / "sync.out").read_text()
    finally:
        process.kill()
        process.wait(ENDS_IN)


FAULTY = [
    "https://lrs..example.org/xapi",
    "https://lrs.example.org:44e/xapi",
    "https://lrs.example.org:99999/xapi",
    "https://lrs.example.org/kühl",
    "https://[lrs",
]


@pytest.mark.parametrize("address", FAULTY)
def test_a_slip_in_the_address_of_the_store_is_told_with_how_to_mend_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    (tmp_path / "clinic.yaml").write_text(f"xapi: '{address}'\n", encoding="utf-8")
    assert prolo(["--data-dir", str(tmp_path), "sync"]) == 2
    said = capsys.readouterr().err
    assert f"xapi in clinic.yaml: {address} is no address." in said
    assert "as in https://lrs.example.org/xapi" in said
    assert "Traceback" not in said


@needs_hub
def test_a_slip_in_the_address_of_the_store_ends_no_sharing(one: Place) -> None:
    (one.data / "clinic.yaml").write_text(f"xapi: {FAULTY[0]}\n")
    with syncing(one.data):
        until(lambda: one.door.bring("000000000") == "nobody")
    assert "is no address" in (one.data / "fleet" / "sync.log").read_text()


def test_a_kiosk_that_gets_a_hub_later_tells_nothing_a_second_time(tmp_path: Path) -> None:
    filled(tmp_path / "learners", 3)
    where = locations.find(modules=TEA, data=tmp_path)

    async def told_with(secret: bytes | None) -> None:
        sending = outbox(where, address, secret, lambda at: loader.load(at), set)
        sending.look()
        while await sending.send():
            sending.look()

    (tmp_path / "xapi.login").write_text(LOGIN)
    with running() as store:
        address = f"http://127.0.0.1:{store.port}/xapi"
        asyncio.run(told_with(None))
        before = dict(store.held)
        assert before
        asyncio.run(told_with(b"c" * 32))
        assert store.held == before


@pytest.mark.parametrize(
    ("files", "runs"),
    [
        ({"fleet.yaml": "hub: tls://hub.example.org"}, True),
        ({"clinic.yaml": "name: A\nxapi: https://lrs.example.org/xapi\n"}, True),
        ({"clinic.yaml": "name: A\n# xapi: none\n", "xapi.login": LOGIN}, False),
        ({}, False),
    ],
)
def test_the_service_runs_where_there_is_something_to_do(
    tmp_path: Path, files: dict[str, str], runs: bool
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    unit = (ROOT / "deploy" / "fleet" / "prolo-sync.service").read_text()
    (typed,) = re.findall(r"^ExecCondition=(.*)$", unit, re.MULTILINE)
    words = shlex.split(typed.replace("/var/lib/prolo-kiosk", str(tmp_path)))
    done = subprocess.run(words, capture_output=True, timeout=ENDS_IN, check=False)
    assert (done.returncode == 0) == runs
    # systemd takes 255 for a start that failed.
    assert done.returncode < 255


def test_a_sync_that_is_told_to_end_does_so_in_order_whatever_a_store_does(tmp_path: Path) -> None:
    filled(tmp_path / "learners", 1)
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor() as beside:
        listening.settimeout(ENDS_IN)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/xapi"
        (tmp_path / "clinic.yaml").write_text(f"xapi: {address}\n")
        begun = threading.Event()
        dripping = beside.submit(drip, listening, begun, ended)
        words = ["--data-dir", str(tmp_path), "--modules", str(TEA), "sync"]
        process = subprocess.Popen([sys.executable, "-c", IMPATIENT, *words], cwd=ROOT)
        try:
            assert begun.wait(ENDS_IN), "nothing comes to the store"
            process.terminate()
            assert process.wait(ENDS_IN) == 0
        finally:
            ended.set()
            process.kill()
            process.wait(ENDS_IN)
            dripping.result(ENDS_IN)


def drip(listening: socket.socket, begun: threading.Event, ended: threading.Event) -> None:
    """Take one request, and reply for as long as somebody listens."""
    way, _ = listening.accept()
    with way, suppress(OSError):
        way.settimeout(ENDS_IN)
        way.recv(65_536)
        way.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n")
        begun.set()
        while not ended.wait(0.1):
            way.sendall(b" ")


def test_a_store_that_replies_nonsense_is_away() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor() as beside:
        listening.settimeout(ENDS_IN)
        done = beside.submit(replied, listening, b"HTTP/1.1 2x0 ok\r\n\r\n")
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/xapi"
        with pytest.raises(StoreAwayError):
            RecordStore(address, LOGIN).send(lambda: [{"id": "1"}])
        done.result(ENDS_IN)


def replied(listening: socket.socket, reply: bytes) -> None:
    """Take one request of a few bytes, and reply to it."""
    way, _ = listening.accept()
    with way:
        way.settimeout(ENDS_IN)
        way.recv(65_536)
        way.sendall(reply)


def test_a_kiosk_without_a_hub_tells_a_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running() as store:
        port = store.port
    folder = tmp_path / "learners"
    (tmp_path / "clinic.yaml").write_text(f"xapi: http://127.0.0.1:{port}/xapi\n")
    (tmp_path / "xapi.login").write_text(f"{LOGIN}\n")
    filled(folder, 4)
    forgotten = next(iter(LearnerStore(folder).codes()))

    def status() -> dict[str, object]:
        capsys.readouterr()
        assert prolo(["--data-dir", str(tmp_path), "kiosk", "status", "--json"]) == 0
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    with syncing(tmp_path):
        until(lambda: status().get("records_waiting"))
        LearnerStore(folder).forget(forgotten)
        visits = {c: newest(names_of(folder, c))[1] for c in LearnerStore(folder).codes()}
        with running(port) as store:
            until(lambda: status()["records_waiting"] == 0)
            assert told(store) == expected(visits)
            assert store.faults == []
