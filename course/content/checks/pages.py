"""Every page has something to show, and asks for one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Told
from course.content.checks.rule import CDC, rule
from course.content.checks.scope import PAGE
from course.content.model import Page
from course.errors import Problem


@rule(
    "F06",
    "A page shows something, and asks for one thing at a time",
    why="A page that asks a question and has things to tick asks for two things at once.",
    source=CDC,
    scope=PAGE,
    stops=True,
    bad="""\
# a page
id: here
title: The lake
""",
    good="""\
# a page
text: Ask how deep it is.
""",
)
def check(page: Told[Page]) -> Iterator[Problem]:
    """A page shows something; a page that asks a question has no checklist."""
    shows = page.it
    if not (shows.text or shows.figure or shows.checklist or shows.check or shows.triage):
        yield page.problem(
            f'The page "{shows.id}" has nothing but a title.',
            "Give it a text, a figure, a checklist, a check or rows of triage.yaml.",
        )
    if shows.check and shows.checklist:
        yield page.problem(
            "This page asks a question and has a checklist as well.",
            "Make two pages of it.",
            "checklist",
        )
