"""The shipped course as it is read, with one file of it edited as if its author had."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import structs

from course.content.checks import runner, signed
from course.content.checks.draft import LanguageDraft
from course.content.folder import Folder
from course.content.kinds.figures import Picture
from course.content.model import Claim, CourseFile, Module, Reading, Source, Term
from course.content.review.items import items, mark_of
from course.content.signs import DangerSign
from course.content.source.binding import Written, bind
from course.content.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence, get
from course.content.texts import Id
from tests.paths import MODULES

TODAY = datetime.date(2026, 11, 27)
SHARED: dict[str, tuple[str, Any]] = {
    "course.yaml": ("course", CourseFile),
    "sources.yaml": ("sources", dict[Id, Source]),
    "claims.yaml": ("claims", dict[Id, Claim]),
    "triage.yaml": ("triage", dict[Id, DangerSign]),
    "readings.yaml": ("readings", tuple[Reading, ...]),
}
"""The files that all languages share: their place in a draft, and their type."""
Edit = Callable[[Node], Node]


class Shipped:
    """The shipped course in its first language."""

    def __init__(self) -> None:
        draft = Folder(MODULES).draft(["en"], TODAY)
        (self.edition,) = draft.editions
        self.mark = marked(self.edition)
        assert self.mark
        self.files: dict[str, Written[Any]] = {each.file: each for each in draft.shared}
        self.files |= {each.file: each for each in self.edition.files if each.root is not None}

    def root(self, file: str) -> Node:
        """What a file holds."""
        root = self.files[file].root
        assert root is not None
        return root

    def edited(self, changes: dict[str, Node]) -> LanguageDraft:
        """The course with other things in some of its files."""
        edition, draft = self.edition, structs.replace(self.edition.draft)
        for file, root in changes.items():
            if file in SHARED:
                name, wanted = SHARED[file]
                setattr(draft, name, _bound(file, root, wanted))
                continue
            folder, _, name = file.removesuffix(".yaml").rpartition("/")
            if folder == "pictures":
                pictures = {**edition.pictures, name: _bound(file, root, Picture)}
                edition = structs.replace(edition, pictures=pictures)
            elif folder == "glossary":
                glossary = _bound(file, root, dict[Id, Term])
                edition = structs.replace(edition, glossary=glossary)
            else:
                modules = {**edition.modules, name: _bound(file, root, Module)}
                edition = structs.replace(edition, modules=modules)
        edition = structs.replace(edition, draft=draft)
        draft.editions, draft.original = [edition], edition
        return edition


def marked(edition: LanguageDraft) -> str:
    """The mark of all that can be signed of an edition; empty where something is at fault."""
    stand = signed.standing(edition)
    return mark_of(items(stand)) if stand is not None else ""


def errors(edition: LanguageDraft) -> set[tuple[str, str]]:
    """What `prolo check` says of an edition besides its signature: the codes, and what is wrong."""
    found = {*edition.draft.faults(), *runner.run(edition.draft)}
    return {(each.code, each.what) for each in found if each.severity == "error"}


def walk(root: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every value of a file, with where it stands."""
    yield path, root
    if isinstance(root, Mapping):
        for key, entry in root.entries.items():
            yield from walk(entry.value, (*path, key))
    elif isinstance(root, Sequence):
        for index, item in enumerate(root.items):
            yield from walk(item, (*path, index))


def put(root: Node, path: Path, new: Node | None) -> Node:
    """The file with another value at a place, or with none there."""
    if not path:
        assert new is not None
        return new
    step, *rest = path
    if isinstance(root, Mapping):
        entries = dict(root.entries)
        if new is None and not rest:
            del entries[str(step)]
        else:
            old = entries.get(str(step))
            below = put(old.value, tuple(rest), new) if old and rest else new
            assert below is not None
            key = old.key if old else scalar(str(step))
            entries[str(step)] = Entry(key, below)
        return structs.replace(root, entries=entries)
    assert isinstance(root, Sequence)
    assert isinstance(step, int)
    items_ = list(root.items)
    if new is None and not rest:
        del items_[step]
    else:
        below = put(items_[step], tuple(rest), new) if rest else new
        assert below is not None
        items_[step] = below
    return structs.replace(root, items=tuple(items_))


def scalar(text: str, like: Scalar | None = None) -> Scalar:
    """A text, where another one stood."""
    source = like or Scalar(1, 1, "", '"', '""', 0, 2)
    return structs.replace(source, text=text)


def text_at(root: Node, *path: str | int) -> str:
    """The text at a place; empty if there is none."""
    found = get(root, path)
    return found.text if isinstance(found, Scalar) else ""


def _bound(file: str, root: Node, wanted: Any) -> Written[Any]:
    written: Written[Any] = Written(file, root)
    bind(written, wanted)
    return written
