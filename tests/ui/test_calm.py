"""Nothing on the screen jumps or flashes up, and a page turns in one frame."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from course.clinic import Clinic
from course.content.kinds.questions import Order
from course.views.model import signs
from course.views.press import Go, Spot
from tests.paths import MODULES, TEA
from tests.ui.conftest import Opening
from tests.ui.frames import RecordedApp
from tests.ui.person import Person, rest, wait_until
from tests.ui.places import Places, long_page, navigator_on, place_of
from tests.ui.walk import brought_to


@asynccontextmanager
async def recorded(
    folder: Path,
    modules: Path = TEA,
    size: tuple[int, int] = (80, 24),
    clinic: Clinic | None = None,
) -> AsyncIterator[Person]:
    """The course on a terminal that counts its frames, once it has come to rest."""
    app = RecordedApp(navigator_on(modules, folder / "learners", clinic))
    async with app.run_test(headless=False, size=size) as pilot:
        person = Person(pilot)
        await rest(app)
        # Textual itself draws every app a second time when it has begun.
        await wait_until(lambda: len(app.frames) > 1 and app.shown == person.rows)
        yield person


def frames_of(person: Person) -> list[list[str]]:
    assert isinstance(person.app, RecordedApp)
    return person.app.frames


async def turned(person: Person, key: str) -> list[list[str]]:
    """Press a key, and give the frames that came until what it led to was on the terminal."""
    frames = frames_of(person)
    before = len(frames)
    await person.press(key)
    await wait_until(lambda: frames[-1] == person.rows)
    await rest(person.app)
    return frames[before:]


async def test_a_page_turns_in_one_frame(tmp_path: Path) -> None:
    async with recorded(tmp_path) as person:
        seen, start, changes = set(), len(frames_of(person)), 0
        for key in [*"19", "enter", *"9099?0", *"9999", "2", "9", "down", "enter", *"9990"]:
            before = person.text
            frames = await turned(person, key)
            changed = before != person.text
            assert len(frames) == changed, f"{key}:\n{person.text}"
            changes += changed
            seen.add(person.stage.state.view.layout)
        assert {"code", "page", "question", "feedback", "list"} <= seen
        assert len(frames_of(person)) - start == changes


async def test_more_does_not_flash_up_where_all_fits(tmp_path: Path) -> None:
    asks = Clinic(evaluation="before-after")
    async with recorded(tmp_path, MODULES, clinic=asks) as person:
        start = len(frames_of(person))
        await turned(person, signs(person.stage.state.view)[Go(Spot.START)])
        await turned(person, "9")
        assert person.stage.state.view.layout == "question"
        frames = frames_of(person)[start:]
        assert not any("More" in row for frame in frames for row in frame)


async def test_a_choice_far_down_does_not_jump_back_to_the_top(tmp_path: Path) -> None:
    places = Places.of(TEA, tmp_path)
    async with brought_to(places, places.visits.at(place_of(places, Order)), (40, 15)) as person:
        stage = person.stage
        await person.press_while(lambda: person.target("More"), "pagedown")
        top, last = stage.state.top, stage.state.view.cards[-1]
        assert top > 0
        await person.tap(last.text)
        assert stage.state.view.cards[-1].mark == "picked"
        # A card that has become higher by its number may go up a little, to be seen whole.
        assert stage.state.top >= top
        assert stage.state.held == last.press
        assert last.text in person.words


@pytest.mark.parametrize("opens", ["Help", "Sources"])
async def test_a_page_stays_where_it_was_when_what_was_opened_over_it_closes(
    tmp_path: Path, opens: str
) -> None:
    places = Places.of(MODULES, tmp_path)
    async with brought_to(places, long_page(places), (40, 15)) as person:
        assert person.target("More") is not None
        await person.press("pagedown")
        before = person.text
        assert person.stage.state.top > 0
        await person.press("?")
        if opens == "Sources":
            await person.tap(opens)
        assert person.text != before
        await person.press_while(lambda: person.text != before and person.target("Close"), "escape")
        assert person.text == before


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (20, 5), (500, 300)], ids=str)
async def test_the_screen_comes_to_rest_at_every_size(
    opened: Opening, size: tuple[int, int]
) -> None:
    async with opened() as person:
        await person.resize(*size)
        assert len(person.rows) == size[1]
