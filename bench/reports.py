"""What a report costs by the number of visits. Its seconds may grow with them, its memory not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from bench import programs
from bench.found import Found, Visits
from course.content import loader
from tests.unit.reports.population import Population

COURSE = programs.ROOT / "tests" / "fixtures" / "tea"
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")
# Linux only. The peak that wait4 tells would be that of this process, if that is greater.
_PROGRAM = """
import sys
from course.cli import main
status = main()
print(open("/proc/self/status").read(), file=sys.stderr)
sys.exit(status)
"""


def measure(found: Found, numbers: Sequence[int]) -> None:
    """Reports about so many visits each, of made-up people on a small course."""
    course = loader.load(COURSE)
    with tempfile.TemporaryDirectory() as temporary:
        for number in numbers:
            data = Path(temporary) / str(number)
            Population(course, seed=number).write(data / "learners", number)
            _report(data)  # the first run pays for cold files
            found.reports.append(Visits(number, *_report(data)))


def _report(data: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", _PROGRAM, *programs.options(data, COURSE), "report"]
    began = perf_counter()
    child = subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    peak = _PEAK.search(child.stderr)
    return perf_counter() - began, int(peak[1]) / 1024 if peak else 0.0
