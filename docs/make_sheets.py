"""Draws contact sheets of every kind of view as foot shows it: `make sheets`.

Each at four sizes and in four looks, with pictures and without. They are for whoever looks at them
one by one, and are not kept in `docs`. Needs what `tests/foot/screen.py` names.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from make_pictures import Named, contact, kind_of
from textual.geometry import Size
from textual.theme import Theme

from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import NAMED, THEMES
from course.views.model import View
from tests.foot.course import Cells, Course, Shown, opened
from tests.foot.screen import MISSING
from tests.paths import MODULES, TEA
from tests.unit.ui.paint import views

SIZES: tuple[Cells, ...] = ((60, 22), (80, 24), (112, 31), (160, 50))
LOOKS = (*THEMES, NAMED)
CELL = (10, 19)
FONT = "--override=font=DejaVu Sans Mono:pixelsize=16"
"""Letters that are as small as one can read them."""
ON_A_SHEET = {60: 20, 80: 15, 112: 12, 160: 6}
"""Screens on a sheet, by their columns."""


def chosen(modules: Path, size: Cells, theme: Theme, every: bool) -> Iterator[tuple[str, View]]:
    """One view of every kind and one with each picture, or all of them."""
    known: set[object] = set()
    kit = Kit(views.context(modules).edition, theme, cell=CELL)
    of_kiosk = views.of_kiosk() if modules == MODULES else ()
    for name, view in (*views.every(modules), *of_kiosk):
        shown = {each.name for each in Sheet(view, Size(*size), kit).pictures(0)}
        kinds = {("kind", kind_of(view)), *shown}
        if every or not kinds <= known:
            known |= kinds
            yield name, view


def screens(
    course: Course, modules: Path, size: Cells, theme: Theme, every: bool
) -> Iterator[Named]:
    """Each as foot shows it, and what More leads to."""
    kit = Kit(views.context(modules).edition, theme, cell=CELL)
    for name, view in chosen(modules, size, theme, every):
        sheet = Sheet(view, Size(*size), kit)
        top, said = 0, name
        while True:
            held = sheet.first_held(top)
            course.show(Shown("en", theme.name, view, top, held))
            yield said, course.pixels()
            if top >= sheet.last:
                break
            top, said = sheet.more(top), f"{name}, more"


def sheets(shown: Iterator[Named], many: int) -> Iterator[list[Named]]:
    """So many of them at a time."""
    while some := [*islice(shown, many)]:
        yield some


def main() -> int:
    parser = argparse.ArgumentParser(prog="make sheets", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("sheets"))
    parser.add_argument("--size", action="append", choices=[f"{w}x{h}" for w, h in SIZES])
    parser.add_argument("--look", action="append", choices=[look.name for look in LOOKS])
    parser.add_argument("--pictures", choices=("with", "without"))
    parser.add_argument("--every", action="store_true", help="all views, not one of each kind")
    asked = parser.parse_args()
    if MISSING:
        sys.exit(f"not installed: {', '.join(MISSING)}")
    asked.out.mkdir(parents=True, exist_ok=True)
    for modules, pictures in product((MODULES, TEA), ("with", "without")):
        if pictures != (asked.pictures or pictures):
            continue
        with opened(modules, FONT, pictures=pictures == "with") as course:
            for size, look in product(SIZES, LOOKS):
                if f"{size[0]}x{size[1]}" not in (asked.size or [f"{size[0]}x{size[1]}"]):
                    continue
                if look.name not in (asked.look or [look.name]):
                    continue
                course.resize(size)
                shown = screens(course, modules, size, look, asked.every)
                for number, some in enumerate(sheets(shown, ON_A_SHEET[size[0]]), start=1):
                    name = f"{modules.name}-{look.name}-{size[0]}x{size[1]}-{pictures}-{number}"
                    contact(some).save(asked.out / f"{name}.png")
                    print(asked.out / f"{name}.png", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
