"""What was meant for another program: signs as the web writes them, and files of questions."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from course.content.checks.draft import Placed
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import EVERY_TEXT
from course.content.source.binding import Text
from course.errors import Problem

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_GIFT = re.compile(r"::[^:\n]+::|\{\s*(?:[=~]|TRUE\s*\}|FALSE\s*\}|T\s*\}|F\s*\}|#\d)")
_CSV = re.compile(r"(?:^|\n)(?:[^,\n]+,(?=\S)){3,}[^,\n]*\n(?:[^,\n]+,(?=\S)){3,}")
_HEAD = re.compile(
    r"^[ \"]*(?:question(?: text)?|ask|stem)[ \"]*(?P<parting>[,;])[^\n]*[^\n.!?\s][ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""What may be the first line of a table of questions, as spreadsheets save it in any country; a
sentence ends otherwise."""
_QUOTED = re.compile(r'"[^"\n]*"')
_KINDS = ((_GIFT, "a question in GIFT"), (_CSV, "a table in CSV"))


@rule(
    "F23",
    "No text holds what was meant for another program",
    why=(
        "What the web writes for a sign is shown as it is written, and so is a question that was "
        "pasted from a file for another program."
    ),
    source=PROJECT,
    scope=EVERY_TEXT,
    bad="""\
# a page
text: Ask about rain &amp; sea.
""",
    good="""\
# a page
text: Ask about rain & sea.
""",
)
def check(text: Placed[Text]) -> Iterator[Problem]:
    """A problem at the first of either in a text."""
    told = text.it.node.text
    if entity := next(entities(told), None):
        sign = html.unescape(entity.group())
        shown = "a space" if sign.isspace() else f'"{sign}"'
        what = f'"{entity.group()}" is how the web writes a sign; here it is shown as it is.'
        cure = f'Write {shown} in its place; "prolo check --fix" does it.'
        yield text.problem(what, cure, offset=entity.start())
    if found := next(_questions(told), None):
        at, kind = found
        cure = (
            'Write it under "questions", as docs/authoring.md shows; "prolo import" brings in a '
            "whole file."
        )
        yield text.problem(f"This looks like {kind}.", cure, offset=at)


def entities(text: str) -> Iterator[re.Match[str]]:
    """What stands for another sign on a page of the web, as in &amp;."""
    return (each for each in _ENTITY.finditer(text) if html.unescape(each.group()) != each.group())


def _questions(told: str) -> Iterator[tuple[int, str]]:
    """Where questions for another program begin, and of which kind they are."""
    for head in _HEAD.finditer(told):
        if _is_table(told[head.start() :], head["parting"]):
            yield head.start(), "a table of questions in CSV"
    for pattern, kind in _KINDS:
        if found := pattern.search(told):
            yield found.start(), kind


def _is_table(told: str, parting: str) -> bool:
    """Whether lines are parted as cells are: with no blank behind, or as often in each of three."""
    lines = [_QUOTED.sub("", line).strip() for line in told.split("\n")[:3]]
    counts = [line.count(parting) for line in lines]
    if counts[0] < 2:
        return False
    is_tight = f"{parting} " not in lines[0]
    return (is_tight and any(counts[1:2])) or counts == counts[:1] * 3
