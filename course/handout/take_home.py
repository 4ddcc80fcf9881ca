"""What a person takes home."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from course.content import prose
from course.handout import lists
from course.handout.card import bands
from course.handout.edition import mark_of
from course.handout.marks import Marks
from course.handout.missed import because, missed, right
from course.handout.model import DOT, Handout, Item, Part
from course.views.checked import reviewed
from course.views.codes import grouped
from course.views.days import Appointment, day
from course.views.page import out_of_date

if TYPE_CHECKING:
    from course.content.kinds.questions import Question
    from course.content.model import Page
    from course.views.context import Context
    from course.visit.visit import Visit

MOST, MOST_WITHOUT_PLACE = 2, 1
"""Points to look at again, at most: more would be looked at by nobody, and the page is full; fuller
where it holds the signs of all places."""
MOST_ASKED = 7
"""Questions for the doctor on it, at most."""


def take_home(
    visit: Visit,
    context: Context,
    today: date,
    appointment: Appointment | None = None,
    *,
    with_code: bool = False,
) -> Handout:
    """The page of a visit, in the language of its context.

    `with_code`: whether whoever takes it asked for the code on it; others may see the page.
    """
    words, marks = context.words, Marks(context.course)
    # A place that was named may be gone from the course since.
    place = context.course.places.get(visit.achieved.own_place)
    tells_code = with_code and visit.record.is_kept
    under = (
        context.clinic.name,
        words("handout.shots", place=place) if place else None,
        words("handout.visit", on=day(appointment.on, words)) if appointment else None,
        words("handout.code", code=grouped(visit.record.code)) if tells_code else None,
    )
    parts = (
        *_afterwards(context, marks),
        *lists.to_do(visit, context, appointment),
        *_questions(visit, context),
        *lists.picked(visit),
        *_again(visit, context, marks),
    )
    return Handout(
        language=words.language,
        title=words("handout.title"),
        under=tuple(filter(None, under)),
        help=words("handout.help"),
        bands=(card := bands(visit, context)),
        unsure=words("handout.unsure") if card else "",
        parts=parts,
        foot=tuple(_foot(context, marks, today)),
        sources=_sources(context, marks),
    )


def _questions(visit: Visit, context: Context) -> Iterator[Part]:
    if asked := lists.questions(visit, context):
        items = [Item(text, mark=f"{at}.") for at, text in enumerate(asked[:MOST_ASKED], start=1)]
        if left := len(asked[MOST_ASKED:]):
            items.append(Item(context.words("handout.more_asked", count=left)))
        yield Part(context.words("handout.questions"), tuple(items), place="beside")


def _afterwards(context: Context, marks: Marks) -> Iterator[Part]:
    """What the pages say that go home as they are."""
    for module in context.course.modules:
        if module.id in context.course.untranslated:
            continue
        for page in module.pages:
            if page.take_home and (said := tuple(_said(page, marks))):
                yield Part(page.title, said, place="under")


def _said(page: Page, marks: Marks) -> Iterator[Item]:
    for block in prose.parse(page.text or "").blocks:
        if isinstance(block, prose.Paragraph):
            yield _cited(block.inlines, marks)
            continue
        for at, inlines in enumerate(block.items, start=1):
            yield _cited(inlines, marks, mark=f"{at}." if block.ordered else DOT)
    if page.callout:
        yield _cited(prose.parse_inline(page.callout.text).inlines, marks)


def _cited(
    inlines: tuple[prose.Inline, ...], marks: Marks, *, mark: str = DOT, lead: str = ""
) -> Item:
    return Item(marks.told(inlines), mark, lead, inlines)


def _again(visit: Visit, context: Context, marks: Marks) -> Iterator[Part]:
    """What is worth another look, with what is right."""
    words, found = context.words, [each.question for each in missed(visit)]
    most = MOST if visit.achieved.own_place in context.course.places else MOST_WITHOUT_PLACE
    items = [_asked(each, context, marks) for each in found[:most]]
    if left := len(found[most:]):
        items.append(Item(words("handout.more", count=left)))
    if items:
        yield Part(words("result.again"), tuple(items))


def _asked(question: Question, context: Context, marks: Marks) -> Item:
    answer = right(question, context)
    ended = answer if answer.endswith((".", "?")) else f"{answer}."
    inlines = (*prose.verbatim(f"{ended} "), *because(question))
    return _cited(inlines, marks, lead=question.ask)


def _foot(context: Context, marks: Marks, today: date) -> Iterator[str]:
    words, course = context.words, context.course
    old = words("page.out_of_date") if out_of_date(marks.cites, course, today) else ""
    edition = words("handout.mark", mark=mark_of(course))
    yield " ".join(filter(None, (old, reviewed(context), edition)))
    if course.untranslated:
        yield words("handout.partial")


def _sources(context: Context, marks: Marks) -> str:
    said = " ".join(marks.sources())
    return context.words("handout.sources", sources=said) if said else ""
