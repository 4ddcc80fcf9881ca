"""The conductor of one person's way, the same for every front end.

A front end shows `view()`, hands each press to `press()`, and calls `settle()` once what it shows
is on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from course.clinic import Clinic
from course.content.compiled import Edition
from course.flow.around import Aloud, First, Help, Message
from course.flow.built import Shown
from course.flow.lesson import Here
from course.flow.original import InOriginal, module_of, of_the_page
from course.flow.over import OVER
from course.flow.place import Place
from course.flow.take_home import TakeHome
from course.views.context import Context
from course.views.model import LISTEN, View
from course.views.press import PACES, Go, Pick, Press, Speak, Spot

if TYPE_CHECKING:
    from course.printing import Printer
    from course.visit.visit import Visit

_ALL = (*map(Go, PACES),)
_ALOUD = (LISTEN, *_ALL)
_OF_THE_FRONT_END = (*_ALOUD, Go(Spot.LOOK))


class Library(Protocol):
    """Every language of a course."""

    def edition(self, language: str | None = None) -> Edition:
        """The course in one language; in its first one if None."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that can be chosen, the first one of the course first."""


class Desk(Protocol):
    """Where visits begin and end."""

    def begin(self, language: str) -> Visit:
        """A new learner's visit."""

    def resume(self, code: str) -> Visit:
        """The visit of the learner with this code. Raises ResumeError."""

    def forget(self, visit: Visit) -> bool:
        """Remove everything that is kept of a visit's learner."""

    def drop(self, visit: Visit) -> None:
        """Let go of a visit that has only just begun."""

    def vouch(self) -> None:
        """Staff say that whoever types a code now does not guess."""


