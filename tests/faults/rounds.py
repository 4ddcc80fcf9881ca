"""One fault, and the question whether anything was lost by it."""

import itertools
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from progress.errors import ProgressError
from tests.faults.acts import Loss, Visit
from tests.faults.scenes import PLAYED, Scene
from tests.faults.system import ERRORS, Fault, Killed, System

Outcome = Literal["done", "refused", "dead"]

_MAY_FAIL_LATE = {"close", "fsync", "link", "replace", "unlink", "write"}
_CHILD_DONE, _CHILD_REFUSED, _CHILD_CRASHED = range(3)


def faults_of(scene: Scene, visit: Visit) -> Iterator[Fault]:
    """Every fault that can strike the scene: at each call, and within each write."""
    visit.restore()
    act = scene.act(visit, scene.before, scene.lost)
    system = System(visit.folder, hard_links=scene.hard_links)
    with system.in_place():
        act.do()
    for number, call in enumerate(system.calls):
        yield Fault(number, "death")
        yield Fault(number, "SIGKILL")
        for error in ERRORS:
            yield Fault(number, "error", error)
            if call.name in _MAY_FAIL_LATE:
                yield Fault(number, "late error", error)
        for at in range(1, call.size, 1 if scene.every_byte else max(1, call.size // 5)):
            yield Fault(number, "short", at=at)
            yield Fault(number, "death", at=at)
            for error in ERRORS:
                yield Fault(number, "error", error, at)


def run(scene: Scene, fault: Fault, visit: Visit, power: random.Random | None) -> None:
    """Let the fault strike, and then the power fail if there is a chance for it; raises Loss."""
    visit.restore()
    act = scene.act(visit, scene.before, scene.lost)
    system = System(visit.folder, fault, scene.hard_links)
    with system.in_place():
        outcome = (_outcome_in_a_child if fault.how == "SIGKILL" else _outcome)(act.do)
    if power:
        system.disk.cut_power(visit.folder, power)
    act.check(done=outcome == "done", alive=outcome != "dead" and not power)


def _outcome(do: Callable[[], None]) -> Outcome:
    try:
        do()
    except ProgressError:
        return "refused"
    except Killed:
        return "dead"
    except Loss:
        raise
    except Exception as error:
        raise Loss(f"{error!r} reached the caller") from error
    return "done"


def _outcome_in_a_child(do: Callable[[], None]) -> Outcome:
    child = os.fork()
    if child == 0:
        status = _CHILD_CRASHED
        try:
            status = _CHILD_DONE if _outcome(do) == "done" else _CHILD_REFUSED
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "dead"
    raise Loss(f"the child was not killed but left with {os.waitstatus_to_exitcode(status)}")


@dataclass
class Report:
    """What a campaign tried, and what it lost."""

    points: int = 0
    """Faults that can strike a visit of one size, all different."""
    rounds: int = 0
    power_cuts: int = 0
    losses: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join(
            [
                *self.losses,
                f"{self.points} fault points, {self.rounds} rounds, {self.power_cuts} of them with "
                f"the power cut after the fault: {len(self.losses)} losses",
            ]
        )


def campaign(folder: Path, rounds: int, chance: random.Random) -> Report:
    """So many rounds: each fault, each with a power cut, and all again with a longer visit."""
    report = Report()
    for number in itertools.count():
        visit = Visit(folder, answers=3 + number // 2)
        faults = [(scene, fault) for scene in PLAYED for fault in faults_of(scene, visit)]
        if number % 2:  # a child's death leaves no record of what it had brought to the disk
            faults = [(scene, fault) for scene, fault in faults if fault.how != "SIGKILL"]
            faults = [(scene, fault) for scene, fault in faults if scene.power]
        report.points = report.points or len(faults)
        chance.shuffle(faults)
        for scene, fault in faults[: rounds - report.rounds]:
            report.rounds += 1
            report.power_cuts += number % 2
            try:
                run(scene, fault, visit, chance if number % 2 else None)
            except Loss as loss:
                report.losses.append(f"LOST: {scene.name}, {fault}: {loss}")
        if report.rounds == rounds:
            return report
    return report
