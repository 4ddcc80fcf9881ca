"""The places around the course: the first one, codes, and what opens over a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from course.flow.place import Conductor, Place
from course.views import codes, overview
from course.views.model import View
from course.views.press import Go, Pick, Press, Spot


@dataclass
class First:
    """Where everybody begins."""

    def view(self, nav: Conductor) -> View:
        """What people come to ask, all of the course, and a code to go on with."""
        return overview.first_view(nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Begin, with what was asked, or type a code."""
        if press == Go(Spot.CODE):
            nav.open(Pad())
            return
        nav.begin()
        match press:
            case Pick(ask):
                nav.visit.follow(ask)
            case Go(Spot.ESSENTIALS):
                nav.visit.follow()
            case _:
                pass
        nav.open(CodeShown(leaving=False))


@dataclass
class Pad:
    """Nine digits; the ninth one opens the visit."""

    typed: str = ""
    trouble: str = ""

    def view(self, nav: Conductor) -> View:
        """The digits so far."""
        return codes.pad_view(self.typed, self.trouble, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """One more digit, or one less."""
        match press:
            case Go(Spot.BACK):
                nav.close()
            case Go(Spot.ERASE):
                self.typed = self.typed[:-1]
                self.trouble = ""
            case Go(Spot.CLEAR):
                self.typed = self.trouble = ""
            case Pick(digit):
                self._type(nav, digit)
            case _:
                pass

    def _type(self, nav: Conductor, digit: str) -> None:
        # Nobody waits for what opens visits before a code is typed.
        from course.visit.reception import ResumeError

        # After a code that did not open, the next digit begins a new one.
        self.typed = ("" if self.trouble else self.typed) + digit
        self.trouble = ""
        if len(self.typed) == codes.CODE_LENGTH:
            try:
                nav.resume(self.typed)
            except ResumeError as error:
                self.trouble = error.reason


@dataclass
class CodeShown:
    """The learner's code: when they start, and again when they leave."""

    leaving: bool

    def view(self, nav: Conductor) -> View:
        """The code, or that there is none."""
        return codes.code_view(nav.visit, nav.context, self.leaving)

    def press(self, nav: Conductor, press: Press) -> None:
        """Go on, or leave."""
        match press:
            case Go(Spot.NEXT) if self.leaving:
                nav.leave()
            case Go(Spot.NEXT):
                nav.go()
            case Go(Spot.BACK):
                nav.close()
            case Go(Spot.FORGET):
                nav.open(Forget())
            case _:
                pass


@dataclass
class Forget:
    """The question before everything goes."""

    def view(self, nav: Conductor) -> View:
        """What it removes."""
        return codes.forget_view(nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Keep it, or forget it and end the visit."""
        if press == Go(Spot.FORGET):
            gone = nav.forget()
            nav.open(Message("forgotten" if gone else "not_forgotten", leaving=True))
        else:
            nav.close()


MESSAGES = ("forgotten", "not_forgotten", "not_kept")
"""The names of all messages."""


@dataclass
class Message:
    """Something that a person should know, once."""

    name: str
    leaving: bool = False
    """Whether it is the last thing that is said to them: until it is read, their language stays."""

    def view(self, nav: Conductor) -> View:
        """What it says."""
        return overview.message_view(self.name, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:  # noqa: ARG002 - whichever it is
        """Go on from where it came up, or leave."""
        if self.leaving:
            nav.leave()
        else:
            nav.close()


@dataclass
class Help:
    """What to do at a place, and what else there is."""

    about: Place
    """The place that it was opened from."""

    def view(self, nav: Conductor) -> View:
        """Help, with what the place below offers besides, in the language of now."""
        # Not on the way to the first screen.
        from course.views.helping import help_view

        return help_view(self.about.view(nav), nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Close it, and do at the place below what was chosen here."""
        nav.close()
        if press == Go(Spot.READ):
            nav.open(Aloud())
        elif press != Go(Spot.BACK):
            nav.press(press)


@dataclass
class Aloud:
    """What is to be read aloud, and how fast; the front end begins with it."""

    def view(self, nav: Conductor) -> View:
        """The page below, or everything."""
        # Not on the way to the first screen.
        from course.views.helping import aloud_view

        return aloud_view(nav.context)

    def press(self, nav: Conductor, press: Press) -> None:  # noqa: ARG002 - whatever it is
        """Leave it as it is."""
        nav.close()


@dataclass
class Reading:
    """Something about the course that only Back leads away from."""

    of: Spot
    cites: tuple[str, ...] = field(default=())
    """For SOURCES: what the page below cites."""
    at: int = 0
    """For ABOUT: which of its pages is open."""

    def view(self, nav: Conductor) -> View:
        """About the course, its words, or where a page comes from."""
        if self.of is Spot.SOURCES:
            # Not on the way to the first screen.
            from course.views.sources import sources_view

            return sources_view(self.cites, nav.context)
        if self.of is Spot.ABOUT:
            return overview.about_view(nav.context, self.at)
        return overview.glossary_view(nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Its next page, the one before, or back to where it was opened."""
        pages = len(overview.ABOUT) if self.of is Spot.ABOUT else 1
        if press == Go(Spot.NEXT) and self.at + 1 < pages:
            self.at += 1
        elif press == Go(Spot.BACK) and self.at:
            self.at -= 1
        else:
            nav.close()
