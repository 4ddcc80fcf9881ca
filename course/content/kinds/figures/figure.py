"""What every kind of figure can tell."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from course.content.kinds.piece import Piece
from course.content.texts import Inline, Line


class FigureKind(Piece, frozen=True, kw_only=True):
    """A figure of any kind. How it is drawn is not said here: `course.ui` has a drawing a kind."""

    caption: Inline
    alt: Line

    states: ClassVar[bool] = False
    """Whether it states something by its nature, as numbers of people do, whatever its texts say.
    """

    needs_width: ClassVar[bool] = False
    """Whether it is better read across the whole of a wide screen than beside a text."""

    @property
    @abstractmethod
    def texts(self) -> tuple[str, ...]:
        """Its texts with markup in reading order, without the caption."""

    @property
    @abstractmethod
    def labels(self) -> tuple[str, ...]:
        """Its short texts without markup."""

    @property
    def shown(self) -> tuple[str, ...]:
        """Those of its texts that are there as soon as it is shown."""
        return self.texts

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources and claims that it names beside its texts, in reading order."""
        return ()

    @property
    def statements(self) -> tuple[tuple[str, str], ...]:
        """What it states beside its texts, each with its source."""
        return ()

    @property
    def told(self) -> tuple[str, ...]:
        """What it says to whoever cannot see it, a paragraph each; the caption is not repeated."""
        return (self.alt,)
