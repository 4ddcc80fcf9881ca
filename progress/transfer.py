"""Putting a whole learner into the store, as they were somewhere else or at another time, and
joining what two places know of one."""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path

import msgspec

from progress import files
from progress.checked_json import MAX_BYTES, Tables, decode, encode
from progress.errors import CannotSave, Damaged, NoSuchLearner, because
from progress.inspection import names_of
from progress.records import Learner, Picked, document
from progress.snapshot import Changes, Snapshot, in_shape, snapshot, snapshot_of_sound
from progress.storage import DurableStorage, Names


def fits(known: Snapshot) -> bool:
    """Whether it is small enough to be saved. Raises ValueError for what may not be kept."""
    return len(packed(known)) <= MAX_BYTES


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
            _set_age(names, known)
    except OSError as error:
        raise CannotSave(because(error)) from error
    return True


def packed(known: Snapshot) -> bytes:
    """A whole learner as bytes with their checksum, as a file of theirs is written."""
    return encode(_tables(known))


def unpacked(content: bytes) -> Snapshot:
    """What was packed. Raises Damaged, NewerSchema."""
    return snapshot(decode(content))


def joined(leading: Snapshot, other: Snapshot) -> Snapshot:
    """All that is known of one visit in two places, each answer once.

    What `leading` has stands first and in its order. Whatever is taken as the first, everything is
    in it; and joined once more with either, it stays as it is.
    """
    tables = _tables(leading)
    ticked = {_item(one): (one.when, one.ticked) for one in leading.picked}
    newer = (one for one in other.picked if (one.when, one.ticked) > ticked.get(_item(one), ("",)))
    Changes.everything(msgspec.structs.replace(other, picked=tuple(newer))).apply(
        tables, again=True
    )
    # Of two that were seen in the same second, one has to be chosen in every place alike.
    seen = max(leading.learner, other.learner, key=_recency)
    tables["learner"] = {"1": document(seen)}
    return snapshot(tables)


def join(folder: Path, code: str, known: Snapshot) -> Snapshot:
    """Add what is known elsewhere to a learner who is here; all that is known now, on the disk.

    `known` leads. Where every copy here is damaged, it stands for them. Raises NoSuchLearner if
    nobody is here any more, LearnerBusy, CannotSave, CannotRead, NewerSchema, NotOurFile,
    OtherOwner.
    """
    names = names_of(folder, code)
    if not any(map(files.exists, names.kept)):
        raise NoSuchLearner
    storage = DurableStorage(names.current, in_shape)
    try:
        with files.lock(names.lock):
            if not any(map(files.exists, names.kept)):
                files.remove_held_lock(names.lock)
                raise NoSuchLearner
            here: Snapshot | None = None
            with suppress(Damaged):
                if (tables := storage.read()) is not None:
                    here = snapshot_of_sound(tables)
            both = known if here is None else joined(known, here)
            if both != here or storage.fell_back:
                storage.write(_tables(both))
                _set_age(names, both)
    except OSError as error:
        raise CannotSave(because(error)) from error
    return both


def _item(one: Picked) -> tuple[str, str, str]:
    return one.module, one.page, one.item


def _recency(one: Learner) -> tuple[bool, str, bytes]:
    return one.clock == "believed", one.last_seen, msgspec.json.encode(one)


def _set_age(names: Names, known: Snapshot) -> None:
    """Who looks for old visits goes by the age of the files first."""
    seen = datetime.datetime.fromisoformat(known.learner.last_seen).timestamp()
    files.set_time(names.current, seen)


def _tables(known: Snapshot) -> Tables:
    tables: Tables = {"learner": {"1": document(known.learner)}}
    kinds = {"answers": known.answers, "pages": known.pages, "choices": known.picked}
    for name, records in kinds.items():
        if records:
            tables[name] = {str(n): document(one) for n, one in enumerate(records, start=1)}
    return tables
