"""Whoever sits at one simulated kiosk: a process with the real store, told line by line what to do.

`python -m tests.fleet.patients DATA CLOCK_OFF`; each line is JSON, and is answered by one.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from course.fleet import settings
from course.fleet.door import Door
from progress import records
from progress.errors import NoSuchLearner, ProgressError
from progress.learner_file import LearnerFile
from progress.learners import LearnerStore
from progress.records import Answer, Bookmark, PageRead, Picked
from tests.fleet.faulty import install

KEEP_DAYS = 30


class Patients:
    """The visits that are open at one kiosk."""

    def __init__(self, data: Path) -> None:
        fleet = settings.load(data)
        assert fleet is not None
        self._store = LearnerStore(data / "learners")
        self._door = Door(data, fleet.secret, KEEP_DAYS)
        self._open: dict[str, LearnerFile] = {}
        self._unkept: dict[str, list[int]] = {}

    def do(self, asked: dict[str, Any]) -> dict[str, Any]:
        """One line, and what came of it."""
        try:
            match asked["do"]:
                case "begin":
                    return self._begin()
                case "resume":
                    return {"say": self._resume(asked["code"])}
                case "forget":
                    return {"say": self._forget(asked["code"])}
                case _:
                    return self._answer(asked["code"], asked["numbers"])
        except OSError as error:
            return {"say": f"failed: {error.strerror}"}

    def _begin(self) -> dict[str, Any]:
        try:
            learner = self._store.create("en")
        except ProgressError:
            return {"say": "failed"}
        self._open[learner.code] = learner
        return {"say": "begun", "code": learner.code}

    def _resume(self, code: str) -> str:
        """As a reception does."""
        try:
            self._open[code] = self._store.open(code)
        except NoSuchLearner:
            if (found := self._door.bring(code)) != "brought":
                return found
            self._open[code] = self._store.open(code)
        except ProgressError:
            return "failed"
        return self._door.offers(code, 0.0)

    def _forget(self, code: str) -> str:
        self._door.forget(code)
        self._open.pop(code, None)
        try:
            self._store.forget(code)
        except NoSuchLearner:
            return "nobody"
        except ProgressError:
            return "failed"
        return "forgotten"

    def _answer(self, code: str, numbers: list[int]) -> dict[str, Any]:
        """Give answers, each a save of its own; those that are on the disk."""
        kept: list[int] = []
        try:
            learner = self._open.get(code) or self._store.open(code)
        except ProgressError as error:
            return {"say": "gone" if isinstance(error, NoSuchLearner) else "failed", "kept": []}
        self._open[code] = learner
        waiting = self._unkept.setdefault(code, [])
        for number in numbers:
            waiting.append(number)
            try:
                with learner.saving() as changes:
                    changes.answer(_answer(number))
                    changes.page_read(
                        PageRead(module="m", page=f"p{number % 9}", when=records.moment())
                    )
                    changes.pick(
                        Picked(
                            module="m",
                            page="list",
                            item=f"i{number % 5}",
                            ticked=number % 2 == 0,
                            when=records.moment(),
                        )
                    )
                    changes.bookmark(Bookmark("page", "m", f"p{number % 9}"))
            except NoSuchLearner:
                self._open.pop(code, None)
                return {"say": "gone", "kept": kept}
            except ProgressError:
                continue
            kept += waiting
            waiting.clear()
        return {"say": "kept", "kept": kept}


def _answer(number: int) -> Answer:
    """Another one for each number, which is found again in the seconds."""
    return Answer(
        module="m",
        question=f"q{number % 7}",
        hash="0123456789ab",
        choice="yes",
        result="right",
        seconds=number,
        when=records.moment(),
    )


def main() -> None:
    data = Path(sys.argv[1])
    install(data, float(sys.argv[2]))
    patients = Patients(data)
    for line in sys.stdin:
        print(json.dumps(patients.do(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
