"""Strict YAML: plain texts with line and column, nothing guessed.

The tree is built from parse events, one at a time, and reading stops at the first event that is
too deep. PyYAML's composer would recurse: CSafeLoader takes the interpreter down at 30,000 nested
brackets, and SafeLoader takes over 20 seconds for a merge bomb. There is no composer here, so
there are no aliases, tags or merges either; each is reported with a cure.

A comment may follow a value on its line only where it cannot be part of a sentence: after a
single word (`format: 1  # the first`), a text in quotation marks, or a bracket. After a plain text
of several words, or where no blank follows the `#`, it is an error, since YAML would drop the rest
of the sentence without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from course.content.source.characters import FORBIDDEN, MENDED, STRAIGHT, describe, opens_curly
from course.content.source.files import UnreadableError, read_text
from course.content.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from course.content.source.spelling import one_line
from course.content.source.syntax import LOST, explain
from course.errors import Problem

UNREADABLE = "F01"
"""The code of the rule that a file can be read."""
MAX_DEPTH = 12
MAX_NODES = 20_000
MAX_FORBIDDEN = 200
"""So many kinds of characters that cannot be seen are told: a file of another kind has more."""
MAX_FAULTS = 50
"""So many faults of one file are looked for that keep it from being read."""
_SIGNS = tuple(":%@`")
"""What a text may not begin with, or have in it with a space behind it."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML was built with it: about 20 times as fast."""

_DIRECTIVE = re.compile(r"(?: *(?:#.*)?\n)*%")
_COMMENT = re.compile(r"[ ]+#(.?)")


class _EmptyError(UnreadableError):
    """There is nothing to read."""


class Document(Struct, frozen=True):
    """What a file holds, and what is wrong with it as YAML. `root` is None if it cannot be read."""

    root: Node | None
    problems: list[Problem]
    is_empty: bool = False
    """Whether it holds nothing, or nothing but comments; that is one of the problems then."""


def read(folder: Path, shown: str) -> Document:
    """Read the file `shown`, a path below `folder` with `/` between its parts.

    Raises nothing, whatever the file may hold or be: every fault is in the document's problems.
    """
    try:
        text = read_text(folder, shown)
    except UnreadableError as fault:
        problem = Problem(shown, fault.line, fault.column, fault.what, fault.cure, UNREADABLE)
        return Document(None, [problem])
    return parse(text, shown)


def parse(text: str, shown: str) -> Document:
    """The document in `text`; `shown` names its file in the problems. Raises nothing."""
    problems = list(islice(_forbidden(text, shown), MAX_FORBIDDEN))
    if problems:
        return Document(None, problems)
    builder = _Builder(text, shown)
    try:
        return Document(builder.document(), builder.problems)
    except UnreadableError as error:
        first = error
    found = dict.fromkeys([*builder.problems, *_told(builder, first)])
    # The rest of the file may have more faults, and an author wants to know of all at once.
    fault: UnreadableError | None = first
    for _ in range(MAX_FAULTS):
        text = _without(text, fault) if fault else ""
        if not text:
            break
        builder, fault = _Builder(text, shown), None
        try:
            builder.document()
        except UnreadableError as another:
            fault = another
        found |= dict.fromkeys([*builder.problems, *(_told(builder, fault) if fault else ())])
    return Document(None, list(found), isinstance(first, _EmptyError))


def _told(builder: _Builder, fault: UnreadableError) -> list[Problem]:
    """What ended the reading; nothing where a fault has just been reported, for there the parser
    only stumbles over the same one."""
    if any(fault.line - problem.line in (0, 1) for problem in builder.problems):
        return []
    builder.report(fault.line, fault.column, fault.what, fault.cure)
    return [builder.problems[-1]]


