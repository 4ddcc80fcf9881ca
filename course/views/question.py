"""Questions as they are asked, each in its form, with cards to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content import prose
from course.content.kinds.questions.question import NOT_SURE, UNSURE
from course.views import top
from course.views.citations import cited
from course.views.model import Block, Card, Note, Plain, View
from course.views.page import page_blocks
from course.views.press import Go, Pick, Spot
from course.views.said import in_words
from course.visit.route import AFTER, round_of

if TYPE_CHECKING:
    from course.content.kinds.questions import Question
    from course.content.kinds.questions.question import Asked, Offered
    from course.views.context import Context
    from course.visit.visit import Visit


def asking_view(visit: Visit, question: Question, context: Context) -> View:
    """The question, what there is to choose from, and a hint for whoever wants one."""
    words, page = context.words, visit.page
    blocks = page_blocks(page, visit, context) if page else ()
    asked = _asked(visit, question, context)
    hinted = visit.hinted or _was_tried(visit, question)
    hints: tuple[Block, ...] = (hint(question, context),) if hinted else ()
    cites = cited((*blocks, *asked, *hints))
    more = (Spot.SOURCES,) if cites and hinted else () if hinted else (Spot.HINT,)
    step = visit.step
    aloud = question.form == "aloud"
    return View(
        layout="question",
        section=top.section(visit, context),
        said=words("top.step", step=step[0], of=step[1]),
        step=step,
        title=page.title if page else words("question.story") if question.tells_story else "",
        title_asks=page is None and question.tells_story,
        blocks=blocks,
        asked=asked,
        hints=hints,
        cards=_cards(visit, question, context),
        card_first=True,
        back=context.button(Spot.BACK),
        help="reflect" if aloud else "question",
        tools=context.tools(*more, Spot.STOP),
        menu=(context.button(Spot.WAY), context.button(Spot.TAKE)),
        next=context.button(Spot.NEXT) if aloud else None,
        cites=cites,
    )


def round_view(visit: Visit, question: Question, context: Context) -> View:
    """A question of the rounds before and after the course: no hint, no feedback, no blame."""
    words, name = context.words, round_of(visit.place)
    comes_back = name == AFTER and not visit.rounds.is_once
    unsure = Card(Pick(UNSURE), in_words(NOT_SURE, context))
    step = visit.step
    return View(
        layout="question",
        section=context.course.title,
        said=words("top.step", step=step[0], of=step[1]),
        step=step,
        title=words("after.title_again" if comes_back else f"{name}.title"),
        asked=(Plain(question.ask, strong=True),),
        cards=(*_cards(visit, question, context), unsure),
        card_first=True,
        back=context.button(Spot.BACK) if visit.rounds.preceding(visit.place) else None,
        help="round",
        tools=context.tools(Spot.STOP),
        next=context.button(Spot.NEXT, "skip"),
    )


def hint(question: Question, context: Context) -> Note:
    """The hint of a question."""
    return Note(context.words("question.hint"), prose.parse_inline(question.hint).inlines)


def _asked(visit: Visit, question: Question, context: Context) -> tuple[Block, ...]:
    words = context.words
    ask = Plain(question.ask, strong=True)
    match question.form:
        case "one" | "aloud":
            return (ask,)
        case "order":
            return (ask, Plain(words("question.order")))
        case "parts":
            part, parts = _open_part(visit, question), question.parts
            count = words("question.row", number=parts.index(part) + 1, of=len(parts))
            if _was_tried(visit, question):
                count = words("question.once_more")
            return (Plain(question.ask), Note(count, (prose.Span(part.text, "strong"),)))


def _open_part(visit: Visit, question: Question) -> Asked:
    return question.next_part(visit.achieved.tries(visit.module, question))


def _was_tried(visit: Visit, question: Question) -> bool:
    """Whether what is asked now was answered before."""
    part = _open_part(visit, question)
    tries = visit.achieved.tries(visit.module, question)
    return any(question.part_of(one.choice) == part for one in tries)


def _cards(visit: Visit, question: Question, context: Context) -> tuple[Card, ...]:
    if question.form == "aloud":
        return (Card(Go(Spot.REVEAL), context.words("reflect.reveal")),)
    part = _open_part(visit, question)
    offered = question.arranged(visit.record.code, part.key)
    if question.form == "order":
        return tuple(_step_card(each, visit.given, context) for each in offered)
    before = {one.choice for one in visit.achieved.tries(visit.module, question)}
    tried = context.words("question.tried")
    return tuple(
        Card(Pick(each.key), in_words(each.text, context), tried if each.key in before else "")
        for each in offered
    )


def _step_card(step: Offered, given: tuple[str, ...], context: Context) -> Card:
    text = in_words(step.text, context)
    if step.key not in given:
        return Card(Pick(step.key), text, mark="open")
    number = given.index(step.key) + 1
    return Card(Pick(step.key), text, context.words("question.picked", number=number), "picked")
