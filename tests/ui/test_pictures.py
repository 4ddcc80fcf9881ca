"""Pictures come onto a terminal that shows them, each in its place, and leave nothing behind."""

from __future__ import annotations

import random
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region, Size

from course.content.loader import load
from course.ui.course_app import CourseApp
from course.ui.paint.placed import Placed
from course.ui.paint.sheet import READ, Kit, Sheet
from course.ui.stage.sight import PicturesFound, Sight
from course.views.press import Spot
from course.visit.route import Place
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.paths import BAD, MODULES, TEA
from tests.sixels import decode
from tests.slow import one_now
from tests.ui.frames import CELL, RecordedApp
from tests.ui.person import Person, rest, wait_until
from tests.ui.places import navigator_on
from tests.ui.voice import SomeVoice

pytest.importorskip("resvg_py", reason="pictures are an extra")
pytest.importorskip("PIL", reason="pictures are an extra")

POND = BAD / "sound"
TITLE = "A pond"
"""A page of it with a picture."""
SIZE = (80, 24)
TIMES = 20
"""How often a frame may follow that nobody asked for; a guard."""


def found() -> PicturesFound:
    sight = Sight({}, lambda: CELL)
    sight.way = "sixel"
    return PicturesFound(sight)


@asynccontextmanager
async def opened(
    modules: Path, folder: Path, *, sees: bool = True, voice: SomeVoice | None = None
) -> AsyncIterator[Person]:
    """The course, and on the pond a visit at the page before the one with its picture."""
    visit = at_the_pond() if modules == POND else None
    app = RecordedApp(navigator_on(modules, folder, visit=visit), lambda _language: voice)
    async with app.run_test(headless=False, size=SIZE) as pilot:
        await rest(app)
        if sees:
            app.post_message(found())
        await rest(app)
        yield Person(pilot)


def at_the_pond() -> Visit:
    visit = Visit(load(POND), LearnerFile.in_memory("en"))
    visit.go(Place("page", "more", "kinds"))
    return visit


def recorded(person: Person) -> RecordedApp:
    assert isinstance(person.app, RecordedApp)
    return person.app


def placed(app: CourseApp) -> tuple[Placed, ...]:
    """The pictures that belong on the screen now."""
    stage, context = app.stage, app.navigator.context
    kit = Kit(context.edition, app.current_theme, cell=CELL)
    return Sheet(stage.state.view, stage.size, kit).pictures(stage.state.top)


def cells(regions: list[Region]) -> set[tuple[int, int]]:
    return {
        (x, y) for each in regions for x in range(*each.column_span) for y in range(*each.line_span)
    }


def has_size(app: CourseApp, size: Size) -> bool:
    return app.stage.size == size


def has_frames(app: RecordedApp, count: int) -> bool:
    return len(app.frames) >= count


def all_are_drawn() -> bool:
    """Whether nothing is left to do for the thread that draws."""
    return all(each.name != "pictures" for each in threading.enumerate())


def is_covered(app: RecordedApp) -> bool:
    return app.covered == cells([each.region for each in placed(app)])


async def until_covered(person: Person) -> None:
    """Wait until pictures are where they belong, and nowhere else, and nothing more is to come."""
    app = recorded(person)
    for _ in range(TIMES):
        await rest(app)
        await wait_until(partial(is_covered, app))
        await wait_until(all_are_drawn)
        await rest(app)
        if is_covered(app):
            return
    raise AssertionError("it never comes to rest")


async def come_to_the_pond(person: Person) -> None:
    await person.begin()
    await person.press("9")
    assert person.stage.state.view.title == TITLE
    await until_covered(person)


async def test_a_picture_comes_once_and_fills_its_cells(tmp_path: Path) -> None:
    async with opened(POND, tmp_path) as person:
        await come_to_the_pond(person)
        app = recorded(person)
        (shown,) = [each for frame in app.pictures for each in frame]
        (region,) = [each.region for each in placed(app)]
        assert (shown.column, shown.row) == (region.x, region.y)
        assert shown.size == (region.width * CELL[0], region.height * CELL[1])
        assert sum(color is not None for row in decode(shown.data) for color in row) > 100


async def test_it_goes_with_its_page_and_is_back_in_one_frame(tmp_path: Path) -> None:
    async with opened(POND, tmp_path) as person:
        await come_to_the_pond(person)
        app = recorded(person)
        await person.press("9")
        await until_covered(person)
        assert app.covered == set()
        frames = len(app.frames)
        await person.press("0")
        await until_covered(person)
        assert app.covered
        assert len(app.frames) == frames + 1


