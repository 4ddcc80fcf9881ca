"""The course app on the small course of tests/fixtures, at the sizes that must hold."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from course import language
from course.clinic import Clinic
from course.content import loader
from course.ui.course_app import CourseApp
from course.ui.screens import course_screen
from course.ui.screens.course_screen import CourseScreen
from course.ui.widgets.big_button import BigButton
from course.views.context import Context
from course.visit.reception import Reception
from tests.paths import FIXTURES

SIZES = [(80, 24), (100, 32)]


class Person:
    """Somebody at the screen, who reads it, presses keys and taps."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def screen(self) -> CourseScreen[Any]:
        screen = self.pilot.app.screen
        assert isinstance(screen, CourseScreen)
        return screen

    @property
    def text(self) -> str:
        """Everything on the screen, as it is drawn."""
        width, height = self.screen.size
        lines = self.screen._compositor.render_strips()
        assert len(lines) == height
        assert all(line.cell_length == width for line in lines)
        return "\n".join(line.text for line in lines)

    @property
    def words(self) -> str:
        """What is on the screen, without frames and line ends."""
        kept = "".join(" " if c in "╭╮╰╯│─━┃┏┓┗┛▌●▸\n" else c for c in self.text)
        return " ".join(kept.split())

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.pilot.pause()

    async def tap(self, label: str) -> None:
        """Tap what says `label`; more of the screen is asked for until it is in view."""
        for _ in range(10):
            for button in self.screen.query(BigButton):
                shown = button.visible and button.display and label in button.label
                if shown and self.screen.region.contains_region(button.region):
                    await self.pilot.click(button)
                    await self.pilot.pause()
                    await self.pilot.pause()
                    return
            await self.press("9")
        raise AssertionError(f"nothing to tap says {label!r}:\n{self.text}")

    async def until(self, words: str, key: str = "9", at_most: int = 40) -> None:
        """Press a key until the screen says something."""
        for _ in range(at_most):
            if words in self.words:
                return
            await self.press(key)
        raise AssertionError(f"{words!r} never came:\n{self.text}")


Opening = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opening:
    """Opens the course on the screen; the same data folder for a whole test."""
    # A person in a test is quicker than any finger.
    monkeypatch.setattr(course_screen, "ONE_PRESS", 0.0)

    @asynccontextmanager
    async def open_course(
        size: tuple[int, int] = SIZES[0],
        modules: Path = FIXTURES / "tea",
        clinic: Clinic | None = None,
    ) -> AsyncIterator[Person]:
        course = loader.load(modules)
        context = Context(course, language.load(course.language), clinic or Clinic())
        app = CourseApp(context, Reception(course, tmp_path / "learners"))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Person(pilot)

    return open_course
