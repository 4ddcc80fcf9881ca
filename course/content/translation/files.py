"""The files of a translation as they are written, and texts put into files that hold all languages.

A module in another language is its original with other texts: its keys, ids, answers and order are
taken over as they stand there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from course.content.source import nodes
from course.content.source.binding import Written
from course.content.source.nodes import Node, Path, Scalar, Sequence
from course.content.translation.units import OPTIONAL, Texts

Said = Mapping[Path, str]
"""Texts by their paths."""

_WORD = re.compile(r"[\w./-]+")
_OF_A_PICTURE = ("file", "at", "x", "y", "shape")
"""Keys of a figure that a translation may have of its own: words may need another drawing."""


def module(original: Written[Any], said: Said, before: Node | None) -> str:
    """A module with these texts. `before` is what stood there, of which the notes at its top and
    the drawings of its figures stay."""
    if not isinstance(original.root, nodes.Mapping):
        return ""
    own = _Own(said, before, original.root)
    return _notes(before) + "".join(f"{line.rstrip()}\n" for line in _lines(original.root, (), own))


def glossary(terms: Mapping[str, Texts], before: Node | None) -> str:
    """The words that a language explains."""
    lines = []
    for name, texts in terms.items():
        lines.append(f"{name}:")
        for at, text in texts.items():
            if at != OPTIONAL:
                lines += [f"  {line}" for line in _text(f"{at}:", text)]
            elif forms := [form.strip() for form in text.split(",") if form.strip()]:
                lines.append("  also:")
                lines += [f"    - {_quoted(form)}" for form in forms]
    return _notes(before) + "".join(f"{line}\n" for line in lines)


def words(said: Mapping[str, str]) -> str:
    """Words of the interface, by their dotted names, in the form of the program's own files."""
    tree: dict[str, object] = {}
    for name, text in said.items():
        *groups, last = name.split(".")
        at = tree
        for group in groups:
            below = at.setdefault(group, {})
            at = below if isinstance(below, dict) else at
        at[last] = text
    return "".join(f"{line}\n" for line in _nested(tree))


def with_texts(source: str, root: Node, language: str, said: Said) -> str:
    """A file that holds all languages, with these texts added or put in the place of others.

    `said` has them by the path of the mapping that holds the languages. All else stays as it was.
    """
    edits = []
    for path, text in said.items():
        found = nodes.get(root, path)
        if isinstance(found, nodes.Mapping) and found.entries:
            edits.append(_edit(source, found, language, _quoted(text)))
    return _edited(source, edits)


def with_language(source: str, root: Node, language: str) -> str:
    """The course file with one language more in its list."""
    listed = nodes.get(root, ("languages",))
    if not isinstance(listed, Sequence) or not isinstance(last := listed.items[-1], Scalar):
        return source
    if _begins(source, listed) == "[":
        return _edited(source, [(last.end, last.end, f", {language}")])
    dash = source.rfind("\n", 0, last.start) + 1
    line = f"\n{source[dash : last.start]}{language}"
    return _edited(source, [(_end_of_line(source, last.end),) * 2 + (line,)])


_Edit = tuple[int, int, str]


def _edit(source: str, found: nodes.Mapping, language: str, text: str) -> _Edit:
    if language in found.entries:
        value = found.entries[language].value
        if not isinstance(value, Scalar):
            return (0, 0, "")
        ends = "\n" if source[value.start : value.end].endswith("\n") else ""
        return (value.start, value.end, text + ends)
    first = next(iter(found.entries.values()))
    if not isinstance(first.value, Scalar):
        return (0, 0, "")
    after = first.value.end
    if _begins(source, found) == "{":
        return (after, after, f", {language}: {text}")
    line = f"{' ' * (first.key.column - 1)}{language}: {text}"
    if source[:after].endswith("\n"):
        return (after, after, f"{line}\n")
    after = _end_of_line(source, after)
    return (after, after, f"\n{line}")


def _edited(source: str, edits: Iterable[_Edit]) -> str:
    for start, end, text in sorted(edits, reverse=True):
        source = source[:start] + text + source[end:]
    return source


