"""What is on top: where the person is, and how far; on the first screen, the course's name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from course.language import Words
from course.ui.big_text import big_text
from course.ui.widgets.big_button import BigButton
from course.views.model import Title, View

LOW = 24
"""Rows of a screen below which the name of the course is one line like any other."""
LARGE = 3
"""Rows of large letters."""
LISTEN = 18
"""Cells that the button which reads aloud takes, with the gap before it."""


class TopBar(Widget):
    """The name of the place, and the step in words and as a bar; or a name in large letters."""

    section: reactive[str] = reactive("", layout=False)
    """The name of the module or the course."""
    told: reactive[str] = reactive("", layout=False)
    """The step in words, such as "3 of 9"."""
    step: reactive[tuple[int, int] | None] = reactive(None, layout=False)
    """The step and how many there are, or None where there are no steps."""
    large: reactive[tuple[str, ...]] = reactive((), layout=False)
    """The rows of the section in large letters, where there is room for them."""

    def render(self) -> Content:
        if self.large:
            rows = [Content.styled(row, "$accent") for row in self.large]
            told = Content.styled(self.told, "$quiet")
            return Content("\n").join([*rows, told] if self.told else [Content(""), *rows])
        if not self.section:
            return Content("")
        width = self.content_size.width
        section = Content.styled(self.section, "bold $accent")
        told = Content.styled(self.told, "$quiet")
        if self.step is None and section.cell_length + told.cell_length >= width:
            return Content("\n").join(_cut(each, width) for each in (section, told))
        section = _cut(section, width - told.cell_length - 1)
        line = section + " " * (width - section.cell_length - told.cell_length) + told
        if self.step is None:
            return Content.assemble(line, "\n", Content.styled("─" * width, "$edge"))
        number, of = self.step
        done = round(width * number / of)
        return Content.assemble(
            line,
            "\n",
            Content.styled("━" * done, "$accent"),
            Content.styled("─" * (width - done), "$edge"),
        )


def _cut(text: Content, width: int) -> Content:
    return text.truncate(max(width, 1), ellipsis=True)


class Top(Horizontal):
    """The bar, and the button that reads aloud beside it."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self.bar = TopBar()
        self.listen = BigButton("listen", id="listen")
        self._title = ""

    def compose(self) -> ComposeResult:
        yield self.bar
        yield self.listen

    def show(self, view: View, words: Words) -> None:
        """Say where a view is; a title comes before the name of the place."""
        titles = [block.text for block in view.blocks if isinstance(block, Title)]
        self._title = titles[0] if titles else ""
        self.bar.step = view.step
        if titles:
            self.bar.section, self.bar.told = titles[0], view.section
        else:
            self.bar.section = view.section
            self.bar.told = (
                words("top.step", step=view.step[0], of=view.step[1]) if view.step else ""
            )

    def fit(self, column: int, height: int) -> None:
        """Take the rows that the title needs, in a column of so many cells on a screen so high."""
        beside = LISTEN if self.listen.display else 0
        rows = big_text(self._title) if self._title and height >= LOW else ()
        self.bar.large = rows if rows and max(map(len, rows)) <= column - beside else ()
        # None leaves the height to the style sheet.
        self.styles.height = LARGE + 2 if self.bar.large else None
        self.bar.styles.height = LARGE + 1 if self.bar.large else None
