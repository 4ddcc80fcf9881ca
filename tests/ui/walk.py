"""Walks through a course by showing one place after another.

The real screen of one running app shows each; no key is pressed on the way, so that a whole walk
takes seconds.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from course.content.kinds.figures import DrawingFigure
from course.views.model import Block, Drawing, View
from course.views.press import Go, Spot
from course.visit.visit import Visit
from tests.ui.person import Person, key_event, rest
from tests.ui.places import Places, Stop

LARGE = (100, 32)


class Walker(Person):
    """Shows one stop after another in a running app."""

    def __init__(self, places: Places, pilot: Pilot[None]) -> None:
        super().__init__(pilot)
        self._places = places

    @property
    def view(self) -> View:
        """What is shown."""
        return self.stage.state.view

    @property
    def strips(self) -> list[Strip]:
        """The rows of the screen in their colours."""
        return self.stage.render_lines(Region(0, 0, *self.stage.size))

    def to(self, stop: Stop) -> View:
        """Show a stop, as if nothing had been shown before."""
        self.stage.forget()
        self.stage.state.top, self.stage.state.held = 0, None
        self.stage.show(stop.view(), self._places.context, Go(Spot.NEXT))
        return self.view

    def may_leave_out(self, block: Block) -> bool:
        """Whether it is a picture that has no form in signs: it goes where it has no room."""
        if not isinstance(block, Drawing) or not isinstance(block.figure, DrawingFigure):
            return False
        return block.figure.file not in self._places.context.course.pictures

    @property
    def has_more(self) -> bool:
        """Whether something is hidden below."""
        return any(each.press == Go(Spot.MORE) for each in self.stage.targets())

    def more(self) -> bool:
        """Show what is hidden below; False if nothing is."""
        if not self.has_more:
            return False
        self.stage.key(key_event("pagedown"))
        return True


@asynccontextmanager
async def walking(places: Places, size: tuple[int, int], theme: str) -> AsyncIterator[Walker]:
    """The app, running on a screen of that size."""
    app = places.app()
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        await rest(app)
        yield Walker(places, pilot)


@asynccontextmanager
async def brought_to(
    places: Places, visit: Visit, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Person]:
    """Somebody who has begun, and come to where a visit is."""
    app = places.app_at(visit)
    # All of the first screen is in sight there.
    async with app.run_test(size=LARGE) as pilot:
        await rest(app)
        person = Person(pilot)
        await person.begin()
        await person.resize(*size)
        yield person
