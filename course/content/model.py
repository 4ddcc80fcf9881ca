"""What a course is: modules of pages and questions, and the sources under them.

These types are the authoring format, field for field (`docs/authoring.md`): the loader reads YAML
into them and nothing translates them again. All are frozen; a course does not change while a
person is in it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal, NoReturn

from msgspec import Meta, Struct

from course.content.kinds.figures import Drawn, Figure, Picture
from course.content.kinds.questions import Question
from course.content.signs import Sign, SignsShown
from course.content.texts import (
    Formerly,
    Id,
    Inline,
    Language,
    Line,
    Part,
    Prose,
    QuestionName,
    Row,
    Title,
    Translated,
    TranslatedTitle,
)

# Pages


class Callout(Part, frozen=True):
    kind: Literal["key", "warning", "ask"]
    text: Inline


class ChecklistItem(Part, frozen=True):
    id: Id
    text: Inline
    when: Literal["before", "day", "after"] | None = None
    unless: Literal["sedation"] | None = None
    days_before: Literal["clinic.anti_inflammatory_days"] | None = None
    """A day is printed only when the clinic has set one."""


class Check(Part, frozen=True):
    question: Id


ClinicNote = Literal["anti-inflammatories", "heat", "sedation", "phones"]
"""What a clinic settles for itself; unset, the page says to ask."""


class PlaceText(Part, frozen=True, kw_only=True):
    """What a page says of shots in one place of the body."""

    text: Prose
    figure: Figure | None = None


class Page(Part, frozen=True):
    id: Id
    title: Title
    text: Prose | None = None
    why: Inline | None = None
    callout: Callout | None = None
    figure: Figure | None = None
    clinic: Annotated[tuple[ClinicNote, ...], Meta(max_length=2)] = ()
    """What the clinic's own settings say here, below the text."""
    checklist: Annotated[tuple[ChecklistItem, ...], Meta(min_length=1, max_length=8)] | None = None
    check: Check | None = None
    essential: bool = False
    """Whether it is part of the short way."""
    answers: tuple[Id, ...] = ()
    """The questions of the first screen that it answers."""
    place: Annotated[dict[Id, PlaceText], Meta(min_length=2)] | None = None
    """A text for each place of the body; the reader's own is shown first."""
    your_place: bool = False
    """Whether the reader is asked here for the place of their own shot."""
    take_home: bool = False
    """Whether what a person takes home says it too: its text and its callout."""
    triage: SignsShown | None = None
    covers: tuple[Row, ...] = ()
    formerly: Formerly = ()

    @property
    def says_signs_alone(self) -> bool:
        """Whether all that it has is danger signs."""
        told = (self.text, self.why, self.callout, self.figure, self.clinic, self.checklist)
        return bool(self.triage) and not any((*told, self.check, self.place, self.your_place))


Mark = Annotated[str, Meta(pattern=r"^[0-9a-f]{12}$", description="the mark that the check gives")]


class Module(Part, frozen=True):
    format: Literal[1]
    id: Id
    title: Title
    goal: Line
    key_message: Line
    pages: Annotated[tuple[Page, ...], Meta(min_length=1, max_length=20)]
    questions: Annotated[tuple[Question, ...], Meta(max_length=20)] = ()
    formerly: Formerly = ()

    def page(self, page_id: str) -> Page:
        """The page with this id; raises KeyError if there is none."""
        return next((p for p in self.pages if p.id == page_id), None) or _missing(page_id)

    def question(self, question_id: str) -> Question:
        """The question with this id; raises KeyError if there is none."""
        return next((q for q in self.questions if q.id == question_id), None) or _missing(
            question_id
        )


def _missing(item: str) -> NoReturn:
    raise KeyError(item)


# What the statements rest on


_YEAR = "a year in digits, as in 2013, or null if the source does not say"


class Source(Part, frozen=True):
    title: Line
    authors: Line
    published: Line
    year: Annotated[int, Meta(ge=1900, le=2100, description=_YEAR)] | None
    """None where the source does not say."""
    kind: Literal["trial", "review", "case", "guideline", "institution", "survey", "article", "law"]
    url: (
        Annotated[
            str,
            Meta(
                pattern=r"^https://\S+$",
                max_length=300,
                description="an address that begins https://, or null if none is known",
            ),
        ]
        | None
    )
    """None where no address is known: one that leads elsewhere helps nobody."""
    checked: datetime.date | None
    """When someone last read that very page; None if nobody has."""
    review_by: datetime.date | None = None
    """Past this day it may have changed, and the page that cites it says so."""
    interest: Line | None = None
    """Who gains if it is believed, in a sentence for the reader."""


