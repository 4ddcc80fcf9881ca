"""Questions as they are asked: each kind with its own cards to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content import prose
from course.content.model import Choice, Match, Order, Pair, Question, Reflect, Row, Rows, Triage
from course.views.citations import cited
from course.views.model import Block, Card, Note, Plain, View
from course.views.page import page_blocks
from course.views.press import Go, Pick, Spot
from course.visit import grading
from course.visit.route import step_of

if TYPE_CHECKING:
    from course.language import Words
    from course.views.context import Context
    from course.visit.visit import Visit

SAID: tuple[grading.Said, ...] = ("yes", "no", "unsure")
IN_PARTS = (Rows, Match)


def asking_view(visit: Visit, question: Question, context: Context) -> View:
    """The question, what there is to choose from, and a hint for whoever wants one."""
    words, page = context.words, visit.page
    blocks = page_blocks(page, visit, context) if page else ()
    asked = _asked(visit, question, context)
    tried = bool(visit.achieved.tries(visit.module, question))
    hinted = visit.hinted or (tried and not isinstance(question, IN_PARTS))
    hints: tuple[Block, ...] = (hint(question, context),) if hinted else ()
    cites = cited((*blocks, *asked, *hints))
    more = (Spot.SOURCES,) if cites and hinted else () if hinted else (Spot.HINT,)
    step = step_of(visit.module, visit.place)
    return View(
        layout="question",
        section=visit.module.title,
        said=words("top.step", step=step[0], of=step[1]),
        step=step,
        title=page.title if page else words("question.title"),
        blocks=blocks,
        asked=asked,
        hints=hints,
        cards=_cards(visit, question, context),
        card_first=True,
        back=context.button(Spot.BACK),
        help="reflect" if isinstance(question, Reflect) else "question",
        tools=context.tools(*more, Spot.STOP),
        menu=(context.button(Spot.WAY),),
        next=context.button(Spot.NEXT) if isinstance(question, Reflect) else None,
        cites=cites,
    )


def round_view(visit: Visit, question: Question, context: Context) -> View:
    """A question of the rounds before and after the course: no hint, no feedback, no blame."""
    words, name = context.words, visit.round
    unsure = Card(Pick(grading.UNSURE), words("answer.unsure"))
    step = step_of(visit.module, visit.place)
    return View(
        layout="question",
        section=context.course.title,
        said=words("top.step", step=step[0], of=step[1]),
        step=step,
        title=words(f"{name}.title"),
        asked=(Plain(question.ask, strong=True),),
        cards=(*_cards(visit, question, context), unsure),
        card_first=True,
        back=context.button(Spot.BACK),
        help="round",
        tools=context.tools(),
        next=context.button(Spot.NEXT, "skip"),
    )


def hint(question: Question, context: Context) -> Note:
    """The hint of a question."""
    return Note(context.words("question.hint"), prose.parse_inline(question.hint).inlines)


def care_text(care: str, context: Context) -> str:
    """How a triage answer reads, with the numbers of this clinic."""
    words, clinic = context.words, context.clinic
    if care == "call" and clinic.phone:
        return words("care.call_number", phone=clinic.phone)
    return words(f"care.{care}", number=context.emergency_number)


def _asked(visit: Visit, question: Question, context: Context) -> tuple[Block, ...]:
    words = context.words
    if not isinstance(question, IN_PARTS):
        ask = Plain(question.ask, strong=True)
        return (ask, Plain(words("question.order"))) if isinstance(question, Order) else (ask,)
    parts = grading.parts_of(question)
    part = _open_part(visit, question)
    text = part.text if isinstance(part, Row) else part.left
    count = words("question.row", number=parts.index(part) + 1, of=len(parts))
    return (Plain(question.ask), Note(count, (prose.Span(text, "strong"),)))


def _open_part(visit: Visit, question: grading.Parts) -> Row | Pair:
    return grading.unanswered(question, visit.achieved.tries(visit.module, question))[0]


def _cards(visit: Visit, question: Question, context: Context) -> tuple[Card, ...]:
    words, code = context.words, visit.record.code
    before = {one.choice for one in visit.achieved.tries(visit.module, question)}

    def card(key: str, text: str) -> Card:
        return Card(Pick(key), text, words("question.tried") if key in before else "")

    match question:
        case Choice():
            options = grading.shuffled(question.options, question, code)
            return tuple(card(option.key, option.text) for option in options)
        case Triage():
            return tuple(card(care, care_text(care, context)) for care in grading.CARES)
        case Rows():
            row = _open_part(visit, question)
            return tuple(Card(Pick(f"{row.key}={said}"), words(f"answer.{said}")) for said in SAID)
        case Match():
            pair = _open_part(visit, question)
            rights = grading.shuffled(question.pairs, question, code)
            return tuple(Card(Pick(f"{pair.key}={r.right_key}"), r.right) for r in rights)
        case Order():
            steps = grading.shuffled(question.steps, question, code)
            return tuple(_step_card(step.key, step.text, visit.given, words) for step in steps)
        case Reflect():
            return (Card(Go(Spot.REVEAL), words("reflect.reveal")),)


def _step_card(key: str, text: str, given: tuple[str, ...], words: Words) -> Card:
    if key not in given:
        return Card(Pick(key), text, mark="open")
    number = given.index(key) + 1
    return Card(Pick(key), text, words("question.picked", number=number), "picked")
