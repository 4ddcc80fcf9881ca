"""The course app on the small course of tests/fixtures, at the sizes that must hold."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from course.clinic import Clinic
from course.ui.stage import state
from tests.paths import TEA
from tests.ui.person import Person, rest
from tests.ui.places import app_on

SIZES = [(80, 24), (100, 32)]

Opening = Callable[..., AbstractAsyncContextManager[Person]]


@pytest.fixture(autouse=True)
def _as_in_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person in a test is quicker than any finger, and their terminal has all colours."""
    monkeypatch.setattr(state, "ONE_PRESS", 0.0)
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture
def opened(tmp_path: Path) -> Opening:
    """Opens the course on the screen; the same data folder for a whole test."""

    @asynccontextmanager
    async def open_course(
        size: tuple[int, int] = SIZES[0],
        modules: Path = TEA,
        clinic: Clinic | None = None,
    ) -> AsyncIterator[Person]:
        app = app_on(modules, tmp_path / "learners", clinic)
        async with app.run_test(size=size) as pilot:
            await rest(app)
            yield Person(pilot)

    return open_course