class Reading(Part, frozen=True, kw_only=True, rename={"point": "for"}):
    """What a source says on a point, in our own words, by whoever read it."""

    source: Id
    point: Id
    """The claim or the source that a page cites, or the danger sign that rests on it."""
    where: Line
    says: Line
    read: datetime.date
    how: Literal["full text", "abstract", "page"]


class Side(Part, frozen=True):
    source: Id
    says: Translated


class Claim(Part, frozen=True, kw_only=True):
    sources: Annotated[tuple[Id, ...], Meta(min_length=1)]
    says: Translated | None = None
    disagree: tuple[Side, ...] = ()
    review_by: datetime.date | None = None
    """Past this day it may be out of date, and the page that cites it says so."""
    never_without: tuple[Id, ...] = ()
    """Claims that a page must cite beside this one."""
    covers: tuple[Row, ...] = ()


class Term(Part, frozen=True):
    """A word a patient may not know. Its id in the glossary file is not shown."""

    term: Title
    says: Line
    also: tuple[Title, ...] = ()
    """Other forms of the word, such as the plural, under which it is found."""


# The course


class Review(Part, frozen=True):
    """The clinician who signed the course off in a language; all None as long as none has."""

    by: Line | None
    role: Line | None
    on: datetime.date | None
    next: datetime.date | None


class Made(Part, frozen=True, kw_only=True):
    """When the course was made, and with whose money; the reader finds it under About."""

    on: datetime.date
    updated: datetime.date | None = None
    """When it was last brought up to date."""
    paid_by: TranslatedTitle


class Ask(Part, frozen=True, kw_only=True):
    """A question that people come with, and that some page answers."""

    ask: TranslatedTitle
    first: bool = True
    """Whether the first screen shows it."""


class CourseFile(Part, frozen=True, kw_only=True):
    """`course.yaml` as it is written."""

    format: Literal[1]
    id: Id
    title: TranslatedTitle
    languages: Annotated[tuple[Language, ...], Meta(min_length=1, max_length=40)]
    modules: Annotated[tuple[Id, ...], Meta(min_length=1)]
    optional: tuple[Id, ...] = ()
    most_minutes: Annotated[int, Meta(ge=1, le=90)] = 20
    """That those of the modules take which are not optional; a warning says if they take more."""
    evaluation: Annotated[tuple[QuestionName, ...], Meta(max_length=5)] = ()
    """Choice questions that are asked before the course, after it, or both, if a clinic wants to
    know what it does."""
    asks: Annotated[dict[Id, Ask], Meta(max_length=20)] = {}
    """What the first screen asks whether one came to know it."""
    welcome: TranslatedTitle = {}
    """What the first screen says above them, in place of the program's own words."""
    places: dict[Id, TranslatedTitle] = {}
    """The places of the body that shots go into."""
    review: Review | None = None
    """To be written by hand no more: `prolo review sign` keeps a signature, and what was signed."""
    made: Made | None = None
    emergency_number: Annotated[
        str, Meta(pattern=r"^[0-9 +-]{2,20}$", description="a telephone number, as in 911")
    ]


class Course(Struct, frozen=True, kw_only=True):
    """A course in one language, complete and without faults."""

    id: str
    language: str
    languages: tuple[str, ...]
    title: str
    modules: tuple[Module, ...]
    optional: frozenset[str]
    evaluation: tuple[tuple[str, str], ...] = ()
    """The module and the question of each."""
    review: Review
    changed: bool = False
    """Whether something is not as it was signed."""
    made: Made | None = None
    emergency_number: str
    sources: dict[str, Source]
    claims: dict[str, Claim]
    glossary: tuple[Term, ...]
    pictures: dict[str, Picture]
    """The drawings of the figures in cells, by their names."""
    svgs: dict[str, Drawn] = {}
    """The pictures that a terminal draws where it can, by their names."""
    triage: dict[str, Sign] = {}
    """The one table of danger signs, by the ids of its rows."""
    asks: dict[str, str] = {}
    """What people come to ask, by its id."""
    welcome: str = ""
    """What stands above that on the first screen, if the course says it itself."""
    places: dict[str, str] = {}
    """The places of the body, by their ids."""
    untranslated: frozenset[str] = frozenset()
    """The modules that are not in this language yet, and are told in the original one."""

    def module(self, module_id: str) -> Module:
        """The module with this id; raises KeyError if there is none."""
        return next((m for m in self.modules if m.id == module_id), None) or _missing(module_id)

    def essentials(self) -> Iterator[tuple[Module, Page]]:
        """The pages of the short way, each with its module."""
        return ((module, page) for module, page in self._pages() if page.essential)

    def answering(self, ask: str) -> Iterator[tuple[Module, Page]]:
        """The pages that answer a question of the first screen, each with its module."""
        return ((module, page) for module, page in self._pages() if ask in page.answers)

    def _pages(self) -> Iterator[tuple[Module, Page]]:
        return ((module, page) for module in self.modules for page in module.pages)
