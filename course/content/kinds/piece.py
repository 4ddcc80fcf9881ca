"""What an author writes of a kind, and what a rule for authors can ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from course.content.texts import Part


class Misfit(Struct, frozen=True):
    """What no type can say of a piece that it should be: where in it, and how to mend it."""

    at: tuple[str | int, ...]
    what: str
    cure: str


class Piece(Part, frozen=True):
    """A question, a figure, or a part of one that is a mapping of its own.

    Rules look at every sound piece, whether or not the rest of its question or figure is sound.
    """

    on_card: ClassVar[tuple[str, ...]] = ()
    """Its keys that have to be short: they stand on a card, or are asked for a yes or no."""
    answers: ClassVar[tuple[str, ...]] = ()
    """Its keys that a reader compares with those of the other pieces, to choose one."""
    names_source: ClassVar[tuple[str, ...]] = ()
    """Its keys that hold the id of a source or claim and nothing else."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that it tells beside its texts."""
        return ()

    @property
    def is_wrong(self) -> bool:
        """Whether what stands on its card is wrong, and so tells nobody what to do."""
        return False

    def misfits(self) -> Iterator[Misfit]:
        """What does not fit together in it."""
        return iter(())
