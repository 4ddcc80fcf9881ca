"""Something put into a file that an author has written, without touching what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from course.content.source import nodes, yaml_reader
from course.content.source.nodes import Mapping, Node, Path, Scalar, Sequence
from course.errors import ContentError, UsageError


class Writing:
    """The text of one file, as far as something can be added to it."""

    def __init__(self, text: str, shown: str) -> None:
        """`shown` names the file. Raises ContentError if it cannot be read."""
        document = yaml_reader.parse(text, shown)
        if document.root is None or document.problems:
            raise ContentError(document.problems)
        self._text, self._shown, self._root = text, shown, document.root

    def with_item(self, key: str, item: str) -> str:
        """The text with one more item at the end of a list, which begins if there is none.

        Raises UsageError where the list is written in a way to which nothing can be added.
        """
        lines = self._text.rstrip("\n").split("\n")
        found = nodes.get(self._root, (key,))
        if found is None:
            return self._sound("\n".join([*lines, f"{key}:", indent(item, "  ").rstrip(), ""]))
        if not isinstance(found, Sequence) or not found.items or self._is_flow(found):
            raise UsageError(
                f"{self._shown}: Nothing can be added to {key}, since it stands in brackets. "
                "Write each item on its own line with a dash, and try again."
            )
        at = self._end_of(found, lines)
        lead = " " * (found.column - 1)
        return self._sound("\n".join([*lines[:at], indent(item, lead).rstrip(), *lines[at:], ""]))

    def with_name(self, key: str, name: str) -> str:
        """The text with one more word in a list of words. Raises UsageError as `with_item` does."""
        found = nodes.get(self._root, (key,))
        if not isinstance(found, Sequence) or not found.items:
            raise UsageError(f"{self._shown}: There is no list {key}. Write it, and try again.")
        last = found.items[-1]
        if isinstance(last, Scalar) and self._is_flow(found):
            text = self._text
            return self._sound(f"{text[: last.end]}, {name}{text[last.end :]}")
        return self.with_item(key, f"- {name}")

    def with_key(self, path: Path, key: str, value: str, in_braces: str = "") -> str:
        """The text with one more key at the end of a group of keys, `value` being the whole of it.

        `in_braces` is how it is written in a group that stands in braces; without it nothing is
        added there. Raises UsageError then, and if the group has the key already.
        """
        group = nodes.get(self._root, path)
        if not isinstance(group, Mapping):
            raise UsageError(f"{self._shown}: There is nothing to which {key} could be added.")
        if key in group.entries:
            raise UsageError(f"{self._shown}: There is a {key} already. Nothing was changed.")
        lines = self._text.rstrip("\n").split("\n")
        if not lines[group.line - 1].startswith("{", group.column - 1):
            at, lead = self._end_of(group, lines), " " * (group.column - 1)
            return self._sound(
                "\n".join([*lines[:at], indent(value, lead).rstrip(), *lines[at:], ""])
            )
        last = [each.value for each in group.entries.values()][-1:]
        if not in_braces or not last or not isinstance(last[0], Scalar):
            raise UsageError(
                f"{self._shown}: Nothing can be added to keys in braces. Write each on its own "
                "line, and try again."
            )
        end = last[0].end
        return self._sound(f"{self._text[:end]}, {in_braces}{self._text[end:]}")

    def _is_flow(self, found: Sequence) -> bool:
        line = self._text.split("\n")[found.line - 1]
        return line[found.column - 1 : found.column] == "["

    def _end_of(self, found: Node, lines: list[str]) -> int:
        """How many lines there are up to the last one of a value, without blank ones and notes."""
        column = found.column
        at = _last_line(found)
        while at < len(lines):
            line = lines[at]
            if line.strip() and len(line) - len(line.lstrip()) < column:
                break
            at += 1
        while at > 1 and (not lines[at - 1].strip() or lines[at - 1].lstrip().startswith("#")):
            at -= 1
        return at

    def _sound(self, text: str) -> str:
        """The new text, if it can be read and says all that the old one says."""
        document = yaml_reader.parse(text, self._shown)
        said = set(_texts(document.root)) if document.root and not document.problems else set()
        if not said >= set(_texts(self._root)):
            raise UsageError(
                f"{self._shown}: The file is written in a way to which nothing can be added. "
                "Nothing was changed."
            )
        return text


def _last_line(found: Node) -> int:
    if isinstance(found, Scalar):
        return found.line
    if isinstance(found, Sequence):
        return max([found.line, *map(_last_line, found.items)])
    return max([found.line, *(_last_line(each.value) for each in found.entries.values())])


def _texts(found: Node | None) -> Iterator[str]:
    match found:
        case Scalar():
            yield found.text
        case Sequence():
            for item in found.items:
                yield from _texts(item)
        case Mapping():
            for key, entry in found.entries.items():
                yield key
                yield from _texts(entry.value)
        case None:
            pass
