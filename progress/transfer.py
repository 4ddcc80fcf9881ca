"""Putting a whole learner into the store, as they were somewhere else or at another time."""

from __future__ import annotations

import datetime
from pathlib import Path

from progress import files
from progress.checked_json import MAX_BYTES, Tables, encode
from progress.errors import CannotSave, because
from progress.inspection import names_of
from progress.records import document
from progress.snapshot import Snapshot
from progress.storage import DurableStorage


def fits(known: Snapshot) -> bool:
    """Whether it is small enough to be saved. Raises ValueError for what may not be kept."""
    return len(encode(_tables(known))) <= MAX_BYTES


def put(folder: Path, code: str, known: Snapshot) -> bool:
    """Save a learner under a code; False, and nothing is done, if someone has the code already.

    Every field stays as it is, the times as well. Raises NoSuchLearner for what is no code,
    CannotSave, LearnerBusy; ValueError for what may not be kept.
    """
    names = names_of(folder, code)
    tables = _tables(known)
    try:
        files.make_folder(folder)
        with files.lock(names.lock):
            if any(map(files.exists, names.kept)):
                return False
            DurableStorage(names.current).write(tables)
            # Who looks for old visits goes by the age of the files first.
            seen = datetime.datetime.fromisoformat(known.learner.last_seen).timestamp()
            files.set_time(names.current, seen)
    except OSError as error:
        raise CannotSave(because(error)) from error
    return True


def _tables(known: Snapshot) -> Tables:
    tables: Tables = {"learner": {"1": document(known.learner)}}
    kinds = {"answers": known.answers, "pages": known.pages, "choices": known.picked}
    for name, records in kinds.items():
        if records:
            tables[name] = {str(n): document(one) for n, one in enumerate(records, start=1)}
    return tables
