"""Questions, as they are written: what each kind asks, and the reason for each answer."""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from course.content.texts import Id, Inline, Line, Part


class _Question(Part, frozen=True, kw_only=True):
    id: Id
    ask: Line
    hint: Inline
    page: Id
    """The page of the same module that teaches it: "show me" goes there."""
    key_point: bool = False

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when anything in the question changes."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:12]


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


class Option(Part, frozen=True, kw_only=True):
    text: Line
    because: Inline
    right: bool = False

    @property
    def key(self) -> str:
        """Names the option in the records, wherever it stands in its question."""
        return _key(self.text)


class Choice(_Question, frozen=True, kw_only=True, tag_field="kind", tag="choice"):
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=5)]


class Row(Part, frozen=True):
    text: Line
    answer: Literal["yes", "no"]
    because: Inline

    @property
    def key(self) -> str:
        """Names the row in the records, wherever it stands in its question."""
        return _key(self.text)


class Rows(_Question, frozen=True, kw_only=True, tag_field="kind", tag="rows"):
    rows: Annotated[tuple[Row, ...], Meta(min_length=2, max_length=5)]


Care = Literal["emergency", "call", "home"]
"""How much care a triage question asks for, the most first."""


class Reasons(Part, frozen=True):
    emergency: Inline
    call: Inline
    home: Inline


class Triage(_Question, frozen=True, kw_only=True, tag_field="kind", tag="triage"):
    answer: Care
    because: Reasons


class OrderStep(Part, frozen=True):
    text: Line
    because: Inline
    """Why it comes where it does."""

    @property
    def key(self) -> str:
        """Names the step in the records, wherever it stands in its question."""
        return _key(self.text)


class Order(_Question, frozen=True, kw_only=True, tag_field="kind", tag="order"):
    """`steps` stand in their right order; they are shown in another one."""

    steps: Annotated[tuple[OrderStep, ...], Meta(min_length=3, max_length=5)]


class Pair(Part, frozen=True):
    left: Line
    right: Line
    because: Inline

    @property
    def key(self) -> str:
        """Names the left side in the records."""
        return _key(self.left)

    @property
    def right_key(self) -> str:
        """Names the right side in the records."""
        return _key(self.right)


class Match(_Question, frozen=True, kw_only=True, tag_field="kind", tag="match"):
    """Each left side belongs to the right side of its own pair."""

    pairs: Annotated[tuple[Pair, ...], Meta(min_length=2, max_length=4)]


class Reflect(_Question, frozen=True, kw_only=True, tag_field="kind", tag="reflect"):
    """Teach-back: say it in your own words, then see what a good answer holds. Never stored."""

    model: Inline


Question = Choice | Rows | Triage | Order | Match | Reflect
