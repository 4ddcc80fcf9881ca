"""A calm voice: nobody who is afraid is shouted at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.checks.draft import Placed
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import EVERY_TEXT
from course.content.source.binding import Text
from course.errors import Problem

_LOUD = re.compile(r"!(?!\[)")
"""Not the mark of a picture in Markdown, which F03 tells."""
_QUOTED = ("sources.yaml", "readings.yaml")
"""Files in which others speak."""


@rule(
    "R08",
    "No text for readers shouts",
    why=(
        "An exclamation mark makes a warning louder and no clearer, and praise hollow. Who reads "
        "may be in pain, or afraid."
    ),
    source=PROJECT,
    scope=EVERY_TEXT,
    bad="""\
# a page
text: Ask how deep it is!
""",
    good="""\
# a page
text: Ask how deep it is.
""",
)
def check(text: Placed[Text]) -> Iterator[Problem]:
    """A problem at the first exclamation mark of a text."""
    found = _LOUD.search(text.it.node.text)
    if found and text.file.file not in _QUOTED:
        what = "This text has an exclamation mark."
        yield text.problem(what, "End the sentence with a full stop.", offset=found.start())
