"""The texts of a course as a PO file, for Weblate and other tools of translators.

The context of an entry names its item and where in it the text stands. What was translated of an
earlier original is fuzzy, with that original beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from course.content.translation.sheet import Said, state_of
from course.content.translation.units import Item
from course.errors import ContentError, Problem, UsageError

_PARTED = " "
"""Between the name of an item and where the text stands; neither holds a blank."""


def written(items: Iterable[Item], language: str, title: str) -> str:
    """The file. Raises UsageError where the library for it is not installed."""
    polib = _library()
    file = polib.POFile(wrapwidth=78)
    file.metadata = {
        "Project-Id-Version": title,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for item in items:
        for unit in item.units:
            entry = polib.POEntry(
                msgctxt=f"{item.name}{_PARTED}{unit.at}",
                msgid=unit.original,
                msgstr=unit.said,
                comment=state_of(item) if unit is item.units[0] else "",
                occurrences=[(item.name, "")],
            )
            if unit.was:
                entry.previous_msgctxt, entry.previous_msgid = entry.msgctxt, unit.was
            if unit.said and (unit.was or item.state == "unmarked"):
                entry.flags.append("fuzzy")
            file.append(entry)
    return f"{file}\n"


def read(path: Path) -> tuple[str, list[Said]]:
    """The language of a file, and what it brings.

    Raises ContentError if it is no PO file, and UsageError where the library is not installed.
    """
    polib = _library()
    try:
        file = polib.pofile(str(path), encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        cure = "Have it written once more, in the form of gettext (PO)."
        problem = Problem(str(path), 1, 1, f"This is no PO file: {error}.", cure)
        raise ContentError([problem]) from None
    said = [
        Said(*name, each.msgid, each.msgstr, each.linenum, each.fuzzy, not each.fuzzy)
        for each in file
        if not each.obsolete and each.msgstr and (name := _name(each.msgctxt or ""))
    ]
    return str(file.metadata.get("Language", "")), said


def _name(context: str) -> tuple[str, str] | None:
    item, parted, at = context.partition(_PARTED)
    return (item, at) if parted else None


def _library() -> Any:
    try:
        import polib
    except ImportError:
        raise UsageError(
            "To write and read PO files, install the extra for authors: "
            'pip install "prolotherapy-course[authors]".'
        ) from None
    return polib