def _begins(source: str, node: Node) -> str:
    """The character at which a value begins."""
    line = source.split("\n")[node.line - 1]
    return line[node.column - 1 : node.column]


def _end_of_line(source: str, at: int) -> int:
    found = source.find("\n", at)
    return len(source) if found < 0 else found


class _Own:
    """What a translation has in the place of its original."""

    def __init__(self, said: Said, before: Node | None, original: Node) -> None:
        self._said = said
        self._before = before
        self._moved = {
            (key, index): there
            for key in ("pages", "questions")
            for index, name in _ids(original, key)
            for there, other in _ids(before, key)
            if name == other
        }

    def text(self, path: Path) -> str | None:
        """The text at a path; None where no text for readers stands."""
        return self._said.get(path)

    def drawn(self, path: Path) -> str | None:
        """What a translation says of its own drawing; None if it says nothing."""
        if (path[-1] not in _OF_A_PICTURE and path[-2:-1] != ("at",)) or "figure" not in path:
            return None
        key, index, *rest = path
        there = self._moved.get((str(key), int(index)))
        if there is None:
            return None
        found = nodes.get(self._before, (key, there, *rest))
        return found.text if isinstance(found, Scalar) else None


def _ids(root: Node | None, key: str) -> Iterator[tuple[int, str]]:
    listed = nodes.get(root, (key,))
    for index, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
        found = nodes.get(item, ("id",))
        if isinstance(found, Scalar):
            yield index, found.text


def _lines(node: Node, path: Path, own: _Own) -> Iterator[str]:
    """A mapping or a list, line by line."""
    if isinstance(node, nodes.Mapping):
        for key, entry in node.entries.items():
            yield from _entry(f"{key}:", entry.value, (*path, key), own)
    elif isinstance(node, Sequence):
        for index, each in enumerate(node.items):
            below = (*path, index)
            if isinstance(each, Scalar):
                yield from _entry("-", each, below, own)
            else:
                first, *rest = _lines(each, below, own)
                yield f"- {first}"
                yield from (f"  {line}" for line in rest)


def _entry(head: str, value: Node, path: Path, own: _Own) -> Iterator[str]:
    if isinstance(value, Scalar):
        text = own.text(path)
        if text is not None:
            yield from _text(head, text)
        else:
            yield f"{head} {_plain(value, own.drawn(path))}"
    elif isinstance(value, Sequence) and all(
        isinstance(each, Scalar) and own.text((*path, at)) is None
        for at, each in enumerate(value.items)
    ):
        parts = (
            _plain(each, own.drawn((*path, at)))
            for at, each in enumerate(value.items)
            if isinstance(each, Scalar)
        )
        yield f"{head} [{', '.join(parts)}]"
    else:
        yield head
        yield from (f"  {line}" for line in _lines(value, path, own))


def _plain(value: Scalar, other: str | None) -> str:
    text = value.text if other is None else other
    return text if value.plain and _WORD.fullmatch(text) else _quoted(text)


def _text(head: str, text: str) -> Iterator[str]:
    yield f"{head} |"
    yield from (f"  {line}".rstrip() for line in text.strip().split("\n"))


def _nested(tree: Mapping[str, object]) -> Iterator[str]:
    for key, value in tree.items():
        name = key if _WORD.fullmatch(key) and key not in ("yes", "no") else _quoted(key)
        if isinstance(value, dict):
            yield f"{name}:"
            yield from (f"  {line}" for line in _nested(value))
        else:
            yield f"{name}: {_quoted(str(value))}"


def _quoted(text: str) -> str:
    # A text in JSON is one in YAML.
    return json.dumps(text, ensure_ascii=False)


def _notes(before: Node | None) -> str:
    """The notes at the top of a file."""
    source = source_of(before)
    lines = source.split("\n")
    count = next((n for n, line in enumerate(lines) if line and not line.startswith("#")), 0)
    return "".join(f"{line}\n" for line in lines[:count])


def source_of(node: Node | None) -> str:
    """The text of the whole file that a tree was read from; empty if nothing is there."""
    if isinstance(node, nodes.Mapping) and node.entries:
        return next(iter(node.entries.values())).key.source
    return ""
