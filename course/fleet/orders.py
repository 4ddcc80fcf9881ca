"""What the keeper of a fleet orders: which course is shown where, and a pause or a restart.

An order holds only with the signature of the chain's key, for the clinic that it names, and only if
its number is larger than that of the last one: who holds the hub can keep an order back, and
neither make one nor bring an old one again.
"""

from __future__ import annotations

import base64
from hashlib import blake2b
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

from course.fleet.settings import Name

CONTENT = "content"
"""The key of the order that says which course is shown; commands to a kiosk are under its name."""
_PURPOSE = b"prolo order\0"
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Package(Struct, frozen=True, forbid_unknown_fields=True):
    """A course as it is sent."""

    digest: Digest
    """SHA-256 of its bytes."""
    parts: Annotated[int, Meta(ge=1, le=200)]
    mark: Annotated[str, Meta(pattern=r"^[0-9a-f]{8}\Z")]
    """What staff see after the number of modules, on every kiosk that shows it."""


class Content(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="content"):
    """Which course is shown where."""

    serial: int
    clinic: Name
    package: Package
    before: Package | None
    """What was ordered before it; a roll-back goes there."""
    to: tuple[Name, ...] = ()
    """Kiosks that take it whatever the share is."""
    share: Annotated[int, Meta(ge=0, le=100)] = 0
    """Percent of all kiosks that take it."""
    held: bool = False
    """Whether nobody takes it for now; who has it keeps it."""

    def is_for(self, kiosk: str) -> bool:
        """Whether a kiosk is to take it now. A larger share has all kiosks of a smaller one."""
        lot = blake2b(f"{kiosk} {self.package.digest}".encode(), digest_size=4).digest()
        is_in_share = int.from_bytes(lot, "big") % 100 < self.share
        return not self.held and (kiosk in self.to or is_in_share)


class Command(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="command"):
    """Something for one kiosk to do, as soon as nobody is there."""

    serial: int
    clinic: Name
    kiosk: Name
    do: Literal["pause", "resume", "restart"]


class _Signed(Struct, frozen=True, forbid_unknown_fields=True):
    order: str
    signature: str


def sign(order: Content | Command, key: SigningKey) -> bytes:
    """An order as it is sent."""
    text = msgspec.json.encode(order)
    signature = key.sign(_PURPOSE + text).signature
    return msgspec.json.encode(_Signed(text.decode(), base64.b64encode(signature).decode()))


def opened(sent: bytes, chain_key: str, clinic: str) -> Content | Command | None:
    """The order; None unless the chain has signed it, for this clinic. Raises nothing."""
    try:
        found = msgspec.json.decode(sent, type=_Signed)
        text = found.order.encode()
        signature = base64.b64decode(found.signature, validate=True)
        VerifyKey(base64.b64decode(chain_key)).verify(_PURPOSE + text, signature)
        order = msgspec.json.decode(text, type=Content | Command)
    except (msgspec.MsgspecError, CryptoError, ValueError):
        return None
    return order if order.clinic == clinic else None
