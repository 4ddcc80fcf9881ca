"""The marks behind statements on a page, and the sources that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from course.content import prose

if TYPE_CHECKING:
    from course.content.model import Course


class Marks:
    """Numbers for what a page cites, in the order in which it is cited."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._numbers: dict[str, int] = {}

    @property
    def cites(self) -> tuple[str, ...]:
        """The ids of the sources and claims, in the order of their numbers."""
        return tuple(self._numbers)

    def told(self, inlines: Iterable[prose.Inline]) -> str:
        """Some words with the number of each source or claim where it is cited, as in "[2]"."""
        parts = [
            each.text if isinstance(each, prose.Span) else f"[{self._number(each.id)}]"
            for each in inlines
        ]
        return " ".join("".join(parts).split())

    def sources(self) -> list[str]:
        """Who says it, a line for each number: whoever published it, and the year."""
        return [f"[{number}] {self._who(name)}" for name, number in self._numbers.items()]

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers) + 1)

    def _who(self, name: str) -> str:
        claim = self._course.claims.get(name)
        names = claim.sources if claim else (name,)
        sources = [self._course.sources[each] for each in names]
        said = (f"{s.published}, {s.year}" if s.year else s.published for s in sources)
        return "; ".join(dict.fromkeys(said))
