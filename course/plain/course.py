"""One person after another goes through the course, line by line: the places of the screens."""

from __future__ import annotations

import re
from dataclasses import replace

from course.plain import lines
from course.plain.console import Console, EndOfInput, OutputClosed
from course.plain.teller import Teller
from course.speech.telling import Numbers
from course.views.context import Context
from course.views.lesson import lesson_view, press
from course.views.model import Button, Plain, View
from course.views.overview import (
    CODE_LENGTH,
    GROUP,
    about_view,
    code_view,
    finish_view,
    forget_view,
    map_view,
    message_view,
    number_pad_view,
    welcome_view,
    words_view,
)
from course.views.sources import sources_view
from course.visit.reception import Reception, ResumeError
from course.visit.visit import Visit

INTERRUPTED = 130
"""The exit status after Ctrl-C, as of other programs."""
_BETWEEN_DIGITS = re.compile(r"[\s.\-\u2010-\u2015]")


class PlainCourse:
    """The same visits as on the screen, told on a console."""

    def __init__(self, context: Context, reception: Reception, console: Console) -> None:
        self._context = context
        self._reception = reception
        self._console = console
        self._teller = Teller(context, console)
        self._visit: Visit | None = None
        self._told_not_kept = False

    def run(self) -> int:
        """Welcome people until there is no more input; gives the exit status."""
        status = 0
        try:
            try:
                while self._welcome():
                    pass
            except EndOfInput:
                pass
            except KeyboardInterrupt:
                status = INTERRUPTED
            self._goodbye()
        except OutputClosed:
            pass
        self._console.close()
        return status

    def _goodbye(self) -> None:
        words, visit = self._context.words, self._visit
        code = ""
        if visit is not None and visit.keeping.is_kept:
            digits = visit.keeping.code
            groups = (digits[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))
            code = words("plain.go_on_with", code=" ".join(groups))
        self._teller.say(code, words("plain.bye"))

    # Before and after a visit

    def _welcome(self) -> bool:
        leave = Button("leave", self._context.words("plain.leave"))
        match self._teller.choose(replace(welcome_view(self._context), back=leave)):
            case "leave":
                return False
            case "about":
                self._teller.choose(about_view(self._context))
            case "start":
                visit = self._reception.begin()
                self._told_not_kept = not visit.keeping.is_kept
                self._visit = visit
                self._teller.choose(code_view(visit, self._context, leaving=False))
                self._walk(visit)
            case "code" if resumed := self._resumed():
                self._told_not_kept = False
                self._visit = resumed
                self._walk(resumed)
        return True

    def _resumed(self) -> Visit | None:
        """The visit of a code that was typed, or None if the person goes back instead."""
        words = self._context.words
        said = words("plain.code")
        while True:
            self._teller.say(lines.told([Plain(said), Plain(words("plain.code_or"))], words))
            typed = _BETWEEN_DIGITS.sub("", self._teller.ask())
            if typed == "0":
                return None
            if typed == "7":
                self._teller.help(number_pad_view("", "", self._context))
            elif typed and (len(typed) != CODE_LENGTH or not typed.isdecimal()):
                said = words("plain.code_again")
            elif typed:
                try:
                    return self._reception.resume("".join(str(int(digit)) for digit in typed))
                except ResumeError as error:
                    said = words(f"pad.{error.reason}")

    # A visit

    def _walk(self, visit: Visit) -> None:
        while self._visit is visit:
            match visit.place.kind:
                case "map":
                    self._map(visit)
                case "finish":
                    self._finish(visit)
                case _:
                    self._lesson(visit)
        self._teller.forget()

    def _map(self, visit: Visit) -> None:
        match self._teller.choose(map_view(visit, self._context)):
            case "stop":
                self._leave(visit)
            case "about":
                self._teller.choose(about_view(self._context))
            case "words":
                self._teller.choose(words_view(self._context))
            case "go_on" | "finish":
                visit.go_on()
            case module_id:
                visit.enter(module_id)

    def _lesson(self, visit: Visit) -> None:
        view = lesson_view(visit, self._context)
        action = self._teller.choose(view)
        if action == "sources":
            self._sources(view)
            return
        press(visit, action)
        if not visit.keeping.is_kept and not self._told_not_kept:
            self._told_not_kept = True
            self._teller.choose(message_view("not_kept", self._context))

    def _finish(self, visit: Visit) -> None:
        if self._teller.choose(finish_view(visit, self._context)) == "done":
            self._leave(visit)
        else:
            visit.back()

    def _sources(self, view: View) -> None:
        """The page once more with its sources named, which would interrupt it otherwise."""
        numbers: Numbers = {each: number for number, each in enumerate(view.cites, start=1)}
        words = self._context.words
        self._teller.say(words("plain.marked"), lines.told(view.blocks, words, numbers))
        self._teller.choose(sources_view(view.cites, self._context))

    def _leave(self, visit: Visit) -> None:
        while self._visit is visit:
            match self._teller.choose(code_view(visit, self._context, leaving=True)):
                case "back":
                    return
                case "done":
                    self._visit = None
                case "forget" if self._teller.choose(forget_view(self._context)) == "forget":
                    forgotten = self._reception.forget(visit)
                    self._visit = None
                    name = "forgotten" if forgotten else "not_forgotten"
                    self._teller.choose(message_view(name, self._context))
