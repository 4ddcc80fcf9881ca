"""Saves one after another beside a preview in a real terminal, a third of them broken.

    python -m tests.e2e.saves 200 modules en/what-it-is.yaml

prints how long they took to be seen, in a copy of that course and that file of it.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

from tests.paths import TEA
from tests.processes import PATIENCE
from tests.terminal import Terminal

FILE = "en/making.yaml"
BROKEN = "NOT SHOWN"
BREAKS: tuple[Callable[[str], bytes], ...] = (
    lambda text: text.replace("  - id:", "  -id:", 1).encode(),
    lambda text: text.replace("    title:", "\ttitle:", 1).encode(),
    lambda text: text.replace("text:", "txet:", 1).encode(),
    lambda text: text[: len(text) // 2].encode() + b"\n{ [ unclosed",
    lambda text: text.encode("utf-16"),
    lambda _text: b"",
    lambda text: text.replace("title: ", 'title: "', 1).encode(),
    lambda text: text.encode()[: len(text) // 3] + b"\x00\xff\xfe",
    lambda text: text.replace("\nid: ", "\nid: not-", 1).encode(),
)


def watch(course: Path, **more: object) -> Terminal:
    """A preview of a course, of whose first page all is on the screen."""
    size = {"width": 112, "height": 31, **more}
    return Terminal("preview", str(course), **size)  # type: ignore[arg-type] # numbers alone


def saves(
    terminal: Terminal, course: Path, count: int, seed: int, file: str = FILE
) -> Iterator[tuple[str, float]]:
    """Save so often; gives what each save was, and the seconds until it was seen."""
    chance = random.Random(seed)
    path = course / file
    sound = path.read_text(encoding="utf-8")
    title = next(line for line in sound.splitlines() if line.startswith("    title:"))
    for number in range(count):
        text = sound.replace(title, f"    title: Round {number} of many", 1)
        is_broken = number % 3 == 2
        content = chance.choice(BREAKS)(text) if is_broken else text.encode()
        started = time.monotonic()
        if chance.random() < 0.5:
            path.write_bytes(content)
        else:
            # As some editors do it.
            beside = path.with_name(".new")
            beside.write_bytes(content)
            beside.replace(path)
        seen = BROKEN if is_broken else f"Round {number} of many"
        while seen not in terminal.text or (not is_broken and BROKEN in terminal.text):
            if time.monotonic() - started > PATIENCE:
                raise AssertionError(f"{seen} never came:\n" + "\n".join(terminal.lines))
            terminal.read(0.01)
        yield seen, time.monotonic() - started
        # An author thinks for a moment.
        end = time.monotonic() + chance.uniform(0, 0.6)
        while time.monotonic() < end:
            terminal.read(0.02)


def main() -> None:
    """Print the median, the 95th of a hundred, and the worst."""
    count, source, file = int(sys.argv[1]), TEA, FILE
    if sys.argv[2:]:
        source, file = Path(sys.argv[2]), sys.argv[3]
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "course"
        copytree(source, course)
        with watch(course / file) as terminal:
            terminal.until("no faults", "error", "warning")
            took = [seconds for _, seconds in saves(terminal, course, count, 1, file)]
            terminal.press("q")
            status = terminal.wait()
    took.sort()
    print(
        f"{count} saves, status {status}: median {statistics.median(took):.3f} s, "
        f"95 % {took[int(len(took) * 0.95)]:.3f} s, worst {took[-1]:.3f} s"
    )


if __name__ == "__main__":
    main()
