"""What stands where an author has still to write something."""

from __future__ import annotations

import re

MARK = "To do:"
"""What stands before it."""
MARKED = re.compile(rf"^(?:[-*\d.]+ )?{MARK} *(.*)", re.MULTILINE)
"""At the start of a line: a page may well say what to do."""


def is_open(text: str) -> bool:
    """Whether something is still to be written in it."""
    return MARKED.search(text) is not None
