"""How large a cell of a terminal is, by the system."""

from __future__ import annotations

import fcntl
import struct
import termios

_FORM = "HHHH"


def cell(fileno: int) -> tuple[int, int] | None:
    """The pixels of a cell, its width and height; None where the system does not know."""
    try:
        answer = fcntl.ioctl(fileno, termios.TIOCGWINSZ, bytes(struct.calcsize(_FORM)))
    except OSError:
        return None
    rows, columns, width, height = struct.unpack(_FORM, answer)
    return (width // columns, height // rows) if rows and columns and width and height else None
