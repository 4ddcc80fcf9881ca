"""A real nats-server on this machine, for as long as a test runs."""

from __future__ import annotations

import asyncio
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SERVER = shutil.which("nats-server") or shutil.which("nats-server", path="/usr/sbin")
needs_hub = pytest.mark.skipif(
    SERVER is None,
    reason="there is no nats-server here, the hub itself: apt-get install nats-server",
)
CONF = """
server_name: hub
listen: "127.0.0.1:{port}"
jetstream {{ store_dir: "{store}", max_memory_store: 256MB, max_file_store: 4GB }}
max_payload: 1MB
accounts {{
  {accounts}
}}
"""


ENDS_IN = 30.0
"""Seconds in which whatever is told to end has to; a guard, not a measurement."""


class RunningHub:
    """The hub of some clinics, on loopback without TLS. It can be killed and started again."""

    def __init__(self, folder: Path, keeper: Path) -> None:
        """`keeper` is the folder that `enrol` has written, with clinics in it."""
        self.port = free_port()
        self.folder = folder
        self._keeper = keeper
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"nats://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Returns when it takes connections."""
        assert SERVER is not None
        self.folder.mkdir(parents=True, exist_ok=True)
        conf = self.folder / "hub.conf"
        self.write(conf)
        with (self.folder / "hub.log").open("ab") as log:
            self._process = subprocess.Popen([SERVER, "-c", conf], stdout=log, stderr=log)
        ends = time.monotonic() + 30
        while True:
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            assert self._process.poll() is None, (self.folder / "hub.log").read_text()
            assert time.monotonic() < ends, "the hub does not come up"
            time.sleep(0.05)

    def write(self, conf: Path) -> None:
        """Write its settings."""
        clinics = sorted((self._keeper / "hub" / "clinics").glob("*.conf"))
        accounts = "\n".join(path.read_text() for path in clinics)
        conf.write_text(CONF.format(port=self.port, store=self.folder / "store", accounts=accounts))

    def kill(self) -> None:
        """As if its power failed."""
        self.signal(signal.SIGKILL)
        assert self._process is not None
        self._process.wait(ENDS_IN)

    def signal(self, number: int) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def stop(self) -> None:
        """Raises TimeoutExpired if it had to be killed."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGCONT)
            self._process.terminate()
            try:
                self._process.wait(ENDS_IN)
            except subprocess.TimeoutExpired:
                self.kill()
                raise


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


async def until(holds: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait for what is awaited; fails if it does not come about."""
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "it does not come about"
        await asyncio.sleep(0.05)
