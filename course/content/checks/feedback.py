"""What is said to an answer gives a reason; the screen gives the verdict itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from course.content import prose
from course.content.checks.draft import Told
from course.content.checks.examples import CHOICE
from course.content.checks.rule import ITEMS, rule
from course.content.checks.scope import TEXT
from course.content.checks.words import Words
from course.content.checks.words.phrases import Phrases, compiled, either
from course.content.source.binding import Text
from course.errors import Problem


class Verdicts(Words, frozen=True):
    """How somebody says whether an answer is right."""

    verdicts: Phrases

    @cached_property
    def first(self) -> re.Pattern[str]:
        """A verdict that stands alone at the start of a text."""
        return compiled(rf"\W*(?P<said>{either(self.verdicts)})(?= *[.!,:;\u2013\u2014]| +- |$)")


@rule(
    "Q14",
    "What is said to an answer gives the reason, and no verdict",
    why=(
        'The screen says itself what was right, and never shames. "Incorrect." teaches nothing, '
        'and "Yes!" stands wrong where a second try is shown the same words.'
    ),
    source=ITEMS,
    scope=TEXT,
    words=Verdicts,
    bad=CHOICE.replace(
        "because: Water is wet.}\n    - {text: It k", "because: Yes.}\n    - {text: It k"
    ),
    good=CHOICE,
)
def check(text: Told[Text], words: Verdicts) -> Iterator[Problem]:
    """A problem at each reason that begins with a verdict."""
    if text.path[0] != "questions" or text.path[-1] != "because":
        return
    if found := words.first.match(prose.plain(text.it.node.text)):
        what = f'This begins with a verdict ("{found["said"]}").'
        cure = "Leave it out, and give the reason, as in: A sip of water is fine."
        yield text.problem(what, cure)
