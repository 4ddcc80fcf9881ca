"""Visits sealed with a key of the clinic that the hub does not have."""

from __future__ import annotations

import zlib
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.secret import Aead

from course.errors import CourseError

LEAST = 1024
"""Bytes. What is sealed is this long, or twice this, and so on: its length tells little."""
_LENGTH = 4
_LARGEST = 8_000_000
"""Bytes, opened; what is larger was not sealed by this program."""


class SealBrokenError(CourseError):
    """What the hub gave was sealed with another key, for another purpose, or was changed."""

    def __init__(self) -> None:
        super().__init__(
            "What the hub holds cannot be opened with the clinic_key in fleet.yaml. "
            "Give all kiosks of the clinic the same one."
        )


class Seal:
    """Seals and opens with a key of its own, made from that of the clinic."""

    def __init__(self, secret: bytes) -> None:
        self._box = Aead(blake2b(digest_size=32, key=secret, person=b"seal").digest())

    def close(self, content: bytes, name: str) -> bytes:
        """The content, compressed and sealed; it opens under this name alone."""
        packed = zlib.compress(content, 6)
        room = LEAST
        while room < _LENGTH + len(packed):
            room *= 2
        plain = len(packed).to_bytes(_LENGTH, "big") + packed
        return bytes(self._box.encrypt(plain.ljust(room, b"\0"), name.encode()))

    def open(self, sealed: bytes, name: str) -> bytes:
        """What was sealed under this name. Raises SealBrokenError."""
        try:
            plain = self._box.decrypt(sealed, name.encode())
            length = int.from_bytes(plain[:_LENGTH], "big")
            unpacking = zlib.decompressobj()
            content = unpacking.decompress(plain[_LENGTH : _LENGTH + length], _LARGEST)
        except (CryptoError, ValueError, zlib.error):
            raise SealBrokenError from None
        if not unpacking.eof:
            raise SealBrokenError
        return content
