"""What people come to ask has an answer, and a short way has what keeps them safe."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import LanguageDraft, Told
from course.content.checks.rule import CDC, PROJECT, rule, same_rule
from course.content.checks.scope import LANGUAGE, PAGE
from course.content.model import CourseFile, Page
from course.content.source import nodes
from course.content.source.binding import Written
from course.content.source.spelling import suggest
from course.errors import Problem

_URGENT = ("emergency", "now")


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


def _asked(course: Written[CourseFile]) -> list[str]:
    """The questions of the first screen, whether the rest of the file is sound or not."""
    asks = nodes.get(course.root, ("asks",))
    return [*asks.entries] if isinstance(asks, nodes.Mapping) else []


_SIGNS = """\
# triage.yaml
drowning:
  sign: {en: Your friend goes under}
  level: emergency
  why: {en: Water gets into the lungs.}
  sources: [book]
# a question
- id: under
  kind: triage
  ask: Your friend jumps into the water, and goes under.
  sign: drowning
  hint: Can your friend breathe there?
  page: wet
- id: net
  kind: triage
  ask: A net in the water holds your friend, who goes under.
  sign: drowning
  hint: Can your friend breathe there?
  page: wet
# a page
text: Get help at once.
triage: {level: emergency}
"""


@rule(
    "W09",
    "Danger signs are among the essential pages",
    why="Who has a few minutes reads those pages alone, and must know when to call.",
    source=PROJECT,
    severity="warning",
    scope=LANGUAGE,
    bad=_SIGNS,
    good=_SIGNS + "essential: true\n",
)
def check_danger(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at the first page with signs that cannot wait, if none of these is essential."""
    urgent = [
        (file, path, page)
        for file in edition.modules.values()
        for path, page in file.each(Page)
        if page.triage and page.triage.level in _URGENT
    ]
    if urgent and not any(page.essential for _, _, page in urgent):
        file, path, _ = urgent[0]
        what = "No page with danger signs is on the short way."
        yield file.problem((*path, "triage"), what, "Write essential: true at it.")
