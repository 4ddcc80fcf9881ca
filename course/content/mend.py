"""What has one right cure is mended in the files of a course: `prolo check --fix`.

Nothing is changed that a reader would read in another way, and nothing where two cures are right: a
file that is not mended for sure is left as it is, and its faults are told.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from course import durable
from course.content.checks.pasted import entities
from course.content.source import files, yaml_reader
from course.content.source.characters import MENDED, STRAIGHT
from course.content.source.nodes import Mapping, Node, Scalar, Sequence

_INDENTS = (2, 4, 8)
"""How many spaces a tab may stand for at the start of a line."""
_BULLET = re.compile(r"^( *)(?:[\u2022\u00b7\u25cf\u25aa\u25e6\u2023] *|-(?=[^\W\d_]))")
_CURLY = "[\u201c-\u201e]"
_QUOTED = re.compile(
    rf"(?P<before>^ *(?:- +)*|[:,\[{{] *){_CURLY}(?P<text>[^\"\\\n\u201c-\u201e]*){_CURLY}"
    r"(?= *(?:[:,\]}]|$))"
)
_KEY = re.compile(rf"^(?P<before> *(?:- +)*){_CURLY}(?P<key>[a-z_]+){_CURLY}(?=:)")


class Mended(Struct, frozen=True):
    """What was mended in a file, and in which of its lines."""

    file: str
    what: str
    lines: tuple[int, ...]

    def __str__(self) -> str:
        shown = ", ".join(map(str, self.lines[:10])) + (", ..." if self.lines[10:] else "")
        return f"{self.file}: {self.what} (line{'s' if self.lines[1:] else ''} {shown})"


def mend(folder: Path) -> list[Mended]:
    """Mend each file of the course in `folder`, and say what was done. Raises OSError if one
    cannot be written."""
    done: list[Mended] = []
    for pattern in ("*.yaml", "*/*.yaml"):
        for path in sorted(folder.glob(pattern)):
            shown = path.relative_to(folder).as_posix()
            try:
                before = files.read_bytes(folder, shown).decode("utf-8")
            except (files.UnreadableError, UnicodeDecodeError):
                continue  # What is wrong with it is told by the check.
            after, some = mended(before, shown)
            if after != before:
                durable.write(path, after.encode())
            done += some
    return done


def mended(text: str, shown: str = "") -> tuple[str, list[Mended]]:
    """A text as it is when all is mended that can be, and what that was. Raises nothing."""
    done: list[Mended] = []
    for what, step in _STEPS.items():
        after = step(text)
        if after != text:
            done.append(Mended(shown, what, _changed(text, after)))
            text = after
    return text, done


def _changed(before: str, after: str) -> tuple[int, ...]:
    old, new = (re.split(r"\r\n|\n|\r", each) for each in (before, after))
    if len(old) != len(new):
        return (next((n for n, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b), 1),)
    if old == new:
        return tuple(range(1, len(old)))
    return tuple(n for n, (a, b) in enumerate(zip(old, new, strict=True), 1) if a != b)


def _line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _tabs(text: str) -> str:
    if "\t" not in text:
        return text
    for width in _INDENTS:
        lines = [_spaced(line, width) for line in text.split("\n")]
        after = "\n".join(lines)
        if yaml_reader.parse(after, "").root is not None:
            return after
    return text


def _spaced(line: str, width: int) -> str:
    """A line with so many spaces for each tab before its words, and one for each in them."""
    words = line.lstrip(" \t")
    before = line[: len(line) - len(words)].replace("\t", " " * width)
    return before + words.replace("\t", " ")


def _unseen(text: str) -> str:
    for character, instead in MENDED.items():
        if character != "\t":
            text = text.replace(character, instead)
    return text


def _straight(text: str) -> str:
    lines = text.split("\n")
    blocks = _blocks(text)
    faults = yaml_reader.parse(text, "").problems
    told = {each.line - 1 for each in faults if each.cure == STRAIGHT}
    for number, line in enumerate(lines):
        if number in told:
            lines[number] = _QUOTED.sub(r'\g<before>"\g<text>"', line)
        elif number not in blocks:
            lines[number] = _KEY.sub(r"\g<before>\g<key>", line)
    after = "\n".join(lines)
    left = yaml_reader.parse(after, "").problems
    return after if len(left) <= len(faults) else text


def _bullets(text: str) -> str:
    lines = text.split("\n")
    for number in _blocks(text):
        lines[number] = _BULLET.sub(r"\1- ", lines[number])
    return "\n".join(lines)


def _entities(text: str) -> str:
    scalars = [*_scalars(text)]
    said = [each.text for each in scalars]
    for index in reversed(range(len(scalars))):
        style, start, end = scalars[index].style, scalars[index].start, scalars[index].end
        after = f"{text[:start]}{_unescaped(text[start:end], style)}{text[end:]}"
        wanted = [*said[:index], _unescaped(said[index]), *said[index + 1 :]]
        # A sign may mean something where it stands, such as a quotation mark at the end.
        if after != text and [each.text for each in _scalars(after)] == wanted:
            text, said = after, wanted
    return text


def _unescaped(text: str, style: str = "") -> str:
    """A text with signs for what the web writes for them, as they are written in a style."""
    for found in reversed([*entities(text)]):
        sign = html.unescape(found.group()).replace("\xa0", " ")
        for special, written in _WRITTEN.get(style, {}).items():
            sign = sign.replace(special, written)
        text = f"{text[: found.start()]}{sign}{text[found.end() :]}"
    return text


_WRITTEN = {'"': {"\\": "\\\\", '"': '\\"'}, "'": {"'": "''"}}
"""How some signs are written in texts between quotation marks."""


def _blocks(text: str) -> set[int]:
    """The lines of texts under a |, counted from 0."""
    found: set[int] = set()
    for scalar in _scalars(text):
        if scalar.style == "|":
            last = text.count("\n", 0, scalar.end)
            found |= {*range(scalar.line, last)}
    return found


def _scalars(text: str) -> Iterator[Scalar]:
    """The texts of a file, in their order; none if it cannot be read."""
    ways: list[Node] = [root] if (root := yaml_reader.parse(text, "").root) else []
    while ways:
        match ways.pop():
            case Scalar() as scalar:
                yield scalar
            case Mapping(entries=entries):
                ways += [entry.value for entry in reversed(entries.values())]
            case Sequence(items=items):
                ways += reversed(items)


_STEPS: dict[str, Callable[[str], str]] = {
    "line ends as on Windows are now plain ones": _line_ends,
    "tabs are now spaces": _tabs,
    "blanks of another kind and signs that nobody sees are now spaces, or gone": _unseen,
    "curly quotation marks that YAML does not know are now straight ones": _straight,
    "signs for the items of a list are now dashes": _bullets,
    "what the web writes for a sign is now that sign": _entities,
}
