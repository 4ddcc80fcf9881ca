"""The words of the interface for one course: the program's own, and those that its author brings.

`language/<language>.yaml` beside `course.yaml` has the form of the program's own files. What it
says comes first; what it lacks the program says, in that language or else in English.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from course import language as interface
from course.content.source import nodes, yaml_reader
from course.content.source.binding import MISWRITTEN, Text, Written
from course.content.source.spelling import suggest
from course.errors import Problem
from course.language import Words


def read(folder: Path, language: str) -> Written[dict[str, str]]:
    """The words that a course brings along, by their dotted names; none if it has no such file.

    Raises nothing: what is wrong with the file is in the problems.
    """
    shown = interface.file_beside(language)
    if not os.path.lexists(folder / shown):
        return Written(shown, None, value={})
    document = yaml_reader.read(folder, shown)
    written: Written[dict[str, str]] = Written(shown, document.root, problems=[*document.problems])
    if document.root is None:
        return written
    known = interface.load(interface.FIRST).names()
    found: dict[str, str] = {}
    for path, node in _leaves(document.root, ()):
        name = ".".join(map(str, path))
        if name not in known:
            written.problems.append(_unknown(written, path, name, known))
        elif isinstance(node, nodes.Scalar):
            found[name] = node.text
            written.exact.append(Text(path, "exact", node))
    if not written.problems:
        written.value = found
    return written


def words(folder: Path, language: str) -> Words:
    """What the interface says in a language. Raises UsageError if it has no words in it at all."""
    return interface.beside(language, read(folder, language).value or {})


def _leaves(node: nodes.Node, path: nodes.Path) -> Iterator[tuple[nodes.Path, nodes.Node]]:
    if isinstance(node, nodes.Mapping):
        for key, entry in node.entries.items():
            yield from _leaves(entry.value, (*path, key))
    else:
        yield path, node


def _unknown(
    written: Written[dict[str, str]], path: nodes.Path, name: str, known: frozenset[str]
) -> Problem:
    what = f'The interface has no words called "{name}".'
    found = written.problem(path, what, suggest(name, sorted(known), "in course/language/en.yaml"))
    return replace(found, code=MISWRITTEN)
