"""The small Markdown of the course: paragraphs, lists, strong, stress and citations.

markdown-it-py finds the structure, so a text means here what it means elsewhere. What the course
does not show (headings, links, HTML, images, code, quotations, rules, tables) is found too, and
reported: a text that loses a part of itself without a word would be worse. All else stays exactly
as it is written: entities, square brackets, lone stars and underscores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from markdown_it.token import Token

Style = Literal["plain", "strong", "stress"]


class Span(Struct, frozen=True, tag=True, array_like=True):
    """Some words in one style."""

    text: str
    style: Style


class Cite(Struct, frozen=True, tag=True, array_like=True):
    """A mark that names a source or a claim."""

    id: str
    offset: int
    """Where it stands in the text that was parsed, in characters from 0."""


Inline = Span | Cite


class Paragraph(Struct, frozen=True, tag=True, array_like=True):
    """A block of running text."""

    inlines: tuple[Inline, ...]


class Bullets(Struct, frozen=True, tag=True, array_like=True):
    """A list of one level; `ordered` if its items are numbered, from 1."""

    items: tuple[tuple[Inline, ...], ...]
    ordered: bool


Block = Paragraph | Bullets


class Fault(Struct, frozen=True):
    """Something that the course does not show, at an offset in characters from 0."""

    offset: int
    what: str
    cure: str


class Prose(Struct, frozen=True):
    """A text in blocks."""

    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def inlines(self) -> Iterator[Inline]:
        """What stands in all the blocks, in reading order."""
        for block in self.blocks:
            for part in (block.inlines,) if isinstance(block, Paragraph) else block.items:
                yield from part


class Sentence(Struct, frozen=True):
    """A text without blocks."""

    inlines: tuple[Inline, ...]
    faults: tuple[Fault, ...] = ()


parsed: dict[str, Prose] = {}
"""What was parsed so far, here or when a course was compiled, by its text."""


def parse(text: str) -> Prose:
    """The blocks of a text. Raises nothing: what cannot be shown is in its faults."""
    found = parsed.get(text)
    if found is None:
        found = parsed[text] = _Builder(text).prose()
    return found


def parse_inline(text: str) -> Sentence:
    """A text that has no blocks. Raises nothing: what cannot be shown is in its faults."""
    prose = parse(text)
    match prose.blocks:
        case (Paragraph(inlines),):
            return Sentence(inlines, prose.faults)
        case ():
            return Sentence((), prose.faults)
        case _:
            pass
    found = _SECOND_BLOCK.search(text)
    fault = Fault(found.end() if found else 0, *_REFUSED["block_in_sentence"])
    return Sentence(tuple(prose.inlines), (*prose.faults, fault))


def verbatim(text: str) -> tuple[Inline, ...]:
    """A text without markup, exactly as it is written."""
    return (Span(text, "plain"),)


def cited(text: str) -> tuple[str, ...]:
    """The ids that a text cites, in their order."""
    return tuple(each.id for each in parse(text).inlines if isinstance(each, Cite))


@cache
def plain(text: str) -> str:
    """The words alone: no marks and no citations, a line for each paragraph and list item."""
    lines: list[tuple[Inline, ...]] = []
    for block in parse(text).blocks:
        lines += (block.inlines,) if isinstance(block, Paragraph) else block.items
    return "\n".join(map(words_of, lines))


def words_of(inlines: tuple[Inline, ...]) -> str:
    """The words alone of a paragraph, or of an item of a list."""
    words = "".join(each.text for each in inlines if isinstance(each, Span))
    return re.sub(r" {2,}", " ", words).strip()


_QUOTED = "If the mark belongs to the sentence, put a backslash before it."
_REFUSED = {
    "heading_open": ("A heading cannot stand in a text.", "Begin a new page, or use **strong**."),
    "hr": ("A rule across the page cannot stand in a text.", "Leave it out, or begin a new page."),
    "code_block": ("A line in a text begins with four spaces.", "Take the spaces away."),
    "fence": ("A block of code cannot stand in a text.", "Write it as a sentence."),
    "blockquote_open": ("A line in a text begins with >.", "Write it in words, as in more than 5."),
    "html_block": ("HTML cannot stand in a text.", f"Write it in words. {_QUOTED}"),
    "table_open": ("A table cannot stand in a text.", "Use a list."),
    "link_open": (
        "A link cannot stand in a text.",
        "Name a source with [^id]; the address belongs in sources.yaml.",
    ),
    "image": ("An image cannot stand in a text.", "Use the figure of the page."),
    "code_inline": ("Code cannot stand in a text.", "Use quotation marks in place of backticks."),
    "html_inline": ("HTML cannot stand in a text.", f"Write it in words. {_QUOTED}"),
    "underscore": (
        "Underscores do not make a text stronger here.",
        f"Write *stress* or **strong**. {_QUOTED}",
    ),
    "nested_list": ("A list stands inside another.", "Use one list, or two pages."),
    "second_paragraph": (
        "An item of a list goes on after an empty line.",
        "Make it one paragraph, or two items.",
    ),
    "empty_item": ("An item of this list is empty.", "Fill it, or delete its line."),
    "start": ("A numbered list begins with 1.", "Number it from 1, or write the number in words."),
    "block_in_sentence": (
        "This text is one paragraph, without a list or an empty line.",
        "Join its lines, or move the list to the text of a page. " + _QUOTED,
    ),
    "bad_citation": (
        "This is not the mark of a source or a claim.",
        "Write [^id] with the id as it stands in sources.yaml or claims.yaml.",
    ),
}
_SECOND_BLOCK = re.compile(r"\n\s*\n\s*|\n\s*(?=[-*+] |\d+[.)] )")


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self.faults: list[Fault] = []

    def refuse(self, offset: int, name: str) -> None:
        self.faults.append(Fault(offset, *_REFUSED[name]))

    def prose(self) -> Prose:
        # A compiled course holds its texts parsed: only who changes one waits for the parser.
        from course.content.markdown import parser

        blocks: list[Block] = []
        items: list[tuple[Inline, ...]] = []
        depth = 0
        for token in parser().parse(self.text):
            start = self.starts[token.map[0]] if token.map else 0
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    depth += 1
                    if depth > 1:
                        self.refuse(start, "nested_list")
                    elif token.attrs.get("start", 1) != 1:
                        self.refuse(start, "start")
                case "bullet_list_close" | "ordered_list_close":
                    depth -= 1
                    if not depth:
                        blocks.append(Bullets(tuple(items), token.type.startswith("ordered")))
                        items = []
                case "list_item_open":
                    items.append(())
                    item_start = start
                case "list_item_close" if not items[-1]:
                    self.refuse(item_start, "empty_item")
                case "inline" if not depth:
                    blocks.append(Paragraph(self.inlines(token)))
                case "inline":
                    if items[-1]:
                        self.refuse(start, "second_paragraph")
                    items[-1] += self.inlines(token)
                case name if name in _REFUSED:
                    self.refuse(start, name)
                case _:
                    pass
        return Prose(tuple(blocks), tuple(self.faults))

    def inlines(self, token: Token) -> tuple[Inline, ...]:
        found: list[Inline] = []
        open_marks: list[str] = []
        for child in token.children or ():
            text = child.content
            if child.type in ("strong_open", "em_open"):
                open_marks.append(child.type)
                if "_" in child.markup:
                    self.refuse(self.offset(token, child), "underscore")
            elif child.type in ("strong_close", "em_close"):
                open_marks.pop()
            elif child.type == "citation":
                found.append(Cite(text, self.offset(token, child)))
                continue
            elif child.type in ("softbreak", "hardbreak"):
                text = " "
            elif child.type in _REFUSED:
                self.refuse(self.offset(token, child), child.type)
            if text:
                _append(found, text, _style(open_marks))
        return tuple(found)

    def offset(self, token: Token, child: Token) -> int:
        """Where `child` begins in the whole text: markdown-it knows only the lines of blocks."""
        at: int = child.meta["at"]
        before = token.content[:at]
        first = token.map[0] if token.map else 0
        number = before.count("\n")
        line = token.content.split("\n")[number]
        # Markdown takes marks and blanks away from the front of a line, and nothing else.
        indent = max(self.lines[first + number].rfind(line), 0)
        return self.starts[first + number] + indent + at - before.rfind("\n") - 1


def _style(open_marks: list[str]) -> Style:
    if "strong_open" in open_marks:
        return "strong"
    return "stress" if open_marks else "plain"


def _append(found: list[Inline], text: str, style: Style) -> None:
    last = found[-1] if found else None
    if isinstance(last, Span) and last.style == style:
        found[-1] = Span(last.text + text, style)
    else:
        found.append(Span(text, style))
