"""The places around the course: the first one, codes, and what opens over a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from course.flow.place import Conductor, Place
from course.views import codes, overview
from course.views.model import View
from course.views.press import Go, Pick, Press, Spot

MENDED = ("mistyped", "unknown", "other")
"""Troubles of a code that is nobody's here: its digits stay, so that a slip can be mended."""
SLIP = 2
"""Digits that a slip changes: one, or two that changed places."""


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
    """Nine digits; the ninth one opens the visit. Those of a code with a slip in it stay."""

    typed: str = ""
    trouble: str = ""
    at: int | None = None
    """The digit that is looked at, in a code with a slip in it."""
    slipped: str = ""
    """That code as it was before its digits were looked at."""
    refused: tuple[str, str] = ("", "")
    """The code that was tried last, and why it did not open."""

    @property
    def purpose(self) -> str:
        """What the code is typed for, as the words of the interface call it."""
        return "pad"

    def view(self, nav: Conductor) -> View:
        """The digits so far."""
        trouble, purpose = self.trouble, self.purpose
        return codes.pad_view(self.typed, trouble, nav.context, purpose=purpose, at=self.at)

    def press(self, nav: Conductor, press: Press) -> None:
        """One more digit, one less, or another one in its place."""
        match press:
            case Go(Spot.BACK):
                nav.close()
            case Go(Spot.ERASE):
                self.typed = self.typed[:-1]
                self.trouble = ""
            case Go(Spot.CLEAR):
                self.typed, self.trouble, self.at = "", "", None
            case Go(Spot.KEEP) if self.at is not None:
                self._look_on(nav, self.at)
            case Pick(digit) if self.at is not None:
                self._mend(nav, self.at, digit)
            case Pick(digit):
                self.typed += digit
                self.trouble = ""
                if len(self.typed) == codes.CODE_LENGTH:
                    self._try(nav)
            case _:
                pass

    def _mend(self, nav: Conductor, at: int, digit: str) -> None:
        """Put a digit into the place of another; with few of them changed, it may be right now."""
        before = self.typed
        self.typed = before[:at] + digit + before[at + 1 :]
        changed = sum(a != b for a, b in zip(self.typed, self.slipped, strict=True))
        if self.typed != before and changed <= SLIP:
            self._try(nav)
        if self.at is not None:
            self._look_on(nav, at)

    def _look_on(self, nav: Conductor, at: int) -> None:
        """Look at the next digit; after the last one try what has become of the code."""
        self.at = (at + 1) % codes.CODE_LENGTH
        if not self.at and self.typed != self.slipped:
            self.slipped = self.typed
            self._try(nav)

    def _try(self, nav: Conductor) -> None:
        # The same once more would only count as one more guess.
        if self.typed != self.refused[0]:
            self.refused = (self.typed, self.refusal(nav, self.typed))
        self.trouble = self.refused[1]
        if self.trouble not in MENDED:
            # It may be right, and does not stand there for others to read.
            self.typed, self.at, self.refused = "", None, ("", "")
        elif self.at is None:
            self.at, self.slipped = 0, self.typed

    def refusal(self, nav: Conductor, code: str) -> str:
        """Open the visit of this code; what is wrong with it, empty if nothing is."""
        # Nobody waits for what opens visits before a code is typed.
        from course.visit.reception import ResumeError

        try:
            nav.resume(code)
        except ResumeError as error:
            return error.reason
        return ""


@dataclass
class CodeShown:
    """The learner's code, for who asks for it: when they start, and again when they leave."""

    leaving: bool
    asked: bool = False
    """Whether it was asked for, as by stopping here."""

    def view(self, nav: Conductor) -> View:
        """The code, how to ask for it, or that there is none."""
        asked: codes.Telling = "asked" if self.asked else "unasked"
        telling = asked if nav.may_tell_code else "closed"
        # The visit whose code somebody has written down stays; any other one begins anew.
        returns = self.leaving or self.asked or not nav.visit.for_now.has_code
        return codes.code_view(nav.visit, nav.context, self.leaving, telling, returns=returns)

    def press(self, nav: Conductor, press: Press) -> None:
        """Ask for it, go on, or leave."""
        if press == Go(Spot.MY_CODE):
            self.asked = True
            return
        if self.asked:
            # Until they go on they may still be writing.
            nav.visit.for_now.told_code = True
        match press:
            case Go(Spot.NEXT) if self.leaving:
                nav.leave()
            case Go(Spot.NEXT):
                nav.visit.set_out()
                nav.go()
            case Go(Spot.BACK) if self.leaving:
                nav.close()
            case Go(Spot.BACK) if self.asked:
                self.asked = False
            case Go(Spot.BACK):
                nav.forget(anew=True)
            case Go(Spot.FORGET):
                nav.open(Forget())
            case _:
                pass


@dataclass
class Forget:
    """The question before everything goes."""

    def view(self, nav: Conductor) -> View:
        """What it removes."""
        return codes.forget_view(nav.context, nav.visit.record.was_ever_kept)

    def press(self, nav: Conductor, press: Press) -> None:
        """Keep it; or prove whose it is, or forget it where no code can be told."""
        if press != Go(Spot.FORGET):
            nav.close()
        elif nav.visit.record.was_ever_kept:
            nav.open(Proof())
        else:
            _forget(nav)


@dataclass
class Proof(Pad):
    """The code once more, before everything of it goes: whoever comes next cannot do that."""

    @property
    def purpose(self) -> str:
        return "proof"

    def refusal(self, nav: Conductor, code: str) -> str:
        """Forget the visit, if this is its code."""
        if code != nav.visit.record.code:
            return "other"
        _forget(nav)
        return ""


def _forget(nav: Conductor) -> None:
    gone = nav.forget()
    nav.open(Message("forgotten" if gone else "not_forgotten", leaving=True))


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
