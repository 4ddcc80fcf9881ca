"""The keeper's folder: who is in the fleet, each with its keys, and what the hub knows of them.

FOLDER/chain.key                signs content and commands; leaves the keeper's machine never
FOLDER/<clinic>/clinic.key      names and seals the visits of a clinic
FOLDER/<clinic>/<kiosk>/fleet.yaml   goes to that kiosk
FOLDER/<clinic>/keeper/fleet.yaml    is the keeper's own, for whatever they do at the hub
FOLDER/hub/clinics/<clinic>.conf     goes to the hub, and holds public halves alone
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable
from pathlib import Path

import nkeys
from msgspec import ValidationError, convert
from nacl.signing import SigningKey

from course import durable
from course.errors import UsageError
from course.fleet.settings import FILE, KEY_BYTES, Address, Fleet, Name, load

KEEPER = "keeper"
CLINIC_KEY, CHAIN_KEY = "clinic.key", "chain.key"
BUCKETS = ("visits", "gone", "counts", "kiosks", "orders", "course")
"""Every bucket of a clinic."""
_READ = (
    "API.STREAM.INFO.KV_{0}",
    "API.STREAM.MSG.GET.KV_{0}",
    "API.DIRECT.GET.KV_{0}",
    "API.DIRECT.GET.KV_{0}.>",
    "API.CONSUMER.CREATE.KV_{0}",
    "API.CONSUMER.CREATE.KV_{0}.>",
    "API.CONSUMER.INFO.KV_{0}.*",
    "API.CONSUMER.DELETE.KV_{0}.*",
    "ACK.KV_{0}.>",
)
_OWN = ("$KV.visits.*", "$KV.gone.*.*", "$KV.counts.{0}", "$KV.kiosks.{0}")


def enrol(folder: Path, clinic: str, kiosks: Iterable[str], hub: str, ca: str | None) -> list[Path]:
    """Have these kiosks, and the keeper, in a clinic; the settings files that are new.

    Whoever is there already keeps their keys. Raises UsageError for what is no name or address,
    OSError.
    """
    every = [KEEPER, *kiosks]
    for name in (clinic, *every):
        _check(name, Name, f'"{name}" is no name. Use small letters, digits and hyphens.')
    _check(hub, Address, f'"{hub}" is no address. Give one as in tls://hub.example.org:4222.')
    home = folder / clinic
    secret = _key(home / CLINIC_KEY)
    chain = SigningKey(base64.b64decode(_key(folder / CHAIN_KEY)))
    public = base64.b64encode(bytes(chain.verify_key)).decode()
    new = []
    for name in every:
        path = home / name / FILE
        if not path.exists():
            lines = {
                "hub": hub,
                "clinic": clinic,
                "kiosk": name,
                "user_seed": _new_user(),
                "clinic_key": secret,
                "chain_key": public,
                **({"ca": ca} if ca else {}),
            }
            durable.write(path, "".join(f"{key}: {each}\n" for key, each in lines.items()).encode())
            new.append(path)
    members = [each for path in sorted(home.glob(f"*/{FILE}")) if (each := load(path.parent))]
    durable.write(folder / "hub" / "clinics" / f"{clinic}.conf", account(members).encode())
    return new


def signing_key(folder: Path) -> SigningKey:
    """The key of the chain, in the keeper's folder. Raises UsageError if it is not there."""
    if not (folder / CHAIN_KEY).exists():
        raise UsageError(f"There is no {CHAIN_KEY} in {folder}. Give the keeper's folder.")
    return SigningKey(base64.b64decode(_key(folder / CHAIN_KEY)))


def account(members: list[Fleet]) -> str:
    """What the hub has to know of a clinic: its account, as nats-server reads it."""
    users = "\n".join(
        f"      {{ nkey: {_public(each)}{'' if each.kiosk == KEEPER else _rights(each.kiosk)} }}"
        for each in members
    )
    return (
        f"  {members[0].clinic}: {{\n"
        "    jetstream: { max_file: 1GB, max_mem: 64MB, max_streams: 12, max_consumers: 1000 }\n"
        f"    users: [\n{users}\n    ]\n  }}\n"
    )


def _rights(kiosk: str) -> str:
    """A kiosk writes visits and its own state, and reads its clinic's buckets; it removes none."""
    writes = [each.format(kiosk) for each in _OWN]
    reads = [f"$JS.{each.format(bucket)}" for bucket in BUCKETS for each in _READ]
    allowed = ", ".join(f'"{each}"' for each in ("$JS.API.INFO", *writes, *reads))
    return f', permissions: {{ publish: [{allowed}], subscribe: ["_INBOX.{kiosk}.>"] }}'


def _public(member: Fleet) -> str:
    pair = nkeys.from_seed(member.user_seed.encode())
    return str(pair.public_key.decode())


def _new_user() -> str:
    seed: bytes = nkeys.encode_seed(os.urandom(KEY_BYTES), nkeys.PREFIX_BYTE_USER)
    return seed.decode()


def _key(path: Path) -> str:
    """A key in base64, made where there is none yet."""
    kept = durable.read(path, 100)
    if kept is None:
        kept = base64.b64encode(os.urandom(KEY_BYTES)) + b"\n"
        durable.write(path, kept)
    return kept.decode().strip()


def _check(value: str, kind: object, otherwise: str) -> None:
    try:
        convert(value, kind)
    except ValidationError:
        raise UsageError(otherwise) from None
