"""The conductor at a kiosk: one stranger after another, and staff in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from course.clinic import Clinic
from course.flow.around import First
from course.flow.navigator import Desk, Library, Navigator
from course.flow.place import Conductor, Place
from course.kiosk.policy import pin
from course.kiosk.policy.pin import Tries
from course.views import kiosk
from course.views.context import Context
from course.views.press import Go, Pick, Press, Spot

if TYPE_CHECKING:
    from course.kiosk.machine import Machine
    from course.printing import Printer
    from course.views.model import View


class Staff(Protocol):
    """What staff can ask of a machine."""

    def look(self) -> Machine:
        """Its state. Raises nothing."""

    @property
    def is_broken(self) -> bool:
        """Whether the course cannot be opened, so that it is out of order whatever staff want."""

    @property
    def is_paused(self) -> bool:
        """Whether staff have put it out of order."""

    def pause(self, paused: bool) -> bool:
        """Put it out of order, or back into it; False if that cannot be kept."""

    def end(self, spot: Spot) -> None:
        """Start the program again (RESTART), or end it (END)."""


class KioskNavigator(Navigator):
    """The course, and what stands over it while nobody is there or nobody answers."""

    def __init__(
        self,
        library: Library,
        clinic: Clinic,
        open_desk: Callable[[], Desk],
        staff: Staff,
        tries: Tries,
        language: str | None = None,
        *,
        printer: Printer | None = None,
    ) -> None:
        super().__init__(library, clinic, open_desk, language, printer=printer)
        self.staff = staff
        self._tries = tries
        self._hashed = clinic.staff_pin_hash or ""
        self._over: Place | None = None
        self.leave()

    def view(self) -> View:
        """What there is to show now."""
        place = self.stack[-1]
        # How long staff have to wait goes by the clock, whatever was shown before.
        return place.view(self) if isinstance(place, Pin) else super().view()

    @property
    def nobody_is_there(self) -> bool:
        """Whether the screen waits for somebody to come."""
        return isinstance(self.stack[-1], Attract | OutOfOrder)

    @property
    def is_asking(self) -> bool:
        """Whether the question stands there whether anybody is."""
        return isinstance(self.stack[-1], Asking)

    @property
    def is_out_of_order(self) -> bool:
        """Whether only staff can change what is shown."""
        return isinstance(self.stack[-1], OutOfOrder)

    def leave(self) -> None:
        """End the visit, and wait for the next person; nothing of anybody stays here."""
        super().leave()
        self._over = None
        contexts = self._in_every_language()
        out_of_order = self.staff.is_broken or self.staff.is_paused
        self.stack[:] = [First(), OutOfOrder(contexts) if out_of_order else Attract(contexts)]

    def look_for_a_pause(self) -> None:
        """Where nobody is there, show what staff have decided from elsewhere."""
        out_of_order = self.staff.is_broken or self.staff.is_paused
        if self.nobody_is_there and out_of_order != self.is_out_of_order:
            self.leave()

    def come(self) -> None:
        """Somebody has come."""
        if isinstance(self.stack[-1], Attract):
            self.close()

    def ask(self) -> None:
        """Ask whether anybody is still there.

        Whoever answers may be somebody else: from now on a code that the first one has is not
        shown again.
        """
        if not isinstance(self._over, Asking):
            self.may_tell_code = self.visiting is None or not self.visiting.for_now.has_code
            self._show_over(Asking(self))

    def tell_it_ends(self) -> None:
        """Tell that the longest visit is over, before everything of the person goes."""
        if not isinstance(self._over, Ends):
            self._show_over(Ends())

    def answer(self) -> None:
        """The person is still there: go on where they were."""
        if self._over is not None and self._over in self.stack:
            self.stack.remove(self._over)
        self._over = None

    def staff_key(self) -> None:
        """Open the pad for the PIN, if there is a PIN."""
        if pin.is_hash(self._hashed) and not any(isinstance(p, Pin | Counter) for p in self.stack):
            self.answer()
            self.open(Pin(self, self._hashed, self._tries))

    def open_counter(self) -> None:
        """The PIN was right: those who stand here are no guessers."""
        if not self.staff.is_broken:
            self.reception.vouch()
        change = Spot.RESUME if self.staff.is_paused else Spot.PAUSE
        offered = None if self.staff.is_broken else change
        self.stack[-1] = Counter(self, self.staff.look(), offered)

    def _show_over(self, place: Place) -> None:
        self.answer()
        self.flush()
        self._over = place
        self.open(place)

    def _in_every_language(self) -> list[Context]:
        contexts = [self.context_in(each) for each in self.library.languages]
        return sorted(contexts, key=lambda each: each.words.language != self.first_language)


@dataclass
class Attract:
    """What this is, how long it takes, and that it asks for no name."""

    contexts: list[Context]

    def view(self, nav: Conductor) -> View:  # noqa: ARG002 - it speaks every language
        """The course, in every language."""
        return kiosk.attract_view(self.contexts)

    def press(self, nav: Conductor, press: Press) -> None:
        """Nothing on it can be pressed: any sign of a person opens the course."""


@dataclass
class OutOfOrder:
    """Staff have put it up, and only they take it down; or the course cannot be opened."""

    contexts: list[Context]

    def view(self, nav: Conductor) -> View:  # noqa: ARG002 - it speaks every language
        """That the screen is out of order."""
        return kiosk.out_of_order_view(self.contexts)

    def press(self, nav: Conductor, press: Press) -> None:
        """Nothing on it can be pressed."""


@dataclass
class Asking:
    """Asks whether anybody is there."""

    kiosk: KioskNavigator

    def view(self, nav: Conductor) -> View:
        """The question."""
        return kiosk.still_there_view(nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Go on, or let go what belongs to somebody else."""
        if press == Go(Spot.LEAVE):
            nav.leave()
        else:
            self.kiosk.answer()


