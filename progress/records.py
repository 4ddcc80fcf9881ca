"""What is kept about a visit.

Everything is named by id, never by position, so that an edited course finds its records again.
There is no field for free text: each string must match a pattern that a sentence cannot match, so
what a person typed cannot be stored even by mistake.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

SCHEMA: Literal[2] = 2

_KEY = "[0-9a-f]{8}"
_WORD = "yes|no|unsure|emergency|now|today|home|call"
"""`call` is no longer an answer; visits that were kept may hold it."""
_CHOSEN = f"(?:{_KEY}(?:=(?:{_KEY}|{_WORD}))?|{_WORD})"

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z", max_length=40)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2}\Z")]
Fingerprint = Annotated[str, Meta(pattern=r"^[0-9a-f]{12}\Z")]
"""Changes when anything in a question changes."""
Chosen = Annotated[str, Meta(pattern=rf"^{_CHOSEN}(?:,{_CHOSEN}){{0,4}}\Z")]
"""An option's key, `key=yes` for a row, a degree of care; several are parted by commas."""
Moment = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\Z")]
"""ISO 8601 in UTC to the second. Such texts sort in the order of time."""
Seconds = Annotated[int, Meta(ge=0)]

_NAMED = {"map": 0, "finish": 0, "result": 1, "page": 2, "question": 2}


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """One document of one table."""


class Bookmark(Record, frozen=True):
    """Where the learner is. A result names its module; a page or question also itself."""

    kind: Literal["map", "page", "question", "result", "finish"]
    module: Id | None = None
    id: Id | None = None

    def __post_init__(self) -> None:
        named = (self.module is not None) + (self.id is not None)
        if named != _NAMED.get(self.kind) or (self.id is not None and self.module is None):
            raise ValueError("a bookmark names a module for a result, an id too for a page")


class Learner(Record, frozen=True, kw_only=True):
    """The one document of the table `learner`."""

    schema: Literal[2] = SCHEMA
    language: Language
    created: Moment
    last_seen: Moment
    """When something was last saved."""
    clock: Literal["believed", "doubted"] = "believed"
    """Whether the clock could be believed then; if not, nobody is old by `last_seen`."""
    place: Bookmark = Bookmark("map")


class Answer(Record, frozen=True, kw_only=True):
    """One try at one question, or at one row of it."""

    module: Id
    question: Id
    hash: Fingerprint
    choice: Chosen
    result: Literal["right", "wrong", "unsure", "safe"]
    seconds: Seconds
    """From when the question was shown, in whole seconds."""
    when: Moment


class PageRead(Record, frozen=True, kw_only=True):
    """The first time that a page was read."""

    module: Id
    page: Id
    when: Moment


class Picked(Record, frozen=True, kw_only=True):
    """Whether an item of a checklist, or a question to ask, is ticked now."""

    module: Id
    page: Id
    item: Id
    ticked: bool
    when: Moment


def moment(time: datetime.datetime | None = None) -> str:
    """A time that knows its zone, or else now, as a `Moment`."""
    time = time or datetime.datetime.now(datetime.UTC)
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def document(record: Record) -> dict[str, Any]:
    """The record as TinyDB keeps it.

    Raises ValueError if a field holds what may not be kept. The text names the field but not its
    content, which may be something that a person typed.
    """
    try:
        plain: dict[str, Any] = msgspec.to_builtins(record)
        msgspec.convert(plain, type(record))
    except (msgspec.ValidationError, TypeError) as error:
        where = str(error).rpartition("`")[0].rpartition("`")[2]
        raise ValueError(f"{type(record).__name__} may not be kept: see {where}") from None
    return plain