class Navigator:
    """Where a person is, and where every press leads."""

    def __init__(
        self,
        library: Library,
        clinic: Clinic,
        open_desk: Callable[[], Desk],
        language: str | None = None,
        *,
        is_typed: bool = False,
        printer: Printer | None = None,
    ) -> None:
        """`open_desk` is called when the first visit begins: the first frame needs no visits.

        `is_typed` says that what to press is typed, as in plain mode.
        `printer` prints what goes home.
        """
        self._is_typed = is_typed
        self.printer = printer
        self.code_room: Callable[[], int] = lambda: 0
        self.library = library
        self._clinic = clinic
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._visit: Visit | None = None
        self._told_not_kept = False
        self._told_original: set[str] = set()
        """The modules of which this visit was told that they are not in its language."""
        self.may_tell_code = True
        """Whether the code may be shown to whoever asks for it now."""
        self.stack: list[Place] = [First()]
        """The first place, and what was opened over it; the last one is shown."""
        self.shown = Shown()
        self.can: frozenset[Spot] = frozenset()
        """What the front end can do besides: LISTEN, LOOK; READ while it reads everything."""
        self.first_language = library.edition(language).head.language
        self._language = self.first_language

    # What a front end asks

    def view(self) -> View:
        """What there is to show now."""
        place = self.stack[-1]
        of = self.can, self._language
        return self.shown.view(place, of, lambda: place.view(self))

    def press(self, press: Press) -> None:
        """Do what a press means here; one that the view does not offer does nothing."""
        view = self.view()
        if press not in offered(view):
            return
        self.shown.forget()
        if isinstance(press, Speak):
            self.speak(press.language)
            self._tell_if_not_kept()
            return
        if press in _OF_THE_FRONT_END:
            # To listen closes the choice of it, and to stop it closes Help.
            place = self.stack[-1]
            if press in _ALOUD and isinstance(place, Help | Aloud):
                self.close()
            elif press in _ALL and isinstance(place, TakeHome):
                place.read()
            return
        in_help = isinstance(self.stack[-1], Help)
        opens = OVER.get(press.spot) if isinstance(press, Go) and not in_help else None
        if opens is not None:
            self.flush()
            ends = press == Go(Spot.STOP) and view.layout == "way" and self.visit.ended is not None
            self.open(TakeHome(leaving=True) if ends else opens(self.stack[-1], view))
        else:
            self.stack[-1].press(self, press)
        self._tell_if_not_kept()

    def settle(self) -> bool:
        """Bring to the disk what may follow its frame; says whether there is more to show now."""
        before = self.stack[-1]
        was_kept = _is_kept(self._visit)
        self.flush()
        if _is_kept(self._visit) != was_kept:
            self.shown.forget()
        self._tell_if_not_kept()
        return self.stack[-1] is not before

    def flush(self) -> None:
        """Bring to the disk where the visit is, if there is one."""
        if self._visit is not None:
            self._visit.record.flush()

    @property
    def visiting(self) -> Visit | None:
        """The visit that is going on, if any."""
        return self._visit

    # What a place asks

    @property
    def context(self) -> Context:
        """The course in the language of now; in the original one where what is shown is of a module
        that is not in that language."""
        context = self.context_in(self._language)
        if context.original is None or self._visit is None or not of_the_page(self.stack):
            return context
        return context.of(module_of(self._visit))

    def context_in(self, language: str) -> Context:
        """The course in a language."""
        edition = self.library.edition(language)
        first = edition.head.languages[0]
        is_partial = edition.head.is_partial and first in self.library.languages
        original = self.context_in(first) if is_partial and first != language else None
        return Context(edition, self._clinic, self._languages, self.can, self._is_typed, original)

    @cached_property
    def _languages(self) -> tuple[tuple[str, str], ...]:
        """Those to choose from, each with its own name; none where there is no choice."""
        languages = self.library.languages
        named = tuple((each, self.library.edition(each).words("name")) for each in languages)
        return named if len(named) > 1 else ()

    @property
    def visit(self) -> Visit:
        """The visit that is going on. Raises LookupError before one has begun."""
        if self._visit is None:
            raise LookupError("no visit has begun")
        return self._visit

    def open(self, place: Place) -> None:
        """Go to a place from which Back leads here."""
        self.stack.append(place)

    def close(self) -> None:
        """Go back to where this place was opened."""
        del self.stack[max(1, len(self.stack) - 1) :]

    def go(self) -> None:
        """Go to where the visit is, and nowhere back from there."""
        self.stack[1:] = [Here()]

    def begin(self) -> None:
        """Start a new learner's visit."""
        self._visit = self.reception.begin(self._language)
        self._told_original = set()
        self.may_tell_code = True
        self.flush()
        # The page with the code says it.
        self._told_not_kept = not self._visit.record.is_kept

    def resume(self, code: str) -> None:
        """Go on where the learner with this code left off. Raises ResumeError."""
        self._visit = self.reception.resume(code)
        self._told_original = set()
        self._visit.for_now.told_code = self.may_tell_code = True
        self._language = self._visit.course.language
        self._told_not_kept = False
        self.go()

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self._language = language
        if self._visit is not None:
            self._visit.speak(self.library.edition(language).course)

    def forget(self, *, anew: bool = False) -> bool:
        """End the visit and remove everything that is kept of the learner.

        Says whether all of it is gone. What is said next is still said in the language of now.
        `anew`: the same person begins once more, having done nothing and seen no code.
        """
        gone = True
        if anew:
            self.reception.drop(self.visit)
        else:
            gone = self.reception.forget(self.visit)
        self._visit = None
        self.shown.forget()
        self.stack[:] = [First()]
        return gone

    def leave(self) -> None:
        """End the visit: nothing of it stays here. The next person begins in the first language."""
        self.flush()
        self._visit = None
        self.shown.forget()
        self._told_not_kept = False
        self._language = self.first_language
        self.stack[:] = [First()]

    @property
    def reception(self) -> Desk:
        """Where visits begin and end; opened when it is asked for first."""
        if self._desk is None:
            self._desk = self._open_desk()
        return self._desk

    def _tell_if_not_kept(self) -> None:
        visit = self._visit
        if visit is not None and not visit.record.is_kept and not self._told_not_kept:
            self._told_not_kept = True
            self.open(Message("not_kept"))
        elif visit is not None and (original := self.context_in(self._language).original):
            module = module_of(visit)
            is_told = module in self._told_original or not of_the_page(self.stack)
            if not is_told and self.context.words.language == original.words.language:
                self._told_original.add(module)
                self.open(InOriginal(module))


def _is_kept(visit: Visit | None) -> bool:
    return visit is not None and visit.record.is_kept


def offered(view: View) -> Iterable[Press]:
    """All that can be pressed at a view, and what its Help offers besides."""
    cards = [card.press for card in (*view.cards, *view.languages)]
    places = [Pick(name) for name in (*(view.mapped.places if view.mapped else ()), *view.typed)]
    ends = [each for each in (view.back, view.next) if each is not None]
    help_ = [Go(Spot.HELP)] if view.help else []
    return [*cards, *places, *(button.press for button in (*ends, *view.tools, *view.menu)), *help_]
