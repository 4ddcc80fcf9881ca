"""What a person is told once they have answered: what they chose, why, and where it is taught."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from course.content import prose
from course.content.model import Choice, Match, Order, Question, Reflect, Row, Rows, Triage
from course.views.citations import cited
from course.views.model import (
    Block,
    Box,
    Button,
    Card,
    Heading,
    Note,
    Plain,
    Text,
    Verdict,
    View,
)
from course.views.press import Go, Spot
from course.views.question import IN_PARTS, care_text, hint
from course.visit import grading
from course.visit.route import step_of

if TYPE_CHECKING:
    from course.language import Words
    from course.views.context import Context
    from course.visit.visit import Visit


def feedback_view(visit: Visit, question: Question, context: Context) -> View:
    """The feedback to the last try at a question."""
    words = context.words
    show = Card(Go(Spot.SHOW), words("feedback.show_me"))
    asked: tuple[Block, ...] = (Plain(question.ask),)
    verdict: Verdict | None = None
    if isinstance(question, Reflect):
        model = prose.parse_inline(question.model).inlines
        blocks: list[Block] = [
            Box("key", words("reflect.model"), model),
            Plain(words("reflect.compare")),
        ]
        cards: tuple[Card, ...] = (show,)
    else:
        last = visit.achieved.tries(visit.module, question)[-1]
        verdict = _verdict(question, last.result, last.choice, context)
        blocks = _told(visit, question, context)
        cards = () if last.result in ("right", "safe") else (show,)
        if isinstance(question, Rows | Match):
            asked = (*asked, Plain(_part_text(question, last.choice)))
    cites = cited(blocks)
    step = step_of(visit.module, visit.place)
    return View(
        layout="feedback",
        section=visit.module.title,
        said=words("top.step", step=step[0], of=step[1]),
        step=step,
        verdict=verdict,
        blocks=tuple(blocks),
        asked=asked,
        cards=cards,
        back=context.button(Spot.BACK),
        help="feedback",
        tools=context.tools(*((Spot.SOURCES,) if cites else ()), Spot.STOP),
        menu=(context.button(Spot.WAY),),
        next=_on(visit, question, context),
        cites=cites,
    )


def _told(visit: Visit, question: Question, context: Context) -> list[Block]:
    """Why, and the hint or the right answer where it was not right."""
    last = visit.achieved.tries(visit.module, question)[-1]
    standing = visit.achieved.standing(visit.module, question)
    blocks: list[Block] = [Text(prose.parse(grading.because(question, last.choice)))]
    if not standing.done and not isinstance(question, IN_PARTS):
        blocks.append(hint(question, context))
    if last.result not in ("right", "safe"):
        blocks += _answer(question, last.choice, standing, context.words)
    return blocks


def _answer(
    question: Question, choice: str, standing: grading.Standing, words: Words
) -> list[Block]:
    """The right answer, where there is no further try at it."""
    match question:
        case Choice() if standing.done:
            right = grading.right_option(question)
            reason = prose.parse_inline(right.because).inlines
            return [
                Note(words("feedback.answer"), prose.verbatim(right.text)),
                Box("key", words("feedback.reason"), reason),
            ]
        case Order() if standing.done:
            items = tuple(prose.verbatim(step.text) for step in question.steps)
            ordered = prose.Prose((prose.Bullets(items, ordered=True),))
            return [Heading(words("feedback.answer")), Text(ordered)]
        case Rows():
            row = _row(question, choice)
            return [Note(words("feedback.answer"), prose.verbatim(words(f"answer.{row.answer}")))]
        case Match():
            key = choice.partition("=")[0]
            pair = next(pair for pair in question.pairs if pair.key == key)
            return [Note(words("feedback.answer"), prose.verbatim(pair.right))]
        case _:
            return []


def _row(question: Rows, choice: str) -> Row:
    key = choice.partition("=")[0]
    return next(row for row in question.rows if row.key == key)


def _part_text(question: Rows | Match, choice: str) -> str:
    """The row or the left side that was answered."""
    if isinstance(question, Rows):
        return _row(question, choice).text
    key = choice.partition("=")[0]
    return next(pair.left for pair in question.pairs if pair.key == key)


def _chosen(question: Question, choice: str, context: Context) -> tuple[str, ...]:
    words = context.words
    said = choice.partition("=")[2]
    match question:
        case Choice():
            return (next(option.text for option in question.options if option.key == choice),)
        case Rows():
            return (words(f"answer.{said}"),)
        case Match():
            return (next(pair.right for pair in question.pairs if pair.right_key == said),)
        case Order():
            texts = {step.key: step.text for step in question.steps}
            return tuple(texts[each] for each in choice.split(","))
        case _:
            return (care_text(choice, context),)


def _verdict(question: Question, result: grading.Result, choice: str, context: Context) -> Verdict:
    words = context.words
    triage = isinstance(question, Triage)
    special = f"verdict.triage_{result}"
    text = words(special) if triage and special in words else words(f"verdict.{result}")
    tones: dict[grading.Result, Literal["good", "safe", "unsure", "care", "danger"]] = {
        "right": "good",
        "safe": "safe",
        "unsure": "unsure",
        "wrong": "danger" if triage else "care",
    }
    chosen = _chosen(question, choice, context)
    return Verdict(tones[result], text, words("feedback.you_chose"), chosen)


def _on(visit: Visit, question: Question, context: Context) -> Button:
    done = visit.achieved.standing(visit.module, question).done
    on = "next" if done or isinstance(question, IN_PARTS) else "try_again"
    return context.button(Spot.NEXT, on)
