"""Whose files are, in words for whoever has to mend it."""

from __future__ import annotations

import os


def own_id(found: os.stat_result) -> int:
    """The number of the user this runs as; where the system has none, that of the file."""
    return os.geteuid() if hasattr(os, "geteuid") else found.st_uid


def name_of(user: int) -> str:
    """The name of a user, or the number where nobody has it."""
    try:
        # Windows lacks it, and nobody asks before something is wrong.
        import pwd

        return pwd.getpwuid(user).pw_name
    except (ImportError, KeyError):
        return str(user)


def own_name() -> str:
    """The name of the user this runs as."""
    return name_of(os.geteuid()) if hasattr(os, "geteuid") else ""
