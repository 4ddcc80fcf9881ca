"""Plain JSON that knows when it has been damaged.

The checksum is one more table, the first, so that any TinyDB opens the file:
`{"checksum":{"1":{"sha256":"..."}},"learner":{...},...}`. It covers every byte after its own table.
This envelope stays the same for all schemas. What has the right checksum was written so by a
program: if this one does not know it, that was a newer one, and nothing is damaged.
"""

import hashlib
import json
from typing import Any, NoReturn

import msgspec

from progress.errors import Damaged, NewerSchema

Tables = dict[str, dict[str, Any]]
"""Documents by table and document id, as TinyDB hands them to a storage."""

MAX_BYTES = 4_000_000
"""Some 25,000 answers. What is larger was not written by this program."""

_CHECKSUM = "checksum"
_HEAD = b'{"checksum":{"1":{"sha256":"'
_NECK = b'"}}'
_BODY_AT = len(_HEAD) + 64 + len(_NECK)


def encode(tables: Tables) -> bytes:
    """The file for these tables; raises ValueError for what `decode` would not give back as it is.

    Such are NaN, lone surrogates, ids that are no text, rows that are none,
    and a table with the name of the checksum.
    """
    if _CHECKSUM in tables:
        raise ValueError("the name of the checksum is taken")
    try:
        text = msgspec.json.encode(tables)
        read = msgspec.json.decode(text, type=dict[str, dict[str, dict[str, Any]]])
    except (msgspec.MsgspecError, OverflowError, RecursionError, TypeError) as error:
        raise ValueError("it is no JSON of tables") from error
    if read != tables:
        raise ValueError("it would not be read as it was written")
    body = (b"," if tables else b"") + text[1:]
    return _HEAD + _digest(body) + _NECK + body


def decode(content: bytes, limit: int = MAX_BYTES) -> Tables:
    """The tables in a file of at most `limit` bytes.

    Raises Damaged where the checksum is wrong, and NewerSchema where it is right, and yet `encode`
    would not write such a file.
    """
    if len(content) > limit:
        raise Damaged("it is too large")
    body = content[_BODY_AT:]
    if content[:_BODY_AT] != _HEAD + _digest(body) + _NECK:
        raise Damaged("its checksum is wrong")
    try:
        tables: Tables = json.loads(
            content.decode(), object_pairs_hook=without_doubles, parse_constant=no_number
        )
    except (ValueError, RecursionError):
        raise NewerSchema from None
    del tables[_CHECKSUM]
    if not all(
        isinstance(table, dict) and all(isinstance(row, dict) for row in table.values())
        for table in tables.values()
    ):
        raise NewerSchema
    return tables


def without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """What stands in an object of JSON. Raises ValueError where a key stands there twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands there twice")
    return found


def no_number(name: str) -> NoReturn:
    """NaN and the like are no numbers. Raises ValueError."""
    raise ValueError(f"{name} is not JSON")


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
