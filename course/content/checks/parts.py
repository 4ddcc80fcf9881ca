"""What the kinds of questions know of their parts, and no type can say."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Told
from course.content.checks.rule import rule
from course.content.checks.scope import PIECE
from course.content.kinds.piece import Piece
from course.errors import Problem

_ESTIMATE = """\
# a question
- id: how-many
  kind: estimate
  ask: Of 100 people in the water, about how many get wet hands?
  of: 100
  counts: people
  ranges:
    - {from: 0, to: 50, because: Water makes your hands wet.}
    - {from: 51, to: 80, because: Water makes your hands wet.}
    - {from: 81, to: 100, right: true, because: Water makes your hands wet.}
  hint: Put a hand into it.
  page: wet
"""


@rule(
    "Q11",
    "The parts of a question fit together",
    why="Where a number stands in two ranges, both are right, and only one of them counts.",
    scope=PIECE,
    stops=True,
    bad=_ESTIMATE.replace("from: 51", "from: 50"),
    good=_ESTIMATE,
)
def check_misfits(piece: Told[Piece]) -> Iterator[Problem]:
    """What the kinds of questions know that no type can say."""
    yield from misfits_below("questions", piece)


def misfits_below(key: str, piece: Told[Piece]) -> Iterator[Problem]:
    """What does not fit together in a piece, if it stands under this key of its module."""
    for misfit in piece.it.misfits() if piece.path[0] == key else ():
        yield piece.problem(misfit.what, misfit.cure, *misfit.at)
