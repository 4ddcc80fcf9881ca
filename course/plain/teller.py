"""Tells a view and asks what to do, until a number or Enter says it."""

from __future__ import annotations

from course.language import Words
from course.plain import lines
from course.plain.choices import Choices, choices
from course.plain.console import Console
from course.views.model import View, told
from course.views.press import Press


class Teller:
    """Keeps in mind what was told last, so as not to tell all of it again for one tick."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last: View | None = None

    def choose(self, view: View, words: Words) -> Press:
        """Tell a view, and give the press that was chosen.

        Raises EndOfInput, OutputClosed.
        """
        can = choices(view, words)
        self._tell(view, can, words)
        while True:
            typed = self.ask(words)
            chosen = can.meant(typed)
            if chosen is not None:
                return chosen.press
            if typed:
                self.say(lines.unknown(can, words))
            else:
                self.forget()
                self._tell(view, can, words)

    def ask(self, words: Words) -> str:
        """What is typed next, without the blanks around it."""
        return self._console.ask(f"\n{words('plain.ask')}")

    def say(self, *paragraphs: str) -> None:
        """Paragraphs with an empty line before each; empty ones are left out."""
        for paragraph in filter(None, paragraphs):
            self._console.tell(f"\n{paragraph}")

    def forget(self) -> None:
        """The next view is told from its start, whatever was told before."""
        self._last = None

    def _tell(self, view: View, can: Choices, words: Words) -> None:
        last, self._last = self._last, view
        if last is not None and _goes_on(view, last):
            added = told(view)[len(told(last)) :]
            self.say(lines.told(added, words), lines.offered(can, words))
            return
        section = "" if last is not None and last.section == view.section else view.section
        self.say(
            lines.place(section, view.said),
            lines.told(told(view), words),
            lines.offered(can, words),
        )


def _goes_on(view: View, last: View) -> bool:
    """Whether a view is the last one with another mark on a card, or with a hint added."""
    if not (view.cards and last.cards) or view == last:
        return False
    before = (last.section, last.said, told(last))
    return before == (view.section, view.said, told(view)[: len(told(last))])
