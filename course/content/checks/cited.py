"""Each place where a module cites, with the words that belong to the citation."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from course.content.checks.texts import words_in
from course.content.kinds.piece import Piece
from course.content.model import Module
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.content.statements import statements


class Cited(Struct, frozen=True):
    """A source or a claim, and the sentences that rest on it."""

    name: str
    words: str
    around: str
    """What the sentences belong to: their list, their figure, or their question."""
    path: Path
    offset: int = 0


def cited(module: Written[Module]) -> Iterator[Cited]:
    """Every citation of a module, in texts and in the fields that name a source alone."""
    beside = _beside(module)
    for text in module.texts:
        if "[^" not in text.node.text:
            continue
        belongs = f"{beside.get(text.path[:-1], '')} {_alt(module, text.path)}"
        if text.path[0] == "questions":
            belongs += f" {module.text(*text.path[:2], 'ask') or ''}"
        for each in statements(text.node.text):
            for cite in each.cites:
                around = f"{each.around} {belongs}"
                yield Cited(cite.id, each.words, around, text.path, cite.offset)
    for path, piece in module.each(Piece):
        for key in piece.names_source:
            label = module.text(*path, "label") or ""
            yield Cited(getattr(piece, key), label, _alt(module, path), (*path, key))


def together(module: Written[Module]) -> Iterator[tuple[Cited, tuple[str, ...]]]:
    """Each statement once, as its first citation, with the names of all that it rests on."""
    found: dict[tuple[Path, str], list[Cited]] = {}
    for each in cited(module):
        found.setdefault((each.path, each.words), []).append(each)
    for every in found.values():
        yield every[0], tuple(each.name for each in every)


def _beside(module: Written[Module]) -> dict[Path, str]:
    """The words of what stands together in a question, such as an option and its reason."""
    found: dict[Path, str] = {}
    for text in (*module.texts, *module.exact):
        if text.path[0] == "questions" and len(text.path) > 3:
            found[text.path[:-1]] = f"{found.get(text.path[:-1], '')} {words_in(text)}"
    return found


def _alt(module: Written[Module], path: Path) -> str:
    """What the figure says in words, of which the text at a path is a part."""
    if "figure" not in path:
        return ""
    return module.text(*path[: path.index("figure") + 1], "alt") or ""
