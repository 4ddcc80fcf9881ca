"""What an author has still to write."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Placed
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import EVERY_TEXT
from course.content.source.binding import Text
from course.content.source.spelling import shortened
from course.content.todo import MARKED
from course.errors import Problem


@rule(
    "W12",
    "Nothing is left to do",
    why=(
        "`prolo new` writes a question wherever words are missing, and an author may do the same. "
        "Nobody else is to read it."
    ),
    source=PROJECT,
    scope=EVERY_TEXT,
    bad="""\
# a page
text: |
  To do: how deep is the lake?
""",
    good="""\
# a page
text: |
  How deep is the lake?
""",
)
def check(text: Placed[Text]) -> Iterator[Problem]:
    """A problem at each mark of something to do."""
    if found := MARKED.search(text.it.node.text):
        what = f'Here is still something to do: "{shortened(found[1])}"'
        yield text.problem(what, "Write your own words in its place.", offset=found.start())
