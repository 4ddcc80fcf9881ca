"""What stands on a button or beside a box to tick is short enough to be read at once."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import prose
from course.content.checks.draft import ModuleFile
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import MODULE
from course.content.kinds.piece import Piece
from course.content.model import ChecklistItem
from course.errors import Problem

LONGEST = 110
"""In characters: two lines on the smallest screen."""


@rule(
    "F11",
    f"What stands on a button or beside a box has at most {LONGEST} characters",
    why="Two lines on the smallest screen can be read at once.",
    source=PROJECT,
    scope=MODULE,
    severity="warning",
    bad="""\
# a page
checklist:
  - id: cup
    text: >-
      Bring strong straps, thick sheets, clean shirts and warm scarves. Bring bright shoes, spare
      gloves and small knives.
""",
    good="""\
# a page
checklist:
  - {id: cup, text: Ask for a cup and a jug}
""",
)
def check(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each answer or checklist item that is too long."""
    for path, part in module.parts:
        keys = part.on_card if isinstance(part, Piece) else ()
        for key in ("text",) if isinstance(part, ChecklistItem) else keys:
            text = getattr(part, key)
            size = len(prose.plain(text) if isinstance(part, ChecklistItem) else text)
            if size > LONGEST:
                what = f"This has {size} characters, and has to fit on a button."
                if isinstance(part, ChecklistItem):
                    what = f"This has {size} characters, and has to fit beside a box to tick."
                yield module.problem((*path, key), what, f"Shorten it to {LONGEST}.")
