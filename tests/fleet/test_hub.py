"""Kiosks on a real hub: what goes from one to another, and what none can see or do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from course.fleet.enrol import enrol
from course.fleet.exchange import GONE, VISITS
from course.fleet.hub import Hub, HubAwayError, connect
from course.fleet.naming import Naming
from course.fleet.settings import Fleet
from course.fleet.sync import Sync
from progress.errors import NoSuchLearner
from progress.snapshot import Snapshot
from progress.transfer import put
from tests.fleet.conftest import Keeper
from tests.fleet.hub import ENDS_IN, needs_hub, until
from tests.fleet.place import KEEP_DAYS, Place

pytestmark = needs_hub


@asynccontextmanager
async def syncing(*places: Place) -> AsyncIterator[list[Sync]]:
    """Their syncs run, and know what the hub has."""
    syncs = []
    tasks = []
    for each in places:
        (each.data / "fleet").mkdir(exist_ok=True)
        syncs.append(Sync(each.fleet, each.data, KEEP_DAYS))
        tasks.append(asyncio.ensure_future(syncs[-1].run()))
    try:
        await until(lambda: all(sync.is_learned for sync in syncs))
        yield syncs
    finally:
        await ended(*tasks)


async def ended(*tasks: asyncio.Future[None]) -> None:
    """Tell syncs to end, and fail if one does not."""
    for task in tasks:
        task.cancel()
    _, left = await asyncio.wait(tasks, timeout=ENDS_IN)
    assert not left, f"a sync does not end: {left}"


@asynccontextmanager
async def at_hub(fleet: Fleet, data: Path) -> AsyncIterator[Hub]:
    hub = await connect(fleet, data)
    try:
        yield hub
    finally:
        await hub.close()


async def shared(place: Place, code: str) -> None:
    """Wait until the hub has the visit."""
    name = Naming(place.fleet.secret).of_code(code)
    async with at_hub(place.fleet, place.data) as hub:
        for _ in range(600):
            if (await hub.get(VISITS, name)).value is not None:
                return
            await asyncio.sleep(0.05)
    pytest.fail("the visit does not come to the hub")


async def test_a_visit_goes_on_at_another_kiosk_and_comes_back(one: Place, two: Place) -> None:
    code = one.store.create("en").code
    one.answer(code, 1)
    async with syncing(one, two):
        await shared(one, code)
        assert await asyncio.to_thread(two.door.bring, code) == "brought"
        assert two.answers(code) == [1]
        two.answer(code, 2)
        await until(lambda: one.answers(code) == [1, 2])


async def test_what_both_answered_while_apart_is_there_once(one: Place, two: Place) -> None:
    code = one.store.create("en").code
    one.answer(code, 1)
    async with syncing(one, two):
        await shared(one, code)
        assert await asyncio.to_thread(two.door.bring, code) == "brought"
    for number in (2, 3, 4):
        one.answer(code, number)
        two.answer(code, number * 10)
    async with syncing(one, two):
        both = [1, 2, 3, 4, 20, 30, 40]
        await until(lambda: sorted(one.answers(code)) == both)
        await until(lambda: one.answers(code) == two.answers(code))


async def test_who_is_forgotten_is_so_everywhere(one: Place, two: Place) -> None:
    code = one.store.create("en").code
    async with syncing(one, two):
        await shared(one, code)
        assert await asyncio.to_thread(two.door.bring, code) == "brought"
        one.forget(code)
        await until(lambda: code not in set(two.store.codes()))
        assert await asyncio.to_thread(two.door.bring, code) == "nobody"


async def test_a_kiosk_that_was_dark_learns_who_was_forgotten_before_it_opens_a_visit(
    one: Place, two: Place
) -> None:
    code = one.store.create("en").code
    async with syncing(one, two):
        await shared(one, code)
        assert await asyncio.to_thread(two.door.bring, code) == "brought"
    async with syncing(one):
        one.forget(code)
        await until(lambda: not list((one.data / "fleet" / "forgotten").iterdir()))
    two.answer(code, 9)
    async with syncing(two):
        assert await asyncio.to_thread(two.door.offers, code, 0.0) != "yes"
        with pytest.raises(NoSuchLearner):
            two.store.open(code)
    async with at_hub(one.fleet, one.data) as hub:
        entry = await hub.get(VISITS, Naming(one.fleet.secret).of_code(code))
        assert entry.value is None


async def test_a_code_that_was_given_twice_joins_nobody(one: Place, two: Place) -> None:
    code = one.store.create("en").code
    first = one.store.open(code)
    one.answer(code, 1)
    async with syncing(one, two) as _:
        await shared(one, code)
        tables = first.learner
        other = two.data / "learners" / f"{code}.json"
        two.store.create("en")
        earlier = replace(tables, created="2020-01-01T00:00:00Z")
        assert put(two.data / "learners", code, Snapshot(earlier, (), (), ()))
        two.answer(code, 7)
        another = two.store.create("en").code
        await shared(two, another)
        assert (one.answers(code), two.answers(code)) == ([1], [7])
        two.forget(code)
        await until(lambda: not other.exists())
        await until(lambda: not list((two.data / "fleet" / "forgotten").iterdir()))
        assert one.answers(code) == [1]


async def test_a_sync_ends_whenever_it_is_told_to(one: Place) -> None:
    (one.data / "fleet").mkdir()
    code = one.store.create("en").code
    for number in range(60):
        one.answer(code, number)
        task = asyncio.ensure_future(Sync(one.fleet, one.data, KEEP_DAYS).run())
        # The door is open by then: asyncio leaves a socket behind that is cancelled as it opens.
        await asyncio.sleep(0.02 + number * 0.004)
        await ended(task)


async def test_the_hub_holds_no_code_and_nothing_that_can_be_read(
    keeper: Keeper, one: Place
) -> None:
    code = one.store.create("en").code
    one.answer(code, 4711)
    async with syncing(one):
        await shared(one, code)
    held = b"".join(path.read_bytes() for path in keeper.hub.folder.rglob("*") if path.is_file())
    assert b"KV_visits" in held
    for secret in (code.encode(), b"0123456789ab", b"4711", b"created"):
        assert secret not in held


async def test_a_kiosk_sees_nothing_of_another_clinic(
    keeper: Keeper, one: Place, tmp_path: Path
) -> None:
    south = keeper.place(tmp_path / "south", "south", "one")
    code = south.store.create("en").code
    async with syncing(south):
        await shared(south, code)
    name = Naming(south.fleet.secret).of_code(code)
    async with at_hub(one.fleet, one.data) as hub:
        seen: list[str] = []
        await hub.follow(VISITS, lambda entry: seen.append(entry.key))
        assert name not in seen
        assert (await hub.get(VISITS, name)).value is None
        await hub.put(VISITS, name, b"overwritten")
    async with at_hub(south.fleet, south.data) as hub:
        entry = await hub.get(VISITS, name)
        assert entry.value not in (None, b"overwritten")


@pytest.mark.parametrize(
    "subject",
    [
        "$JS.API.STREAM.DELETE.KV_visits",
        "$JS.API.STREAM.PURGE.KV_visits",
        "$JS.API.STREAM.UPDATE.KV_visits",
        "$JS.API.STREAM.MSG.DELETE.KV_gone",
        "$JS.API.STREAM.CREATE.mine",
        "$KV.counts.two",
        "$KV.orders.content",
    ],
)
async def test_a_kiosk_may_not(one: Place, two: Place, subject: str) -> None:
    async with at_hub(two.fleet, two.data) as hub:
        await hub.put("counts", "two", b"mine")
    async with at_hub(one.fleet, one.data) as hub:
        with pytest.raises(HubAwayError):
            await hub.ask(subject, b"{}")
    async with at_hub(two.fleet, two.data) as hub:
        assert (await hub.get("counts", "two")).value == b"mine"


async def test_a_grave_cannot_be_opened(one: Place, two: Place) -> None:
    code = one.store.create("en").code
    grave = Naming(one.fleet.secret).of_visit("0" * 32, "x")
    async with at_hub(one.fleet, one.data) as hub:
        await hub.put(GONE, grave, b"")
        await hub.remove_after(GONE, grave, (await hub.get(GONE, grave)).revision)
    async with syncing(two) as (sync,):
        assert sync.knows_forgotten(grave)
    assert code in set(one.store.codes())


async def test_a_user_whom_the_hub_does_not_know_is_not_let_in(
    keeper: Keeper, tmp_path: Path
) -> None:
    enrol(tmp_path / "thief", "north", ["one"], keeper.hub.address, None)
    stranger = Place(tmp_path / "thief" / "north" / "one")
    with pytest.raises(HubAwayError):
        await connect(stranger.fleet, stranger.data)


async def test_nobody_is_spoken_with_in_the_clear_who_should_speak_tls(one: Place) -> None:
    fleet = replace(one.fleet, hub=one.fleet.hub.replace("nats:", "tls:"))
    with pytest.raises(HubAwayError, match="no TLS"):
        await connect(fleet, one.data)


# Of a connection that was cut, nats-py leaves the socket to be collected.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_with_the_hub_gone_a_person_is_told_so_within_a_second(
    keeper: Keeper, one: Place
) -> None:
    async with syncing(one):
        keeper.hub.kill()
        try:
            begun = asyncio.get_running_loop().time()
            code = one.store.create("en").code
            said = await asyncio.to_thread(one.door.bring, "000000000")
            assert said == "unreachable"
            assert asyncio.get_running_loop().time() - begun < 2.0
            assert await asyncio.to_thread(one.door.offers, code, 0.0) == "yes"
        finally:
            keeper.hub.start()
        await shared(one, code)
