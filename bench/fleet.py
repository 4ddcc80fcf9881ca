"""What a press costs at a kiosk with `prolo sync` running beside it.

Three kiosks take turns at each press: one without a sync, one whose hub answers, and one whose hub
takes connections and never says anything.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench import programs
from bench.starts import SETTLE
from bench.stats import Row
from bench.terminal import Terminal
from bench.way import BACK, NEXT, Way
from course.cli import main as prolo
from course.fleet import settings, state
from course.fleet.enrol import enrol
from tests.fleet.hub import SERVER, RunningHub

__all__ = ["NO_SERVER", "SERVER", "compare"]

NONE, ANSWERS, HANGS = "no sync", "the hub answers", "the hub hangs"
KIOSKS = (NONE, ANSWERS, HANGS)
PAGE, ANSWER = "next page", "answer, saved"
ROUNDS, TIMES, ONWARD = 4, 27, 110
"""How often all is done from a first screen on, and in each how many pages that were seen before,
and how many keys on through new pages and questions."""
SPAN = 3
"""Over so many pages the way leads to and fro."""
PATIENCE = 30.0
NO_SERVER = "There is no nats-server here, the hub itself: apt-get install nats-server"


class Kiosk:
    """One of them, and what its presses took in milliseconds."""

    def __init__(self, terminal: Terminal, data: Path) -> None:
        self._terminal = terminal
        # The others are pressed in between.
        self._way = Way(terminal, data, apart=0.0)
        self.pages: list[float] = []
        self.answers: list[float] = []

    def start(self) -> None:
        """From the screen that waits for somebody to a page with others before it."""
        self._terminal.start(SETTLE)
        self._terminal.shown(NEXT, SETTLE)
        self._way.to_the_map()
        self._way.press(NEXT, leads_to="page")
        for _ in range(SPAN):
            self._way.step()

    def turn(self, key: str) -> None:
        """To a page that was seen before."""
        self.pages.append(self._way.press(key, leads_to="page").turn.ms)

    def step(self) -> None:
        """On, as far as there is a way."""
        if self._way.kind == "finish":
            return
        step = self._way.step()
        if step.answered:
            self.answers.append(step.turn.ms)


def compare() -> list[Row]:
    """A page that was seen before, and an answer, with either hub beside without a sync.

    There must be a SERVER.
    """
    pages: dict[str, list[float]] = {each: [] for each in KIOSKS}
    answers: dict[str, list[float]] = {each: [] for each in KIOSKS}
    with tempfile.TemporaryDirectory() as folder, _hubs(Path(folder)) as ports:
        for number in range(ROUNDS):
            for name, kiosk in _round(Path(folder), Path(folder) / str(number), ports):
                pages[name] += kiosk.pages
                answers[name] += kiosk.answers
    return [
        Row(f"{what}, {name}", NONE, yards=took[NONE], took=took[name])
        for what, took in ((PAGE, pages), (ANSWER, answers))
        for name in (ANSWERS, HANGS)
    ]


def _round(keeper: Path, here: Path, ports: dict[str, int]) -> Iterator[tuple[str, Kiosk]]:
    """Each kiosk after its part of a round."""
    with ExitStack() as stack:
        kiosks = {}
        for name in KIOSKS:
            data = here / name
            data.mkdir(parents=True)
            if name in ports:
                stack.enter_context(_sync(keeper, data, ports[name], learns=name == ANSWERS))
            command = [*programs.course(data), "kiosk", "--part", "course"]
            kiosks[name] = Kiosk(stack.enter_context(Terminal(command)), data)
        order = [*kiosks.values()]
        for each in order:
            each.start()
        for number in range(TIMES):
            for each in _in_turns(order, number):
                each.turn(BACK if number // SPAN % 2 == 0 else NEXT)
        for number in range(ONWARD):
            for each in _in_turns(order, number):
                each.step()
        for name in ports:
            _look_at(here / name, learned=name == ANSWERS)
        yield from kiosks.items()


def _in_turns(order: Sequence[Kiosk], number: int) -> Sequence[Kiosk]:
    """All of them, another one first each time."""
    first = number % len(order)
    return [*order[first:], *order[:first]]


@contextmanager
def _hubs(folder: Path) -> Iterator[dict[str, int]]:
    """The ports of a hub, and of what takes connections and never answers."""
    hub = RunningHub(folder / "hub", folder)
    enrol(folder, "north", ["one"], hub.address, None)
    # Whoever connects gets as far as the system alone lets them.
    with socket.socket() as hangs:
        hangs.bind(("127.0.0.1", 0))
        hangs.listen(128)
        hub.start()
        try:
            keeper = str(folder / "north" / "keeper")
            if prolo(["--data-dir", keeper, "fleet", "buckets"]):
                raise RuntimeError("The hub has no place for visits.")
            yield {ANSWERS: hub.port, HANGS: int(hangs.getsockname()[1])}
        finally:
            hub.stop()


@contextmanager
def _sync(keeper: Path, data: Path, port: int, *, learns: bool) -> Iterator[None]:
    """`prolo sync` on a data folder, once it has tried to reach its hub."""
    told = (keeper / "north" / "one" / settings.FILE).read_text(encoding="utf-8").splitlines()
    told[0] = f"hub: nats://127.0.0.1:{port}"
    (data / settings.FILE).write_text("\n".join([*told, ""]), encoding="utf-8")
    no = subprocess.DEVNULL
    command = [sys.executable, *programs.course(data), "sync"]
    process = subprocess.Popen(command, stdin=no, stdout=no, stderr=no)
    try:
        end = time.monotonic() + PATIENCE
        while (now := state.read(data)) is None or now.learned != learns:
            if time.monotonic() > end or process.poll() is not None:
                raise RuntimeError("prolo sync does not come up.")
            time.sleep(0.05)
        yield
    finally:
        process.kill()
        process.wait()


def _look_at(data: Path, *, learned: bool) -> None:
    """Raises RuntimeError if a hub did not do what was measured."""
    now = state.read(data)
    if now is None or now.learned != learned or bool(now.trouble) == learned:
        raise RuntimeError(f"The hub of {data.name} did something else: {now}")
