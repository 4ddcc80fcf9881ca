"""Forty kiosks on a hub, everything breaking: `python -m tests.fleet.storm --seed 1`.

Real stores, real syncs, a real nats-server. In between: a network that is cut, hangs, is late,
doubles and reorders; `kill -9` and `kill -STOP` of the hub; `kill -9` of syncs and of those who
answer; clocks up to a year off; disks that fill. At the end everything is mended, and then no
answer that was acknowledged may be lost or be there twice, nobody who was forgotten may be
anywhere, and every copy of a visit must be the same.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from course.cli import main as prolo
from course.fleet.enrol import enrol
from tests.fleet.hub import SERVER, RunningHub
from tests.fleet.kiosk import Kiosk
from tests.fleet.ledger import Ledger, Named, look
from tests.fleet.proxy import Mode, Proxy

YEAR = 365 * 86_400.0
CLINICS = ("north", "south")
CONVERGES = 600.0
"""Seconds after which it has failed to."""
NO_ANSWER = 300.0
"""Seconds without any acknowledged answer after which the storm has failed."""
BAD: tuple[Mode, ...] = ("cut", "hang", "delay", "double", "reorder")


@dataclass
class Storm:
    """One run."""

    folder: Path
    kiosks: int
    answers: int
    rng: Random
    ledger: Ledger = field(default_factory=Ledger)
    broken: Counter[str] = field(default_factory=Counter)
    is_over: bool = False
    one_at_a_time: dict[object, asyncio.Lock] = field(
        default_factory=lambda: defaultdict(asyncio.Lock)
    )

    async def run(self) -> list[str]:
        """What is wrong at the end; nothing is."""
        keeper = self.folder / "keeper"
        self.hub = RunningHub(self.folder / "hub", keeper)
        of_clinic = {
            clinic: [f"k{n}" for n in range(self.kiosks) if n % len(CLINICS) == at]
            for at, clinic in enumerate(CLINICS)
        }
        for clinic, names in of_clinic.items():
            enrol(keeper, clinic, names, self.hub.address, None)
        self.hub.start()
        for clinic in CLINICS:
            home = str(keeper / clinic / "keeper")
            assert await asyncio.to_thread(prolo, ["--data-dir", home, "fleet", "buckets"]) == 0
        self.all = [await self._kiosk(keeper, n) for n in range(self.kiosks)]
        self.sitting = {clinic: [k for k in self.all if k.clinic == clinic] for clinic in CLINICS}
        for kiosk in self.all:
            await kiosk.start_sync()
        breaking = asyncio.ensure_future(self._break())
        began = time.monotonic()
        await self._all_sit()
        answered = time.monotonic() - began
        self.is_over = True
        await breaking
        faults, seconds = await self._calm(keeper)
        harmed = sum(kiosk.proxy.harmed for kiosk in self.all)
        print(
            f"{self.ledger.acknowledged} answers acknowledged in {answered:.0f} s, "
            f"{len(self.ledger.kept)} visits at {self.kiosks} kiosks, "
            f"{self.ledger.moved} times resumed at another one, {len(self.ledger.forgotten)} "
            f"forgotten; {dict(self.broken)}, {harmed} messages harmed; "
            f"all equal after {seconds:.0f} s"
        )
        return faults

    async def _kiosk(self, keeper: Path, number: int) -> Kiosk:
        clinic = CLINICS[number % len(CLINICS)]
        proxy = Proxy(self.hub.port, self.rng)
        await proxy.start()
        off = 0.0 if self.rng.random() < 0.5 else self.rng.uniform(-YEAR, YEAR)
        kiosk = Kiosk(self.folder / f"k{number}" / "data", clinic, proxy, off)
        kiosk.set_up(keeper / clinic / f"k{number}" / "fleet.yaml")
        return kiosk

    async def _all_sit(self) -> None:
        """Until there are enough answers; fails if there come no more."""
        sitting = [asyncio.ensure_future(self._sit(kiosk)) for kiosk in self.all]
        before, since = -1, time.monotonic()
        try:
            while left := [each for each in sitting if not each.done()]:
                await asyncio.wait(left, timeout=5, return_when=asyncio.FIRST_EXCEPTION)
                for each in sitting:
                    if each.done():
                        each.result()
                if self.ledger.acknowledged != before:
                    before, since = self.ledger.acknowledged, time.monotonic()
                assert time.monotonic() - since < NO_ANSWER, f"no answers after {before}"
        finally:
            for each in sitting:
                each.cancel()

    async def _sit(self, kiosk: Kiosk) -> None:
        """One visit after another that begins at a kiosk, until there are enough answers."""
        while self.ledger.acknowledged < self.answers:
            begun = await self._ask(kiosk, do="begin")
            if begun["say"] != "begun":
                await asyncio.sleep(0.1)
                continue
            code = begun["code"]
            if not self.ledger.begin(Named(kiosk.clinic, code)):
                continue
            here = {kiosk}
            for _ in range(self.rng.randint(1, 4)):
                await asyncio.gather(*(self._answer(each, code) for each in sorted(here, key=id)))
                if self.rng.random() < 0.3:
                    other = self.rng.choice(self.sitting[kiosk.clinic])
                    if await self._goes_on(other, code):
                        self.ledger.moved += other not in here
                        here = {other} if self.rng.random() < 0.7 else {*here, other}
            if self.rng.random() < 0.05:
                said = await self._ask(min(here, key=id), do="forget", code=code)
                if said["say"] in ("forgotten", "nobody", "died", "failed"):
                    # Whether it was noted before the end is not known of who was killed.
                    self.ledger.forget(Named(kiosk.clinic, code), surely=said["say"] == "forgotten")

    async def _goes_on(self, kiosk: Kiosk, code: str) -> bool:
        """Somebody walks to a kiosk and types their code, some times if it does not open."""
        for _ in range(5):
            await asyncio.sleep(self.rng.uniform(0.5, 2))
            if (await self._ask(kiosk, do="resume", code=code))["say"] == "yes":
                return True
        return False

    async def _answer(self, kiosk: Kiosk, code: str) -> None:
        numbers = self.ledger.numbers(self.rng.randint(3, 15))
        said = await self._ask(kiosk, do="answer", code=code, numbers=numbers)
        self.ledger.keep(Named(kiosk.clinic, code), said["kept"])

    async def _ask(self, kiosk: Kiosk, **asked: object) -> dict[str, Any]:
        async with kiosk.busy:
            return await kiosk.ask(**asked)

    async def _break(self) -> None:
        """Something breaks about every second, and is mended after some."""
        mending: list[asyncio.Future[None]] = []
        while not self.is_over:
            await asyncio.sleep(self.rng.uniform(0.3, 1.5))
            kiosk = self.rng.choice(self.all)
            what = self.rng.choices(
                ("network", "sync", "patients", "disk", "hub killed", "hub stands still"),
                (8, 3, 3, 3, 1, 1),
            )[0]
            self.broken[what] += 1
            mending.append(asyncio.ensure_future(self._one(what, kiosk)))
        await asyncio.gather(*mending)

    async def _one(self, what: str, kiosk: Kiosk) -> None:
        match what:
            case "network":
                kiosk.proxy.mode = self.rng.choice(BAD)
                await asyncio.sleep(self.rng.uniform(1, 15))
                kiosk.proxy.mode = "good"
            case "sync":
                async with self.one_at_a_time[kiosk]:
                    await kiosk.kill_sync()
                    await asyncio.sleep(self.rng.uniform(0, 5))
                    await kiosk.start_sync()
            case "patients":
                kiosk.kill_patients()
            case "disk":
                kiosk.full.touch()
                await asyncio.sleep(self.rng.uniform(0.2, 3))
                kiosk.full.unlink(missing_ok=True)
            case "hub killed":
                async with self.one_at_a_time[self.hub]:
                    self.hub.kill()
                    await asyncio.sleep(self.rng.uniform(0, 3))
                    await asyncio.to_thread(self.hub.start)
            case _:
                async with self.one_at_a_time[self.hub]:
                    self.hub.signal(signal.SIGSTOP)
                    await asyncio.sleep(self.rng.uniform(1, 6))
                    self.hub.signal(signal.SIGCONT)

    async def _calm(self, keeper: Path) -> tuple[list[str], float]:
        """Mend everything, and look until all is equal; what is not then, and the seconds."""
        self.hub.stop()
        await asyncio.to_thread(self.hub.start)
        for kiosk in self.all:
            kiosk.full.unlink(missing_ok=True)
            kiosk.proxy.mode = "good"
            kiosk.kill_patients()
            await kiosk.kill_sync()
            await kiosk.start_sync()
        began = time.monotonic()
        while True:
            async with asyncio.timeout(CONVERGES):
                folders = [(kiosk.clinic, kiosk.data) for kiosk in self.all]
                faults = await look(keeper, CLINICS, folders, self.ledger)
            seconds = time.monotonic() - began
            if not faults or seconds > CONVERGES:
                return faults, seconds
            await asyncio.sleep(1)

    async def end(self) -> None:
        for kiosk in getattr(self, "all", []):
            await kiosk.proxy.end()
            await kiosk.stop()
        self.hub.stop()


async def storm(folder: Path, kiosks: int, answers: int, seed: int) -> list[str]:
    """Run one; what is wrong at its end."""
    run = Storm(folder, kiosks, answers, Random(seed))
    try:
        return await run.run()
    finally:
        await run.end()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fleet.storm", description=__doc__)
    parser.add_argument("--kiosks", type=int, default=40)
    parser.add_argument("--answers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if SERVER is None:
        print("There is no nats-server here: apt-get install nats-server", file=sys.stderr)
        return 2
    folder = Path(tempfile.mkdtemp(prefix="storm-"))
    faults = asyncio.run(storm(folder, asked.kiosks, asked.answers, asked.seed))
    for each in faults[:50]:
        print(each)
    if faults:
        print(f"{len(faults)} faults; everything is left in {folder}")
        return 1
    shutil.rmtree(folder)
    print("0 lost, 0 doubled, nobody came back")
    return 0


if __name__ == "__main__":
    sys.exit(main())
