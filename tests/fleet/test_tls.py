"""The hub with TLS, set up as docs/fleet.md tells it, with the settings of deploy/hub."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from course.cli import main as prolo
from course.fleet.exchange import VISITS
from course.fleet.hub import HubAwayError, connect
from course.fleet.settings import FILE, Fleet, load
from tests.fleet.hub import RunningHub, needs_hub
from tests.paths import DOCS, ROOT

pytestmark = [
    needs_hub,
    pytest.mark.skipif(
        shutil.which("openssl") is None, reason="openssl makes the certificates: it is not here"
    ),
]
NAMED = "hub.example.org"
HERE = "localhost"
_OPENSSL = re.compile(r"^ *(openssl .*)$", re.MULTILINE)


class SecureHub(RunningHub):
    """With the file that goes to the hub, but for its places and its port."""

    def write(self, conf: Path) -> None:
        told = (ROOT / "deploy" / "hub" / "nats-server.conf").read_text()
        for old, new in (
            ("0.0.0.0:4222", f"127.0.0.1:{self.port}"),
            ("/etc/nats/", f"{self.folder}/"),
            ("/var/lib/nats", f"{self.folder}/store"),
            ('http: "127.0.0.1:8222"', ""),
            ("max_file_store: 20GB", "max_file_store: 4GB"),
        ):
            assert old in told
            told = told.replace(old, new)
        conf.write_text(told)


class Chain:
    """A keeper's folder, and the hub that runs by it."""

    def __init__(self, folder: Path, hub: SecureHub) -> None:
        self.folder, self.hub = folder, hub

    def member(self, clinic: str, name: str) -> tuple[Fleet, Path]:
        """The settings of one, with what they have beside them."""
        home = self.folder / clinic / name
        shutil.copy(self.folder / "hub-ca.pem", home)
        fleet = load(home)
        assert fleet is not None
        return fleet, home


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chain]:
    folder = tmp_path_factory.mktemp("chain")
    lines = _OPENSSL.findall((DOCS / "fleet.md").read_text(encoding="utf-8"))
    assert len(lines) == 3
    for line in lines:
        typed = line.replace(NAMED, HERE)
        done = subprocess.run(
            ["/bin/sh", "-c", typed], cwd=folder, capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, f"{typed}\n{done.stderr}"
    hub = SecureHub(folder / "at-hub", folder)
    for clinic in ("north", "south"):
        address = f"tls://{HERE}:{hub.port}"
        words = [str(folder), clinic, "one", "--hub", address, "--ca", "hub-ca.pem"]
        assert prolo(["fleet", "enrol", *words]) == 0
    hub.folder.mkdir()
    (hub.folder / "clinics").mkdir()
    for name in ("hub.pem", "hub-key.pem"):
        shutil.copy(folder / name, hub.folder)
    # cat ~/keeper/hub/clinics/*.conf > /etc/nats/clinics/all.conf
    every = sorted((folder / "hub" / "clinics").glob("*.conf"))
    (hub.folder / "clinics" / "all.conf").write_text("".join(path.read_text() for path in every))
    hub.start()
    found = Chain(folder, hub)
    try:
        for clinic in ("north", "south"):
            home = found.member(clinic, "keeper")[1]
            assert prolo(["--data-dir", str(home), "fleet", "buckets"]) == 0
        yield found
    finally:
        hub.stop()


async def test_with_the_certificate_of_ones_own_authority_a_kiosk_is_let_in(chain: Chain) -> None:
    fleet, home = chain.member("north", "one")
    hub = await connect(fleet, home)
    try:
        await hub.put(VISITS, "0" * 32, b"sealed")
        assert (await hub.get(VISITS, "0" * 32)).value == b"sealed"
    finally:
        await hub.close()


async def test_whoever_does_not_know_that_authority_does_not_trust_the_hub(
    chain: Chain, tmp_path: Path
) -> None:
    fleet, _ = chain.member("north", "one")
    with pytest.raises(HubAwayError):
        await connect(replace(fleet, ca=None), tmp_path)


async def test_whoever_knows_another_authority_does_not_trust_the_hub(
    chain: Chain, tmp_path: Path
) -> None:
    fleet, _ = chain.member("north", "one")
    line = _OPENSSL.findall((DOCS / "fleet.md").read_text(encoding="utf-8"))[0]
    subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, capture_output=True, timeout=60)
    with pytest.raises(HubAwayError):
        await connect(fleet, tmp_path)


async def test_the_hub_under_another_name_is_not_trusted(chain: Chain) -> None:
    fleet, home = chain.member("north", "one")
    with pytest.raises(HubAwayError):
        await connect(replace(fleet, hub=fleet.hub.replace(HERE, "127.0.0.1")), home)


async def test_the_hub_lets_nobody_in_who_speaks_in_the_clear(chain: Chain) -> None:
    fleet, home = chain.member("north", "one")
    with pytest.raises(HubAwayError):
        await connect(replace(fleet, hub=fleet.hub.replace("tls:", "nats:")), home)


async def test_by_tls_too_a_kiosk_sees_nothing_of_another_clinic(chain: Chain) -> None:
    south, home = chain.member("south", "one")
    hub = await connect(south, home)
    try:
        await hub.put(VISITS, "5" * 32, b"of the south")
    finally:
        await hub.close()
    north, home = chain.member("north", "one")
    hub = await connect(north, home)
    try:
        assert (await hub.get(VISITS, "5" * 32)).value is None
    finally:
        await hub.close()


def test_what_goes_to_the_hub_holds_no_secret_of_a_kiosk(chain: Chain) -> None:
    told = (chain.hub.folder / "clinics" / "all.conf").read_text()
    for path in chain.folder.glob(f"*/*/{FILE}"):
        fleet = load(path.parent)
        assert fleet is not None
        assert fleet.user_seed not in told
        assert fleet.clinic_key not in told
