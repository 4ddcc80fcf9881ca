"""Saves visits one after another, and says what was acknowledged.

    python -m tests.power.saves FOLDER SAID SAVES SEED [WITHOUT]

leaves out a function that is named at the end, such as `os.fsync`, to see whether that is noticed.
"""

from __future__ import annotations

import datetime
import os
import random
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

from course import durable
from progress.clock import HighWater
from progress.errors import NoSuchLearner, ProgressError
from progress.learner_file import LearnerFile
from progress.learners import LearnerStore
from progress.tally import Tally
from tests.unit.progress.samples import answer, at_question

VISITS = 6
"""At most so many are open at once, and their saves come in any order."""
FORGOTTEN = "forgotten"
OTHERS = "others"
"""Stands for a code where it is said what was put into the files beside the visits."""
BEGUN = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def main() -> None:
    """Save as was asked for. Raises what the store raises."""
    without = sys.argv[5:]
    with mock.patch(without[0]) if without else nullcontext():
        save()


def save() -> None:
    """Save so often. Raises what the store raises."""
    folder, said = Path(sys.argv[1]), os.open(sys.argv[2], os.O_WRONLY)
    saves, chance = int(sys.argv[3]), random.Random(int(sys.argv[4]))
    store = LearnerStore(folder)
    visits: list[tuple[LearnerFile, int]] = []
    for number in range(saves):
        if not visits or (len(visits) < VISITS and chance.random() < 0.2):
            visits.append((store.create("en"), 0))
        learner, answers = visits.pop(chance.randrange(len(visits)))
        if answers > 3 and chance.random() < 0.1:
            os.write(said, f"{learner.code} going\n".encode())
            store.forget(learner.code)
            os.write(said, f"{learner.code} {FORGOTTEN}\n".encode())
            continue
        with learner.saving() as changes:
            changes.answer(answer(answers))
            changes.bookmark(at_question(answers))
        os.write(said, f"{learner.code} {answers + 1}\n".encode())
        visits.append((learner, answers + 1))
        if chance.random() < 0.2:
            replace_others(folder, number)
            os.write(said, f"{OTHERS} {number}\n".encode())


def replace_others(folder: Path, number: int) -> None:
    """Put a number, in its three ways, into what stands beside the visits and has no copies."""
    durable.write(folder.parent / "number", f"{number}".encode())
    Tally(folder.parent / "counts.json").add(f"{number}", "", ["all"])
    HighWater(folder).keep(BEGUN + datetime.timedelta(seconds=number))


def acknowledged(said: Iterable[bytes]) -> dict[str, str]:
    """The last word on each code."""
    return dict(words.decode().split() for words in said)


def lost(folder: Path, words: dict[str, str]) -> list[str]:
    """What was acknowledged and is not there, in words; whoever was being forgotten may be gone."""
    store = LearnerStore(folder)
    visits = {code: word for code, word in words.items() if code != OTHERS}
    found = [said for code, word in visits.items() if (said := _lost(store, code, word))]
    return [*found, *(_lost_beside(folder, int(words[OTHERS])) if OTHERS in words else ())]


def _lost_beside(folder: Path, number: int) -> Iterator[str]:
    path = folder.parent / "number"
    kept = path.read_bytes() if path.exists() else b""
    if not kept.isdigit() or int(kept) < number:
        yield f"the number {number} was acknowledged, {kept!r} is there"
    try:
        counted = Tally(folder.parent / "counts.json").read()
    except ProgressError as error:
        yield f"the counts cannot be read: {error}"
    else:
        if f"{number}" not in counted:
            yield f"count {number} was acknowledged, and is not there"
    mark = HighWater(folder).read()
    if mark is None or mark < BEGUN + datetime.timedelta(seconds=number):
        yield f"time {number} was acknowledged, {mark} is there"


def _lost(store: LearnerStore, code: str, word: str) -> str:
    if word == "going":
        return ""
    try:
        found = store.open(code).answers()
    except NoSuchLearner:
        return "" if word == FORGOTTEN else f"nobody has this code, of {word} answers"
    except ProgressError as error:
        return f"does not open, with {word} answers: {error}"
    if word == FORGOTTEN:
        return f"was forgotten, and is there with {len(found)} answers"
    if found[: int(word)] != tuple(answer(number) for number in range(int(word))):
        return f"{word} answers were acknowledged, {len(found)} are there"
    return ""


if __name__ == "__main__":
    main()
