"""The course for one stranger after another."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, NoReturn

from textual import events
from textual._context import active_message_pump

from course import durable, language
from course.clinic import Clinic
from course.kiosk import machine
from course.kiosk.log import Log, place_of
from course.kiosk.policy import allowlist, pin
from course.kiosk.policy.presence import Presence, Stage, boot_time
from course.kiosk.settings import Settings
from course.kiosk.status import Status
from course.speech.speaker import Speaker
from course.ui.kiosk.driver import ignore_signals
from course.ui.kiosk.forgetting import forget
from course.ui.kiosk.heartbeat import Heartbeat
from course.ui.kiosk.locked_app import LockedApp
from course.ui.kiosk.screens.asking import AskingScreen, LastLookScreen
from course.ui.kiosk.screens.nobody import AttractScreen, NobodyScreen, OutOfOrderScreen
from course.ui.kiosk.screens.staff import PinScreen, StaffScreen
from course.ui.screens.welcome import WelcomeScreen
from course.ui.styles.themes import LIGHT
from course.views.context import Context
from course.visit.reception import Reception

TICK = 0.5
"""Seconds between two looks at who is there."""
DAY = 86_400.0
"""Seconds between two rounds of housekeeping: a kiosk may run for a year without a restart."""
HOUR = 3_600.0
"""Seconds that the machine is on before the first one: where no battery keeps the date, it may be
years ahead until the network has set it, and every visit would look old."""


class KioskApp(LockedApp, inherit_bindings=False):
    """Everything of a person goes when they do."""

    def __init__(
        self,
        context: Context,
        reception: Reception,
        clinic: Clinic,
        settings: Settings,
        clock: Callable[[], float] = boot_time,
        find_speaker: Callable[[], Speaker | None] = lambda: None,
    ) -> None:
        super().__init__(context, reception, Log(settings.log), find_speaker)
        self.heartbeat: Heartbeat | None = None
        self._hashed = clinic.staff_pin_hash or ""
        self._settings = settings
        self._clock = clock
        self._presence = Presence(settings.times, clock)
        self._tries = pin.Tries(settings.tries, clock)
        self._contexts = _in_every_language(context)
        self._asking: AskingScreen | LastLookScreen | None = None
        self._corner_since: float | None = None
        self._ticks = 0
        self._next_housekeeping = HOUR

    def on_mount(self, event: events.Mount) -> None:  # type: ignore[override]
        # Textual would open the course as it is outside a kiosk as well.
        event.prevent_default()
        self.reset()
        self.run_worker(self._look_for_speaker, thread=True, exit_on_error=False)
        self.set_interval(TICK, self._tick)
        self.call_after_refresh(self._tick)

    # Between two people

    def reset(self) -> None:
        """Nobody is there: nothing of anybody stays on the screen, in memory or in the air."""
        self.be_silent()
        self._visit = None
        self._asking = None
        self._corner_since = None
        self._told_not_kept = False
        self.theme = LIGHT.name
        self._clipboard = ""
        self._presence.end()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(WelcomeScreen(self._course_context))
        if self._is_paused:
            told = "\n".join(each.words("kiosk.out_of_order") for each in self._contexts)
            self.push_screen(OutOfOrderScreen(self._contexts, told))
        else:
            self.push_screen(AttractScreen(self._contexts))
        # When the screens that go have gone, and no one waits for what comes.
        self.set_timer(TICK, forget)

    def leave(self) -> None:
        """The person says that they are done."""
        self.reset()

    def is_same_press(self, time: float, within: float) -> bool:
        """Also true for a press that comes from a screen which has gone meanwhile."""
        return active_message_pump.get() is not self.screen or super().is_same_press(time, within)

    @property
    def _is_paused(self) -> bool:
        return self._settings.paused.exists()

    # Who is there

    def sign(self, key: str) -> bool:
        before = self._presence.stage
        may = self._presence.sign(key)
        if isinstance(self.screen, NobodyScreen):
            if may and isinstance(self.screen, AttractScreen):
                self.pop_screen()
                self._presence.begin()
            return False
        if not may and before is not self._presence.stage:
            self._follow()
        return may

    def _tick(self) -> None:
        if self.heartbeat is not None:
            self.heartbeat.beat()
        self._ticks += 1
        if self._ticks % 2:
            self._settings.beat()
        since = self._corner_since
        if since is not None and self._clock() - since >= allowlist.STAFF_PRESS:
            self.staff_key()
        self._follow()

    def _follow(self) -> None:
        """Show what belongs to who is there."""
        if isinstance(self.screen, NobodyScreen):
            self._presence.end()
            self.screen.wander(self._clock())
            if self._ticks % 2 and self._settings.restart_due():
                self.end(Status.RESTART_ASKED)
            self._keep_house()
            return
        match self._presence.stage:
            case Stage.NOBODY:
                self._presence.begin()
            case Stage.ACTIVE:
                self._close_asking()
            case Stage.ASKING:
                self._ask(AskingScreen)
            case Stage.CODE | Stage.LAST_CODE if self._visit is not None:
                self._ask(LastLookScreen)
            case _:
                self.reset()

    def _keep_house(self) -> None:
        if self._clock() >= self._next_housekeeping:
            self._next_housekeeping = self._clock() + DAY
            threading.Thread(target=self._settings.housekeeping, daemon=True).start()

    def _ask(self, kind: type[AskingScreen] | type[LastLookScreen]) -> None:
        is_last = self._presence.stage is Stage.LAST_CODE
        if isinstance(self._asking, kind) and not is_last:
            return
        if isinstance(self._asking, LastLookScreen) and self._asking.is_last:
            return
        self._close_asking()
        if kind is LastLookScreen and self._visit is not None:
            self._asking = LastLookScreen(self._course_context, self._visit, is_last)
        else:
            self._asking = AskingScreen(self._course_context)
        self.push_screen(self._asking)

    def _close_asking(self) -> None:
        asking, self._asking = self._asking, None
        while asking is not None and asking in self.screen_stack:
            self.pop_screen()

    # Staff

    def corner(self, pressed: bool) -> None:
        if not pressed:
            self._corner_since = None
        elif self._corner_since is None:
            self._corner_since = self._clock()

    def staff_key(self) -> None:
        """Open the pad for the PIN, if there is a PIN."""
        self._corner_since = None
        staff = (PinScreen, StaffScreen)
        if pin.is_hash(self._hashed) and not any(isinstance(s, staff) for s in self.screen_stack):
            self._close_asking()
            self.push_screen(PinScreen(self._course_context, self._hashed, self._tries))

    def open_staff_page(self) -> None:
        """The PIN was right."""
        state = machine.look(self._settings)
        self.switch_screen(StaffScreen(self._course_context, state, self._is_paused))

    def staff_asks(self, what: str) -> bool:
        """Do what a member of staff asks for; False if it cannot be done."""
        match what:
            case "pause" | "resume":
                try:
                    if what == "pause":
                        durable.write(self._settings.paused, b"")
                    else:
                        durable.remove(self._settings.paused)
                except OSError:
                    return False
                self.reset()
            case "restart":
                self.end(Status.RESTART_ASKED)
            case "end":
                self.end(Status.ENDED_BY_STAFF)
        return True


def run(
    context: Context,
    reception: Reception,
    clinic: Clinic,
    settings: Settings,
    find_speaker: Callable[[], Speaker | None],
) -> NoReturn:
    """Run the kiosk until something ends it; the status of the program says what."""
    start(KioskApp(context, reception, clinic, settings, find_speaker=find_speaker))


def start(app: KioskApp) -> NoReturn:
    """Run an app until something ends it."""
    journal = app.journal
    journal.say("started")
    _keep_silent(journal)
    ignore_signals(app.end)
    heartbeat = app.heartbeat = Heartbeat(lambda: _hangs(app), _trace(journal.path))
    heartbeat.start()
    try:
        if not os.isatty(0):
            app.end(Status.INPUT_LOST)
        app.run()
    except BaseException as error:
        journal.error("crash", error)
    app.end(Status.CRASHED)


def _hangs(app: KioskApp) -> NoReturn:
    main = threading.main_thread().ident
    app.journal.say(f"hangs at {place_of(sys._current_frames().get(main or 0))}")
    app.end(Status.HUNG)


def _keep_silent(journal: Log) -> None:
    """Errors outside the app go to the log by type; nothing is ever printed on the screen."""

    def told(kind: str) -> Callable[[Any], None]:
        def tell(what: Any) -> None:
            if what.exc_value is not None:
                journal.error(kind, what.exc_value)

        return tell

    sys.excepthook = lambda _kind, error, _trace: journal.error("crash", error)
    threading.excepthook = told("thread")
    sys.unraisablehook = told("left behind")
    logging.raiseExceptions = False
    logging.disable(logging.CRITICAL)


def _trace(path: Path) -> IO[str] | None:
    """The log, for the last resort: it writes files and lines, and no values either."""
    with suppress(OSError):
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        return os.fdopen(os.open(path, flags, 0o600), "a", encoding="ascii")
    return None


def _in_every_language(context: Context) -> list[Context]:
    """The context as it is, and then in the other languages that the course has words in."""
    known = [each for each in context.course.languages if each in language.languages()]
    others = [each for each in known if each != context.words.language]
    return [context] + [
        Context(context.course, language.load(each), context.clinic) for each in others
    ]
