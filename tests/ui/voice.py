"""A voice that makes no sound, and comes as far as it is told to; and how it is listened to."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from course.speech.pace import Pace
from course.speech.spoken import Line
from course.views.press import Spot
from tests.paths import TEA
from tests.ui.person import Person, rest, wait_until
from tests.ui.places import app_on


class SomeVoice:
    """In place of a machine's voice."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.paces: list[Pace] = []
        self.speaking = False
        self._reached: Callable[[int], None] = lambda _line: None
        self._ended: Callable[[bool], None] = lambda _well: None

    def read(
        self,
        lines: Sequence[Line],
        pace: Pace,
        reached: Callable[[int], None],
        ended: Callable[[bool], None],
    ) -> bool:
        self.said.append("\n".join(line.text for line in lines))
        self.paces.append(pace)
        self.speaking, self._reached, self._ended = True, reached, ended
        reached(0)
        return True

    def stop(self) -> None:
        self.speaking = False

    def reach(self, line: int) -> None:
        """Have come to another line."""
        self._reached(line)

    def come_to_the_end(self, *, is_well: bool = True) -> None:
        """Have said all of it."""
        self.speaking = False
        self._ended(is_well)


async def listen(person: Person) -> None:
    """Have the view of now read."""
    await person.press("?")
    await person.tap("Listen")
    await person.tap("This page")


@asynccontextmanager
async def heard(
    folder: Path, modules: Path = TEA, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Person, SomeVoice]]:
    """The course on a machine with a voice, once it was found."""
    voice = SomeVoice()
    app = app_on(modules, folder / "learners", find_voice=lambda _language: voice)
    async with app.run_test(size=size) as pilot:
        await wait_until(lambda: Spot.LISTEN in app.navigator.can)
        await rest(app)
        yield Person(pilot), voice
