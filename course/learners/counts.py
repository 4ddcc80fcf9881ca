"""Counts that name nobody: what stays of the visits that were removed, and the sum of any others.

Of each item and each module only numbers of people are kept. Which answers were given by one and
the same person cannot be told from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from msgspec import Meta, Struct, convert, field, to_builtins

from course.learners.visits import Item, ModuleVisit, Way, tries
from progress.checked_json import Tables
from progress.errors import NewerSchema
from progress.records import Answer, Chosen, Fingerprint, Id
from progress.snapshot import Snapshot

SCHEMA = 1
_T = TypeVar("_T")
People = Annotated[int, Meta(ge=0)]
Random = Annotated[str, Meta(pattern=r"^[0-9a-f]{16}\.json\Z")]
Step = Annotated[str, Meta(pattern=r"^(?:page|question):[a-z0-9-]{1,40}\Z")]


class ItemCount(Struct, forbid_unknown_fields=True, kw_only=True):
    """How many people answered an item so; each person counts once, by their first try."""

    module: Id
    question: Id
    hash: Fingerprint
    part: Annotated[str, Meta(pattern=r"^(?:[0-9a-f]{8})?\Z")] = ""
    asked: People = 0
    right: People = 0
    safe: People = 0
    wrong: People = 0
    unsure: People = 0
    right_second: People = 0
    """Right or safe on the second try, after a first one that was neither."""
    known_later: People = 0
    """Missed at first, and its point known by a later question: one that was right at once."""
    chosen: dict[Chosen, People] = field(default_factory=dict)
    """How many chose each wrong answer on the first try."""

    @property
    def item(self) -> Item:
        """What was counted."""
        return Item(self.module, self.question, self.hash, self.part)

    def add_person(self, tried: Sequence[Answer]) -> None:
        """One person more; `tried` holds at least one try."""
        first = tried[0]
        self.asked += 1
        setattr(self, first.result, getattr(self, first.result) + 1)
        if first.result == "wrong":
            self.chosen[first.choice] = self.chosen.get(first.choice, 0) + 1
        if first.result in ("wrong", "unsure") and len(tried) > 1:
            self.right_second += tried[1].result in ("right", "safe")

    def add(self, other: ItemCount) -> None:
        """All the people of another count of the same item."""
        for name in ("asked", "right", "safe", "wrong", "unsure", "right_second", "known_later"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        _add(self.chosen, other.chosen)


class ModuleCount(Struct, forbid_unknown_fields=True, kw_only=True):
    """How many people came how far in a module."""

    module: Id
    started: People = 0
    finished: People = 0
    left: dict[Step, People] = field(default_factory=dict)
    """By the first step that was not done. These and `finished` add up to `started`."""

    def add_person(self, visit: ModuleVisit) -> None:
        """One person more."""
        self.started += 1
        if visit.finished:
            self.finished += 1
        else:
            self.left[visit.left_at] = self.left.get(visit.left_at, 0) + 1

    def add(self, other: ModuleCount) -> None:
        """All the people of another count of the same module."""
        self.started += other.started
        self.finished += other.finished
        _add(self.left, other.left)


class Counts:
    """Counts of any number of visits."""

    def __init__(self) -> None:
        self.visits = 0
        self.items: dict[Item, ItemCount] = {}
        self.modules: dict[str, ModuleCount] = {}

    def add_visit(self, visit: Snapshot, way: Way) -> None:
        """One visit more, measured against a course."""
        self.visits += 1
        visit = way.in_todays_names(visit)
        found = tries(visit)
        for item, tried in found.items():
            self._item(item).add_person(tried)
        for item in way.known_later(visit) & found.keys():
            self._item(item).known_later += 1
        for module in way.started(visit):
            self._module(module.module).add_person(module)

    def add(self, other: Counts) -> None:
        """All the visits of another count."""
        self.visits += other.visits
        for item, count in other.items.items():
            self._item(item).add(count)
        for module, counted in other.modules.items():
            self._module(module).add(counted)

    def _item(self, item: Item) -> ItemCount:
        if item not in self.items:
            self.items[item] = ItemCount(**item._asdict())
        return self.items[item]

    def _module(self, module: str) -> ModuleCount:
        return self.modules.setdefault(module, ModuleCount(module=module))


class _Visits(Struct, forbid_unknown_fields=True):
    removed: People
    schema: int = SCHEMA


class _Counted(Struct, forbid_unknown_fields=True):
    names: list[Random]


class _File(Struct, forbid_unknown_fields=True):
    visits: Annotated[dict[str, _Visits], Meta(min_length=1, max_length=1)]
    counted: dict[str, _Counted] = {}
    items: dict[str, ItemCount] = {}
    modules: dict[str, ModuleCount] = {}


def to_tables(counts: Counts, counted: list[str]) -> Tables:
    """The counts as they are kept, with the names of the files that are counted in them."""
    file = _File(
        {"1": _Visits(counts.visits)},
        {"1": _Counted(counted)},
        _numbered(list(counts.items.values())),
        _numbered(list(counts.modules.values())),
    )
    tables: Tables = to_builtins(file)
    return tables


def in_shape(tables: Tables) -> Tables:
    """The tables of sound counts. Raises NewerSchema for what this program does not know."""
    _file(tables)
    return tables


def from_tables(tables: Tables) -> tuple[Counts, list[str]]:
    """What `to_tables` was given. Raises NewerSchema."""
    file = _file(tables)
    counts = Counts()
    (visits,) = file.visits.values()
    counts.visits = visits.removed
    counts.items = {count.item: count for count in file.items.values()}
    counts.modules = {count.module: count for count in file.modules.values()}
    return counts, [name for counted in file.counted.values() for name in counted.names]


def _file(tables: Tables) -> _File:
    try:
        file = convert(tables, _File)
    except ValueError:
        raise NewerSchema from None
    if any(row.schema != SCHEMA for row in file.visits.values()):
        raise NewerSchema
    return file


def _numbered(rows: list[_T]) -> dict[str, _T]:
    return {str(number): row for number, row in enumerate(rows, start=1)}


def _add(to: dict[str, int], more: dict[str, int]) -> None:
    for name, number in more.items():
        to[name] = to.get(name, 0) + number
