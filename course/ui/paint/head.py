"""The rows above the body of a view: where it is, how far, its title, and the languages."""

from __future__ import annotations

from textual.content import Content

from course.ui.paint import top
from course.ui.paint.grid import BUTTON, Grid
from course.ui.paint.keys import languages, rows_of
from course.ui.paint.kit import Kit
from course.ui.paint.stack import Laid, Stack, read
from course.ui.paint.text import wrapped
from course.views.model import Heading, View

SECTION = 20
"""Columns for the name of the clinic beside the languages, at least."""


def languages_fit(view: View, at: Grid) -> bool:
    """Whether all languages stand beside each other on top; else they stand among the cards."""
    return SECTION + len(view.languages) * (_width(at) + 1) <= at.columns


def _width(at: Grid) -> int:
    return at.button(0).width


def head(view: View, at: Grid, kit: Kit, *, lines: int = 0, spare: int = 2) -> Laid:
    """The rows, `spare` empty ones around the title, which is in large letters if `lines` of them
    are enough. A title is never louder than what is asked below it."""
    brush, blank = kit.brush, kit.brush.blank(at.columns)
    found = Laid(at.columns)
    if view.layout == "pad" and at.low:
        return found
    if view.layout == "first":
        _first(view, at, kit, found, spare)
    else:
        section = view.title if view.layout == "way" else view.section
        found.rows += [blank] * at.header
        found.rows.append(top.header(brush, section, view.said, at.columns))
        found.rows.append(top.progress(brush, view.step, at.columns))
    if view.title and not (view.layout == "way" or (view.layout == "still-there" and at.wide)):
        found.rows += [blank] * min(max(at.title - found.height, 0), spare // 2)
        is_asked_below = view.layout == "question" and not view.title_asks
        title = (
            top.quiet(brush, view.title, at.columns)
            if is_asked_below
            else top.title(brush, view.title, at.columns, lines)
        )
        found.read.append(read(Heading(view.title), len(title), first=found.height))
        found.rows += title
        found.rows += [] if at.low or not spare else [blank]
    elif view.layout != "phone" and (at.tall or (spare and not view.verdict)):
        found.rows.append(blank)
    return found


def _first(view: View, at: Grid, kit: Kit, found: Laid, spare: int) -> None:
    """The name of the clinic, and the languages on the right, where the eye goes for them."""
    brush, blank = kit.brush, kit.brush.blank(at.columns)
    found.rows += [blank] * max(at.header - 1, 0)
    if not view.languages or not languages_fit(view, at):
        found.rows += [blank] * (at.header - found.height)
        found.rows += [top.header(brush, view.section, view.said, at.columns), blank]
        return
    count = len(view.languages)
    right = count * (_width(at) + 1) - 1
    left = Stack(at.columns - right - 1)
    (tongues,) = rows_of(brush, languages(view), right, count, 1, at.chip)
    lines = wrapped(Content.styled(view.section, "bold $accent"), left.width)
    lines += wrapped(Content.styled(view.said, "$quiet"), left.width) if view.said else []
    lines = lines[:BUTTON]
    name = [brush.line(line, left.width) for line in lines]
    y = found.height
    for number in range(BUTTON):
        # A short name begins beside the words of the languages.
        row_of_name = number - (1 if len(name) < BUTTON else 0)
        is_name = 0 <= row_of_name < len(name)
        cells = name[row_of_name] if is_name else brush.blank(left.width)
        found.rows.append([*cells, *brush.blank(1), *tongues.rows[number]])
    found.keys += [key.moved(left.width + 1, y) for key in tongues.keys]
    found.rows += [] if at.low or not spare else [blank]
