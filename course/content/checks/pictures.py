"""Drawings that fit the screen, in ink that is where it belongs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from course.content.binding import Written
from course.content.checks.rule import rule
from course.content.model import Picture
from course.content.nodes import Scalar, get
from course.content.pictures import HEIGHT, WIDTH, rows
from course.errors import Problem


@rule(
    "F08",
    "A drawing fits on the smallest screen, and its inks have its shape",
    why="What is larger is cut off; ink that is beside its line colours the wrong thing.",
    stops=True,
    bad="""\
# a page
figure: {kind: drawing, caption: A pond, alt: A pond with a fish., file: pond}
# pictures/pond.yaml
drawing: |2
  \\ ><> /
inks: |2
    mmm
legend: {m: mark, b: bone}
""",
    good="""\
# a page
figure: {kind: drawing, caption: A pond, alt: A pond with a fish., file: pond}
# pictures/pond.yaml
drawing: |2
  \\ ><> /
inks: |2
    mmm
legend: {m: mark}
""",
)
def check(picture: Written[Picture]) -> Iterator[Problem]:
    """A drawing fits on the smallest screen, and its inks have its shape."""
    value = picture.value
    if value is None:
        return
    if not value.drawing.strip():
        yield picture.problem(("drawing",), "The drawing is blank.", "Draw something.")
        return
    unfit = list(_blocks(picture))
    yield from unfit
    if unfit:
        return
    drawing, inks = rows(value.drawing), rows(value.inks)
    yield from _size(picture, drawing)
    if len(inks) > len(drawing):
        what = f"The inks have {len(inks)} lines, and the drawing has {len(drawing)}."
        cure = "Give each line of the drawing one line of inks."
        yield _at_line(picture, "inks", len(drawing), what, cure)
        return
    for number, (drawn, inked) in enumerate(zip(drawing, inks, strict=False)):
        if len(inked) > len(drawn):
            what = (
                f"This line of inks is {len(inked)} characters long, and line {number + 1} of the "
                f"drawing is {len(drawn)}."
            )
            cure = "Write one letter under each character of the drawing, or a blank."
            yield _at_line(picture, "inks", number, what, cure, len(drawn))
        for column, letter in enumerate(inked):
            if letter != " " and letter not in value.legend:
                what = f'The letter "{letter}" is not in the legend.'
                cure = (
                    f'Add "{letter}: " with the name of an ink to the legend, or use its letters.'
                )
                yield _at_line(picture, "inks", number, what, cure, column)
                break
    used = {*value.inks} - {" "}
    for letter in value.legend:
        if letter not in used:
            what = f'No character of the drawing has the ink "{letter}".'
            yield picture.problem(("legend", letter), what, "Delete it, or use the letter.")


def _blocks(picture: Written[Picture]) -> Iterator[Problem]:
    """The blanks before a line are part of the drawing, so all must know where a line begins."""
    for key in ("drawing", "inks"):
        node = get(picture.root, (key,))
        if not isinstance(node, Scalar) or node.style != "|":
            what = "A drawing keeps its lines only under a |."
            cure = f'Write "{key}: |2", and each line below it, two spaces from the edge.'
            yield picture.problem((key,), what, cure)
        elif node.indentation != 2:
            what = f"The blanks at the start of the first line of {key} are dropped."
            cure = f'Write "{key}: |2", and each line below it, two spaces from the edge.'
            yield picture.problem_at(node.line, node.column, what, cure)


def _size(picture: Written[Picture], drawing: list[str]) -> Iterator[Problem]:
    if len(drawing) > HEIGHT:
        what = f"The drawing has {len(drawing)} lines."
        yield _at_line(picture, "drawing", HEIGHT, what, f"At most {HEIGHT} fit on the screen.")
    for number, line in enumerate(drawing):
        if len(line) > WIDTH:
            what = f"This line of the drawing is {len(line)} characters long."
            cure = f"At most {WIDTH} fit on the screen."
            yield _at_line(picture, "drawing", number, what, cure, WIDTH)
        for column, character in enumerate(line):
            if not _one_cell(character):
                what = f'The character "{character}" is not as wide as one letter.'
                cure = "Draw with letters, lines, blocks and dots that are as wide as one letter."
                yield _at_line(picture, "drawing", number, what, cure, column)
                break


def _one_cell(character: str) -> bool:
    return (
        unicodedata.east_asian_width(character) not in ("W", "F")
        and not unicodedata.combining(character)
        and unicodedata.category(character) not in ("Mn", "Me", "Cf")
    )


def _at_line(
    picture: Written[Picture], key: str, number: int, what: str, cure: str, column: int = 0
) -> Problem:
    """A problem at a line and column, from 0, of the drawing or the inks."""
    node = get(picture.root, (key,))
    place = node.place_in_block(number, column) if isinstance(node, Scalar) else (1, 1)
    return picture.problem_at(*place, what, cure)
