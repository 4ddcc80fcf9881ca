"""What the staff may see of a visit, once the person has agreed: never shown before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from course.content.kinds.questions import Triage
from course.handout import lists
from course.handout.missed import chosen, harmful, missed, right
from course.handout.model import BOX, Handout, Item, Part
from course.views.codes import grouped
from course.views.signs import by_level, concerning
from course.visit.route import Place

if TYPE_CHECKING:
    from course.views.context import Context
    from course.visit.visit import Visit

MOST = 8
"""Pages that the person is to tell in their own words, at most, as far as they knew them."""
URGENT = ("emergency", "now")


def slip(visit: Visit, context: Context, *, with_code: bool = True) -> Handout:
    """The page of a visit for whoever talks with the person next, in the context's language.

    `with_code`: whether the code of the visit may still be told.
    """
    words = context.words
    # Two stories about one sign may have got the same answer.
    harmed = dict.fromkeys(_harmed(visit, context))
    unknown = list(dict.fromkeys(each.title for each in missed(visit)))
    told = [title for title in _read(visit) if title not in unknown]
    parts = (
        Part(words("slip.ask"), _items(unknown), place="under"),
        Part(words("slip.tell"), _items(told[: max(MOST - len(unknown), 0)]), place="under"),
        Part(words("slip.questions"), _items(lists.questions(visit, context)), place="beside"),
        Part(words("slip.read"), _items(_far(visit, context)), place="beside"),
        Part(words("slip.signs"), tuple(item for is_sign, item in harmed if is_sign)),
        Part(words("slip.harmed"), tuple(item for is_sign, item in harmed if not is_sign)),
        *_to_go_over(visit, context, harmed),
    )
    return Handout(
        language=words.language,
        title=words("slip.title"),
        under=(
            *((words("slip.code", code=grouped(visit.record.code)),) if with_code else ()),
            _place(visit, context),
            words("slip.agreed"),
        ),
        parts=tuple(part for part in parts if part.items),
    )


def _place(visit: Visit, context: Context) -> str:
    words = context.words
    # A place that was named may be gone from the course since.
    place = context.course.places.get(visit.achieved.own_place)
    return words("slip.shots", place=place) if place else words("slip.no_place")


def _read(visit: Visit) -> Iterator[str]:
    """The titles of the pages that were read: those first that nobody should miss."""
    course = visit.course
    main = {(module.id, page.id) for module, page in course.essentials()}
    read = [
        (module.id, page)
        for module in course.modules
        if module.id not in course.untranslated
        for page in module.pages
        if not page.checklist and visit.achieved.has_read(Place("page", module.id, page.id))
    ]
    read.sort(key=lambda one: (one[0], one[1].id) not in main)
    yield from (page.title for _, page in read if not page.your_place)


def _far(visit: Visit, context: Context) -> Iterator[str]:
    """The parts that are done, and of the others how many pages were read."""
    for state in visit.achieved.states():
        pages = [s for s in visit.achieved.route(state.module).steps if s.kind == "page"]
        read = sum(map(visit.achieved.has_read, pages))
        if state.done or state.again:
            yield state.module.title
        elif read:
            yield context.words("slip.pages", part=state.module.title, read=read, of=len(pages))


def _to_go_over(
    visit: Visit, context: Context, harmed: Iterable[tuple[bool, Item]]
) -> Iterator[Part]:
    """The danger signs at which help is needed at once, by what is to be done, each to be ticked;
    without those that stand on the page with what the person said."""
    own = visit.achieved.own_place
    said = {item.lead for is_sign, item in harmed if is_sign}
    rows = concerning(own if own in context.course.places else "", context)
    for level, some in by_level(rows):
        left = tuple(Item(row.short, mark=BOX) for row in some if row.short not in said)
        if level in URGENT:
            name = context.words(f"level.{level}", number=context.emergency_number)
            yield Part(context.words("slip.over", level=name), left)


def _items(texts: Iterable[str]) -> tuple[Item, ...]:
    return tuple(map(Item, dict.fromkeys(texts)))


def _harmed(visit: Visit, context: Context) -> Iterator[tuple[bool, Item]]:
    """Each answer that could have harmed, and what is right; true where a danger sign was asked."""
    words = context.words
    for module in visit.course.modules:
        for question in module.questions:
            answer = harmful(visit, module, question)
            if not answer:
                continue
            row = question.row if isinstance(question, Triage) else None
            if row is not None:
                # Without the number of the clinic, which its staff know.
                said, needed = (
                    words(f"level.{level}", number=context.emergency_number)
                    for level in (answer, row.level)
                )
            else:
                said, needed = chosen(question, answer, context), right(question, context)
            told = words("slip.said", said=said.removesuffix("."), right=needed)
            if not visit.achieved.standing(module, question).done:
                told = f"{told} {words('slip.not_yet')}"
            yield row is not None, Item(told, lead=row.short if row else question.ask)
