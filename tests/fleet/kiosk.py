"""One simulated kiosk: its data folder, its sync and its patients, each a process of its own."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from course.fleet.settings import FILE
from tests.fleet.faulty import FULL
from tests.fleet.hub import ENDS_IN
from tests.fleet.proxy import Proxy
from tests.paths import ROOT

PYTHON = (sys.executable, "-X", "faulthandler")
"""Who crashes says where."""
ANSWERS_IN = 120.0
"""Seconds in which whoever sits there has done what they were asked; a guard, no measurement."""


class Kiosk:
    """It is started, broken and brought back by the storm."""

    def __init__(self, data: Path, clinic: str, proxy: Proxy, clock_off: float) -> None:
        self.data, self.clinic, self.proxy = data, clinic, proxy
        self.clock_off = clock_off
        self.busy = asyncio.Lock()
        self._sync: asyncio.subprocess.Process | None = None
        self._patients: asyncio.subprocess.Process | None = None

    def set_up(self, fleet: Path) -> None:
        """Take over a settings file, by way of the proxy."""
        lines = fleet.read_text().splitlines()
        self.data.mkdir(parents=True)
        (self.data / FILE).write_text(
            "\n".join([f"hub: nats://127.0.0.1:{self.proxy.port}", *lines[1:], ""])
        )

    async def start_sync(self) -> None:
        with self._out("sync").open("ab") as file:
            self._sync = await asyncio.create_subprocess_exec(
                *(*PYTHON, "-m", "tests.fleet.faulty", self.data, str(self.clock_off)),
                cwd=ROOT,
                stdout=file,
                stderr=file,
            )

    async def kill_sync(self) -> None:
        if self._sync is not None:
            ended = self._sync.returncode
            # 2: the disk was full when it began; what looks after services starts it again.
            told = self._out("sync").read_text()[-5000:]
            assert ended in (None, 2), f"a sync ended, {ended}:\n{told}"
            with suppress(ProcessLookupError):
                self._sync.kill()
            await asyncio.wait_for(self._sync.wait(), ENDS_IN)

    def kill_patients(self) -> None:
        """In the middle of whatever they do."""
        if self._patients is not None:
            with suppress(ProcessLookupError):
                self._patients.kill()

    async def ask(self, **asked: Any) -> dict[str, Any]:
        """Have the patients do something; `died` if they were killed before they told."""
        if self._patients is None or self._patients.returncode is not None:
            with self._out("patients").open("ab") as file:
                self._patients = await asyncio.create_subprocess_exec(
                    *(*PYTHON, "-m", "tests.fleet.patients", self.data, str(self.clock_off)),
                    cwd=ROOT,
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=file,
                )
        process = self._patients
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(OSError):
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            await process.stdin.drain()
            try:
                async with asyncio.timeout(ANSWERS_IN):
                    line = await process.stdout.readline()
            except TimeoutError:
                self.kill_patients()
                raise AssertionError(f"{self.data}: {asked} is not done") from None
            if line:
                return dict(json.loads(line))
        await asyncio.wait_for(process.wait(), ENDS_IN)
        return {"say": "died", "kept": []}

    def _out(self, name: str) -> Path:
        return self.data.parent / f"{name}.out"

    @property
    def full(self) -> Path:
        """While it is there, the disk is full."""
        return self.data.parent / FULL

    async def stop(self) -> None:
        self.kill_patients()
        if self._patients is not None:
            await asyncio.wait_for(self._patients.wait(), ENDS_IN)
        await self.kill_sync()
