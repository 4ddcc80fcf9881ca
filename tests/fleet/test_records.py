"""What a learning record store is told: everything once, of nobody by name, and nothing of whom is
forgotten."""

from __future__ import annotations

import json
import socket
import tracemalloc
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from random import Random

import pytest

from course.fleet.naming import Naming
from course.fleet.record_store import StoreAwayError
from course.fleet.statements import Statements
from progress.learners import LearnerStore, resting_place
from progress.records import Answer, PageRead
from tests.fleet.hub import ENDS_IN
from tests.fleet.outboxes import SECRET, Kiosk, expected, filled, finished, told
from tests.fleet.record_stores import Losing, Store, running

ONE = Answer(
    module="m",
    question="q",
    hash="0123456789ab",
    choice="yes",
    result="right",
    seconds=1,
    when="2026-01-01T00:00:00Z",
)


@pytest.fixture
def store() -> Iterator[Store]:
    with running() as found:
        yield found
        assert found.faults == []


async def test_with_replies_lost_nothing_is_lost_and_nothing_is_there_twice(
    tmp_path: Path, store: Store
) -> None:
    rng = Random(7)
    network = Losing(store.port, rng, loses=0.6)
    try:
        kiosk = Kiosk(tmp_path, network.port)
        for number in range(5):
            filled(kiosk.folder, 12, seed=number)
            for _ in range(200):
                try:
                    await kiosk.send_all()
                    break
                except StoreAwayError:
                    if rng.random() < 0.3:
                        kiosk.start()
            if number == 2:
                # What was noted of all that was sent is lost.
                for path in (tmp_path / "fleet" / "records").iterdir():
                    path.unlink()
                kiosk.start()
    finally:
        network.end()
    assert kiosk.outbox.waiting == 0
    assert told(store) == expected(kiosk.visits())
    assert network.lost.count("request") > 3
    assert network.lost.count("reply") > 3


def test_a_client_that_dies_in_the_middle_keeps_the_network_not_busy(store: Store) -> None:
    network = Losing(store.port, Random(1), loses=0.0)
    try:
        with socket.create_connection(("127.0.0.1", network.port), ENDS_IN) as way:
            way.sendall(b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nhalf")
    finally:
        network.end()
    assert store.requests == 0


@pytest.mark.slow
async def test_what_waits_takes_no_room_in_memory(tmp_path: Path, store: Store) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    filled(kiosk.folder, 10)
    await kiosk.send_all()
    filled(kiosk.folder, 150, seed=2)
    tracemalloc.start()
    try:
        kiosk.outbox.look()
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kiosk.outbox.waiting > 1000
    # A statement is some 2,000 bytes.
    assert held / kiosk.outbox.waiting < 300
    await kiosk.send_all()
    assert told(store) == expected(kiosk.visits())


async def test_of_two_answers_that_are_alike_both_are_told(tmp_path: Path, store: Store) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    learner = LearnerStore(kiosk.folder).create("en")
    for _ in range(2):
        with learner.saving() as changes:
            changes.answer(ONE)
        await kiosk.send_all()
    assert len(store.held) == 2


async def test_who_is_forgotten_waits_no_longer(tmp_path: Path, store: Store) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    filled(kiosk.folder, 6)
    kiosk.outbox.look()
    first, *others = kiosk.visits()
    LearnerStore(kiosk.folder).forget(first)
    left = kiosk.visits()
    assert set(left) == set(others)
    await kiosk.send_all()
    assert told(store) == expected(left)
    for code in others:
        LearnerStore(kiosk.folder).forget(code)
    kiosk.outbox.look()
    assert list((tmp_path / "fleet" / "records").iterdir()) == []
    assert kiosk.outbox.waiting == 0


async def test_who_is_forgotten_while_the_store_is_being_reached_is_not_told(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    filled(kiosk.folder, 3)
    kiosk.outbox.look()
    connect = HTTPConnection.connect

    def slowly(self: HTTPConnection) -> None:
        connect(self)
        for code in kiosk.visits():
            LearnerStore(kiosk.folder).forget(code)

    monkeypatch.setattr(HTTPConnection, "connect", slowly)
    await kiosk.send_all()
    assert store.held == {}
    assert kiosk.outbox.waiting == 0


async def test_who_was_put_to_rest_is_told_still(tmp_path: Path, store: Store) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    filled(kiosk.folder, 3)
    visits = kiosk.visits()
    kiosk.outbox.look()
    rest = resting_place(kiosk.folder)
    rest.mkdir()
    for path in kiosk.folder.glob("*.json*"):
        path.rename(rest / path.name)
    await kiosk.send_all()
    assert told(store) == expected(visits)


async def test_a_guest_is_told_by_their_own_kiosk(tmp_path: Path, store: Store) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    filled(kiosk.folder, 2)
    visits = kiosk.visits()
    guest = next(iter(visits))
    kiosk.guests = {Naming(SECRET).of_code(guest)}
    await kiosk.send_all()
    del visits[guest]
    assert told(store) == expected(visits)


async def test_nothing_that_is_sent_leads_back_to_a_code(tmp_path: Path, store: Store) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    filled(kiosk.folder, 5)
    await kiosk.send_all()
    held = json.dumps(store.held)
    for code, visit in kiosk.visits().items():
        assert code not in held
        assert Naming(SECRET).of_code(code) not in held
        ids = Statements(SECRET, "https://x.org").of(code, visit, ["m"]).keys()
        assert not ids & Statements(b"t" * 32, "https://x.org").of(code, visit, ["m"]).keys()
        assert ids == Statements(SECRET, "https://x.org").of(code, visit, ["m"]).keys()


async def test_a_statement_that_is_refused_stands_in_no_others_way(
    tmp_path: Path, store: Store
) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    filled(kiosk.folder, 8)
    visits = kiosk.visits()
    every = expected(visits)
    question = next(name for name in every if ":" in name).split()[0]
    store.refuses = f"urn:prolotherapy-course:{question}"
    await kiosk.send_all()
    right = {name: n for name, n in every.items() if name.split()[0] != question}
    assert told(store) == right
    assert kiosk.outbox.waiting == every.total() - len(store.held) > 0
    assert "does not take a statement" in kiosk.log.read_text()
    # Whoever goes on is told of, and nothing that was refused is tried again.
    code = next(code for code, visit in visits.items() if expected({code: visit}) - told(store))
    requests = store.requests
    with LearnerStore(kiosk.folder).open(code).saving() as changes:
        changes.answer(ONE)
    await kiosk.send_all()
    assert store.requests == requests + 1
    assert told(store) == {**right, f"m:q {ONE.choice} {ONE.when}": 1}


@pytest.mark.slow
async def test_a_module_that_goes_on_after_its_reply_was_lost_is_told_once(
    tmp_path: Path, store: Store
) -> None:
    kiosk = Kiosk(tmp_path, store.port)
    filled(kiosk.folder, 12)
    visits = kiosk.visits()
    code = next(code for code, visit in visits.items() if finished(visit))
    await kiosk.send_all()
    before = told(store)
    for path in (tmp_path / "fleet" / "records").iterdir():
        path.unlink()
    kiosk.start()
    with LearnerStore(kiosk.folder).open(code).saving() as changes:
        module = finished(visits[code])[0]
        changes.page_read(PageRead(module=module, page="one-more", when="2036-01-01T00:00:00Z"))
    await kiosk.send_all()
    assert kiosk.outbox.waiting == 0
    assert told(store) == before
