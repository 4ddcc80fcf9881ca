"""Figures whose parts fit together."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import ModuleFile, Told
from course.content.checks.names import twice
from course.content.checks.parts import misfits_below
from course.content.checks.pictures import check as check_picture
from course.content.checks.rule import rule, same_rule
from course.content.checks.scope import MODULE, PIECE
from course.content.kinds.figures import DrawingFigure, MapFigure, Picture
from course.content.kinds.piece import Piece
from course.content.model import Module
from course.content.pictures import rows
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.content.source.spelling import suggest
from course.content.source.svg_reader import Vector
from course.errors import Problem

_TABLE = """\
# a page
figure:
  kind: table
  caption: Rain and sea. [^book]
  alt: Rain is sweet, and the sea is salty.
  columns: [Water, Taste]
  rows:
    - [Rain, Sweet]
    - [Sea, Salty]
"""


@rule(
    "F07",
    "The parts of a figure fit together",
    why="A range that goes down, a row with a cell too few or a spot beside its picture misleads.",
    scope=MODULE,
    stops=True,
    bad=_TABLE.replace("[Sea, Salty]", "[Sea, Salty, It lies still]"),
    good=_TABLE,
)
def check(module: ModuleFile) -> Iterator[Problem]:
    """The spots of maps, and the labels of pictures in SVG."""
    pictures, svgs = module.edition.pictures, module.edition.svgs
    for path, drawn in module.each(DrawingFigure):
        if drawn.file in svgs:
            yield from _labels(module, path, drawn, svgs[drawn.file])
        elif drawn.parts:
            what = f'The picture "{drawn.file}" has no file in SVG, and only that has labels.'
            cure = f"Put pictures/{drawn.file}.svg there, or leave them out."
            yield module.problem((*path, "labels"), what, cure)
    for path, figure in module.each(MapFigure):
        yield from twice(module, (*path, "spots"), "spot")
        if figure.file in svgs:
            yield from _shapes(module, path, figure, svgs[figure.file])
        if figure.file in pictures and not any(check_picture(pictures[figure.file])):
            yield from _spots(module, path, figure, pictures[figure.file])


@same_rule("F07", scope=PIECE)
def check_misfits(piece: Told[Piece]) -> Iterator[Problem]:
    """What the kinds of figures know that no type can say."""
    yield from misfits_below("pages", piece)


def _labels(
    module: Written[Module], path: Path, figure: DrawingFigure, svg: Vector
) -> Iterator[Problem]:
    if svg.view_box is None:
        return
    for index, label in enumerate(figure.parts):
        pairs = zip(label.at, svg.view_box, strict=False)
        if any(number > most for number, most in pairs):
            width, height = svg.view_box
            what = f'"{label.text}" points beside the picture, which is {width} by {height}.'
            cure = f"Write at: [0 to {width}, 0 to {height}]."
            yield module.problem((*path, "labels", index, "at"), what, cure)


def _shapes(
    module: Written[Module], path: Path, figure: MapFigure, svg: Vector
) -> Iterator[Problem]:
    for index, spot in enumerate(figure.spots):
        if spot.shape is not None and spot.shape not in svg.ids and not svg.problems:
            what = f'There is no part "{spot.shape}" in {svg.file}.'
            cure = suggest(spot.shape, svg.ids)
            yield module.problem((*path, "spots", index, "shape"), what, cure)


def _spots(
    module: Written[Module], path: Path, figure: MapFigure, written: Written[Picture]
) -> Iterator[Problem]:
    if written.value is None:
        return
    drawing = rows(written.value.drawing)
    width, height = max(map(len, drawing), default=0), len(drawing)
    taken: dict[tuple[int, int], str] = {}
    for index, spot in enumerate(figure.spots):
        here = (*path, "spots", index)
        for key, number, most, kind in (
            ("x", spot.x, width, "column"),
            ("y", spot.y, height, "line"),
        ):
            if number > most:
                what = (
                    f'The spot lies outside the drawing "{figure.file}", '
                    f"which ends at {kind} {most}."
                )
                yield module.problem((*here, key), what, f"Write a number from 1 to {most}.")
        first = taken.setdefault((spot.x, spot.y), spot.id)
        if first != spot.id:
            what = f'The spot "{first}" lies on the same place.'
            yield module.problem((*here, "x"), what, "Move one of the two.")