async def test_to_point_out_something_else_leaves_it_alone(tmp_path: Path) -> None:
    async with opened(POND, tmp_path) as person:
        await come_to_the_pond(person)
        app = recorded(person)
        frames = len(app.frames)
        await person.press("left")
        await wait_until(lambda: len(app.frames) > frames)
        await until_covered(person)
        assert app.pictures[frames:] == [[]]


async def test_it_stands_still_while_its_page_is_read_aloud(tmp_path: Path) -> None:
    voice = SomeVoice()
    async with opened(POND, tmp_path, voice=voice) as person:
        app = recorded(person)
        await wait_until(lambda: Spot.LISTEN in app.navigator.can)
        await come_to_the_pond(person)
        await person.press("*")
        await wait_until(lambda: f"{READ}{TITLE}" in app.shown[3])
        await until_covered(person)
        (region,) = [each.region for each in placed(app)]
        frames = len(app.frames)
        voice.reach(1)
        await wait_until(lambda: all(READ in app.shown[row] for row in range(*region.line_span)))
        await until_covered(person)
        assert app.covered
        assert not any(app.pictures[frames:])


async def test_it_is_ready_before_its_page_is_opened(tmp_path: Path) -> None:
    async with opened(POND, tmp_path) as person:
        app = recorded(person)
        await person.begin()
        app.look_ahead()
        await wait_until(all_are_drawn)
        frames = len(app.frames)
        await person.press("9")
        await wait_until(lambda: len(app.frames) > frames)
        assert len(app.pictures[frames]) == 1
        await until_covered(person)
        assert len(app.frames) == frames + 1


async def test_nothing_comes_where_the_terminal_has_not_said_so(tmp_path: Path) -> None:
    async with opened(POND, tmp_path, sees=False) as person:
        await person.begin()
        await person.press("9")
        assert recorded(person).pictures == [[]] * len(recorded(person).frames)


async def test_a_view_without_a_picture_is_not_drawn_again(tmp_path: Path) -> None:
    async with opened(TEA, tmp_path, sees=False) as person:
        app = recorded(person)
        await rest(app)
        frames = len(app.frames)
        app.post_message(found())
        await rest(app)
        assert len(app.frames) == frames


async def test_a_view_with_a_picture_is_drawn_once_more(tmp_path: Path) -> None:
    async with opened(POND, tmp_path, sees=False) as person:
        await person.begin()
        await person.press("9")
        person.app.post_message(found())
        await until_covered(person)
        assert recorded(person).covered


async def test_a_view_of_a_picture_that_cannot_be_drawn_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "course.content.compiled.Edition.svg", lambda _edition, _name: b"<svg viewBox"
    )
    async with opened(POND, tmp_path) as person:
        await person.begin()
        await person.press("9")
        await person.press("9", "0")
        assert person.stage.state.view.title == TITLE
        assert recorded(person).covered == set()


async def test_in_the_place_of_a_picture_that_cannot_be_drawn_are_its_cells_or_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(POND, tmp_path / "none", sees=False) as person:
        await person.begin()
        await person.press("9")
        without = person.rows
    monkeypatch.setattr("course.content.compiled.Edition.svg", lambda _edition, _name: b"")
    async with opened(POND, tmp_path / "failed") as person:
        await person.begin()
        await person.press("9")
        app = recorded(person)
        await wait_until(lambda: app.frames[-1] == without)
        assert person.rows == without
        frames = len(app.frames)
        # It is known from then on: to come back takes one frame.
        for pressed, key in enumerate("90", start=1):
            await person.press(key)
            await wait_until(partial(has_frames, app, frames + pressed))
        await wait_until(lambda: app.frames[-1] == without)
        assert len(app.frames) == frames + 2


@pytest.mark.parametrize("seed", one_now(range(3)))
async def test_nothing_is_ever_left_behind(tmp_path: Path, seed: int) -> None:
    moves = random.Random(seed)
    sizes = [(60, 22), (80, 24), (112, 31), (40, 15), (112, 40), (30, 10)]
    keys = ["9"] * 6 + ["0", "?", "left", "right", "up", "down", "enter", "pagedown", "tab"]
    async with opened(MODULES, tmp_path) as person:
        app = recorded(person)
        await person.begin()
        for _ in range(60):
            match moves.randrange(12):
                case 0:
                    size = Size(*moves.choice(sizes))
                    app.resized(*size)
                    app.post_message(events.Resize(size, size))
                    await wait_until(partial(has_size, app, size))
                case 1:
                    app.next_look()
                case 2:
                    app.post_message(
                        events.MouseScrollDown(None, 5, 9, 0, 0, 0, False, False, False)
                    )
                case _:
                    await person.press(moves.choice(keys))
            if moves.randrange(3):
                await until_covered(person)
        await until_covered(person)
