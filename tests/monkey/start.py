"""Starts the real kiosk on a course, with the times and the faults that a test asks for."""

from __future__ import annotations

import argparse
import json
import os
import threading
import time
from pathlib import Path
from typing import Any


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--modules", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pin", default="")
    parser.add_argument("--times", type=float, nargs=4, default=(90.0, 30.0, 20.0, 7200.0))
    parser.add_argument("--fault", choices=("raise", "hang", "spin", "freeze", "thread"))
    parser.add_argument("--when", type=Path, help="a file; the fault happens once it is there")
    parser.add_argument("--patience", type=int, default=10, help="of the heartbeat, in seconds")
    parser.add_argument("--last-resort", type=float, default=20.0, help="in seconds")
    parser.add_argument("--beat", action="store_true", help="tell the supervisor of each beat")
    parser.add_argument("--quick", action="store_true", help="take quick presses for several")
    parser.add_argument("--ledger", type=Path, help="where to note every answer that was taken")
    parser.add_argument("--handled", type=Path, help="where to note how many inputs were handled")
    asked = parser.parse_args()

    from course.clinic import Clinic
    from course.content.compiled import Library
    from course.flow.kiosk import KioskNavigator
    from course.kiosk.log import Log
    from course.kiosk.policy.pin import Tries, hash_pin
    from course.kiosk.policy.presence import Times, boot_time
    from course.kiosk.settings import Settings
    from course.kiosk.supervisor import pulse
    from course.ui.kiosk import heartbeat
    from course.ui.kiosk.app import KioskApp
    from course.ui.kiosk.ending import Ending
    from course.ui.kiosk.staff import MachineStaff
    from course.ui.kiosk.start import start
    from course.visit.reception import Reception

    heartbeat.PATIENCE = asked.patience
    heartbeat.LAST_RESORT = asked.last_resort
    if asked.quick:
        from tests.quick import take_quick_presses

        take_quick_presses()
    counted = count_inputs(KioskApp) if asked.handled else None
    if asked.ledger:
        note_answers(asked.ledger)

    alive = pulse.find() if asked.beat else None

    def beat(answers: bool | None) -> None:
        if alive:
            alive(answers)
        if counted:
            asked.handled.write_text(str(next(iter(counted))))

    library = Library(asked.modules, None)

    def desk() -> Reception:
        folder = asked.data / "learners"
        return Reception(lambda each: library.edition(each).course, library.languages, folder)

    clinic = Clinic(staff_pin_hash=hash_pin(asked.pin) if asked.pin else None)
    settings = Settings(asked.data, times=Times(*asked.times), beat=beat)
    ending = Ending(Log(settings.log))
    staff, tries = MachineStaff(settings, ending.end), Tries(settings.tries, boot_time)
    app = KioskApp(KioskNavigator(library, clinic, desk, staff, tries), settings, ending)
    if asked.fault:
        told = (app, asked.fault, asked.when)
        threading.Thread(target=cause, args=told, daemon=True).start()
    start(app)


def count_inputs(app: Any) -> list[int]:
    """Counts what reaches the app; the number is in the list that this gives."""
    counted = [0]
    passes = app.may_pass

    def counts(self: Any, event: Any) -> bool:
        counted[0] += 1
        return bool(passes(self, event))

    app.may_pass = counts
    return counted


def note_answers(ledger: Path) -> None:
    """Writes down what the course says it has kept, once it has said so."""
    from course.visit.reception import Reception
    from course.visit.record import Record

    keep, forget = Record.answer, Reception.forget

    def note(code: str, question: str, choice: str) -> None:
        with ledger.open("a") as file:
            file.write(json.dumps([code, question, choice]) + "\n")

    def noted_answer(self: Any, answer: Any) -> None:
        keep(self, answer)
        # Pages that may come are looked at by visits that nobody makes.
        if self.was_ever_kept:
            note(self.code, answer.question, answer.choice)

    def noted_forget(self: Any, visit: Any) -> bool:
        code, gone = visit.record.code, forget(self, visit)
        note(code, "", "")
        return gone

    Record.answer = noted_answer  # type: ignore[method-assign] # watched from within
    Reception.forget = noted_forget  # type: ignore[method-assign] # likewise


def cause(app: Any, fault: str, when: Path) -> None:
    """Have something go wrong inside the screen that is shown."""
    while not when.exists():
        time.sleep(0.01)
    visit = app.kiosk.visiting
    secret = visit.record.code if visit else "nobody"

    def fail(told: str = secret) -> None:
        match fault:
            case "raise":
                raise ValueError(told)
            case "hang":
                threading.Event().wait()
            case "spin":
                while told:
                    pass
            case "freeze":
                # One call that never lets another thread run: a pattern that takes years.
                import re

                re.match(r"(a+)+$", "a" * 60 + "b")
            case _:
                pass

    if fault == "thread":
        raise ValueError(secret)
    app.call_later(fail)


if __name__ == "__main__":
    os.umask(0o077)
    main()
