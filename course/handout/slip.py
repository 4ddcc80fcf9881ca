"""What the staff may see of a visit, once the person has agreed: never shown before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from course.content.kinds.questions import Triage
from course.handout import lists
from course.handout.missed import chosen, harmful, missed, right
from course.handout.model import Handout, Item, Part
from course.views.codes import grouped

if TYPE_CHECKING:
    from course.views.context import Context
    from course.visit.visit import Visit


def slip(visit: Visit, context: Context) -> Handout:
    """The page of a visit for whoever talks with the person next, in the context's language."""
    words = context.words
    # Two stories about one sign may have got the same answer.
    harmed = dict.fromkeys(_harmed(visit, context))
    done = (state.module.title for state in visit.achieved.states() if state.done or state.again)
    parts = (
        Part(words("slip.ask"), _items(each.title for each in missed(visit)), place="under"),
        Part(words("slip.questions"), _items(lists.questions(visit, context)), place="beside"),
        Part(words("slip.done"), _items(done), place="beside"),
        Part(words("slip.signs"), tuple(item for is_sign, item in harmed if is_sign)),
        Part(words("slip.harmed"), tuple(item for is_sign, item in harmed if not is_sign)),
    )
    return Handout(
        language=words.language,
        title=words("slip.title"),
        under=(words("slip.code", code=grouped(visit.record.code)), words("slip.agreed")),
        parts=tuple(part for part in parts if part.items),
    )


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
