"""Questions as they are asked: each kind with its own cards to choose from."""

from __future__ import annotations

from course.content import prose
from course.content.model import Choice, Match, Order, Pair, Question, Reflect, Row, Rows, Triage
from course.language import Words
from course.views.citations import cited
from course.views.context import Context
from course.views.model import Block, Button, Card, Heading, Note, Plain, View
from course.views.page import page_blocks
from course.visit import grading
from course.visit.route import step_of
from course.visit.visit import Visit

SHOW = "show"
HINT = "hint"
REVEAL = "reveal"
SAID: tuple[grading.Said, ...] = ("yes", "no", "unsure")
IN_PARTS = (Rows, Match)


def asking_view(visit: Visit, question: Question, context: Context) -> View:
    """The question, what there is to choose from, and a hint for whoever wants one."""
    words = context.words
    page = visit.page
    blocks: list[Block] = []
    if page or not isinstance(question, IN_PARTS):
        blocks.append(Heading(page.title if page else words("question.title")))
    if page:
        blocks += page_blocks(page, visit, context)
    blocks += _asked(visit, question, context)
    tried = bool(visit.achieved.tries(visit.module, question))
    hinted = visit.hinted or (tried and not isinstance(question, IN_PARTS))
    if hinted:
        blocks.append(hint(question, context))
    return question_frame(
        visit,
        context,
        blocks,
        _cards(visit, question, context),
        help_name="reflect" if isinstance(question, Reflect) else "question",
        extra=None if hinted else context.button(HINT),
        on=context.button("next") if isinstance(question, Reflect) else None,
    )


def round_view(visit: Visit, question: Question, context: Context) -> View:
    """A question of the rounds before and after the course: no hint, no feedback, no blame."""
    words, name = context.words, visit.round
    blocks: list[Block] = [Heading(words(f"{name}.title")), Plain(question.ask, strong=True)]
    unsure = Card(grading.UNSURE, words("answer.unsure"))
    return View(
        section=context.course.title,
        blocks=tuple(blocks),
        cards=(*_cards(visit, question, context), unsure),
        help="round",
        extra=context.button("skip"),
        step=step_of(visit.module, visit.place),
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


def question_frame(
    visit: Visit,
    context: Context,
    blocks: list[Block],
    cards: tuple[Card, ...],
    help_name: str,
    extra: Button | None = None,
    on: Button | None = None,
) -> View:
    """A view of a question in its module, with the buttons where they always are."""
    return View(
        section=visit.module.title,
        blocks=tuple(blocks),
        cards=cards,
        back=context.button("back"),
        card_first=help_name != "feedback",
        help=help_name,
        menu=(context.button("contents"),),
        extra=extra,
        next=on,
        step=step_of(visit.module, visit.place),
        cites=cited(blocks),
    )


def _asked(visit: Visit, question: Question, context: Context) -> list[Block]:
    words = context.words
    if not isinstance(question, IN_PARTS):
        blocks: list[Block] = [Plain(question.ask, strong=True)]
        if isinstance(question, Order):
            blocks.append(Plain(words("question.order")))
        return blocks
    parts = grading.parts_of(question)
    part = _open_part(visit, question)
    text = part.text if isinstance(part, Row) else part.left
    count = words("question.row", number=parts.index(part) + 1, of=len(parts))
    asked = Plain(question.ask) if visit.page else Heading(question.ask)
    return [asked, Note(count, (prose.Span(text, "strong"),))]


def _open_part(visit: Visit, question: grading.Parts) -> Row | Pair:
    return grading.unanswered(question, visit.achieved.tries(visit.module, question))[0]


def _cards(visit: Visit, question: Question, context: Context) -> tuple[Card, ...]:
    words, code = context.words, visit.keeping.code
    before = {one.choice for one in visit.achieved.tries(visit.module, question)}

    def card(key: str, text: str) -> Card:
        return Card(key, text, words("question.tried") if key in before else "")

    match question:
        case Choice():
            options = grading.shuffled(question.options, question, code)
            return tuple(card(option.key, option.text) for option in options)
        case Triage():
            return tuple(card(care, care_text(care, context)) for care in grading.CARES)
        case Rows():
            row = _open_part(visit, question)
            return tuple(Card(f"{row.key}={said}", words(f"answer.{said}")) for said in SAID)
        case Match():
            pair = _open_part(visit, question)
            rights = grading.shuffled(question.pairs, question, code)
            return tuple(Card(f"{pair.key}={r.right_key}", r.right) for r in rights)
        case Order():
            steps = grading.shuffled(question.steps, question, code)
            return tuple(_step_card(step.key, step.text, visit.given, words) for step in steps)
        case Reflect():
            return (Card(REVEAL, words("reflect.reveal")),)


def _step_card(key: str, text: str, given: tuple[str, ...], words: Words) -> Card:
    if key not in given:
        return Card(key, text, mark="open")
    return Card(key, text, words("question.picked", number=given.index(key) + 1), "picked")
