"""Every danger sign stands on a page, and a story leads to the page that has its sign."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import LanguageDraft, ModuleFile
from course.content.checks.examples import SIGN, STORIES
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import LANGUAGE, MODULE
from course.content.checks.triage import URGENT
from course.content.kinds.questions import Triage
from course.content.model import Page
from course.content.signs import DangerSign
from course.content.texts import whole_name
from course.errors import Problem

_PAGE = """\
# a page
id: danger
title: What needs help at once
triage: {level: emergency}
"""


@rule(
    "X10",
    "A sign that cannot wait is on a page, and a story leads to the page that shows its sign",
    why=(
        "A sign that no page shows is met for the first time in a question, or never. Whoever gets "
        "a story wrong is shown the page that it names, and must find there what to do."
    ),
    source=PROJECT,
    scope=LANGUAGE,
    bad=_PAGE + SIGN + STORIES,
    good=_PAGE + SIGN + STORIES.replace("page: wet", "page: danger"),
)
def check_rows(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each sign that cannot wait and is on no page, where pages show some."""
    table = edition.draft.triage
    modules = edition.modules.values()
    if edition.original is not None or table.problems or any(each.problems for each in modules):
        return
    pages = [page.triage for each in modules for _, page in each.each(Page) if page.triage]
    rows = {str(path[0]): row for path, row in table.each(DangerSign)}
    shown = {name for name, row in rows.items() if any(p.is_shown(name, row) for p in pages)}
    for name, row in rows.items() if shown else ():
        if row.level in URGENT and name not in shown:
            entry = table.entries()[name]
            what = f'No page shows the sign "{name}".'
            cure = f'Show it on a page, under "triage" with "level: {row.level}".'
            yield table.problem_at(entry.key.line, entry.key.column, what, cure)


@same_rule("X10", scope=MODULE)
def check_stories(module: ModuleFile) -> Iterator[Problem]:
    """A problem at the page of a story that does not show its sign although another one does."""
    edition = module.edition
    rows = {str(path[0]): row for path, row in edition.draft.triage.each(DangerSign)}
    files = edition.modules
    if any(each.problems for each in files.values()):
        return
    pages = {(name, page.id): page for name, each in files.items() for _, page in each.each(Page)}
    for path, story in module.each(Triage):
        row = rows.get(story.sign)
        named = whole_name(story.page, module.text("id") or "")
        showing = [
            where
            for where, page in pages.items()
            if row and page.triage and page.triage.is_shown(story.sign, row)
        ]
        if showing and named in pages and named not in showing:
            what = f'The page "{story.page}" does not show the sign "{story.sign}".'
            cure = f"Name {'/'.join(showing[0])}, or show the sign there."
            yield module.problem((*path, "page"), what, cure)
