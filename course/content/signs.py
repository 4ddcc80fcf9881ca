"""The one table that says what to do for which sign."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from course.content import prose
from course.content.texts import Id, Part, Row, Translated, TranslatedShort

Level = Literal["emergency", "now", "today", "home"]
"""What to do for a sign: emergency help at once, a call day or night, a call today, or rest."""
LEVELS: tuple[Level, ...] = get_args(Level)
"""The most urgent first."""

Places = Annotated[tuple[Id, ...], Meta(min_length=1)]


def urgency(level: str) -> int:
    """How urgent a level is: 0 is the least. Raises ValueError if there is no such level."""
    order: tuple[str, ...] = LEVELS
    return len(order) - 1 - order.index(level)


class Sign(Struct, frozen=True, kw_only=True):
    """A row of the table in one language."""

    sign: str
    """What a person notices, with markup."""
    after: Literal["any"] | Places
    """The places of the body after whose shots it may come, or any shot."""
    level: Level
    why: str
    """What it may be, with markup; it ends with what it rests on."""
    short: str
    """The sign in a few words, for a list of many."""
    picture: str | None = None


class DangerSign(Part, frozen=True, kw_only=True):
    """A row as it is written. Its id is not shown."""

    sign: Translated
    after: Literal["any"] | Places = "any"
    level: Level
    why: Translated
    sources: Annotated[tuple[Id, ...], Meta(min_length=1)]
    short: TranslatedShort | None = None
    """The sign in a few words, for a list of many."""
    picture: Id | None = None
    covers: tuple[Row, ...] = ()
    """What must be said, and is said here."""

    def told(self, language: str) -> Sign:
        """The row in a language. Raises KeyError if it is not told in it."""
        why = self.why[language]
        cites = (f"[^{each}]" for each in self.sources if each not in prose.cited(why))
        return Sign(
            sign=self.sign[language],
            after=self.after,
            level=self.level,
            why=" ".join([why, *cites]),
            short=self.short[language] if self.short else prose.plain(self.sign[language]),
            picture=self.picture,
        )


class SignsShown(Part, frozen=True, kw_only=True):
    """Which rows of the table a page shows."""

    level: Level
    after: Literal["any", "here", "all"] | Places = "any"
    """Those after any shot, after shots in the reader's own place ("here"), both of these ("all"),
    or after shots in some places."""
    signs: Annotated[tuple[Id, ...], Meta(min_length=1)] | None = None
    """Of these rows, the ones that are shown here; all of them if it is left out."""

    def is_shown(self, name: str, row: DangerSign | Sign, place: str = "") -> bool:
        """Whether it shows a row to a reader whose own place is known, or is not ("")."""
        if row.level != self.level or (self.signs is not None and name not in self.signs):
            return False
        if row.after == "any":
            return self.after in ("any", "all")
        if self.after == "any":
            return False
        wanted = ((place,) if place else row.after) if self.is_of_place else self.after
        return not set(wanted).isdisjoint(row.after)

    @property
    def is_of_place(self) -> bool:
        """Whether what it shows differs with the reader's own place."""
        return self.after in ("here", "all")
