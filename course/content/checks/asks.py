"""What people come to ask has an answer."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Draft, LanguageDraft, Told
from course.content.checks.rule import CDC, PROJECT, rule, same_rule
from course.content.checks.scope import COURSE, LANGUAGE, PAGE
from course.content.model import CourseFile, Page
from course.content.source import nodes
from course.content.source.binding import Written
from course.content.source.spelling import suggest
from course.errors import Problem

MOST_FIRST = 5


@rule(
    "W08",
    "A page answers each question of the first screen, and names no other",
    why="Who chooses a question of the first screen goes along the pages that name it. One that no "
    "page names is not offered.",
    source=CDC,
    scope=LANGUAGE,
    bad="""\
# course.yaml
asks: {deep: {ask: {en: How deep is it?}}}
# a page
text: Ask how deep it is.
answers: [depth]
""",
    good="""\
# course.yaml
asks: {deep: {ask: {en: How deep is it?}}}
# a page
text: Ask how deep it is.
answers: [deep]
""",
)
def check_asked(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each question that no page answers, as far as the modules can be read."""
    course, modules = edition.draft.course, edition.modules.values()
    if edition.absent or course.problems or any(file.problems for file in modules):
        return
    answered = {ask for file in modules for _, page in file.each(Page) for ask in page.answers}
    for ask in _asked(course):
        if ask not in answered:
            what = f'No page answers "{ask}", so that the first screen does not offer it.'
            cure = f"Write answers: [{ask}] at each page that answers it."
            yield course.problem(("asks", ask), what, cure)


@same_rule("W08", scope=PAGE)
def check_answered(page: Told[Page]) -> Iterator[Problem]:
    """A problem at each question that a page answers and nobody asks."""
    asked = _asked(page.draft.course)
    for index, ask in enumerate(page.it.answers):
        if ask not in asked:
            what = f'The first screen does not ask "{ask}".'
            yield page.problem(what, suggest(ask, asked), "answers", index)


_SIX = """\
# course.yaml
asks: {a: {ask: {en: Is it deep?}}, b: {ask: {en: Is it cold?}}, c: {ask: {en: Is it wet?}}, \
d: {ask: {en: Is it far?}}, e: {ask: {en: Is it safe?}}, f: {ask: {en: Is it salty?}REST}}
# a page
text: Ask how deep it is.
answers: [a, b, c, d, e, f]
"""


@rule(
    "F17",
    f"The first screen asks at most {MOST_FIRST} questions",
    why="A small screen shows no more of them, beside the short way and all of the course.",
    source=PROJECT,
    scope=COURSE,
    bad=_SIX.replace("REST", ""),
    good=_SIX.replace("REST", ", first: false"),
)
def check_first(draft: Draft) -> Iterator[Problem]:
    """A problem at the first question that is too many."""
    for _, course in draft.course.each(CourseFile):
        first = [name for name, ask in course.asks.items() if ask.first]
        if len(first) > MOST_FIRST:
            what = f"The first screen has {len(first)} questions."
            cure = f'Write "first: false" at those that fewest people ask, down to {MOST_FIRST}.'
            yield draft.course.problem(("asks", first[MOST_FIRST]), what, cure)


def _asked(course: Written[CourseFile]) -> list[str]:
    """The questions of the first screen, whether the rest of the file is sound or not."""
    asks = nodes.get(course.root, ("asks",))
    return [*asks.entries] if isinstance(asks, nodes.Mapping) else []
