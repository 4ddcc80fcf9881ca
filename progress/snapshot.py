"""All that is kept of one learner, as records, and what one action of the person adds to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from progress.checked_json import Tables
from progress.clock import Span
from progress.errors import NewerSchema
from progress.migrations import brought_up
from progress.records import (
    Answer,
    Bookmark,
    Learner,
    PageRead,
    Picked,
    document,
    moment,
)

_R = TypeVar("_R")
_DocumentId = Annotated[str, Meta(pattern=r"^[1-9][0-9]{0,8}\Z")]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    learner: Annotated[dict[_DocumentId, Learner], Meta(min_length=1, max_length=1)]
    answers: dict[_DocumentId, Answer] = {}
    pages: dict[_DocumentId, PageRead] = {}
    choices: dict[_DocumentId, Picked] = {}


class Snapshot(Struct, frozen=True):
    """Everything as it was after one save, each kind in the order in which it happened."""

    learner: Learner
    answers: tuple[Answer, ...]
    pages: tuple[PageRead, ...]
    picked: tuple[Picked, ...]


def in_shape(tables: Tables) -> Tables:
    """The tables of a sound file in the shape of today.

    Raises NewerSchema for what this program does not know in them: what has the right checksum is
    not damaged.
    """
    tables = brought_up(tables)
    try:
        msgspec.convert(tables, _File)
    except msgspec.ValidationError:
        raise NewerSchema from None
    return tables


def prepare() -> None:
    """Call it before several threads read learners at a time.

    msgspec looks at a type when it is asked for it first, and two threads that have it do so at
    once crash the program.
    """
    snapshot(first_tables("en"))


def snapshot(tables: Tables) -> Snapshot:
    """The tables of a sound file as records. Raises NewerSchema."""
    return snapshot_of_sound(in_shape(tables))


def snapshot_of_sound(tables: Tables) -> Snapshot:
    """What `snapshot` gives, far sooner, for tables that `in_shape` has given.

    `Changes` may have added to them since: it looks at each record when it collects it.
    """
    (learner,) = tables["learner"].values()
    answers, pages, choices = (tables.get(name, {}) for name in ("answers", "pages", "choices"))
    return Snapshot(
        msgspec.convert(learner, Learner),
        tuple(Answer(**row) for row in _in_order(answers)),
        tuple(PageRead(**row) for row in _in_order(pages)),
        tuple(Picked(**row) for row in _in_order(choices)),
    )


def first_tables(language: str) -> Tables:
    """The tables of a learner who starts now; raises ValueError for what is no language code."""
    now = moment()
    learner = Learner(language=language, created=now, last_seen=now)
    return {"learner": {"1": document(learner)}}


class Changes:
    """What one action of a person adds; it is saved all together or not at all.

    Every method raises ValueError for a record that holds what may not be kept.
    """

    def __init__(self) -> None:
        self._answers: list[dict[str, Any]] = []
        self._pages: list[dict[str, Any]] = []
        self._picked: list[dict[str, Any]] = []
        self._learner: dict[str, Any] = {}
        self._as_of = ""
        """Where it is brought again: when all of it was known."""

    @classmethod
    def everything(cls, known: Snapshot) -> Changes:
        """Changes that bring what is on the disk up to what is known."""
        changes = cls()
        changes._answers = list(map(document, known.answers))
        changes._pages = list(map(document, known.pages))
        changes._picked = list(map(document, known.picked))
        changes.bookmark(known.learner.place)
        changes.language(known.learner.language)
        changes._as_of = known.learner.last_seen
        return changes

    def answer(self, answer: Answer) -> None:
        """One try more."""
        self._answers.append(document(answer))

    def page_read(self, page: PageRead) -> None:
        """A page was read; only the first time is kept."""
        self._pages.append(document(page))

    def pick(self, picked: Picked) -> None:
        """An item was ticked or unticked; only its last state is kept."""
        self._picked.append(document(picked))

    def bookmark(self, place: Bookmark) -> None:
        """The learner is here now."""
        self._learner["place"] = document(place)

    def language(self, language: str) -> None:
        """The learner goes on in this language."""
        now = moment()
        checked = Learner(language=language, created=now, last_seen=now)
        self._learner["language"] = document(checked)["language"]

    def apply(self, tables: Tables, *, again: bool = False) -> None:
        """Add everything to these tables, in place.

        `again` means that some of it may be there already, or something newer: no answer is
        doubled then, and no newer tick or place overwritten.
        """
        database = TinyDB(storage=MemoryStorage)
        database.storage.write(tables)
        answers, pages, choices = map(database.table, ("answers", "pages", "choices"))
        # Two tries can be the same in every field, so it is counted how often each is there.
        there = Counter(map(_key, answers.all())) if again else Counter()
        missing = []
        for new in self._answers:
            if there[_key(new)]:
                there[_key(new)] -= 1
            else:
                missing.append(new)
        answers.insert_multiple(missing)
        for page in self._pages:
            if not pages.contains(_same(page, "module", "page")):
                pages.insert(page)
        for picked in self._picked:
            same = _same(picked, "module", "page", "item")
            newer = [one for one in choices.search(same) if one["when"] > picked["when"]]
            if not (again and newer):
                choices.upsert(picked, same)
        if self._learner and not (again and _last_seen(tables) > self._as_of):
            database.table("learner").update(self._learner)


def touch(tables: Tables, believed: Span) -> None:
    """Note that the learner was seen now, by a clock that is believed within this span."""
    now = moment()
    clock = "believed" if now in believed else "doubted"
    for row in tables["learner"].values():
        row.update(last_seen=now, clock=clock)


def _last_seen(tables: Tables) -> str:
    return max(str(row["last_seen"]) for row in tables["learner"].values())


def _key(answer: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(answer.items()))


def _same(document: dict[str, Any], *fields: str) -> Any:
    return lambda other: all(other[field] == document[field] for field in fields)


def _in_order(documents: dict[str, _R]) -> tuple[_R, ...]:
    return tuple(documents[key] for key in sorted(documents, key=int))
