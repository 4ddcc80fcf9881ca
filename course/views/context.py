"""What every view needs besides the visit itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from course.clinic import Clinic
from course.views.model import Button
from course.views.press import Spot

if TYPE_CHECKING:
    from course.content.compiled import Edition, Head
    from course.content.model import Course, Module
    from course.language import Words


class Context(Struct, frozen=True):
    """A course, told in one language, at one clinic, by what tells it."""

    edition: Edition
    clinic: Clinic
    languages: tuple[tuple[str, str], ...] = ()
    """The languages to choose from, and what each is called in itself; none if there is one."""
    can: frozenset[Spot] = frozenset()
    """What the front end can do besides: LISTEN, LOOK; READ while it reads everything aloud."""
    is_typed: bool = False
    """Whether a person types what to press, as in plain mode, and is helped in those words."""
    original: Context | None = None
    """The same in the original language, where some modules are not in this one yet."""

    def of(self, module: str) -> Context:
        """The context in which a module is told; of what is none, this one."""
        if self.original is None or module not in self.course.untranslated:
            return self
        return self.original

    def shared(self, modules: Iterable[Module]) -> Iterator[tuple[Context, tuple[Module, ...]]]:
        """Modules by the context in which each is told, those of this one first."""
        every = tuple(modules)
        for told in filter(None, (self, self.original)):
            if mine := tuple(each for each in every if self.of(each.id) is told):
                yield told, mine

    @property
    def course(self) -> Course:
        """All of the course."""
        return self.edition.course

    @property
    def head(self) -> Head:
        """What is known of the course at once."""
        return self.edition.head

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.edition.words

    @property
    def emergency_number(self) -> str:
        """The clinic's number for emergencies; the course's own where it has set none."""
        return self.clinic.emergency_number or self.head.emergency_number

    def button(self, spot: Spot, name: str = "") -> Button:
        """A button, called by the spot's own word or by another one."""
        return Button(spot, self.words(f"button.{name or spot.value}"))

    def tools(self, *spots: Spot) -> tuple[Button, ...]:
        """Those of the tools that this front end has, Listen before all."""
        listen = (Spot.LISTEN,) if Spot.LISTEN in self.can else ()
        return tuple(self.button(spot) for spot in (*listen, *spots))
