"""From the tree of a YAML file to the types of the model, with every fault at once.

msgspec describes the types, converts numbers and dates, and prints their JSON Schema
(`msgspec.json.schema(Module)`). It was chosen by measurement (Python 3.11, five runs on a busy
machine). On top of importing Textual, importing msgspec costs nothing that can be measured (-2 % to
+2 %), cattrs 6 % to 14 %, jsonschema 16 % to 27 %, pydantic 26 % to 39 %. Converting a module costs
msgspec 0.04 ms, pydantic 2.0 to 2.4 times that, cattrs 5 to 8 times, jsonschema 70 to 100 times.

msgspec stops at the first fault of what it converts, and none of the four knows lines and columns;
so the walk over the tree is done here, along the description of the types that `msgspec.inspect`
gives. A test holds that nothing is bound which `msgspec.convert` would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, Generic, TypeVar

from msgspec import Struct, inspect

from course.content.source.brackets import cut_by_commas, is_in_brackets
from course.content.source.leaves import Unfit, called, leaf
from course.content.source.nodes import Entry, Mapping, Node, Path, Scalar, Sequence, find, get
from course.content.source.spelling import nearest, one_line, quoted, shortened, suggest
from course.content.texts import is_written
from course.errors import Problem

T = TypeVar("T")
P = TypeVar("P", bound=Struct)

MISWRITTEN = "F02"
"""The code of the rule that keys and values are those of the format."""
_NOTHING = ("null", "~")
_FAULTY: Any = object()


@cache
def _described(wanted: Any) -> inspect.Type:
    return inspect.type_info(wanted)


class Text(Struct, frozen=True):
    """A text for readers, as it stands in a file."""

    path: Path
    markup: str
    """`prose` or `inline`; `exact` if it has none."""
    node: Scalar


class Written(Struct, Generic[T]):
    """One authored file: what it says, where it says so, and what is wrong with it.

    `value` is None if any part of it is faulty; `parts` holds those parts that are not.
    """

    file: str
    root: Node | None
    value: T | None = None
    parts: list[tuple[Path, Struct]] = []
    texts: list[Text] = []
    """The texts with markup."""
    exact: list[Text] = []
    """The texts that are shown exactly as they are written."""
    problems: list[Problem] = []

    def each(self, kind: type[P]) -> Iterator[tuple[Path, P]]:
        """Every sound part of a kind, with its path."""
        for path, part in self.parts:
            if isinstance(part, kind):
                yield path, part

    def problem(self, path: Path, what: str, cure: str, offset: int = 0) -> Problem:
        """A problem at the value at `path`, or at a character of it."""
        node = find(self.root, path) if self.root else None
        if isinstance(node, Scalar):
            return self.problem_at(*node.place(offset), what, cure)
        return self.problem_at(*((node.line, node.column) if node else (1, 1)), what, cure)

    def problem_at(self, line: int, column: int, what: str, cure: str) -> Problem:
        """A problem at a place of the file, told on one line."""
        return Problem(self.file, line, column, one_line(what), one_line(cure))

    def entries(self) -> dict[str, Entry]:
        """The keys of the file with their values, whether sound or not."""
        return self.root.entries if isinstance(self.root, Mapping) else {}

    @property
    def readable(self) -> bool:
        """Whether the names in the file are known: it was read, or need not be there."""
        return self.root is not None or not self.problems

    def text(self, *path: str | int) -> str | None:
        """The text at `path`, whether sound or not; None if there is none."""
        node = get(self.root, path)
        return node.text if isinstance(node, Scalar) else None

    def ids(self, *path: str | int) -> Iterator[tuple[int, str]]:
        """The texts in a list, or the ids of what is in it, whether sound or not, by index."""
        node = get(self.root, path)
        for index, item in enumerate(node.items if isinstance(node, Sequence) else ()):
            if isinstance(found := find(item, ("id",)), Scalar):
                yield index, found.text

    def names(self, *path: str | int) -> list[str]:
        """The texts in a list, or the ids of what is in it, whether sound or not."""
        return [name for _, name in self.ids(*path)]


def bind(written: Written[T], wanted: Any) -> None:
    """Fill `written` from its tree; faults are added to its problems. Raises nothing."""
    if written.root is None:
        return
    binder = _Binder(written)
    before = len(written.problems)
    value = binder.value(_described(wanted), written.root, ())
    if len(written.problems) == before:
        written.value = value


class _Binder:
    def __init__(self, written: Written[Any]) -> None:
        self.written = written

    def fault(self, node: Node, what: str, cure: str) -> Any:
        problem = self.written.problem_at(node.line, node.column, what, cure)
        self.written.problems.append(replace(problem, code=MISWRITTEN))
        return _FAULTY

    def value(self, wanted: inspect.Type, node: Node, path: Path) -> Any:
        """The value of the wanted type, or _FAULTY once its faults have been reported."""
        description, extra = "", {}
        if isinstance(wanted, inspect.Metadata):
            description = (wanted.extra_json_schema or {}).get("description", "")
            extra, wanted = wanted.extra or {}, wanted.type
        if isinstance(wanted, inspect.UnionType):
            return self.union(wanted, node, path)
        if isinstance(wanted, inspect.StructType):
            return self.struct(wanted, node, path)
        if isinstance(wanted, inspect.VarTupleType):
            return self.sequence(wanted, node, path)
        if isinstance(wanted, inspect.DictType):
            return self.mapping(wanted, node, path)
        if not isinstance(node, Scalar):
            kind = "list" if isinstance(node, Sequence) else "group of keys"
            cure = "Put it in quotation marks, or write a | after the colon and the text below."
            return self.fault(node, f"Here should be one text, and there is a {kind}.", cure)
        if not node.text or (node.plain and node.text in _NOTHING):
            cure = "Write something, or delete the line if nothing needs to be there."
            return self.fault(node, f"{called(path)} is empty.", cure)
        value = leaf(wanted, node.text, path, description)
        if isinstance(value, Unfit):
            return self.fault(node, value.what, value.cure)
        if "markup" in extra:
            text = Text(path, extra["markup"], node)
            (self.written.exact if text.markup == "exact" else self.written.texts).append(text)
        return value

    def union(self, wanted: inspect.UnionType, node: Node, path: Path) -> Any:
        choices = [kind for kind in wanted.types if not isinstance(kind, inspect.NoneType)]
        may_be_none = len(choices) < len(wanted.types)
        if may_be_none and isinstance(node, Scalar) and node.plain and node.text in _NOTHING:
            return None
        if len(choices) == 1:
            return self.value(choices[0], node, path)
        lists = [kind for kind in choices if isinstance(kind, inspect.VarTupleType)]
        if lists:
            words = [kind for kind in choices if kind not in lists]
            return self.value((lists if isinstance(node, Sequence) else words)[0], node, path)
        kinds = {str(kind.tag): kind for kind in choices if isinstance(kind, inspect.StructType)}
        if not isinstance(node, Mapping):
            return self.not_a_mapping(node)
        if "kind" not in node.entries:
            return self.missing(node, "kind", f"Its value is one of {quoted(kinds)}.")
        tag = node.entries["kind"].value
        if not isinstance(tag, Scalar) or tag.text not in kinds:
            named = tag.text if isinstance(tag, Scalar) else ""
            return self.fault(tag, f'There is no kind "{named}".', suggest(named, kinds))
        return self.struct(kinds[tag.text], node, path)

    def struct(self, wanted: inspect.StructType, node: Node, path: Path) -> Any:
        if not isinstance(node, Mapping):
            return self.not_a_mapping(node, wanted.fields[0].encode_name)
        fields = {each.encode_name: each for each in wanted.fields if is_written(each.type)}
        values: dict[str, Any] = {}
        meant: set[str | None] = set()
        cut = cut_by_commas(node)
        for key, entry in node.entries.items():
            if key in cut and key not in fields:
                values[key] = self.cut(entry, cut[key])
                continue
            if key in fields:
                values[fields[key].name] = self.value(fields[key].type, entry.value, (*path, key))
            elif key != wanted.tag_field:
                values[key] = self.unknown(entry, key, fields)
                meant.add(nearest(key, tuple(fields)))
        for key in fields:
            if fields[key].required and key not in node.entries and key not in meant:
                values[key] = self.missing(node, key, "Add it.")
        if any(value is _FAULTY for value in values.values()):
            return _FAULTY
        part = wanted.cls(**values)
        self.written.parts.append((path, part))
        return part

    def sequence(self, wanted: inspect.VarTupleType, node: Node, path: Path) -> Any:
        if not isinstance(node, Sequence):
            cure = 'Begin each item on its own line with "- ", or put them in [ ].'
            return self.fault(node, f"{called(path)} should be a list.", cure)
        size = len(node.items)
        named = "This list" if path and isinstance(path[-1], int) else called(path)
        if wanted.min_length and size < wanted.min_length:
            cure = f"At least {wanted.min_length} are needed."
            self.fault(node, f"{named} has {_counted(size, 'item')}.", cure)
        if wanted.max_length and size > wanted.max_length:
            cure = f"At most {wanted.max_length} are allowed; take some out."
            if is_in_brackets(node):
                cure += " A comma begins a new item: put a text that has one in quotation marks."
            self.fault(node, f"{named} has {_counted(size, 'item')}.", cure)
        values = [
            self.value(wanted.item_type, item, (*path, index))
            for index, item in enumerate(node.items[: wanted.max_length])
        ]
        return _FAULTY if any(value is _FAULTY for value in values) else tuple(values)

    def mapping(self, wanted: inspect.DictType, node: Node, path: Path) -> Any:
        if not isinstance(node, Mapping):
            return self.not_a_mapping(node, "en" if wanted.min_length else "tea")
        if not node.entries:
            return self.fault(node, f"{called(path)} is empty.", "Write at least one key.")
        values: dict[Any, Any] = {}
        cut = cut_by_commas(node)
        for key, entry in node.entries.items():
            if key in cut:
                values[key] = self.cut(entry, cut[key])
                continue
            if isinstance(entry.value, Scalar) and entry.value.plain and not entry.value.text:
                cure = (
                    "Write one; if it belongs to the text before it, put that in quotation marks."
                )
                values[key] = self.fault(entry.key, f'The key "{key}" has no value.', cure)
                continue
            name = self.value(wanted.key_type, entry.key, ())
            value = self.value(wanted.value_type, entry.value, (*path, key))
            values[key] = _FAULTY if name is _FAULTY else value
        return _FAULTY if any(value is _FAULTY for value in values.values()) else values

    def not_a_mapping(self, node: Node, key: str = "kind") -> Any:
        there = "a list" if isinstance(node, Sequence) else "a text"
        cure = f'Write each key on its own line, as in "{key}: ...".'
        return self.fault(node, f"Here should be keys with values, and there is {there}.", cure)

    def cut(self, entry: Entry, before: str | None) -> Any:
        """What a comma has cut off a text in brackets: told once for each text."""
        if before is None:
            return _FAULTY
        what = (
            f'A comma has cut the text of "{before}" in two before "{shortened(entry.key.text)}".'
        )
        cure = f'Put the whole text in quotation marks, as in {before}: "One, two."'
        return self.fault(entry.key, what, cure)

    def unknown(self, entry: Entry, key: str, known: Iterable[str]) -> Any:
        value, cure = entry.value, suggest(key, known)
        if " " in key.strip() or key[:1].isupper():
            cure = (
                "If it belongs to the text above, write that text under a |, each of its lines "
                "pushed in further than its key."
            )
            return self.fault(entry.key, f'There is no key "{shortened(key)}" here.', cure)
        if isinstance(value, Scalar) and value.plain and not value.text:
            cure = "If it belongs to the text before it, put that text in straight quotation marks."
        return self.fault(entry.key, f'There is no key "{key}" here.', cure)

    def missing(self, node: Node, key: str, cure: str) -> Any:
        return self.fault(node, f'The key "{key}" is missing here.', cure)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
