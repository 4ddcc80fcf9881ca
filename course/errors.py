"""What can go wrong, in words the reader can act on.

Every error that a person may see is a `CourseError`; its text says what is wrong, where, and how
to mend it. `status` is the exit status of the program: 1 for content, 2 for usage.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


class CourseError(Exception):
    """Something that the person at the machine can put right."""

    status = 1


class UsageError(CourseError):
    """The program was started in a way that cannot work."""

    status = 2


Severity = Literal["error", "warning"]
"""An error misleads or harms a reader, or breaks the course; a warning makes it harder to read."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in one authored file. `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    what: str
    cure: str
    code: str = ""
    """The rule that is broken, as in S05; the rules are listed in docs/rules.md."""
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.what} {self.cure}"


class ContentError(CourseError):
    """The authored files have faults; `problems` holds every one of them, in reading order."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


def place_of(error: BaseException) -> str:
    """The kind of an error and the file and line it came from; nothing that a person said or chose.

    For errors of the program itself, whose texts may hold anything.
    """
    place = "unknown"
    trace = error.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        place = f"{path.parent.name}/{path.name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"
