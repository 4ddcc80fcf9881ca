"""A page as plain text, for whoever reads or hears lines."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from course.handout.model import DOT

if TYPE_CHECKING:
    from course.handout.model import Band, Handout, Part

WIDTH = 78
"""Columns of a line."""


def lines(handout: Handout) -> Iterator[str]:
    """The whole page, line by line."""
    yield from wrap(handout.title, WIDTH)
    for said in handout.under:
        yield from wrap(said, WIDTH)
    if handout.bands:
        yield from ("", *wrap(handout.help, WIDTH))
        for band in handout.bands:
            yield from ("", *_band(band))
        yield from ("", *wrap(handout.unsure, WIDTH))
    for part in handout.parts:
        yield from ("", *_part(part))
    for said in filter(None, (*handout.foot, handout.sources)):
        yield from ("", *wrap(said, WIDTH))


def _band(band: Band) -> Iterator[str]:
    yield from _hung(f"{band.sign} ", band.text)
    if band.more:
        yield from _hung("  ", band.more)
    if band.write:
        yield from _hung("  ", band.write)
    for group in band.groups:
        if group.after:
            yield from _hung("  ", group.after)
        for sign in group.signs:
            yield from _hung(f"  {DOT} ", sign)


def _part(part: Part) -> Iterator[str]:
    yield from wrap(part.title, WIDTH)
    for item in part.items:
        mark = f"{item.mark} "
        if item.lead:
            yield from _hung(mark, item.lead)
            mark = " " * len(mark)
        yield from _hung(mark, item.text)


def _hung(mark: str, text: str) -> list[str]:
    """A text behind a mark, its later lines below its first word."""
    return wrap(text, WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark))
