"""Tells a view and asks what to do, until a number or Enter says it."""

from __future__ import annotations

from dataclasses import replace

from course.plain import lines
from course.plain.choices import CLOSE, MENU, Choices, choices
from course.plain.console import Console
from course.views.context import Context
from course.views.model import Plain, View
from course.views.overview import help_view

LOOK = "look"
"""The menu's choice of colours, of which there are none here."""


class Teller:
    """Keeps in mind what was told last, so as not to tell all of it again for one tick."""

    def __init__(self, context: Context, console: Console) -> None:
        self._context = context
        self._console = console
        self._last: View | None = None

    def choose(self, view: View) -> str:
        """Tell a view, and give the action that was chosen, which may be one of its menu.

        Raises EndOfInput, OutputClosed.
        """
        can = choices(view, self._context)
        self._tell(view, can)
        while True:
            typed = self.ask()
            chosen = can.meant(typed)
            if chosen is None and typed:
                self.say(lines.unknown(can, self._context.words))
                continue
            if chosen is not None and chosen.action != MENU:
                return chosen.action
            if chosen is not None and (action := self.help(view)) is not None:
                return action
            self.forget()
            self._tell(view, can)

    def ask(self) -> str:
        """What is typed next, without the blanks around it."""
        return self._console.ask(f"\n{self._context.words('plain.ask')}")

    def say(self, *paragraphs: str) -> None:
        """Paragraphs with an empty line before each; empty ones are left out."""
        for paragraph in filter(None, paragraphs):
            self._console.tell(f"\n{paragraph}")

    def forget(self) -> None:
        """The next view is told from its start, whatever was told before."""
        self._last = None

    def _tell(self, view: View, can: Choices) -> None:
        words, last = self._context.words, self._last
        self._last = view
        if last is not None and self._goes_on(view, last):
            added = view.blocks[len(last.blocks) :]
            self.say(lines.told(added, words), lines.offered(can, words))
            return
        section = "" if last is not None and last.section == view.section else view.section
        self.say(
            lines.place(section, view.step, words),
            lines.told(view.blocks, words),
            lines.offered(can, words),
        )

    def _goes_on(self, view: View, last: View) -> bool:
        """Whether a view is the last one with another mark on a card, or with a hint added."""
        if not (view.cards and last.cards) or view == last:
            return False
        before = (last.section, last.step, last.blocks)
        return before == (view.section, view.step, view.blocks[: len(last.blocks)])

    def help(self, view: View) -> str | None:
        """Tell the help of a view; gives what was chosen from its menu.

        Raises EndOfInput, OutputClosed.
        """
        words = self._context.words
        dialog = help_view(view.help, view.menu, self._context)
        special = f"plain.help.{view.help}" in words
        told = Plain(words(f"plain.help.{view.help}" if special else "plain.help.any"))
        action = self.choose(
            replace(
                dialog,
                blocks=(dialog.blocks[0], told, *dialog.blocks[2:]),
                cards=tuple(card for card in dialog.cards if card.id != LOOK),
            )
        )
        return None if action == CLOSE else action
