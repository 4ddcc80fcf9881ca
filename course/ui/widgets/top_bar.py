"""The line on top: where the person is, and how far."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class TopBar(Widget):
    """The name of the place, the step in words, and the step as a bar."""

    section: reactive[str] = reactive("", layout=False)
    """The name of the module or the course."""
    told: reactive[str] = reactive("", layout=False)
    """The step in words, such as "3 of 9"."""
    step: reactive[tuple[int, int] | None] = reactive(None, layout=False)
    """The step and how many there are, or None where there are no steps."""

    def render(self) -> Content:
        if not self.section:
            return Content("")
        width = self.content_size.width
        gap = " " * max(width - len(self.section) - len(self.told), 1)
        line = Content.assemble(
            Content.styled(self.section, "bold $accent"), gap, Content.styled(self.told, "$quiet")
        )
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