@dataclass
class Ends:
    """Tells that the longest visit is over."""

    def view(self, nav: Conductor) -> View:
        """Why it ends, and how to go on."""
        return kiosk.ends_view(nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Nothing leads back."""


@dataclass
class Pin:
    """Digits and OK. What is typed is never shown."""

    kiosk: KioskNavigator
    hashed: str
    tries: Tries
    typed: str = ""
    trouble: str = ""

    def __post_init__(self) -> None:
        self.trouble = "wait" if self.tries.wait else ""

    def view(self, nav: Conductor) -> View:
        """A dot for each digit."""
        wait = self.tries.wait
        trouble = "" if self.trouble == "wait" and not wait else self.trouble
        return kiosk.pin_view(len(self.typed), trouble, wait, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """One more digit, one less, or try it."""
        match press:
            case Go(Spot.BACK):
                nav.close()
            case Go(Spot.ERASE):
                self.typed = self.typed[:-1]
            case Go(Spot.OK):
                self._try()
            case Pick(digit):
                self.typed = (self.typed + digit)[: pin.LONGEST]
                self.trouble = ""
            case _:
                pass

    def _try(self) -> None:
        typed, self.typed = self.typed, ""
        if not pin.is_pin(typed):
            self.trouble = "wrong" if typed else ""
        elif not self.tries.count():
            self.trouble = "wait"
        elif pin.check_pin(typed, self.hashed):
            self.tries.right()
            self.kiosk.open_counter()
        else:
            self.trouble = "wait" if self.tries.wait else "wrong"


@dataclass
class Counter:
    """For staff: how the machine does, and what can be done with it."""

    kiosk: KioskNavigator
    machine: Machine
    change: Spot | None
    """PAUSE or RESUME; None where neither would do anything."""
    failed: bool = False

    def view(self, nav: Conductor) -> View:
        """Its state, and a card for all that can be done."""
        return kiosk.staff_view(self.machine, self.change, self.failed, nav.context)

    def press(self, nav: Conductor, press: Press) -> None:
        """Do it; what cannot be done is said."""
        match press:
            case Go(Spot.BACK):
                nav.close()
            case Go(Spot.PAUSE | Spot.RESUME as spot):
                self.failed = not self.kiosk.staff.pause(spot is Spot.PAUSE)
                if not self.failed:
                    nav.leave()
            case Go(Spot.RESTART | Spot.END as spot):
                self.kiosk.staff.end(spot)
            case _:
                pass
