"""What can go wrong, in words the reader can act on.

Every error that a person may see is a `CourseError`; its text says what is wrong, where, and how
to mend it. `status` is the exit status of the program: 1 for content, 2 for usage.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; \t and \n are seen
    "\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters and signs that are blank
    "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0000-\U000e0fff"  # another look of what is before
    "\ud800-\udfff\ufff0-\ufff8\ufffe\uffff"  # no characters
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private: every font has others, or none
)
"""Characters that act on a screen or hide there, as they stand in brackets in a pattern."""
_UNSEEN = re.compile(f"[{UNSEEN}]")


def visible(text: str) -> str:
    """A text from outside, with a sign for each character that could act or hide on a screen."""
    return _UNSEEN.sub("\ufffd", text)


class CourseError(Exception):
    """Something that the person at the machine can put right."""

    status = 1

    def __str__(self) -> str:
        # A path or a value that it names may hold anything.
        return visible(super().__str__())


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

    def __post_init__(self) -> None:
        for name in ("file", "what", "cure"):
            text = visible(getattr(self, name)).replace("\n", " ").replace("\t", " ")
            object.__setattr__(self, name, text)

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
