"""A store of learning records that takes nothing that xAPI forbids, and a network that loses
replies."""

from __future__ import annotations

import base64
import json
import re
import socket
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from typing import Any

LOGIN = "kiosk:secret"
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_DURATION = re.compile(r"P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?")
_MAY = {"id", "actor", "verb", "object", "result", "context", "timestamp"}
_RESULT = {"success", "completion", "response", "duration", "extensions"}
_LIMIT = 10.0
"""Seconds for each step of a connection; a guard, not a measurement."""


class Store:
    """What it holds, by id."""

    def __init__(self, port: int = 0) -> None:
        """`port` is where one stood before, or any."""
        self.held: dict[str, dict[str, Any]] = {}
        self.requests = 0
        self.faults: list[str] = []
        """Why requests were refused."""
        self.refuses = ""
        """A statement with this in it is not taken."""
        store = self

        class Handler(BaseHTTPRequestHandler):
            timeout = _LIMIT

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                status, reply = store.take(self.path, dict(self.headers), self.rfile.read(length))
                self.send_response(status)
                self.send_header("X-Experience-API-Version", "1.0.3")
                content = json.dumps(reply).encode()
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(_LIMIT)
        assert not self._thread.is_alive(), "the store does not end"

    def take(self, path: str, headers: dict[str, str], body: bytes) -> tuple[int, object]:
        """A status and what is told: all statements of a request are taken, or none."""
        self.requests += 1
        own = {name.lower(): value for name, value in headers.items()}
        if own.get("authorization") != f"Basic {base64.b64encode(LOGIN.encode()).decode()}":
            return self._refuse(401, "nobody who is known")
        if path != "/xapi/statements" or own.get("content-type") != "application/json":
            return self._refuse(404, f"{path} {own.get('content-type')}")
        if own.get("x-experience-api-version") != "1.0.3":
            return self._refuse(400, "no version")
        sent = json.loads(body)
        statements = sent if isinstance(sent, list) else [sent]
        ids = [each.get("id") for each in statements]
        if faults := [fault for each in statements for fault in _faults(each)]:
            return self._refuse(400, str(faults))
        if len(set(ids)) != len(ids):
            return self._refuse(400, "an id twice in a request")
        if self.refuses and self.refuses in body.decode():
            return 400, "this one is not taken"
        if any(self.held.get(each["id"], each) != each for each in statements):
            return 409, "another statement has this id"
        self.held.update({each["id"]: each for each in statements})
        return 200, ids

    def _refuse(self, status: int, why: str) -> tuple[int, object]:
        self.faults.append(why)
        return status, why


@contextmanager
def running(port: int = 0) -> Iterator[Store]:
    store = Store(port)
    try:
        yield store
    finally:
        store.end()


def _faults(told: dict[str, Any]) -> Iterator[str]:
    """What xAPI 1.0.3 forbids of a statement of this course."""
    if extra := told.keys() - _MAY:
        yield f"properties that there are not: {extra}"
    if str(uuid.UUID(told["id"])) != told["id"] or uuid.UUID(told["id"]).version != 5:
        yield "its id is no UUID of version 5"
    actor = told["actor"]
    if actor.keys() != {"objectType", "account"} or actor["account"].keys() != {"homePage", "name"}:
        yield "not one identifier of an actor"
    if not _IRI.fullmatch(actor["account"]["homePage"]):
        yield "a home page that is no address"
    about = [told["object"], *told["context"].get("contextActivities", {}).get("parent", [])]
    names = [told["verb"]["id"], *(each["id"] for each in about)]
    names += [each["definition"]["type"] for each in about]
    names += told["result"].get("extensions", {}).keys()
    yield from (f"{name} is no IRI" for name in names if not _IRI.fullmatch(name))
    if any(each["objectType"] != "Activity" for each in about):
        yield "what it is about is no activity"
    if extra := told["result"].keys() - _RESULT:
        yield f"a result with {extra}"
    if not _DURATION.fullmatch(told["result"].get("duration", "PT0S")):
        yield "no duration"
    if not _TIME.fullmatch(told["timestamp"]):
        yield "no time"
    if any(value is None for value in (*told.values(), *told["result"].values())):
        yield "a null"


class Losing:
    """A network to a store that loses some requests, and the replies to others."""

    def __init__(self, port: int, rng: Random, *, loses: float) -> None:
        """`loses` is the share of connections that come to nothing; of half of them the store has
        taken what was sent."""
        self._to, self._rng, self._loses = port, rng, loses
        self.lost: list[str] = []
        """What of each connection that came to nothing: `request` or `reply`."""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def end(self) -> None:
        # Whoever waits in accept() is not woken by a close.
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), _LIMIT) as way:
            self._listening.close()
            way.shutdown(socket.SHUT_WR)
        self._thread.join(_LIMIT)
        assert not self._thread.is_alive(), "the network does not end"

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                way, _ = self._listening.accept()
                with way, suppress(OSError):
                    self._carry(way)

    def _carry(self, way: socket.socket) -> None:
        way.settimeout(_LIMIT)
        request = b""
        while b"\r\n\r\n" not in request:
            if not (part := way.recv(65_536)):
                return
            request += part
        head, _, body = request.partition(b"\r\n\r\n")
        length = int(re.search(rb"(?i)content-length: (\d+)", head)[1])  # type: ignore[index] # it is there
        while len(body) < length:
            if not (part := way.recv(65_536)):
                return
            body += part
        is_lost = self._rng.random() < self._loses
        if is_lost and self._rng.random() < 0.5:
            self.lost.append("request")
            return
        with socket.create_connection(("127.0.0.1", self._to), _LIMIT) as there:
            there.settimeout(_LIMIT)
            there.sendall(head + b"\r\nConnection: close\r\n\r\n" + body)
            reply = b""
            while part := there.recv(65_536):
                reply += part
        if is_lost:
            self.lost.append("reply")
            return
        way.sendall(reply)
