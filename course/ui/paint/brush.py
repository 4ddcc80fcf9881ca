"""Cells in the colours of a theme. Text is text: nothing is ever read as markup."""

from __future__ import annotations

from itertools import pairwise

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.theme import Theme

Line = list[Segment]
"""A row of cells, or a part of one."""

FEWER = str.maketrans(
    "▆▁☎◷╭╮╰╯▶✓□●○▀▄▌▐▜▟━┃┏┓┗┛┊▸◂▏▎▍▋▊▉⌫…\u2018\u2019\u201c\u201d\u2013\u2014",
    " _!*┌┐└┘>■_♦·██████═║╔╗╚╝:><   ███←.''\"\"--",
)
"""What a terminal shows in place of the signs that its font lacks. The console of Linux has 256 of
them: these are both in the font of the kernel and in those of Debian."""


class Brush:
    """Writes cells in one theme."""

    def __init__(self, theme: Theme, *, fewer_signs: bool = False) -> None:
        self._roles = theme.variables
        self._known: dict[str, Style] = {}
        self.boxed = theme.ansi
        """Whether a card has no colour of its own, and is drawn with a line around it."""
        self.fewer_signs = fewer_signs
        """Whether the terminal lacks the quarters of a cell and a few signs."""

    def style(self, named: str) -> Style:
        """A style by its words, as in `bold $quiet on $card`; the last word on a thing counts."""
        found = self._known.get(named)
        if found is None:
            found = self._known[named] = self._mixed(named)
        return found

    def _mixed(self, named: str) -> Style:
        ink, paper, bold, behind = "ink", "paper", False, False
        for word in named.split():
            if word == "on":
                behind = True
            elif word == "bold":
                bold = True
            elif behind:
                paper, behind = word[1:], False
            else:
                ink = word[1:]
        ground = self._roles[paper].replace("bright_", "")
        color = self._roles[ink]
        return Style(
            color=_color(color),
            bgcolor=_color("ansi_black" if ground == "ansi_yellow" else ground),
            # Terminals of sixteen colours brighten what is bold: black would be grey on its fill.
            bold=bold and color != "ansi_black",
        )

    def cells(self, text: str, named: str = "") -> Segment:
        """A text in one style."""
        return Segment(text.translate(FEWER) if self.fewer_signs else text, self.style(named))

    def for_camera(self, text: str) -> Segment:
        """A text in black on white whatever the theme is, for a camera to read."""
        dark, light = ("black", "white") if self.boxed else ("#000000", "#ffffff")
        return Segment(text, Style(color=dark, bgcolor=light))

    def blank(self, width: int, named: str = "") -> Line:
        """Cells without a sign."""
        return [Segment(" " * width, self.style(named))] if width > 0 else []

    def line(self, content: Content | str, width: int, named: str = "") -> Line:
        """A text from the left on, filled up to `width` cells; `named` is what it is written on."""
        if isinstance(content, str):
            cells = [self.cells(content, named)] if content else []
            return cells + self.blank(width - cell_len(content), named)
        text, spans = content.plain, content.spans
        if not spans:
            return self.line(text, width, named)
        cuts = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
        cells = [
            self.cells(
                text[start:end],
                " ".join([named, *(str(s.style) for s in spans if s.start <= start < s.end)]),
            )
            for start, end in pairwise(cuts)
            if start < len(text)
        ]
        return cells + self.blank(width - content.cell_length, named)


def _color(name: str) -> Color:
    return Color.parse(name.removeprefix("ansi_"))
