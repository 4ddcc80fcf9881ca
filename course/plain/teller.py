"""Tells what is new on a view and asks what to do, until a number or Enter says it."""

from __future__ import annotations

from dataclasses import replace

from course.language import Words
from course.plain import lines
from course.plain.choices import Choice, Choices, choices
from course.plain.console import Console
from course.plain.news import Heard, changed, name, news
from course.views.model import Block, View, told
from course.views.press import Go, Press, Spot

TAKEN = ("done", "picked")
"""The marks of a card that was chosen, and of which it is told that it no longer is."""


class Teller:
    """Keeps in mind what one person was told, so as to tell it once."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._heard: dict[int, Heard] = {}
        """What was told last, by how many things were open over each other."""
        self._buttons: set[tuple[str, str]] = set()
        """The signs and labels of the buttons that were told in full."""
        self._way: tuple[Choice, ...] = ()
        """The parts of the course as they were told last."""

    def choose(self, view: View, words: Words, depth: int) -> Press:
        """Tell what is new on a view, and give the press that was chosen.

        `depth` is how many things are open over each other, the view among them.
        Raises EndOfInput, OutputClosed.
        """
        can = choices(view, words)
        prompt = self._tell(view, can, words, depth)
        while True:
            typed = self._console.ask(f"\n{prompt}")
            chosen = can.meant(typed)
            if chosen is not None:
                if chosen.press == Go(Spot.HELP):
                    self._forget_step(depth)
                return chosen.press
            if typed:
                self.say(lines.unknown(typed, can, words))
                prompt = words("plain.ask")
            else:
                prompt = self._tell_all(view, can, words)

    def ask(self, words: Words) -> str:
        """What is typed next, without the blanks around it."""
        return self._console.ask(f"\n{words('plain.ask')}")

    def say(self, *paragraphs: str) -> None:
        """Paragraphs with an empty line before each; empty ones are left out."""
        for paragraph in filter(None, paragraphs):
            self._console.tell(f"\n{paragraph}")

    def forget(self) -> None:
        """Nothing was told yet: somebody else may be there."""
        self._heard.clear()
        self._buttons.clear()
        self._way = ()

    def _forget_step(self, depth: int) -> None:
        """Whoever asks for help hears the step once more, with all that can be typed."""
        del self._heard[depth]
        self._buttons.clear()
        self._way = ()

    def _tell(self, view: View, can: Choices, words: Words, depth: int) -> str:
        """Tell what is new; gives the prompt."""

        def say(block: Block) -> str:
            return lines.told([block], words)

        last, returned = self._heard.get(depth), max(self._heard, default=0) > depth
        new = news(view, can.cards, last, returned=returned, say=say)
        said = frozenset(map(say, told(view)))
        if last is not None and not new.is_step:
            said |= last.said
        self._heard = {at: heard for at, heard in self._heard.items() if at < depth}
        self._heard[depth] = Heard(view, can.cards, said)
        cards = new.cards
        if view.layout == "way":
            cards, self._way = changed(cards, self._way), can.cards
        before = last.cards if last is not None else ()
        where = self._place(view, last) if new.is_step else ""
        self.say(where, lines.told(new.blocks, words), self._cards(cards, before, can, words))
        return self._buttons_and_prompt(can, words)

    def _place(self, view: View, last: Heard | None) -> str:
        is_same = last is not None and last.view.section == view.section
        return lines.place("" if is_same else view.section, view.said)

    def _cards(
        self, cards: tuple[Choice, ...], before: tuple[Choice, ...], can: Choices, words: Words
    ) -> str:
        taken = {each.press for each in before if each.mark in TAKEN}
        told = [
            replace(each, label=words("plain.not_picked", label=each.label))
            if each.mark == "open" and each.press in taken
            else each
            for each in cards
        ]
        return lines.offered(told, can, words)

    def _buttons_and_prompt(self, can: Choices, words: Words) -> str:
        """Tell the buttons that were not told before; gives the prompt."""
        named = {each: (each.sign, each.label) for each in can.buttons}
        new = [each for each, said in named.items() if said not in self._buttons]
        is_all = len(new) == len(named)
        self._buttons.update(named.values())
        self.say(lines.offered(new, can, words))
        return words("plain.ask") if is_all else lines.in_few_words(can, words)

    def _tell_all(self, view: View, can: Choices, words: Words) -> str:
        """Tell all that can be typed where Enter alone means nothing; gives the prompt."""
        self.say(
            words("plain.choose"),
            lines.told(name(view), words),
            lines.offered(can.cards, can, words),
            lines.offered(can.buttons, can, words),
        )
        return words("plain.ask")
