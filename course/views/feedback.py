"""What a person is told once they have answered: what they chose, why, and where it is taught."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from course.content import prose
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
from course.views.question import hint
from course.views.said import in_words
from course.views.signs import advice
from course.visit.route import step_of

if TYPE_CHECKING:
    from course.content.kinds.questions import Question
    from course.content.kinds.questions.question import Result
    from course.views.context import Context
    from course.visit.visit import Visit


def feedback_view(visit: Visit, question: Question, context: Context) -> View:
    """The feedback to the last try at a question."""
    words = context.words
    show = Card(Go(Spot.SHOW), words("feedback.show_me"))
    asked: tuple[Block, ...] = (Plain(question.ask),)
    verdict: Verdict | None = None
    if question.form == "aloud":
        blocks = _model(question, context)
        cards: tuple[Card, ...] = (show,)
    else:
        last = visit.achieved.tries(visit.module, question)[-1]
        verdict = _verdict(question, last.result, last.choice, context)
        blocks = _told(visit, question, context)
        cards = () if last.result in ("right", "safe") else (show,)
        if question.form == "parts":
            asked = (*asked, Plain(question.part_of(last.choice).text))
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


def _model(question: Question, context: Context) -> list[Block]:
    """What a good answer says, for whoever has said their own aloud."""
    words, model = context.words, question.solution().because
    return [
        Box("key", words("reflect.model"), prose.parse_inline(model).inlines),
        Plain(words("reflect.compare")),
    ]


def _told(visit: Visit, question: Question, context: Context) -> list[Block]:
    """Why, and the hint or the right answer where it was not right."""
    last = visit.achieved.tries(visit.module, question)[-1]
    again = _is_asked_again(visit, question)
    blocks: list[Block] = []
    if reason := question.reason(last.choice):
        blocks.append(Text(prose.parse(reason)))
    if level := question.advised(last.choice):
        if last.result == "safe":
            blocks.append(Plain(context.words("feedback.enough")))
        blocks.append(advice(level, context))
    if again:
        blocks.append(hint(question, context))
    elif last.result not in ("right", "safe"):
        blocks += _solution(question, last.choice, context)
    return blocks


def _is_asked_again(visit: Visit, question: Question) -> bool:
    """Whether there is a further try at what was just answered: a part is answered once."""
    done = visit.achieved.standing(visit.module, question).done
    return not done and question.form != "parts"


def _solution(question: Question, choice: str, context: Context) -> list[Block]:
    """The right answer."""
    label = context.words("feedback.answer")
    solution = question.solution(question.part_of(choice).key)
    texts = [prose.verbatim(in_words(text, context)) for text in solution.texts]
    blocks: list[Block] = []
    if len(texts) == 1:
        blocks.append(Note(label, texts[0]))
    elif texts:
        ordered = prose.Bullets(tuple(texts), ordered=True)
        blocks += [Heading(label), Text(prose.Prose((ordered,)))]
    if solution.because:
        reason = prose.parse_inline(solution.because).inlines
        blocks.append(Box("key", context.words("feedback.reason"), reason))
    return blocks


def _verdict(question: Question, result: Result, choice: str, context: Context) -> Verdict:
    words = context.words
    harms = question.wrong_harms and result == "wrong"
    text = words(f"verdict.{question.verdicts.get(result, 'wrong_harms' if harms else result)}")
    tones: dict[Result, Literal["good", "safe", "unsure", "care", "danger"]] = {
        "right": "good",
        "safe": "safe",
        "unsure": "unsure",
        "wrong": "danger" if harms else "care",
    }
    chosen = tuple(in_words(said, context) for said in question.chosen(choice))
    return Verdict(tones[result], text, words("feedback.you_chose"), chosen)


def _on(visit: Visit, question: Question, context: Context) -> Button:
    on = "try_again" if _is_asked_again(visit, question) else "next"
    return context.button(Spot.NEXT, on)
