"""A course and its short way take no longer than a waiting room gives; nobody guesses how long."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from course import language
from course.content import minutes
from course.content.checks.draft import Draft, LanguageDraft
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import COURSE, LANGUAGE
from course.content.model import Module, Page, Term
from course.content.signs import Sign
from course.errors import Problem

MOST_MODULES = 8
"""What a contents page shows without scrolling."""
MOST_ESSENTIAL = 10
"""Minutes of the short way: what is left between coming in and being called."""


class Counted(Struct):
    """A course in its original language, and the clock that counts its minutes."""

    most: int
    """Minutes that those modules may take which are not optional."""
    needed: tuple[Module, ...]
    language: str
    modules: tuple[Module, ...]
    triage: dict[str, Sign]
    glossary: tuple[Term, ...]
    places: dict[str, str]

    @property
    def clock(self) -> minutes.Clock:
        """For all of it."""
        return minutes.Clock(self, language.load(self.language))

    @property
    def essentials(self) -> list[tuple[Module, Page]]:
        """The pages of the short way, each with its module."""
        return [(each, page) for each in self.modules for page in each.pages if page.essential]


def _counted(edition: LanguageDraft) -> Counted | None:
    """None for a translation, and as long as a file has faults: nobody would know how long."""
    course, name = edition.draft.course.value, edition.language
    if edition.original is not None or course is None or name not in language.languages():
        return None
    files = (*edition.draft.shared, *edition.files)
    is_misspelt = not {*course.optional} <= {*course.modules}
    if edition.absent or is_misspelt or any(file.problems for file in files):
        return None
    modules = [each.value for each in edition.modules.values() if each.value is not None]
    return Counted(
        most=course.most_minutes,
        needed=tuple(each for each in modules if each.id not in course.optional),
        language=name,
        modules=tuple(modules),
        triage={
            sign: row.told(name)
            for sign, row in (edition.draft.triage.value or {}).items()
            if name in row.sign and name in row.why
        },
        glossary=tuple((edition.glossary.value or {}).values()),
        places={place: said.get(name, "") for place, said in course.places.items()},
    )


@rule(
    "W04",
    f"The short way takes at most {MOST_ESSENTIAL} minutes, and half of what all may take",
    why="Who takes it has a few minutes until they are called. Its minutes are counted like those "
    "of the course.",
    source=PROJECT,
    severity="warning",
    scope=LANGUAGE,
    bad="""\
# course.yaml
most_minutes: 1
optional: [water]
# a page
id: deep
text: Ask how deep it is.
essential: true
# a page
id: cold
text: Ask how cold it is.
essential: true
# a page
id: wide
text: Ask how wide it is.
essential: true
""",
    good="""\
# a page
text: Ask how deep it is.
essential: true
""",
)
def check_essentials(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at the last page of a short way that is too long."""
    counted = _counted(edition)
    pages = counted.essentials if counted else []
    if counted is None or not pages:
        return
    seconds = counted.clock.pages(pages).seconds
    most = min(MOST_ESSENTIAL, counted.most / 2)
    if seconds > most * 60:
        module, page = pages[-1]
        file = edition.modules[module.id]
        what = f"The essential pages take {seconds / 60:.1f} minutes."
        cure = f"Leave some out, or make them shorter: {most:g} minutes are enough."
        yield file.problem(("pages", module.pages.index(page), "essential"), what, cure)


@rule(
    "W05",
    f"A course has at most {MOST_MODULES} modules, and takes at most 20 minutes",
    why="A visit to the waiting room is 5 to 20 minutes long. What a patient may skip takes none "
    "of them, but in a longer list nobody finds it. Counted is all that a person passes who has "
    f"every answer right, {minutes.WORDS_A_MINUTE} words a minute and {minutes.SECONDS_A_PRESS} "
    "seconds a press. A course that may take longer says so under `most_minutes`.",
    source=PROJECT,
    severity="warning",
    scope=LANGUAGE,
    bad="""\
# course.yaml
most_minutes: 1
# a page
id: deep
text: Ask how deep it is.
# a page
id: cold
text: Ask how cold it is.
# a page
id: wide
text: Ask how wide it is.
""",
    good="""\
# course.yaml
most_minutes: 2
""",
)
def check_minutes(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at the list of modules, if those that are not optional take longer."""
    counted = _counted(edition)
    if counted is None:
        return
    clock = counted.clock
    seconds = sum(clock.module(module).seconds for module in counted.needed)
    if seconds > counted.most * 60:
        what = f"The modules that nobody may skip take {seconds / 60:.1f} minutes."
        cure = 'Put one of them under "optional", or make some shorter.'
        yield edition.draft.course.problem(("modules",), what, cure)


@same_rule("W05", scope=COURSE)
def check_number(draft: Draft) -> Iterator[Problem]:
    """A problem at the list of modules, if it is too long."""
    number = len(draft.course.names("modules"))
    if number > MOST_MODULES:
        what = f"The course has {number} modules."
        cure = f"Make it {MOST_MODULES}: put two that belong together into one, or leave some out."
        yield draft.course.problem(("modules",), what, cure)
