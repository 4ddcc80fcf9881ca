"""The table of danger signs fits the course: names that are there, few signs a page, all asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from course.content.checks.draft import Draft, LanguageDraft, ModuleFile, Told
from course.content.checks.examples import SIGN, STORIES
from course.content.checks.rule import PEMAT, PROJECT, rule, same_rule
from course.content.checks.scope import COURSE, LANGUAGE, MODULE, PAGE
from course.content.kinds.questions import Triage
from course.content.model import CourseFile, Page
from course.content.signs import DangerSign, Places, SignsShown
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.content.source.spelling import suggest
from course.errors import Problem

MOST_SIGNS = 4
"""What a page shows in large letters without scrolling, and what anybody keeps in mind."""
URGENT = ("emergency", "now")


@rule(
    "X05",
    "The table of danger signs, and whoever names its rows, names what is there",
    why="What to do for a danger sign must come from somewhere, for each place of the body.",
    scope=COURSE,
    stops=True,
    bad=SIGN.replace("[book]", "[boook]") + STORIES,
    good=SIGN + STORIES,
)
def check_rows(draft: Draft) -> Iterator[Problem]:
    """Every source and place of a row is there."""
    for path, row in draft.triage.each(DangerSign):
        if draft.sources.readable and draft.claims.readable:
            for index, name in enumerate(row.sources):
                if name not in draft.citable:
                    cure = suggest(name, draft.citable, "in sources.yaml or claims.yaml")
                    what = f'There is no source or claim "{name}".'
                    yield draft.triage.problem((*path, "sources", index), what, cure)
        yield from _places(draft.triage, (*path, "after"), row.after, _known_places(draft))


@same_rule("X05", scope=MODULE)
def check_stories(module: ModuleFile) -> Iterator[Problem]:
    """Every row that a question or a page names is there, and every place of a page."""
    draft = module.edition.draft
    rows = draft.triage.entries()
    for path, question in module.each(Triage):
        yield from _row(module, (*path, "sign"), question.sign, rows)
    for path, shown in module.each(SignsShown):
        if not shown.is_of_place:
            yield from _places(module, (*path, "after"), shown.after, _known_places(draft))
        for index, name in enumerate(shown.signs or ()):
            yield from _row(module, (*path, "signs", index), name, rows)


def _row(module: ModuleFile, path: Path, name: str, rows: Collection[str]) -> Iterator[Problem]:
    if module.edition.draft.triage.readable and name not in rows:
        what = f'There is no danger sign "{name}".'
        yield module.problem(path, what, suggest(name, rows, "in triage.yaml"))


def _places(
    written: Written[Any], path: Path, after: str | Places, known: Collection[str] | None
) -> Iterator[Problem]:
    if known is None or isinstance(after, str):
        return
    for index, place in enumerate(after):
        if place not in known:
            what = f'There is no place "{place}".'
            cure = suggest(place, known, 'under "places" in course.yaml')
            yield written.problem((*path, index), what, cure)


def _known_places(draft: Draft) -> Collection[str] | None:
    """The places of the body that the course names; None if they are not known."""
    return next((course.places for _, course in draft.course.each(CourseFile)), None)


@rule(
    "X06",
    f"A page shows some rows of the table of danger signs, and at most {MOST_SIGNS}",
    why=(
        "Who looks for help reads what stands first. On a small screen a fifth sign is out of "
        "sight."
    ),
    source=f"{PEMAT}; {PROJECT}",
    scope=PAGE,
    bad=f"""\
# a page
title: What needs a call today
triage: {{level: today}}
# a page
id: danger
title: What needs help at once
triage: {{level: emergency}}
{SIGN}{STORIES.replace("page: wet", "page: danger")}""",
    good=f"""\
# a page
title: What needs help at once
triage: {{level: emergency}}
{SIGN}{STORIES.replace("page: wet", "page: here")}""",
)
def check_few(page: Told[Page]) -> Iterator[Problem]:
    """A problem at a page that shows none, or more than fit; and at each row that it leaves out
    although it names it."""
    shown, table = page.it.triage, page.draft.triage
    if shown is None or table.problems or not table.readable:
        return
    rows = {str(path[0]): row for path, row in table.each(DangerSign)}
    here = [name for name, row in rows.items() if shown.is_shown(name, row)]
    for index, name in enumerate(shown.signs or ()):
        if name in rows and name not in here:
            what = f'The sign "{name}" is of another level, or after other shots.'
            cure = "Show it on a page of its own level, with where it may come after."
            yield page.problem(what, cure, "triage", "signs", index)
    if not here and not shown.signs:
        what = "No row of triage.yaml is shown here."
        yield page.problem(what, 'Change its "level" or "after".', "triage")
    if len(here) > MOST_SIGNS:
        what = f"This page shows {len(here)} danger signs."
        cure = f'Make two pages of it: name under "signs" at most {MOST_SIGNS} for each.'
        yield page.problem(what, cure, "triage")


@rule(
    "X07",
    "Each sign that cannot wait is asked by a question",
    why="To have read it is not to know it when it comes. A story shows who would wait.",
    source=PROJECT,
    scope=LANGUAGE,
    bad=SIGN,
    good=SIGN + STORIES,
)
def check_asked(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each row of the levels emergency and now that no question is about."""
    draft = edition.draft
    if edition.original is not None or not _is_whole(edition):
        return
    asked = {q.sign for module in edition.modules.values() for _, q in module.each(Triage)}
    if not asked <= draft.triage.entries().keys():
        return  # One of them may be misspelt.
    for path, row in draft.triage.each(DangerSign):
        if row.level in URGENT and path[0] not in asked:
            entry = draft.triage.entries()[str(path[0])]
            what = f'No question asks what to do for "{path[0]}".'
            cure = f'Write a story of the kind triage with "sign: {path[0]}".'
            yield draft.triage.problem_at(entry.key.line, entry.key.column, what, cure)


@rule(
    "W09",
    "Danger signs are among the essential pages",
    why="Who has a few minutes reads those pages alone, and must know when to call.",
    source=PROJECT,
    severity="warning",
    scope=LANGUAGE,
    bad=f"""\
# a page
text: Ask how deep it is.
essential: true
# a page
id: danger
title: What needs help at once
triage: {{level: emergency}}
{SIGN}{STORIES.replace("page: wet", "page: danger")}""",
    good=f"""\
# a page
title: What needs help at once
triage: {{level: emergency}}
essential: true
{SIGN}{STORIES.replace("page: wet", "page: here")}""",
)
def check_short_way(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at the first page with signs that cannot wait, where people may come for a few
    pages alone and none of these is essential."""
    pages = [(file, *each) for file in edition.modules.values() for each in file.each(Page)]
    urgent = [each for each in pages if each[2].triage and each[2].triage.level in URGENT]
    asked = any(course.asks for _, course in edition.draft.course.each(CourseFile))
    has_ways = asked or any(page.essential for *_, page in pages)
    if has_ways and urgent and not any(page.essential for *_, page in urgent):
        file, path, _ = urgent[0]
        what = "No page with danger signs is among the essential ones."
        yield file.problem((*path, "triage"), what, "Write essential: true at this page.")


def _is_whole(edition: LanguageDraft) -> bool:
    """Whether all of its modules are there and sound."""
    modules = edition.modules
    if len(modules) < len(edition.draft.course.names("modules")):
        return False
    return all(module.value is not None for module in modules.values())
