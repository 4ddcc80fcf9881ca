"""The course as lines of text, for a screen reader, a braille line, a pipe or a file.

Nothing is drawn: no color, no frame, no cursor. After each line that is typed the course tells
what is new, and no more: a page once, an answer's verdict and reason, a tick with its new state.
What can be typed is told in full at first and to whoever asks, and then in a few words, under the
signs that it has on the screen. Enter alone takes the same step as it does there, but answers no
question.
"""

from __future__ import annotations

import re

import msgspec

from course.flow.navigator import Navigator
from course.plain import lines
from course.plain.console import Console, EndOfInput, OutputClosed
from course.plain.teller import Teller
from course.speech.telling import Numbers
from course.views.codes import CODE_LENGTH, DIGITS, grouped
from course.views.model import Button, Plain, View, told
from course.views.press import Go, Pick, Spot

INTERRUPTED = 130
"""The exit status after Control+C, as shells give it."""
PAPER = 20.0
"""Seconds for which a page may be on its way before that is told."""
_BETWEEN_DIGITS = re.compile(r"[\s\u2010-\u2015-]")


class PlainCourse:
    """The same visits as on the screen, told on a console."""

    def __init__(self, navigator: Navigator, console: Console) -> None:
        self._navigator = navigator
        self._console = console
        self._teller = Teller(console)

    def run(self) -> int:
        """Welcome people until there is no more input; gives the exit status."""
        status = 0
        try:
            try:
                while self._step():
                    pass
            except EndOfInput:
                pass
            except KeyboardInterrupt:
                status = INTERRUPTED
            self._navigator.settle()
            self._goodbye()
        except OutputClosed:
            pass
        self._console.close()
        return status

    def _goodbye(self) -> None:
        words, visit = self._navigator.context.words, self._navigator.visiting
        code = ""
        if visit is not None and visit.record.was_ever_kept and visit.for_now.has_code:
            code = words("plain.go_on_with", code=grouped(visit.record.code))
        self._teller.say(code, words("plain.bye"))

    def _step(self) -> bool:
        """Tell one view and follow what is typed; False if the person ends the course."""
        view, words = self._navigator.view(), self._navigator.context.words
        if view.layout == "pad":
            self._type_code()
            return True
        if view.layout == "keyboard":
            self._type_words(view)
            return True
        if view.layout == "first":
            leave = Button(Spot.BACK, words("plain.leave"))
            # Whoever comes here may be somebody else.
            self._teller.forget()
            first = msgspec.structs.replace(view, back=leave)
            press = self._teller.choose(first, words, self._depth)
            if press == Go(Spot.BACK):
                return False
        else:
            press = self._teller.choose(view, words, self._depth)
        if press == Go(Spot.SOURCES) and view.cites:
            self._tell_marked(view)
        self._navigator.press(press)
        self._navigator.settle()
        self._await_paper()
        return True

    @property
    def _depth(self) -> int:
        """How many things are open over each other, the first screen among them."""
        depth, visit = len(self._navigator.stack), self._navigator.visiting
        if visit is not None:
            depth += len(visit.opened) + sum(map(bool, (visit.showing, visit.spot)))
        return depth

    def _type_code(self) -> None:
        """Ask for a code until it opens a visit or the person goes back."""
        words = self._navigator.context.words
        said = self._said()
        while self._navigator.view().layout == "pad":
            self._teller.say(lines.told([Plain(said), Plain(words("plain.code_or"))], words))
            typed = _BETWEEN_DIGITS.sub("", self._teller.ask(words))
            if typed in ("0", "?"):
                self._navigator.press(Go(Spot.BACK if typed == "0" else Spot.HELP))
            elif len(typed) == CODE_LENGTH and typed.isdecimal():
                self._navigator.press(Go(Spot.CLEAR))
                for digit in typed:
                    self._navigator.press(Pick(DIGITS[int(digit)]))
                said = self._said()
            elif typed:
                said = words("plain.code_again")

    def _type_words(self, view: View) -> None:
        """Ask for a line in the person's own words; an empty one leaves all as it was."""
        # Only whoever asks waits for it.
        from course.views.asking import LONGEST

        words = self._navigator.context.words
        how = words("plain.own", count=LONGEST)
        self._teller.say(lines.told([*view.blocks, Plain(how)], words))
        typed = self._console.ask(f"\n{words('plain.your_question')}")
        while len(typed) > LONGEST:
            cut = typed[:LONGEST]
            self._teller.say(words("plain.own_cut", count=LONGEST, typed=cut))
            typed = self._console.ask(f"\n{words('plain.your_question')}") or cut
        if not typed:
            self._navigator.press(Go(Spot.BACK))
            return
        self._navigator.press(Go(Spot.CLEAR))
        for letter in typed:
            self._navigator.press(Pick(letter))
        self._navigator.press(Go(Spot.OK))

    def _await_paper(self) -> None:
        """Nothing is told twice: wait for what becomes of a page that is being printed."""
        visit = self._navigator.visiting
        for job in visit.for_now.printed if visit is not None else ():
            job.is_over.wait(PAPER)
        self._navigator.shown.forget()

    def _said(self) -> str:
        """What a pad says first: what to type, or what is wrong with what was typed."""
        view = self._navigator.view()
        first = view.blocks[0] if view.layout == "pad" else None
        return first.text if isinstance(first, Plain) else ""

    def _tell_marked(self, view: View) -> None:
        """The page once more with its sources named, which would interrupt it otherwise."""
        numbers: Numbers = {each: number for number, each in enumerate(view.cites, start=1)}
        words = self._navigator.context.words
        self._teller.say(words("plain.marked"), lines.told(told(view), words, numbers))
