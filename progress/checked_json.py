"""Plain JSON that knows when it has been damaged.

The checksum is one more table, the first, so that any TinyDB opens the file:
`{"checksum":{"1":{"sha256":"..."}},"learner":{...},...}`. It covers every byte after its own table.
This envelope stays the same for all schemas: a newer schema is believed only from a sound file.
"""

import hashlib
import json
from typing import Any, NoReturn

import msgspec

from progress.errors import Damaged

Tables = dict[str, dict[str, Any]]
"""Documents by table and document id, as TinyDB hands them to a storage."""

MAX_BYTES = 4_000_000
"""Some 25,000 answers. What is larger was not written by this program."""

_HEAD = b'{"checksum":{"1":{"sha256":"'
_NECK = b'"}}'
_BODY_AT = len(_HEAD) + 64 + len(_NECK)


def encode(tables: Tables) -> bytes:
    """The file for these tables; raises ValueError for what JSON would not give back as it is.

    Such are NaN, lone surrogates and ids that are no text.
    """
    text = msgspec.json.encode(tables)
    if msgspec.json.decode(text) != tables:
        raise ValueError("it would not be read as it was written")
    body = (b"," if tables else b"") + text[1:]
    return _HEAD + _digest(body) + _NECK + body


def decode(content: bytes) -> Tables:
    """The tables in a file; raises Damaged unless `encode` wrote every byte of it."""
    if len(content) > MAX_BYTES:
        raise Damaged("it is too large")
    body = content[_BODY_AT:]
    if content[:_BODY_AT] != _HEAD + _digest(body) + _NECK:
        raise Damaged("its checksum is wrong")
    try:
        tables: Tables = json.loads(
            content.decode(), object_pairs_hook=_without_doubles, parse_constant=_no_number
        )
    except (ValueError, RecursionError):
        raise Damaged("it is not JSON") from None
    del tables["checksum"]
    if not all(
        isinstance(table, dict) and all(isinstance(row, dict) for row in table.values())
        for table in tables.values()
    ):
        raise Damaged("it does not hold tables")
    return tables


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
