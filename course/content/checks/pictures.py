"""Drawings that fit the screen, in ink that is where it belongs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from course.content.checks.rule import rule
from course.content.checks.scope import PICTURE
from course.content.kinds.figures import Picture
from course.content.pictures import HEIGHT, WIDTH, rows
from course.content.source.binding import Written
from course.content.source.nodes import Scalar, get
from course.errors import Problem


@rule(
    "F08",
    "A drawing fits on the smallest screen, and its inks have its shape",
    why="What is larger is cut off; ink that is beside its line colours the wrong thing.",
    scope=PICTURE,
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
    drawing = rows(value.drawing)
    yield from _size(picture, drawing)
    for key in ("inks", "grounds"):
        yield from _letters(picture, value, key, drawing)
    used = {*value.inks, *value.grounds} - {" "}
    for letter in value.legend:
        if letter not in used:
            what = f'No character of the drawing has the ink "{letter}".'
            yield picture.problem(("legend", letter), what, "Delete it, or use the letter.")


def _letters(
    picture: Written[Picture], value: Picture, key: str, drawing: list[str]
) -> Iterator[Problem]:
    """Inks and grounds lie under the drawing, and each of their letters is in the legend."""
    lines, legend = rows(getattr(value, key)), value.legend
    if len(lines) > len(drawing):
        what = f"The {key} have {len(lines)} lines, and the drawing has {len(drawing)}."
        cure = f"Give each line of the drawing one line of {key}."
        yield _at_line(picture, key, len(drawing), what, cure)
        return
    for number, (drawn, letters) in enumerate(zip(drawing, lines, strict=False)):
        if len(letters) > len(drawn):
            what = (
                f"This line of {key} is {len(letters)} characters long, and line {number + 1} of "
                f"the drawing is {len(drawn)}."
            )
            cure = "Write one letter under each character of the drawing, or a blank."
            yield _at_line(picture, key, number, what, cure, len(drawn))
        for column, letter in enumerate(letters):
            if letter != " " and letter not in legend:
                what = f'The letter "{letter}" is not in the legend.'
                cure = (
                    f'Add "{letter}: " with the name of an ink to the legend, or use its letters.'
                )
                yield _at_line(picture, key, number, what, cure, column)
                break


def _blocks(picture: Written[Picture]) -> Iterator[Problem]:
    """The blanks before a line are part of the drawing, so all must know where a line begins."""
    for key in ("drawing", "inks", "grounds"):
        node = get(picture.root, (key,))
        if node is None and key == "grounds":
            continue
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
    """A problem at a line and column, from 0, of the drawing, its inks or its grounds."""
    node = get(picture.root, (key,))
    place = node.place_in_block(number, column) if isinstance(node, Scalar) else (1, 1)
    return picture.problem_at(*place, what, cure)
