"""What each key of the format means, taken from the tables of the reference for authors.

    python -m course.content.drafting.meanings docs/authoring.md

writes `meanings.json` beside this file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from course.content.drafting.schemas import MEANINGS

PARTS = {
    "course.yaml": "CourseFile",
    "sources.yaml": "Source",
    "claims.yaml": "Claim",
    "triage.yaml": "DangerSign",
    "readings.yaml": "Reading",
    "glossary/en.yaml": "Term",
    "The settings of a clinic: clinic.yaml": "Clinic",
    "A module: en/your-module.yaml": "Module",
    "Pages": "Page",
    "Questions": "",
    "Drawings in signs: pictures/your-drawing.yaml": "Picture",
    "When a rule is wrong": "Silenced",
}
"""The part that each table tells of, by the heading above it; what is said of no part in particular
is true of every part that has such a key."""
_HEADING = re.compile(r"#{2,4} (.+)")
_ROW = re.compile(r"\| `([a-z_]+)`(?: \*)? \| (.+?) \| (.*?) ?\|$")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def meanings(guide: str) -> dict[str, dict[str, str]]:
    """What the guide says of each key, by the name of its part."""
    found: dict[str, dict[str, str]] = {}
    for part, key, said in _rows(guide):
        found.setdefault(part, {})[key] = said
    return found


def _rows(guide: str) -> Iterator[tuple[str, str, str]]:
    part: str | None = None
    for line in guide.splitlines():
        if heading := _HEADING.fullmatch(line):
            part = PARTS.get(heading[1])
        elif part is not None and (row := _ROW.fullmatch(line)):
            yield part, row[1], _plain(" ".join(filter(None, (row[2], row[3]))))


def _plain(text: str) -> str:
    return _LINK.sub(r"\1", text).replace("`", "").replace("\\|", "|").replace("**", "")


def written(guide: str) -> str:
    """The file that is made of a guide."""
    return json.dumps(meanings(guide), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    MEANINGS.write_text(written(Path(sys.argv[1]).read_text(encoding="utf-8")), encoding="utf-8")
