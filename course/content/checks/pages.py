"""Every page has something to show, and asks for one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.rule import CDC, rule
from course.content.model import Module, Page
from course.content.source.binding import Written
from course.errors import Problem


@rule(
    "F06",
    "A page shows something, and asks for one thing at a time",
    why="A page that asks a question and has things to tick asks for two things at once.",
    source=CDC,
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
def check(module: Written[Module]) -> Iterator[Problem]:
    """A page shows something; a page that asks a question has no checklist."""
    for path, page in module.each(Page):
        if not (page.text or page.figure or page.checklist or page.check):
            yield module.problem(
                path,
                f'The page "{page.id}" has nothing but a title.',
                "Give it a text, a figure, a checklist or a check.",
            )
        if page.check and page.checklist:
            yield module.problem(
                (*path, "checklist"),
                "This page asks a question and has a checklist as well.",
                "Make two pages of it.",
            )
