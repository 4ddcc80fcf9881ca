"""What a kiosk knows of its hub: one file, `fleet.yaml`, in its data folder."""

from __future__ import annotations

import base64
import binascii
from contextlib import suppress
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from course.errors import ContentError, Problem

FILE = "fleet.yaml"
KEY_BYTES = 32

Name = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z",
        max_length=40,
        description="small letters, digits and hyphens, as in north-3",
    ),
]
Key = Annotated[
    str,
    Meta(pattern=r"^[A-Za-z0-9+/]{43}=\Z", description="32 bytes in base64, as prolo fleet writes"),
]
Address = Annotated[
    str,
    Meta(
        pattern=r"^(?:tls|nats)://[A-Za-z0-9.-]+(?::[0-9]{1,5})?\Z",
        description="an address, as in tls://hub.example.org:4222",
    ),
]
Seed = Annotated[
    str, Meta(pattern=r"^SU[A-Z2-7]{56}\Z", description="the seed of a user, as nk writes it")
]


class Fleet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What `fleet.yaml` says. All of it is secret together with the keys."""

    hub: Address
    clinic: Name
    kiosk: Name
    user_seed: Seed
    """By which the hub knows this kiosk; the hub itself has the public half alone."""
    clinic_key: Key
    """Names and seals visits; all kiosks of the clinic have it, and the hub has not."""
    chain_key: Key | None = None
    """The public half of the key that signs content and commands; without it none are taken."""
    ca: str | None = None
    """A file beside this one with the certificate that signed the hub's own."""

    @property
    def secret(self) -> bytes:
        """The key of the clinic."""
        return base64.b64decode(self.clinic_key)


def is_set_up(data: Path) -> bool:
    """Whether the kiosk with this data folder has a hub. Raises nothing."""
    with suppress(OSError):
        return (data / FILE).exists()
    return False


def load(data: Path) -> Fleet | None:
    """The settings of a data folder; None where there are none.

    Raises ContentError with every fault of the file.
    """
    if not is_set_up(data):
        return None
    from course.content.source import yaml_reader
    from course.content.source.binding import Written, bind

    document = yaml_reader.read(data, FILE)
    written: Written[Fleet] = Written(FILE, document.root, problems=[*document.problems])
    bind(written, Fleet)
    if written.value is None:
        raise ContentError(written.problems)
    try:
        binascii.a2b_base64(written.value.clinic_key, strict_mode=True)
    except binascii.Error:
        cure = "Copy it once more from where prolo fleet keys wrote it."
        raise ContentError([Problem(FILE, 1, 1, "clinic_key is no base64.", cure)]) from None
    return written.value
