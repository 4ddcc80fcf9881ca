"""The course for one stranger after another."""

from __future__ import annotations

import threading
from collections.abc import Callable

from textual import events

from course.flow.kiosk import KioskNavigator
from course.kiosk.policy.attract import STEP
from course.kiosk.policy.corner import Corner
from course.kiosk.policy.presence import Presence, boot_time
from course.kiosk.policy.upkeep import Upkeep
from course.kiosk.settings import Settings
from course.kiosk.status import Status
from course.ui.kiosk.ending import Ending
from course.ui.kiosk.follower import Follower
from course.ui.kiosk.forgetting import forget
from course.ui.kiosk.locked_app import FindVoice, LockedApp
from course.views.press import Press

TICK = 0.5
"""Seconds between two looks at who is there."""


class KioskApp(LockedApp, inherit_bindings=False):
    """Keeps time, and draws what the conductor shows. Everything of a person goes when they do."""

    def __init__(
        self,
        navigator: KioskNavigator,
        settings: Settings,
        ending: Ending,
        find_voice: FindVoice = lambda _language: None,
        once_shown: Callable[[], object] = lambda: None,
        clock: Callable[[], float] = boot_time,
    ) -> None:
        super().__init__(navigator, ending, find_voice, once_shown)
        self.beat: Callable[[], object] = lambda: None
        """Called with every tick: the screen is alive."""
        self.kiosk = navigator
        self._settings = settings
        self._clock = clock
        self._follower = Follower(navigator, Presence(settings.times, clock))
        self._corner = Corner(clock)
        self._upkeep = Upkeep(clock)
        self._ticks = 0
        self._was_nobody = self._was_kept = True

    def on_ready(self) -> None:
        self.set_interval(TICK, self.tick)
        self.call_after_refresh(self.tick)

    def tick(self) -> None:
        """Do what is due now."""
        self.beat()
        self._ticks += 1
        each_second = bool(self._ticks % 2)
        if each_second:
            self._beat()
            self.kiosk.look_for_a_pause()
        if self._corner.opens():
            self.staff_key()
        self._follower.follow()
        self._show_what_changed()
        if self.kiosk.nobody_is_there:
            self.stage.wandered = int(self._clock() // STEP)
            if each_second and self._settings.restart_due():
                self.ending.end(Status.RESTART_ASKED)
            if self._upkeep.is_due():
                threading.Thread(target=self._settings.housekeeping, daemon=True).start()

    def _beat(self) -> None:
        """Tell whoever watches that this is alive, and how the terminal is."""
        self._settings.beat(self.echo.ask())
        visiting = self.kiosk.visiting
        is_kept = visiting is None or visiting.record.is_kept
        if self._was_kept and not is_kept:
            self.ending.journal.say("a visit cannot be saved")
        self._was_kept = is_kept
        self.ending.journal.try_again()

    # What a person does

    def sign(self, key: str) -> bool:
        may = self._follower.sign(key)
        self._show_what_changed()
        return may

    async def on_event(self, event: events.Event) -> None:
        await super().on_event(event)
        is_input = isinstance(event, events.InputEvent | events.Paste)
        # A tap is over when it is let go, however the finger trembles.
        is_part = isinstance(event, events.MouseDown | events.MouseMove)
        if is_input and not is_part and self.kiosk.is_asking:
            # The question comes first, and then whatever else was meant by it.
            self.stage.call_later(self._answered)

    def _answered(self) -> None:
        self._follower.answered()
        self._show_what_changed()

    def corner(self, pressed: bool) -> None:
        self._corner.press(pressed)

    def show_reading(self) -> None:
        before = self.stage.passage
        super().show_reading()
        if self.stage.passage not in (None, before):
            self._follower.listens()

    def staff_key(self) -> None:
        self.kiosk.staff_key()
        self._show_what_changed()

    # Between two people

    def _show_what_changed(self) -> None:
        """Show where time, or a sign of a person, has led."""
        if self.kiosk.view() != self.stage.state.view:
            self.show()

    def show(self, press: Press | None = None) -> None:
        super().show(press)
        is_nobody = self.kiosk.nobody_is_there
        if is_nobody and not self._was_nobody:
            self._follower.follow()
            self.next_person()
        self._was_nobody = is_nobody

    def look_ahead(self) -> None:
        if not self.kiosk.nobody_is_there:
            super().look_ahead()
            return
        # There is time for all of them before the next person comes.
        from course.flow.ahead import ahead

        self.stage.look_ahead(ahead(self.kiosk, most=None))

    def next_person(self) -> None:
        super().next_person()
        # Once what was drawn has gone from the screen.
        self.call_after_refresh(forget)
