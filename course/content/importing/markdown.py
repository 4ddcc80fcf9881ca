"""Pages in Markdown: a heading begins a page, and its paragraphs, lists and small tables are taken.

The parser is the one that reads the texts of the course. What a text of the course cannot hold is
left out and told, or, of a link, the address alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from course.content.importing.brought import LONGEST_TITLE, Brought, Left, Page, plain, told

MOST_PAGES, MOST_CHARACTERS = 20, 4000
_FOOTNOTE = re.compile(r"\[\^[^\]]*\]:?")
_NOTE = re.compile(r"\[\^[^\]]*\]:")
_TABLE = "[TABLE]"
"""What pandoc writes for one that Markdown cannot hold."""
_RULE = re.compile(r"^---\n.*?\n---\n", re.DOTALL)
"""What some editors write above a text: its title and date."""
_NOT_TAKEN = {
    "code_block": "A page holds no code.",
    "fence": "A page holds no code.",
    "html_block": "A page holds no HTML.",
    "blockquote": "A page holds no quotation.",
    "hr": "A page holds no rule between paragraphs.",
}


def read(text: str) -> Brought:
    """The pages of a text. Raises nothing."""
    front = _RULE.match(text)
    skipped = front.group().count("\n") if front else 0
    tree = SyntaxTreeNode(
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .parse(text[front.end() :] if front else text)
    )
    reader = _Reader(skipped)
    for node in tree.children:
        reader.block(node)
    reader.turn("", 0)
    return Brought(pages=tuple(reader.pages[:MOST_PAGES]), left=tuple(reader.left))


class _Reader:
    """Reads block after block, and turns the page at each heading."""

    def __init__(self, skipped: int) -> None:
        self.pages: list[Page] = []
        self.left: list[Left] = []
        self._skipped = skipped
        self._title, self._begun = "", 1
        self._texts: list[str] = []
        self._table: tuple[tuple[str, ...], ...] = ()

    def block(self, node: SyntaxTreeNode) -> None:
        """Take over a block, or tell why not."""
        line = self._line(node)
        match node.type:
            case "heading":
                self.turn(self._inline(node, line), line)
            case "paragraph":
                self._paragraph(node, line)
            case "bullet_list" | "ordered_list":
                self._texts.append("\n".join(self._items(node)))
            case "table":
                self._take_table(node, line)
            case kind:
                why = _NOT_TAKEN.get(kind, "A page holds nothing of this kind.")
                self.left.append(Left(line, told(_words(node) or node.content or kind), why))

    def _paragraph(self, node: SyntaxTreeNode, line: int) -> None:
        words = _words(node)
        if _NOTE.match(words):
            why = "Write it into sources.yaml, and cite that where it belongs."
            self.left.append(Left(line, told(words), why))
        elif words == _TABLE:
            self.left.append(Left(line, told("a table"), "Its cells are joined or hold more."))
        elif text := self._inline(node, line):
            self._texts.append(text)

    def turn(self, title: str, line: int) -> None:
        """End the page, and begin another one."""
        if self._texts or self._table:
            self._end()
        elif self._title:
            self.left.append(Left(self._begun, told(self._title), "No text stands below it."))
        self._title, self._begun = plain(title.replace("*", "")), line
        self._texts, self._table = [], ()

    def _end(self) -> None:
        text = "\n\n".join(self._texts)
        title = self._title
        if len(title) > LONGEST_TITLE:
            why = f"It has {len(title)} characters; {LONGEST_TITLE} are the most, and it was cut."
            self.left.append(Left(self._begun, told(title), why))
            title = title[:LONGEST_TITLE].rsplit(" ", 1)[0]
        if len(text) > MOST_CHARACTERS:
            why = f"A page has {MOST_CHARACTERS} characters at most: part it by headings."
            self.left.append(Left(self._begun, told(title or text), why))
            return
        if len(self.pages) == MOST_PAGES:
            why = f"A module has {MOST_PAGES} pages at most: bring it in as a second one."
            self.left.append(Left(self._begun, told(title or text), why))
            return
        self.pages.append(Page(title, text, self._table))

    def _items(self, node: SyntaxTreeNode) -> Iterator[str]:
        for number, item in enumerate(node.children, start=1):
            line = self._line(item)
            texts = [each for each in item.children if each.type == "paragraph"]
            for each in item.children:
                if each.type != "paragraph":
                    why = "A list has one level, and its items one paragraph."
                    self.left.append(Left(self._line(each), told(_words(each)), why))
            said = " ".join(filter(None, (self._inline(each, line) for each in texts)))
            if said:
                mark = f"{number}." if node.type == "ordered_list" else "-"
                yield f"{mark} {said}"

    def _take_table(self, node: SyntaxTreeNode, line: int) -> None:
        rows = [
            tuple(self._inline(cell, line) for cell in row.children)
            for part in node.children
            for row in part.children
        ]
        # Some word processors know no head of a table; then it is empty.
        rows = rows if any(rows[0]) else rows[1:]
        if self._table:
            self.left.append(Left(line, told(_words(node)), "A page has one table."))
        elif not 2 <= len(rows) <= 9 or not 2 <= len(rows[0]) <= 3:
            why = "A table has 2 or 3 columns and 1 to 8 rows below its head."
            self.left.append(Left(line, told(_words(node)), why))
        elif not all(map(all, rows)):
            self.left.append(Left(line, told(_words(node)), "A cell of it is empty."))
        else:
            self._table = tuple(rows)

    def _inline(self, node: SyntaxTreeNode, line: int) -> str:
        """The words of a block, with the marks that a text of the course may hold."""
        found = [each for each in node.children if each.type == "inline"]
        parts = (part for each in found for part in self._spans(each, line))
        return " ".join("".join(parts).split())

    def _spans(self, node: SyntaxTreeNode, line: int) -> Iterator[str]:
        for each in node.children:
            below = "".join(self._spans(each, line))
            match each.type:
                case "text":
                    yield self._text(each.content, line)
                case "softbreak" | "hardbreak":
                    yield " "
                case "strong":
                    yield f"**{below}**" if below.strip() else ""
                case "em":
                    yield f"*{below}*" if below.strip() else ""
                case "link":
                    address = str(each.attrs.get("href", ""))
                    why = (
                        "Its words were taken over. Put the address into sources.yaml, and cite it."
                    )
                    self.left.append(Left(line, told(address), why))
                    yield "" if below.strip() == address else below
                case "image":
                    name = str(each.attrs.get("src", ""))
                    why = "Pictures are drawn anew, as SVG in pictures/."
                    self.left.append(Left(line, told(f"{each.content} ({name})"), why))
                case "code_inline":
                    yield self._text(each.content, line)
                case "html_inline":
                    self.left.append(Left(line, told(each.content), "A page holds no HTML."))
                case _:
                    yield below

    def _text(self, content: str, line: int) -> str:
        for mark in _FOOTNOTE.findall(content):
            why = "Write what it rests on into sources.yaml, and cite that."
            self.left.append(Left(line, told(mark), why))
        text = plain(f"x{_FOOTNOTE.sub('', content)}x")[1:-1]
        return text.replace("*", r"\*")

    def _line(self, node: SyntaxTreeNode) -> int:
        return (node.map[0] if node.map else 0) + 1 + self._skipped


def _words(node: SyntaxTreeNode) -> str:
    return "".join(
        " " if each.type in ("softbreak", "paragraph", "td", "th") else each.content
        for each in node.walk()
        if each.type in ("text", "code_inline", "softbreak", "paragraph", "td", "th")
    ).strip()
