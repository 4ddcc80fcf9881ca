"""How long a course takes: counted over every view that a person passes, and never guessed.

Such a person has every answer right at first, and their own place is the one of which most is told.
A word is read at `WORDS_A_MINUTE`, a press takes `SECONDS_A_PRESS`. What is only there for whoever
asks for it (hints, sources, help, what is said to a wrong answer) does not count. What breaks a
rule of the course is counted as far as it goes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from math import ceil
from typing import Protocol

from msgspec import Struct

from course.content import glossary
from course.content.kinds.figures import Figure, MapFigure
from course.content.kinds.questions import Question, Triage
from course.content.kinds.said import Said, Word
from course.content.model import ClinicNote, Module, Page, Term
from course.content.siblings import Siblings
from course.content.signs import Level, Sign, SignsShown
from course.content.stories import concerns
from course.language import Words

WORDS_A_MINUTE = 130
SECONDS_A_PRESS = 10

_CITATION = re.compile(r"\[\^[^\]]*\]")
_WORD = re.compile(r"\S*\w\S*")
_OF_THE_CLINIC: dict[ClinicNote, tuple[str, ...]] = {
    "anti-inflammatories": ("clinic.anti_inflammatories",),
    "heat": ("clinic.heat_yes", "clinic.heat_no"),
    "sedation": ("clinic.sedation_yes", "clinic.sedation_no", "clinic.ask_sedation"),
    "phones": ("clinic.both_phones", "clinic.ask_phones"),
}
"""What may stand on a page for a note of the clinic, by the names of the words."""
_TO_DO: dict[Level, tuple[str, ...]] = {
    "emergency": ("level.emergency", "level.emergency_more"),
    "now": ("level.now", "level.now_more", "level.both_phones"),
    "today": ("level.today", "level.today_more", "level.both_phones"),
    "home": ("level.home",),
}
"""What to do for a sign, by the names of the words, at a clinic that has set its numbers."""


class Taken(Struct, frozen=True):
    """What there is to read and to press."""

    words: int = 0
    presses: int = 0

    @property
    def seconds(self) -> float:
        """How long both take."""
        return self.words / WORDS_A_MINUTE * 60 + self.presses * SECONDS_A_PRESS

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.words + other.words, self.presses + other.presses)


def added(parts: Iterable[Taken]) -> Taken:
    """All of them, one after the other."""
    return sum(parts, Taken())


def whole(seconds: float) -> int:
    """Whole minutes, as they are shown: rounded up."""
    return ceil(seconds / 60)


class Told(Protocol):
    """As much of a course as is counted."""

    @property
    def language(self) -> str: ...
    @property
    def modules(self) -> tuple[Module, ...]: ...
    @property
    def triage(self) -> dict[str, Sign]: ...
    @property
    def glossary(self) -> tuple[Term, ...]: ...
    @property
    def places(self) -> dict[str, str]: ...


class Clock:
    """Counts what a course takes that is told in the words of the interface."""

    def __init__(self, course: Told, words: Words) -> None:
        self._course = course
        self._words = words
        self._places = (*course.places,) or ("",)

    def module(self, module: Module) -> Taken:
        """Its pages, its questions without the spare ones, and its result."""
        return self._longest(lambda place: self._module(module, place))

    def pages(self, pages: Iterable[tuple[Module, Page]]) -> Taken:
        """Some pages of modules, each with the question that it asks."""
        passed = list(pages)
        return self._longest(lambda place: added(self._page(*each, place) for each in passed))

    def is_spare(self, module: Module, question: Question) -> bool:
        """Whether a question of a module is one of those that do not count."""
        return (module.id, question.id) in self._siblings.spared

    def question(self, question: Question) -> Taken:
        """A question, all its answers, and what is said to the right one."""
        if isinstance(question, Triage) and question.sign in self._course.triage:
            question = question.filled_in(self._course.triage)
        words = self._counted([question.ask, *_answers(question)])
        match question.form:
            case "one" | "aloud":
                return Taken(words, 2)
            case "parts":
                return Taken(words, 2 * len(question.parts))
            case "order":
                return Taken(words, len(question.offered()) + 2)

    # Within; a place is that of the reader's own shot, or empty where the course names none

    def _longest(self, taken_at: Callable[[str], Taken]) -> Taken:
        return max(map(taken_at, self._places), key=lambda taken: taken.seconds)

    def _module(self, module: Module, place: str) -> Taken:
        on_pages = {page.check.question for page in module.pages if page.check}
        alone = (each for each in module.questions if each.id not in on_pages)
        return added(
            (
                *(self._page(module, page, place) for page in module.pages),
                *(self.question(each) for each in alone if self._is_asked(module, each, place)),
                Taken(self._counted(_result(module)), 1),
            )
        )

    def _page(self, module: Module, page: Page, place: str) -> Taken:
        taken = Taken(self._counted(self._texts(module, page, place)), 1)
        if page.your_place:
            taken += Taken(self._counted(self._course.places.values()), 1)
        if isinstance(page.figure, MapFigure):
            # One spot is looked at, and left again.
            taken += Taken(max(self._counted([spot.text]) for spot in page.figure.spots), 2)
        asked = page.check.question if page.check else None
        question = next((each for each in module.questions if each.id == asked), None)
        if question is None or not self._is_asked(module, question, place):
            return taken
        # What leads on from the page are the presses of its question.
        return Taken(taken.words) + self.question(question)

    def _texts(self, module: Module, page: Page, place: str) -> Iterator[Said]:
        yield page.title
        yield page.text or ""
        yield from _of_figure(page.figure)
        if page.place and place in page.place:
            yield page.place[place].text
            yield from _of_figure(page.place[place].figure)
        if page.triage and (signs := [*self._signs(page.triage, place)]):
            yield from _to_do(page.triage.level)
            for sign in signs:
                yield from (sign.sign, sign.why)
        yield page.why or ""
        yield page.callout.text if page.callout else ""
        for note in page.clinic:
            told = [Word(name) for name in _OF_THE_CLINIC[note]]
            yield max(told, key=lambda word: self._counted([word]))
        yield from (item.text for item in page.checklist or ())
        for term in glossary.first_uses(module, self._course.glossary)[page.id]:
            yield from (term.term, term.says)

    def _signs(self, shown: SignsShown, place: str) -> Iterator[Sign]:
        for name, sign in self._course.triage.items():
            if shown.is_shown(name, sign, place):
                yield sign

    def _is_asked(self, module: Module, question: Question, place: str) -> bool:
        if self.is_spare(module, question):
            return False
        return concerns(question, self._course.triage, place)

    @cached_property
    def _siblings(self) -> Siblings:
        return Siblings.of(self._course.modules)

    def _counted(self, texts: Iterable[Said]) -> int:
        known = self._words.table
        written = (known.get(text.name, "") if isinstance(text, Word) else text for text in texts)
        return sum(len(_WORD.findall(_CITATION.sub("", text))) for text in written)


def _to_do(level: Level) -> Iterator[Word]:
    return map(Word, _TO_DO[level])


def _of_figure(figure: Figure | None) -> Iterator[str]:
    """What is read of a figure as soon as it is shown."""
    if figure is not None:
        yield from (*figure.labels, *figure.shown, figure.caption)


def _answers(question: Question) -> Iterator[Said]:
    """The parts of a question, what can be chosen, and what is said to the right choice."""
    match question.form:
        case "aloud":
            yield question.solution().because
            return
        case "order":
            steps = question.offered()
            yield from (each.text for each in steps)
            yield _reason(question, ",".join(each.key for each in steps))
            return
        case "one" | "parts":
            pass
    # What can be chosen is the same for each part, and read once.
    yield from (each.text for each in question.offered(question.parts[0].key))
    for part in question.parts:
        yield part.text
        right = _right(question, part.key)
        yield _reason(question, right)
        if right and (level := question.advised(right)):
            yield from _to_do(level)


def _right(question: Question, part: str) -> str:
    """The right answer to a part; empty where none is, as in a story about no sign."""
    answers = (each.key for each in question.offered(part))
    try:
        return next((each for each in answers if question.grade(each) == "right"), "")
    except LookupError:
        return ""


def _reason(question: Question, answer: str) -> str:
    try:
        return question.reason(answer)
    except KeyError:
        return ""


def _result(module: Module) -> Iterator[str]:
    """What is read at the end of a module: its message, and the pages of its key points."""
    points = {each.page for each in module.questions if each.key_point}
    yield from (module.title, module.key_message)
    yield from (page.title for page in module.pages if page.id in points)
