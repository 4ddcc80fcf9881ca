"""What commas do to texts in brackets: each begins a new item, or a new key."""

from __future__ import annotations

from course.content.source.nodes import Mapping, Scalar, Sequence


def is_in_brackets(node: Sequence) -> bool:
    """Whether a list with texts stands in brackets on its line."""
    first = node.items[0] if node.items else None
    if not isinstance(first, Scalar):
        return False
    line = first.source.split("\n")[node.line - 1]
    return line[node.column - 1 : node.column] == "["


def cut_by_commas(node: Mapping) -> dict[str, str | None]:
    """The keys in brackets that are the rest of a text with commas, each with the key of that text,
    or with None where that was told at a key before."""
    found: dict[str, str | None] = {}
    text: str | None = None
    told = False
    for key, entry in node.entries.items():
        value = entry.value
        if not isinstance(value, Scalar) or not value.plain:
            text = None
        elif value.text:
            text, told = key, False
        elif text is not None and not entry.key.source[entry.key.end : value.start + 1].count(":"):
            found[key] = None if told else text
            told = True
    return found
