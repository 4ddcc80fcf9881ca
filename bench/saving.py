"""What it costs to save one answer, against writing the same bytes and bringing them to the disk.

`python bench/saving.py [FOLDER]`. The folder decides which disk is measured; the two are measured
in turns, so that other work on the machine slows both. Read the ratio, not the milliseconds.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from progress.learners import LearnerFile, LearnerStore
from progress.records import Answer, Bookmark, moment

SIZES = (10, 100, 1000)
LEARNERS = 10
SAVES = 20
"""For each learner: few, so that the file hardly grows while it is measured."""


def main() -> None:
    """Print a row for each number of answers that a learner has given before."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if sys.argv[1:] else None) as folder:
        print("answers   bytes  save p50 ms  p99 ms  raw p50 ms  ratio  open p50 ms")
        for size in SIZES:
            print(row(Path(folder), size))


def row(folder: Path, size: int) -> str:
    """Measure with learners who have so many answers."""
    store = LearnerStore(folder / "learners")
    saves, raws, opens = [], [], []
    for _ in range(LEARNERS):
        learner = store.create("en")
        with learner.saving() as changes:
            for number in range(size):
                changes.answer(answer(number))
        content = (folder / "learners" / f"{learner.code}.json").read_bytes()
        for number in range(SAVES):
            saves.append(timed(partial(save, learner, number)))
            raws.append(timed(partial(raw, folder / "raw", content)))
            opens.append(timed(partial(store.open, learner.code)))
    save_p50, raw_p50, open_p50 = map(statistics.median, (saves, raws, opens))
    p99 = statistics.quantiles(saves, n=100)[98]
    return (
        f"{size:7}  {len(content):6}  {save_p50:11.2f}  {p99:6.2f}  {raw_p50:10.2f}"
        f"  {save_p50 / raw_p50:5.1f}  {open_p50:11.2f}"
    )


def save(learner: LearnerFile, number: int) -> None:
    """One person's action: an answer and the new bookmark."""
    with learner.saving() as changes:
        changes.answer(answer(number))
        changes.bookmark(Bookmark("question", "preparation", f"question-{number}"))


def raw(path: Path, content: bytes) -> None:
    """The least that any durable save must do."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(opened, content)
    os.fsync(opened)
    os.close(opened)


def answer(number: int) -> Answer:
    """Some answer."""
    return Answer(
        module="preparation",
        question=f"question-{number}",
        hash="0123456789ab",
        choice="a1b2c3d4",
        result="right",
        seconds=7,
        when=moment(),
    )


def timed(do: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
