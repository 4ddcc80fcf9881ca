"""Signs that every terminal has, and figures that fit a narrow one."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import ModuleFile, Placed
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import EVERY_TEXT, MODULE, PICTURE
from course.content.glyphs import is_lacking, is_wide
from course.content.kinds.figures import Picture, Point, TableFigure
from course.content.pictures import rows
from course.content.source.binding import Text, Written
from course.content.source.nodes import Scalar, get
from course.errors import Problem

NARROW = 56
"""The columns of a page on a screen of 60 columns."""
LONGEST_TIME = 16
"""The characters of the time of a point: all texts begin to the right of the longest one."""
LONGEST_WORD = {2: 24, 3: 15}
"""The characters of a word in a table, by its columns: a longer one is cut in the middle."""


@rule(
    "F12",
    "Each sign is one that a terminal has, one cell wide",
    why=(
        "A terminal shows an empty box for a sign that its font lacks. What is two cells wide "
        "pushes the rest of its line out of place. Letters of other languages are fine."
    ),
    source=PROJECT,
    scope=EVERY_TEXT,
    bad="""\
# a page
text: Ask the nurse \U0001f600 how deep it is.
""",
    good="""\
# a page
text: Ask the nurse how deep it is \u2013 today \u2192 now.
""",
)
def check_signs(text: Placed[Text]) -> Iterator[Problem]:
    """A problem at the first such sign of each text."""
    for offset, character in enumerate(text.it.node.text):
        if is_lacking(character):
            how = "is two cells wide" if is_wide(character) else "may show as an empty box"
            what = f'The sign "{character}" (U+{ord(character):04X}) {how} on a terminal.'
            cure = "Write a word, or a sign that stands on the keyboard."
            yield text.problem(what, cure, offset=offset)
            break


@same_rule("F12", scope=PICTURE)
def check_drawing(picture: Written[Picture]) -> Iterator[Problem]:
    """A problem at the first such sign of each line of a drawing."""
    node = get(picture.root, ("drawing",))
    if picture.value is None or not isinstance(node, Scalar):
        return
    for number, line in enumerate(rows(picture.value.drawing)):
        for column, character in enumerate(line):
            if is_lacking(character) and not is_wide(character):
                what = f'The sign "{character}" (U+{ord(character):04X}) may show as an empty box.'
                cure = "Draw with letters, lines, blocks and shapes; braille is not in the font."
                place = node.place_in_block(number, column)
                yield picture.problem_at(*place, what, cure)
                break


@rule(
    "F13",
    f"A figure fits a page of {NARROW} columns",
    why="On a screen of 60 columns what is wider is cut, or shown in its words only.",
    source=PROJECT,
    severity="warning",
    scope=MODULE,
    bad="""\
# a page
figure:
  kind: timeline
  caption: What water does. [^book]
  alt: At first it is cold. Then it is warm.
  points:
    - {at: At the start of the day, label: Cold, text: "Water is cold. [^book]"}
    - {at: Noon, label: Warm, text: "Water is warm. [^book]"}
""",
    good="""\
# a page
figure:
  kind: timeline
  caption: What water does. [^book]
  alt: At first it is cold. Then it is warm.
  points:
    - {at: Early, label: Cold, text: "Water is cold. [^book]"}
    - {at: Noon, label: Warm, text: "Water is warm. [^book]"}
""",
)
def check_width(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each time of a timeline, and word of a table, that leaves no room."""
    for path, point in module.each(Point):
        if len(point.at) > LONGEST_TIME:
            what = f"This has {len(point.at)} characters, and stands left of all texts."
            cure = f"Shorten it to {LONGEST_TIME}; say the rest in the label or the text."
            yield module.problem((*path, "at"), what, cure)
    for path, table in module.each(TableFigure):
        longest = LONGEST_WORD[len(table.columns)]
        for text in (*module.texts, *module.exact):
            if text.path[: len(path)] != path or text.path[len(path)] not in ("rows", "columns"):
                continue
            for word in text.node.text.replace("*", "").split():
                if len(word) > longest and not word.startswith("[^"):
                    what = f'The word "{word}" is wider than its column on a narrow screen.'
                    cure = f"Use a word of at most {longest} letters, or a column less."
                    at = max(text.node.text.find(word), 0)
                    yield module.problem(text.path, what, cure, at)
                    break


@same_rule("F13", scope=PICTURE)
def check_drawing_width(picture: Written[Picture]) -> Iterator[Problem]:
    """A problem at the first line of a drawing that is too wide for a narrow screen."""
    node = get(picture.root, ("drawing",))
    if picture.value is None or not isinstance(node, Scalar):
        return
    for number, line in enumerate(rows(picture.value.drawing)):
        if NARROW < len(line) <= 70:
            what = f"This line of the drawing is {len(line)} characters long."
            cure = f"Draw at most {NARROW}: else a narrow screen shows only the words of alt."
            yield picture.problem_at(*node.place_in_block(number, NARROW), what, cure)
            return
