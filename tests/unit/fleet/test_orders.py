"""What a kiosk heeds: what the chain's key signed, for its own clinic, and newer than the last."""

from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from nacl.signing import SigningKey

from course.fleet import packages
from course.fleet.hub import Entry
from course.fleet.obeying import Obeying
from course.fleet.orders import CONTENT, Command, Content, Package, opened, sign
from course.fleet.packages import UnfitPackageError, packed, unpack
from course.fleet.settings import Fleet
from course.kiosk.log import Log
from course.kiosk.settings import Settings
from tests.paths import TEA

Look = Callable[[], Awaitable[None]]
CHAIN = SigningKey.generate()
PUBLIC = base64.b64encode(bytes(CHAIN.verify_key)).decode()
FLEET = Fleet(
    hub="nats://127.0.0.1",
    clinic="north",
    kiosk="one",
    user_seed="SU" + "A" * 56,
    clinic_key=base64.b64encode(b"k" * 32).decode(),
    chain_key=PUBLIC,
)


class FakeHub:
    """Holds what was put, and no connection."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], bytes] = {}

    async def get(self, bucket: str, key: str) -> Entry:
        value = self.held.get((bucket, key))
        return Entry(key, value, 1 if value else 0)

    async def put(self, bucket: str, key: str, value: bytes) -> None:
        self.held[bucket, key] = value


@pytest.fixture
def hub() -> FakeHub:
    return FakeHub()


@pytest.fixture
def kiosk(tmp_path: Path, hub: FakeHub) -> Look:
    """Has the kiosk look for orders, as after a restart."""
    (tmp_path / "fleet").mkdir()

    async def look() -> None:
        log = Log(tmp_path / "fleet" / "sync.log")
        await Obeying(FLEET, tmp_path, log).obey(hub)  # type: ignore[arg-type] # a stand-in

    return look


async def published(hub: FakeHub, serial: int, **changes: object) -> Content:
    package, content = packed(TEA)
    await packages.send(hub, package, content)  # type: ignore[arg-type] # a stand-in
    order = Content(
        serial=serial, clinic="north", package=package, before=None, to=("one",), share=0
    )
    order = replace(order, **changes)
    hub.held["orders", CONTENT] = sign(order, CHAIN)
    return order


async def test_a_signed_course_arrives_as_if_staff_had_copied_it(
    tmp_path: Path, hub: FakeHub, kiosk: Look
) -> None:
    await published(hub, 1)
    await kiosk()
    came = {p.relative_to(tmp_path / "modules.new") for p in (tmp_path / "modules.new").rglob("*")}
    assert came == {p.relative_to(TEA) for p in TEA.rglob("*")}


@pytest.mark.parametrize("changes", [{"held": True}, {"to": ("two",)}, {"clinic": "south"}])
async def test_a_course_that_is_not_for_this_kiosk_does_not_come(
    tmp_path: Path, hub: FakeHub, kiosk: Look, changes: dict[str, object]
) -> None:
    await published(hub, 1, **changes)
    await kiosk()
    assert not (tmp_path / "modules.new").exists()


async def test_an_unsigned_course_is_refused(tmp_path: Path, hub: FakeHub, kiosk: Look) -> None:
    order = await published(hub, 1)
    hub.held["orders", CONTENT] = sign(order, SigningKey.generate())
    await kiosk()
    assert not (tmp_path / "modules.new").exists()
    assert "has not signed" in (tmp_path / "fleet" / "sync.log").read_text()


async def test_an_older_course_is_refused(tmp_path: Path, hub: FakeHub, kiosk: Look) -> None:
    old = await published(hub, 1)
    other = replace(old.package, digest="0" * 64)
    hub.held["orders", CONTENT] = sign(replace(old, serial=2, package=other, held=True), CHAIN)
    await kiosk()
    hub.held["orders", CONTENT] = sign(old, CHAIN)
    await kiosk()
    assert not (tmp_path / "modules.new").exists()
    assert "older than the last" in (tmp_path / "fleet" / "sync.log").read_text()


async def test_a_course_whose_bytes_were_changed_is_refused(
    tmp_path: Path, hub: FakeHub, kiosk: Look
) -> None:
    order = await published(hub, 1)
    key = ("course", f"{order.package.digest}.0")
    hub.held[key] = hub.held[key][:-1] + b"x"
    with pytest.raises(UnfitPackageError):
        await kiosk()
    assert not (tmp_path / "modules.new").exists()


async def test_a_command_without_a_signature_does_nothing(
    tmp_path: Path, hub: FakeHub, kiosk: Look
) -> None:
    order = {"type": "command", "serial": 9, "clinic": "north", "kiosk": "one", "do": "pause"}
    hub.held["orders", "one"] = json.dumps({"order": json.dumps(order), "signature": ""}).encode()
    await kiosk()
    assert not Settings(tmp_path).paused.exists()


async def test_a_command_is_heeded_once(tmp_path: Path, hub: FakeHub, kiosk: Look) -> None:
    order = Command(serial=5, clinic="north", kiosk="one", do="pause")
    hub.held["orders", "one"] = sign(order, CHAIN)
    await kiosk()
    assert Settings(tmp_path).paused.exists()
    Settings(tmp_path).paused.unlink()
    await kiosk()
    assert not Settings(tmp_path).paused.exists()
    hub.held["orders", "one"] = sign(replace(order, serial=6, do="restart"), CHAIN)
    await kiosk()
    assert Settings(tmp_path).restart.exists()


async def test_a_command_for_another_kiosk_is_not_heeded(
    tmp_path: Path, hub: FakeHub, kiosk: Look
) -> None:
    order = Command(serial=5, clinic="north", kiosk="two", do="pause")
    hub.held["orders", "one"] = sign(order, CHAIN)
    await kiosk()
    assert not Settings(tmp_path).paused.exists()


@pytest.mark.parametrize("sent", [b"", b"{}", b"\xff" * 9, b'{"order":"{}","signature":"!"}'])
def test_what_is_no_order_is_none(sent: bytes) -> None:
    assert opened(sent, PUBLIC, "north") is None


def test_a_larger_share_has_every_kiosk_of_a_smaller_one() -> None:
    order = Content(serial=1, clinic="north", package=Package("0" * 64, 1, "0" * 8), before=None)
    kiosks = [f"k{n}" for n in range(400)]
    shares = [
        {kiosk for kiosk in kiosks if replace(order, share=share).is_for(kiosk)}
        for share in (0, 10, 50, 100)
    ]
    assert shares[0] < shares[1] < shares[2] < shares[3]
    assert len(shares[3]) == 400
    assert 20 < len(shares[1]) < 70


@pytest.mark.parametrize("name", ["../evil.yaml", "/etc/passwd", ".hidden", "a//b", "a\\b"])
def test_a_package_puts_nothing_outside_of_its_folder(tmp_path: Path, name: str) -> None:
    import hashlib
    import io
    import zipfile

    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr(zipfile.ZipInfo(name), b"x")
    content = archive.getvalue()
    package = Package(hashlib.sha256(content).hexdigest(), 1, "0" * 8)
    with pytest.raises(UnfitPackageError):
        unpack(content, package, tmp_path / "modules.new")
    assert not (tmp_path / "modules.new").exists()
    assert not (tmp_path / "evil.yaml").exists()