def _without(text: str, fault: UnreadableError) -> str:
    """The text with a letter for what a text may not have in it; empty where that is not known.

    Nothing else in it has another place.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    at = starts[fault.line - 1] + fault.column - 1
    if not fault.what.startswith("A text") or text[at : at + 1] not in _SIGNS:
        return ""
    # A colon and a space make a key; both alone are part of a text.
    return f"{text[:at]}x{text[at + 1 :]}"


def _forbidden(text: str, shown: str) -> Iterator[Problem]:
    """Each forbidden character where it stands first, with how many more lines have it."""
    if not FORBIDDEN.search(text):
        return
    places: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        here = {found.group(): found.start() + 1 for found in reversed([*FORBIDDEN.finditer(line)])}
        for character, column in here.items():
            places.setdefault(character, []).append((number, column))
    for character, some in places.items():
        what, cure = describe(character)
        if more := len(some) - 1:
            lines = "line" if more == 1 else "lines"
            what = f"{what.rstrip('.')}, and in {more} more {lines}."
        if character in MENDED:
            cure = f"{cure} prolo check --fix does it."
        yield Problem(shown, *some[0], what, cure, UNREADABLE)


class _Builder:
    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.shown = shown
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.nodes = 0
        self.events = yaml.parse(text, Loader=LOADER)

    def report(self, line: int, column: int, what: str, cure: str) -> None:
        if "quotation marks" in cure and opens_curly(self.lines[line - 1][:column]):
            cure = STRAIGHT
        what, cure = one_line(what), one_line(cure)
        self.problems.append(Problem(self.shown, line, column, what, cure, UNREADABLE))

    def next(self) -> Any:
        """The next event. Raises UnreadableError if the parser finds none."""
        try:
            return next(self.events)
        except yaml.YAMLError as error:
            raise explain(error, self.text) from None

    def document(self) -> Node:
        if directive := _DIRECTIVE.match(self.text):
            line = self.text.count("\n", 0, directive.end()) + 1
            self.report(line, 1, "A line that begins with % is not allowed.", "Delete the line.")
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            raise _EmptyError("The file is empty.", "Write it, or remove it from the course.")
        root = self.node(self.next(), 1)
        self.next()
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _stop(event, "A second document begins here.", "Delete the line with ---.")
        return root

    def node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _stop(
                event,
                f"The file has more than {MAX_NODES:,} values.",
                "Make it shorter; a long module can become two.",
            )
        if isinstance(event, yaml.AliasEvent):
            raise _stop(
                event,
                f"A text cannot begin with a star: *{event.anchor} asks for a copy of another.",
                "Put the whole text in quotation marks, or write the text out again.",
            )
        if depth > MAX_DEPTH:
            raise _stop(
                event,
                f"Lists and keys stand more than {MAX_DEPTH} deep in each other.",
                "If a bracket belongs to a text, put the text in quotation marks.",
            )
        self._refuse_marks(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        line, column = _place(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(line, column, tuple(self.items(depth)))
        return Mapping(line, column, self.entries(depth))

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.next(), depth + 1)
            if not isinstance(key, Scalar):
                self.report(
                    key.line,
                    key.column,
                    "A list or a group of keys stands where a key should be.",
                    "If the bracket belongs to a text, put the text in quotation marks.",
                )
            elif key.text == "<<":
                self.report(
                    key.line,
                    key.column,
                    "The key << asks for a copy of other keys.",
                    "Write the keys out again.",
                )
            elif key.text in entries:
                first = entries[key.text].key
                self.report(
                    key.line,
                    key.column,
                    f'The key "{key.text}" was already given in line {first.line}.',
                    "Keep one of the two; if the next item of a list begins here, put a dash and "
                    "a space before its first key.",
                )
            else:
                entries[key.text] = Entry(key, value)
        return entries

    def scalar(self, event: Any) -> Scalar:
        line, column = _place(event)
        style = event.style or ""
        start, end = event.start_mark.index, event.end_mark.index
        text = event.value.rstrip("\n")
        # It came from an escape such as \e; it is replaced, so that no message repeats it.
        if found := FORBIDDEN.search(text):
            self.report(line, column, *describe(found.group()))
            text = FORBIDDEN.sub("\ufffd", text)
        if not style:
            self._refuse_lost_words(event.value, end)
        return Scalar(line, column, text, style, self.text, start, end)

    def _refuse_lost_words(self, value: str, end: int) -> None:
        comment = _COMMENT.match(self.text, end)
        if comment is None or (comment[1] in ("", " ", "\n") and not re.search(r"\s", value)):
            return
        hash_at = comment.end() - len(comment[1]) - 1
        self.report(
            self.text.count("\n", 0, hash_at) + 1,
            hash_at - self.text.rfind("\n", 0, hash_at),
            *LOST,
        )

    def _refuse_marks(self, event: Any) -> None:
        line, column = _place(event)
        if event.anchor:
            self.report(
                line,
                column,
                f"&{event.anchor} gives this value a name for copies.",
                f"Delete &{event.anchor}; if it belongs to a text, put the text in quotation "
                "marks.",
            )
        if event.tag:
            self.report(
                line,
                column,
                "A value cannot begin with an exclamation mark.",
                "Delete the word with the !; if it belongs to a text, put the text in "
                "quotation marks.",
            )


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _stop(event: Any, what: str, cure: str) -> UnreadableError:
    return UnreadableError(what, cure, *_place(event))
