"""How a page of CUPS ended, asked of CUPS itself by IPP (RFC 8011) over its socket.

`lpstat` says of a page that failed what it says of one that came: only the state of the job tells
one from the other.
"""

from __future__ import annotations

import http.client
import os
import socket
import struct
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

SOCKET = Path("/run/cups/cups.sock")
PRINTED = 9
"""The state of a job that came out; others that it ends with are 7, canceled, and 8, aborted."""
_GET_JOB_ATTRIBUTES, _GET_JOBS = 0x0009, 0x000A
_LARGEST = 65536
_REFUSED = range(0x0400, 0x0500)
"""What an answer says, in its third and fourth byte, where asking again changes nothing."""
_URI, _KEYWORD, _NAME, _BOOLEAN = 0x45, 0x44, 0x42, 0x22
_Attribute = tuple[int, str, str]
"""The tag of its value, its name, and the value; without a name it is one more value of the one
before."""


class RefusedError(Exception):
    """CUPS cannot be asked here, or does not know."""


class SilentError(Exception):
    """CUPS has not answered; later it may."""


def state(number: int, patience: float) -> int:
    """The state of a job by its number. Raises RefusedError, SilentError; waits no longer than so
    many seconds for each answer."""
    asked = [(_URI, "job-uri", f"ipp://localhost/jobs/{number}"), _wanted("job-state")]
    for told in _asked(f"/jobs/{number}", _GET_JOB_ATTRIBUTES, asked, patience):
        if len(told.get("job-state", b"")) == 4:
            return int.from_bytes(told["job-state"])
    raise SilentError


def waiting(queue: str, user: str, title: str, patience: float) -> list[int]:
    """The numbers of the jobs of a user under a title that are still in a queue. Raises
    RefusedError, SilentError; waits no longer than so many seconds for each answer."""
    asked = [
        (_URI, "printer-uri", f"ipp://localhost/printers/{queue}"),
        (_NAME, "requesting-user-name", user),
        (_KEYWORD, "which-jobs", "not-completed"),
        (_BOOLEAN, "my-jobs", "\x01"),
        _wanted("job-id"),
        (_KEYWORD, "", "job-name"),
    ]
    return [
        int.from_bytes(told["job-id"])
        for told in _asked(f"/printers/{queue}", _GET_JOBS, asked, patience)
        if told.get("job-name") == title.encode() and "job-id" in told
    ]


def _asked(
    path: str, what: int, asked: Sequence[_Attribute], patience: float
) -> list[dict[str, bytes]]:
    """The attributes of each group of the answer to a question, as of each job. Raises
    RefusedError, SilentError."""
    connection = _Connection("localhost", timeout=patience)
    try:
        connection.connect()
    except (FileNotFoundError, ConnectionRefusedError, PermissionError) as error:
        connection.close()
        raise RefusedError from error
    except OSError as error:
        connection.close()
        raise SilentError from error
    try:
        headers = {"Content-Type": "application/ipp"}
        connection.request("POST", path, _question(what, asked), headers)
        answered = connection.getresponse()
        answer = answered.read(_LARGEST)
    except (OSError, http.client.HTTPException) as error:
        raise SilentError from error
    finally:
        connection.close()
    is_refused = len(answer) >= 4 and int.from_bytes(answer[2:4]) in _REFUSED
    if is_refused or 400 <= answered.status < 500:
        raise RefusedError
    if answered.status != http.client.OK or len(answer) < 8 or int.from_bytes(answer[2:4]) > 2:
        raise SilentError
    return _groups(answer)


def _groups(answer: bytes) -> list[dict[str, bytes]]:
    """The names and values in each group of an answer, as far as it is whole."""
    at, groups = 8, [dict[str, bytes]()]
    with suppress(struct.error):
        while at < len(answer):
            if answer[at] < 0x10:
                groups.append({})
                at += 1
                continue
            (length,) = struct.unpack_from(">H", answer, at + 1)
            name = answer[at + 3 : at + 3 + length]
            at += 3 + length
            (length,) = struct.unpack_from(">H", answer, at)
            groups[-1][name.decode("latin-1")] = answer[at + 2 : at + 2 + length]
            at += 2 + length
    return groups


def _wanted(name: str) -> _Attribute:
    return _KEYWORD, "requested-attributes", name


class _Connection(http.client.HTTPConnection):
    """To the socket of CUPS, or to the one that CUPS_SERVER names, as its own programs do."""

    def connect(self) -> None:
        named = os.environ.get("CUPS_SERVER", "")
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(named if named.startswith("/") else str(SOCKET))


def _question(what: int, asked: Sequence[_Attribute]) -> bytes:
    attributes = (
        (0x47, "attributes-charset", "utf-8"),
        (0x48, "attributes-natural-language", "en"),
        *asked,
    )
    head = struct.pack(">BBHIB", 2, 0, what, 1, 0x01)
    told = b"".join(
        struct.pack(">B", tag) + _sized(name) + _sized(said) for tag, name, said in attributes
    )
    return head + told + b"\x03"


def _sized(text: str) -> bytes:
    encoded = text.encode()
    return struct.pack(">H", len(encoded)) + encoded
