"""`python -m tests.power ext4 --cuts N`: says what was tried and lost; exit status 1 on a loss, or
where the store itself fails.

Run it as root, in a mount namespace of its own (`unshare --mount`), so that nothing stays mounted
whatever becomes of it. Exit status 3, with a word, where this machine cannot.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.power import cuts, record, saves, systems
from tests.processes import PATIENCE

CANNOT = 3


class CannotError(Exception):
    """On this machine no disk can be made whose power could be cut."""


@contextmanager
def setting_up() -> Iterator[None]:
    """Whatever fails in the block is the machine's; elsewhere it is the store's. Raises
    CannotError."""
    try:
        yield
    except (OSError, subprocess.CalledProcessError) as error:
        said = f"power cannot be cut here: {error} {getattr(error, 'stderr', '')}"
        raise CannotError(said) from None


def recorded(system: systems.System, folder: Path, asked: argparse.Namespace) -> list[record.Done]:
    """What was done to a disk on which visits were saved; `base` in the folder is how it began.

    Raises CannotError, and CalledProcessError where the store raises anything.
    """
    base, image, book = folder / "base", folder / "image", folder / "record"
    disk, mount = folder / "disk", folder / "mount"
    for made in (disk, mount):
        made.mkdir()
    with setting_up():
        system.create(base)
        systems.run("cp", "--sparse=always", str(base), str(image))
    serve = [sys.executable, "-m", "tests.power.served", str(image), str(book), str(disk)]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, text=True) as served:
        try:
            with ExitStack() as stack:
                with setting_up():
                    said = served.stdout.readline().strip() if served.stdout else ""
                    if said != "ready":
                        raise OSError(f"no disk can be served: {said}")
                    stack.enter_context(systems.mounted(system.name, disk / "disk", mount))
                saving = [sys.executable, "-m", "tests.power.saves", str(mount / "learners")]
                saving += [str(disk / "said"), str(asked.saves), str(asked.seed), *asked.without]
                subprocess.run(saving, check=True, timeout=10 * PATIENCE)
            systems.run("umount", str(disk))
            served.wait(PATIENCE)
        finally:
            # Whatever still waits for this disk is told that there is none any more.
            served.kill()
            # Where all went well it is gone already; else nothing could remove its folder.
            leave = ["umount", "--lazy", str(disk)]
            subprocess.run(leave, check=False, capture_output=True, timeout=PATIENCE)
    return list(record.read(book))


def lost(
    system: systems.System, folder: Path, done: list[record.Done], asked: argparse.Namespace
) -> tuple[int, list[str]]:
    """How many acknowledged answers were looked for, and what was not found."""
    sure, image, mount = folder / "base", folder / "after", folder / "mount"
    chance = random.Random(asked.seed)
    answers, losses = 0, []
    for cut in cuts.cuts(done, asked.cuts, chance):
        cuts.put(sure, cut.sure)
        systems.run("cp", "--sparse=always", str(sure), str(image))
        cuts.put_some(image, cut.unsure, chance)
        system.boot(image)
        words = saves.acknowledged(cut.said)
        with systems.mounted(system.name, image, mount):
            found = saves.lost(mount / "learners", words)
        losses += [f"LOST: {system.name}, cut after {cut.after}: {each}" for each in found]
        answers += sum(
            int(word) for code, word in words.items() if code != saves.OTHERS and word.isdigit()
        )
    return answers, losses


def main() -> int:
    """Cut the power as often as was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.power", description=__doc__)
    parser.add_argument("system", choices=systems.SYSTEMS)
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--saves", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", nargs=1, default=[], metavar="FUNCTION")
    asked = parser.parse_args()
    system = systems.SYSTEMS[asked.system]
    if lacking := systems.missing(system.name):
        print(lacking)
        return CANNOT
    with tempfile.TemporaryDirectory(prefix="prolo-power-") as made:
        folder = Path(made)
        try:
            done = recorded(system, folder, asked)
        except CannotError as error:
            print(error)
            return CANNOT
        answers, losses = lost(system, folder, done, asked)
    flushes = sum(each.kind == record.FLUSH for each in done)
    writes = sum(each.kind == record.WRITE for each in done)
    for each in losses:
        print(each)
    print(
        f"{system.name}: {asked.saves} saves in {writes} writes and {flushes} flushes; "
        f"{asked.cuts} cuts, {answers} acknowledged answers looked for, {len(losses)} losses"
    )
    return 1 if losses else 0


if __name__ == "__main__":
    sys.exit(main())
