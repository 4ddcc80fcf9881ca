"""How a page of CUPS ended, asked of CUPS itself by IPP (RFC 8011) over its socket.

`lpstat` says of a page that failed what it says of one that came: only the state of the job tells
one from the other.
"""

from __future__ import annotations

import http.client
import os
import socket
import struct
from pathlib import Path

SOCKET = Path("/run/cups/cups.sock")
PRINTED = 9
"""The state of a job that came out; others that it ends with are 7, canceled, and 8, aborted."""
_GET_JOB_ATTRIBUTES = 0x0009
_LARGEST = 65536
_STATE = b"\x23" + struct.pack(">H", 9) + b"job-state" + struct.pack(">H", 4)
"""What stands before the state in an answer: an enum, its name and its length."""


def state(number: int, patience: float) -> int | None:
    """The state of a job by its number; None where CUPS does not tell. Raises nothing; waits no
    longer than so many seconds for each answer."""
    connection = _Connection("localhost", timeout=patience)
    try:
        headers = {"Content-Type": "application/ipp"}
        connection.request("POST", f"/jobs/{number}", _question(number), headers)
        answer = connection.getresponse().read(_LARGEST)
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
    at = answer.find(_STATE) + len(_STATE)
    if at < len(_STATE) or len(answer) < at + 4:
        return None
    return int(struct.unpack_from(">i", answer, at)[0])


class _Connection(http.client.HTTPConnection):
    """To the socket of CUPS, or to the one that CUPS_SERVER names, as its own programs do."""

    def connect(self) -> None:
        named = os.environ.get("CUPS_SERVER", "")
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(named if named.startswith("/") else str(SOCKET))


def _question(number: int) -> bytes:
    attributes = (
        (0x47, "attributes-charset", "utf-8"),
        (0x48, "attributes-natural-language", "en"),
        (0x45, "job-uri", f"ipp://localhost/jobs/{number}"),
        (0x44, "requested-attributes", "job-state"),
    )
    head = struct.pack(">BBHIB", 2, 0, _GET_JOB_ATTRIBUTES, 1, 0x01)
    told = b"".join(
        struct.pack(">B", tag) + _sized(name) + _sized(said) for tag, name, said in attributes
    )
    return head + told + b"\x03"


def _sized(text: str) -> bytes:
    return struct.pack(">H", len(text)) + text.encode("ascii")
