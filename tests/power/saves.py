"""Saves visits one after another, and says what was acknowledged.

    python -m tests.power.saves FOLDER SAID SAVES SEED [WITHOUT]

leaves out a function that is named at the end, such as `os.fsync`, to see whether that is noticed.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from unittest import mock

from progress.errors import NoSuchLearner, ProgressError
from progress.learner_file import LearnerFile
from progress.learners import LearnerStore
from tests.unit.progress.samples import answer, at_question

VISITS = 6
"""At most so many are open at once, and their saves come in any order."""
FORGOTTEN = "forgotten"


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
    for _ in range(saves):
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


def acknowledged(said: Iterable[bytes]) -> dict[str, str]:
    """The last word on each code."""
    return dict(words.decode().split() for words in said)


def lost(folder: Path, words: dict[str, str]) -> list[str]:
    """What was acknowledged and is not there, in words; whoever was being forgotten may be gone."""
    store = LearnerStore(folder)
    return [said for code, word in words.items() if (said := _lost(store, code, word))]


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
