"""Whether the folder of the visits can be looked into at all, before anybody says what is in it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from course.errors import UsageError
from progress import files
from progress.errors import OtherOwner
from progress.owner import name_of, own_id, own_name

_WHERE = "prolo where prints the folder in use; --data-dir names another one."


def look(folder: Path, command: str, *, may_make: bool = False) -> None:
    """Raises UsageError unless the folder is there, belongs to this user, and can be listed.

    `command` is what was asked for, to be told how to ask for it. One that `may_make` the folder
    needs the one above it, which belongs to the data, instead.
    """
    try:
        if may_make and not folder.exists():
            _look(folder.parent, command)
        else:
            _look(folder, command)
    except FileNotFoundError:
        raise UsageError(
            f"There are no visits to look after: there is no folder {folder}. {_WHERE}"
        ) from None
    except NotADirectoryError:
        raise UsageError(f"{folder} is no folder, so no visits are kept there. {_WHERE}") from None
    except PermissionError:
        raise UsageError(_refused(folder, command)) from None
    except OSError as error:
        why = error.strerror or "the system gave no reason"
        raise UsageError(f"{folder} cannot be looked into ({why}). Check the disk.") from None


def name(folder: Path) -> None:
    """Say on standard error whose visits it is about: what is asked for may be another folder."""
    print(f"Visits in {folder}", file=sys.stderr)


def _look(folder: Path, command: str) -> None:
    try:
        files.refuse_another_owner(folder)
    except OtherOwner:
        raise UsageError(_belongs(folder, folder.stat(), command)) from None
    with os.scandir(folder) as entries:
        next(entries, None)


def _refused(folder: Path, command: str) -> str:
    for each in (folder, *folder.parents):
        try:
            found = each.stat()
        except OSError:
            continue
        if found.st_uid != own_id(found):
            return _belongs(each, found, command)
        return f"You may not look into {each}. Let its owner look: chmod 700 {each}"
    return f"{folder} cannot be looked into. {_WHERE}"


def _belongs(folder: Path, found: os.stat_result, command: str) -> str:
    owner = name_of(found.st_uid)
    how = f"runuser -u {owner} -- {command} ..."
    if os.geteuid() != 0:
        how = f"sudo {how}"
    return f"{folder} belongs to {owner}, and this runs as {own_name()}. Run it as {owner}: {how}"
