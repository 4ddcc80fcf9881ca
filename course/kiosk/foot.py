"""foot, the terminal of a kiosk: its lock, and what it would still do by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import ceil
from pathlib import Path

DEFAULTS = Path("/etc/xdg/foot/foot.ini")
"""Where foot brings its defaults, as comments."""
CLINICS = Path("/etc/prolo-kiosk/foot.ini")
"""What a clinic may change of it."""

LETTERS = frozenset(
    {
        *(f"font{style}" for style in ("", "-bold", "-italic", "-bold-italic")),
        "font-size-adjustment",
        "line-height",
        "letter-spacing",
        "horizontal-letter-offset",
        "vertical-letter-offset",
        "underline-offset",
        "underline-thickness",
        "strikeout-thickness",
        "box-drawings-uses-font-glyphs",
        "dpi-aware",
        "pad",
    }
)
"""What a clinic may set for its screen, beside colours."""
COLOURS = frozenset({"colors", "colors2", "colors-dark", "colors-light", "cursor"})
_NONE = "none"
_MODIFIERS = "selection-override-modifiers"
"""Says with which key a click is for foot and not for the course. To foot 1.13 `none` means that
every click is; and what foot would do with one is closed by itself."""
_SECTION = re.compile(r"\[([a-z0-9-]+)\]")
_SETTING = re.compile(r"(?:# )?([a-z0-9-]+) ?=(.*?)(?: # .*)?")
_TEXTS = "text-bindings"
"""These send text to the course, as any key does."""

Settings = Mapping[tuple[str, str], str]
"""The value of each setting, by its section and its name."""


def lock_for(version: str, folder: Path) -> Path:
    """The lock in a folder for what `foot --version` says: the last that is not newer.

    Raises LookupError if there is none at all.
    """
    locks = {_number(path.stem): path for path in folder.glob("lock-*.ini")}
    if not locks:
        raise LookupError(f"There is no lock in {folder}.")
    wanted = _number(version)
    return locks[max((each for each in locks if each <= wanted), default=min(locks))]


def _number(text: str) -> tuple[int, int]:
    found = re.search(r"(\d+)\.(\d+)", text)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def read(text: str, *, commented: bool = False) -> Settings:
    """The settings in a file of foot's; those in comments are the defaults, where foot brings them.

    Raises nothing: what is no setting is left out.
    """
    section, found = "main", {}
    for line in map(str.strip, text.splitlines()):
        if named := _SECTION.fullmatch(line):
            section = named[1]
        elif (setting := _SETTING.fullmatch(line)) and (commented or not line.startswith("#")):
            found[section, setting[1]] = setting[2].strip()
    return found


def left_open(defaults: Settings, lock: Settings) -> list[str]:
    """The bindings that foot has and the lock does not take away, as `section: name`."""
    return [
        f"{section}: {name}"
        for (section, name), value in {**defaults, **lock}.items()
        if section.endswith("-bindings") and section != _TEXTS and name != _MODIFIERS
        if _keys(lock.get((section, name), value)) != _NONE
    ]


def not_for_clinics(own: Settings) -> Iterator[str]:
    """What stands in the clinic's file and is neither of letters nor of colours."""
    for section, name in own:
        is_allowed = section in COLOURS or (section == "main" and name in LETTERS)
        if not is_allowed:
            yield f"{section}: {name}"


def _keys(value: str) -> str:
    """What starts a binding, without the program that it would start."""
    return re.sub(r"^\[.*?\]\s*", "", value)


# How large the letters are

FONT = "DejaVu Sans Mono"
CELL = (0.8027, 1.552)
"""Pixels of a cell of FONT across and down, for each point. foot 1.13 rounds down, 1.21 up."""
EDGE = 4
"""Pixels around all cells, both sides together."""
LEAST, WIDE = (60, 22), (112, 31)
"""Cells across and down: the least that is comfortable, and enough for two columns."""
MOST_LINES = 35
"""On the shorter side of a screen; with more of them letters are too small to be read."""
SMALLEST, LARGEST = 6, 80


def size_for(width: int, height: int) -> int:
    """The points for a screen of so many pixels: the largest with which there are LEAST cells.

    Where letters can be read all the same there are WIDE cells.
    """

    def largest(cells: tuple[int, int]) -> int:
        fitting = (
            points
            for points in range(SMALLEST, LARGEST + 1)
            if (width - EDGE) // ceil(CELL[0] * points) >= cells[0]
            and (height - EDGE) // ceil(CELL[1] * points) >= cells[1]
        )
        return max(fitting, default=SMALLEST)

    wide = largest(WIDE)
    return wide if ceil(CELL[1] * wide) * MOST_LINES >= min(width, height) else largest(LEAST)


def screen(folder: Path = Path("/sys/class/drm")) -> tuple[int, int] | None:
    """The pixels across and down of the first screen that is connected, as the kernel prefers it.

    None if it cannot be told.
    """
    for connector in sorted(folder.glob("card*-*")):
        try:
            if (connector / "status").read_text().strip() != "connected":
                continue
            if found := re.match(r"(\d+)x(\d+)", (connector / "modes").read_text()):
                return int(found[1]), int(found[2])
        except OSError:
            continue
    return None
