"""What a kiosk is told of the others, and how long it waits at most."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from course.clinic import Clinic
from course.content import loader
from course.content.compiled import Library
from course.fleet.desk import open_desk
from course.fleet.door import DAY, PATIENCE, Door
from course.fleet.graves import Graves
from course.fleet.naming import Naming
from course.flow.navigator import Navigator
from course.views.press import Spot
from course.visit.reception import Reception, ResumeError
from progress.codes import new_code
from progress.learners import LearnerStore
from tests import processes
from tests.paths import TEA
from tests.unit.flow.walking import press

SECRET = b"k" * 32
KEEP_DAYS = 30
COURSE = loader.load(TEA)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "fleet").mkdir()
    return tmp_path


@pytest.fixture
def door(data: Path) -> Door:
    return Door(data, SECRET, KEEP_DAYS)


@contextmanager
def sync_says(data: Path, word: str, after: float = 0.0) -> Iterator[list[tuple[str, str]]]:
    """Somebody at the other side of the door, who answers one word to all; what they were asked."""
    asked: list[tuple[str, str]] = []
    is_open, closing = threading.Event(), threading.Event()

    async def answer(ask: str, code: str) -> str:
        asked.append((ask, code))
        await asyncio.sleep(after)
        return word

    async def serve() -> None:
        async with open_desk(data / "fleet", answer):
            is_open.set()
            while not closing.is_set():
                await asyncio.sleep(0.01)

    # Nobody waits for it at the end of the tests, should it not end.
    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    try:
        assert is_open.wait(processes.PATIENCE), "the door does not open"
        yield asked
    finally:
        closing.set()
        thread.join(processes.PATIENCE)
    assert not thread.is_alive(), "the door does not close"


def reception(data: Path, door: Door) -> Reception:
    return Reception(lambda _: COURSE, (COURSE.language,), data / "learners", elsewhere=door)


def said(desk: Reception, code: str) -> str:
    with pytest.raises(ResumeError) as error:
        desk.resume(code)
    return error.value.reason


def test_without_a_sync_a_visit_that_is_here_opens_and_others_are_out_of_reach(
    data: Path, door: Door
) -> None:
    desk = reception(data, door)
    code = desk.begin("en").record.code
    assert desk.resume(code).record.code == code
    assert said(desk, new_code()) == "away"


def test_a_code_that_no_kiosk_has_is_nobodys(data: Path, door: Door) -> None:
    code = new_code()
    with sync_says(data, "nobody") as asked:
        assert said(reception(data, door), code) == "unknown"
    assert asked == [("bring", code)]


def test_who_guesses_waits_whether_or_not_the_hub_is_there(data: Path, door: Door) -> None:
    desk = reception(data, door)
    assert [said(desk, new_code()) for _ in range(6)] == [*["away"] * 2, *["later"] * 3, "wait"]


def test_a_visit_that_was_forgotten_elsewhere_is_nobodys(data: Path, door: Door) -> None:
    desk = reception(data, door)
    code = desk.begin("en").record.code
    with sync_says(data, "forgotten"):
        assert said(desk, code) == "unknown"


def test_an_old_visit_opens_only_when_it_is_known_that_it_was_not_forgotten(
    data: Path, door: Door
) -> None:
    later = (KEEP_DAYS + 1) * DAY
    assert door.offers(new_code(), later) == "unreachable"
    with sync_says(data, "yes"):
        assert door.offers(new_code(), later) == "yes"


def test_nobody_waits_for_longer_than_a_second(data: Path, door: Door) -> None:
    with sync_says(data, "brought", after=PATIENCE * 3):
        begun = time.monotonic()
        assert door.bring(new_code()) == "unreachable"
        assert time.monotonic() - begun < PATIENCE * 2


@pytest.mark.parametrize("word", ["", "x" * 500, "maybe"])
def test_words_that_nobody_knows_are_no_answer(data: Path, door: Door, word: str) -> None:
    with sync_says(data, word):
        assert door.bring(new_code()) == "unreachable"


def test_who_is_forgotten_is_noted_before_anything_of_them_goes(
    data: Path, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[list[str]] = []
    forget = LearnerStore.forget

    def looking(store: LearnerStore, code: str) -> None:
        noted.append(list(Graves(data).all()))
        forget(store, code)

    monkeypatch.setattr(LearnerStore, "forget", looking)
    desk = reception(data, door)
    visit = desk.begin("en")
    code = visit.record.code
    naming = Naming(SECRET)
    created = LearnerStore(data / "learners").open(code).learner.created
    assert desk.forget(visit)
    assert noted == [[naming.of_visit(naming.of_code(code), created)]]
    assert not any(code in path.name for path in data.rglob("*"))


def test_who_begins_and_goes_back_many_times_leaves_nothing(data: Path, door: Door) -> None:
    library = Library(TEA, None)
    navigator = Navigator(library, Clinic(), lambda: reception(data, door))
    codes = set()
    for _ in range(5):
        press(navigator, Spot.START)
        codes.add(navigator.visit.record.code)
        assert press(navigator, Spot.BACK).layout == "first"
    assert len(codes) == 5
    assert list(Graves(data).all()) == []
    assert not any(code in path.name for path in data.rglob("*") for code in codes)


def test_what_cannot_be_noted_is_not_said_to_be_forgotten(data: Path, door: Door) -> None:
    desk = reception(data, door)
    visit = desk.begin("en")
    (data / "fleet").rmdir()
    (data / "fleet").write_text("no folder")
    assert not desk.forget(visit)
    assert desk.resume(visit.record.code)


def test_the_names_of_a_code_differ_with_the_key_and_tell_nothing() -> None:
    code = new_code()
    one, other = (Naming(each * 32).of_code(code) for each in (b"a", b"b"))
    assert one != other
    assert code not in one
    assert one == Naming(b"a" * 32).of_code(code)
