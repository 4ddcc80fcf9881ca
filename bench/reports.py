"""What a report costs with 1,000 visits and with 10,000: seconds, and the most memory ever held.

`python bench/reports.py [NUMBER ...]`, from the checkout, for other numbers of visits. Each is a
seeded population on the course of tests/fixtures/tea, in a folder of its own. The first number is
reported again after each other one, so that other work on the machine slows both. Read the ratios:
seconds should grow with the visits and memory should not.
"""

import datetime
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from course.content import loader
from course.learners.retention import remove_old
from tests.unit.reports.population import Population

NUMBERS = (1_000, 10_000)
COURSE = Path(__file__).parent.parent / "tests" / "fixtures" / "tea"

# Linux only. The peak that wait4 tells would be that of this process, if that is greater.
PROGRAM = """
import sys
from course.cli import main
status = main()
print(*(line for line in open("/proc/self/status") if "VmHWM" in line), file=sys.stderr)
sys.exit(status)
"""


def main() -> None:
    """Print a row for each number of visits."""
    first, *others = [int(number) for number in sys.argv[1:]] or NUMBERS
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        populate(folder, first)
        reported(folder, first)  # the first run of all pays for cold caches
        print("visits  seconds  ratio  peak MB  ratio   list s  start s (nobody is old)")
        for number in others or [first]:
            populate(folder, number)
            seconds, memory = reported(folder, number)
            base_seconds, base_memory = reported(folder, first)
            print(row(folder, first, base_seconds, base_memory, 1, 1))
            ratios = seconds / base_seconds, memory / base_memory
            print(row(folder, number, seconds, memory, *ratios))


def row(folder: Path, number: int, seconds: float, memory: float, *ratios: float) -> str:
    """One line of the table."""
    listed, _ = run(folder, number, "learners", "list")
    return (
        f"{number:6}  {seconds:7.2f}  {ratios[0]:5.1f}  {memory:7.1f}  {ratios[1]:5.2f}"
        f"  {listed:7.2f}  {swept(folder, number):7.3f}"
    )


def populate(folder: Path, number: int) -> None:
    """Let so many people visit the course, unless they have."""
    if not (folder / str(number)).exists():
        Population(loader.load(COURSE), seed=number).write(
            folder / f"{number}" / "learners", number
        )


def reported(folder: Path, number: int) -> tuple[float, float]:
    """Seconds and megabytes of one report."""
    return run(folder, number, "report")


def run(folder: Path, number: int, *command: str) -> tuple[float, float]:
    """Seconds and megabytes of the program with these arguments, in a process of its own."""
    start = time.perf_counter()
    where = ["--modules", str(COURSE), "--data-dir", str(folder / str(number))]
    child = subprocess.run(
        [sys.executable, "-c", PROGRAM, *where, *command],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return time.perf_counter() - start, int(child.stderr.split()[-2]) / 1024


def swept(folder: Path, number: int) -> float:
    """Seconds that the start of the course takes to find that nobody has to go."""
    course, now = loader.load(COURSE), datetime.datetime.now(datetime.UTC)
    start = time.perf_counter()
    remove_old(folder / str(number) / "learners", course, 30, now)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
