"""What it costs to save one answer, by the number of learners in the folder.

The folders take turns, each save followed by the least that any save must do: to write the same
bytes and bring them to the disk.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bench import found, kept
from bench.found import Found
from progress.checked_json import encode
from progress.codes import new_code
from progress.learner_file import LearnerFile
from progress.learners import LearnerStore
from progress.records import Answer, Bookmark, moment
from progress.snapshot import first_tables

ANSWERS = 100
"""So many the learner has given before."""


def measure(into: Found, learners: Sequence[int], rounds: int) -> None:
    """So many saves in each of the folders."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        somebody = {number: _somebody(folder / str(number), number) for number in learners}
        for number in range(rounds):
            for size, learner in somebody.items():
                took = _save(learner, number)
                content = (folder / str(size) / f"{learner.code}.json").read_bytes()
                into.row(found.save(size)).add(kept.raw_save(folder / "raw", content), took)
        for size in somebody:
            into.saves[size] = statistics.median(into.row(found.save(size)).took)
            shutil.rmtree(folder / str(size))


def _somebody(folder: Path, learners: int) -> LearnerFile:
    """One learner of so many, the only one whose file is not the first that a learner has."""
    learner = LearnerStore(folder).create("en")
    with learner.saving() as changes:
        for number in range(ANSWERS):
            changes.answer(_answer(number))
    content = encode(first_tables("en"))
    codes = {learner.code}
    while len(codes) < learners:
        codes.add(new_code())
    for code in codes - {learner.code}:
        (folder / f"{code}.json").write_bytes(content)
    return learner


def _save(learner: LearnerFile, number: int) -> float:
    """Milliseconds for one person's action: an answer and the new bookmark."""
    began = perf_counter()
    with learner.saving() as changes:
        changes.answer(_answer(number))
        changes.bookmark(Bookmark("question", "preparation", f"question-{number}"))
    return (perf_counter() - began) * 1000


def _answer(number: int) -> Answer:
    return Answer(
        module="preparation",
        question=f"question-{number}",
        hash="0123456789ab",
        choice="a1b2c3d4",
        result="right",
        seconds=7,
        when=moment(),
    )
