"""A learning record store, as far as statements are sent to it: one request, one answer."""

from __future__ import annotations

import base64
import http.client
import json
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Literal

from course.errors import UsageError
from course.fleet.statements import Statement

PATIENCE = 8.0
"""Seconds for each part of an answer."""
VERSION = "1.0.3"
"""Of xAPI."""
_ENOUGH = 65_536
"""Bytes of an answer that are read; its status alone matters."""
_UNFIT = (400, 413, 422)
_MENDED = (
    "Write it in plain letters, with a name of parts between single dots, and a port, where there "
    "is one, up to 65535, as in https://lrs.example.org/xapi."
)

Outcome = Literal["kept", "conflict", "unfit"]
"""`kept`: every statement is there. `conflict`: the store has another one under an id of them.
`unfit`: it takes none of them as they are. After these two, nothing of them is there that was not
before."""


class StoreAwayError(Exception):
    """The store did not take them, or did not say that it has; the text says why."""


class RecordStore:
    """One that is reached by HTTP, as https or on this machine."""

    def __init__(self, address: str, login: str | None) -> None:
        """`login` is `user:password`. Touches no network. Raises UsageError."""
        found = _parts(address)
        self._is_secure = found.scheme == "https"
        self._place = found.netloc
        self._path = f"{found.path.rstrip('/')}/statements"
        self._headers = {
            "Content-Type": "application/json",
            "X-Experience-API-Version": VERSION,
        }
        if login:
            self._headers["Authorization"] = f"Basic {base64.b64encode(login.encode()).decode()}"

    def send(self, choose: Callable[[], Sequence[Statement]]) -> Outcome:
        """Have the store take statements; takes a while.

        They are chosen once it is reached, so that none is sent that was taken back meanwhile;
        without any nothing is sent. Raises StoreAwayError, and what `choose` raises.
        """
        # Another one each time: of one that was broken off nothing is left to be mistaken.
        with _known_as_away():
            kind = http.client.HTTPSConnection if self._is_secure else http.client.HTTPConnection
            way = kind(self._place, timeout=PATIENCE)
        with closing(way):
            with _known_as_away():
                way.connect()
            if not (statements := choose()):
                return "kept"
            with _known_as_away():
                way.request("POST", self._path, json.dumps(statements).encode(), self._headers)
                reply = way.getresponse()
                reply.read(_ENOUGH)
        if reply.status in (200, 204):
            return "kept"
        if reply.status == 409:
            return "conflict"
        if reply.status in _UNFIT:
            return "unfit"
        raise StoreAwayError(f"HTTP {reply.status}")


@contextmanager
def _known_as_away() -> Iterator[None]:
    try:
        yield
    # What a store replies may be no number where one is due.
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise StoreAwayError(type(error).__name__) from error


def _parts(address: str) -> urllib.parse.SplitResult:
    """Those of an address that a request can be sent to. Raises UsageError for any other."""
    try:
        found = urllib.parse.urlsplit(address)
        # As sockets do, which take no empty part of a name.
        name = (found.hostname or "").encode("idna")
        is_fit = bool(name) and found.port != 0 and address.isascii() and address.isprintable()
    except ValueError:
        is_fit = False
    if not is_fit:
        raise UsageError(f"xapi in clinic.yaml: {address} is no address. {_MENDED}")
    return found
