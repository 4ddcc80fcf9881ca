"""The buttons below every view: each in the same place on each of them. Only Next is solid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs
from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region

from course.ui.paint.brush import Brush, Line
from course.ui.paint.card import CHIP, POINTER, Face
from course.ui.paint.card import draw as card
from course.ui.paint.grid import BUTTON, Grid
from course.views.model import SIGNS, View, signs
from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.language import Words

BACK, LISTEN, HELP, TOOL, NEXT = range(5)
"""The places of the buttons, from left to right."""
ARROW = "←"
FRAME = 2
"""Columns of the line inside of Next."""


def solid(
    brush: Brush, label: str, width: int, held: bool, sign: str = "", height: int = BUTTON
) -> list[Line]:
    """A button that is filled from edge to edge, as wide and as high as it is asked for.

    What has no room goes: the sign first, then the pointer.
    """
    pointer = f"{POINTER} " if held else ""
    room = width - FRAME
    forms = (f"{sign} {pointer}{label}", f"{pointer}{label}", label)
    text = next((form.strip() for form in forms if cell_len(form.strip()) <= room), label)
    side = "┃" if held else " "
    if cell_len(text) > room:
        text, room, side = Content(text).truncate(width, ellipsis=True).plain, width, ""
    left = (room - cell_len(text)) // 2
    words = side + " " * left + text + " " * (room - left - cell_len(text)) + side
    if not held:
        above, below = [brush.cells("▆" * width, "$fill-accent")], brush.blank(width, CHIP)
    else:
        line = "━" * (width - FRAME)
        above, below = [brush.cells(f"┏{line}┓", CHIP)], [brush.cells(f"┗{line}┛", CHIP)]
    spare = height - BUTTON
    blank = [brush.cells((side + " " * (width - 2 * len(side)) + side), CHIP)]
    first, rest = [blank] * (spare // 2), [blank] * (spare - spare // 2)
    return [above, *first, [brush.cells(words, CHIP)], *rest, below]


class Place(Struct, frozen=True):
    """A button of the bar, and where it stands on the screen."""

    press: Press
    face: Face
    region: Region
    is_solid: bool


def places(view: View, grid: Grid, words: Words, more: bool, speaking: bool) -> list[Place]:
    """The buttons of a view from left to right; `more` takes the place of Next."""
    found = []
    if view.back is not None:
        sign, label = signs(view).get(view.back.press, ""), view.back.label
        if not sign and label.startswith(ARROW):
            # On a pad the noughts are typed, and an empty chip would look like a fault.
            sign, label = ARROW, label.removeprefix(ARROW).strip()
        found.append(_place(view.back.press, sign, label, grid, BACK))
    if grid.wide:
        for tool in view.tools:
            if tool.spot is Spot.LISTEN:
                label = words("listen.stop") if speaking else tool.label
                found.append(_place(tool.press, SIGNS[tool.spot], label, grid, LISTEN))
    if view.help:
        found.append(_place(Go(Spot.HELP), SIGNS[Spot.HELP], words("button.help"), grid, HELP))
    if grid.wide:
        others = [tool for tool in view.tools if tool.spot is not Spot.LISTEN]
        found += [
            _place(tool.press, SIGNS[tool.spot], tool.label, grid, TOOL) for tool in others[:1]
        ]
    if more:
        label = words("button.more")
        found.append(_place(Go(Spot.MORE), SIGNS[Spot.NEXT], label, grid, NEXT, is_solid=True))
    elif view.next is not None:
        found.append(
            _place(view.next.press, SIGNS[Spot.NEXT], view.next.label, grid, NEXT, is_solid=True)
        )
    return found


def _place(
    press: Press, sign: str, label: str, grid: Grid, place: int, *, is_solid: bool = False
) -> Place:
    return Place(press, Face(sign, label), grid.button(place), is_solid)


def draw(brush: Brush, grid: Grid, buttons: Sequence[Place], held: Press | None) -> list[Line]:
    """The rows of the bar, as wide as the screen."""
    rows: list[Line] = [[], [], []]
    end = 0
    for button in buttons:
        face, region, is_held = button.face, button.region, button.press == held
        if button.is_solid:
            drawn = solid(brush, face.text, region.width, is_held, face.sign)
        else:
            chip = grid.chip
            label = Content(face.text).truncate(region.width - chip - 2, ellipsis=True).plain
            drawn = card(
                brush, structs.replace(face, text=label), region.width, BUTTON, chip, is_held
            )
        for row, cells in zip(rows, drawn, strict=True):
            row += [*brush.blank(region.x - end), *cells]
        end = region.right
    return [row + brush.blank(grid.size.width - end) for row in rows]
