"""What a person is told once they have answered: what they chose, why, and where it is taught."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from course.content import prose
from course.views import top
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
    said: Verdict | None = None
    if question.form == "aloud":
        blocks = _model(question, context)
        cards: tuple[Card, ...] = (show,)
    else:
        last = visit.achieved.tries(visit.module, question)[-1]
        said = verdict(question, last.result, last.choice, context)
        blocks = _told(visit, question, context)
        cards = () if last.result in ("right", "safe") else (show,)
        if question.form == "parts":
            asked = (*asked, Plain(question.part_of(last.choice).text))
    cites = cited(blocks)
    step = visit.step
    return View(
        layout="feedback",
        section=top.section(visit, context),
        said=words("top.step", step=step[0], of=step[1]),
        step=step,
        verdict=said,
        blocks=tuple(blocks),
        asked=asked,
        cards=cards,
        back=context.button(Spot.BACK),
        help="feedback",
        tools=context.tools(*((Spot.SOURCES,) if cites else ()), Spot.STOP),
        menu=(context.button(Spot.WAY), context.button(Spot.TAKE)),
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
    """Why, and the right answer where it was not right; nothing that tells it as long as the same
    is asked again."""
    last = visit.achieved.tries(visit.module, question)[-1]
    again = _is_asked_again(visit, question)
    blocks: list[Block] = []
    reason = question.reason(last.choice)
    if reason and not (again and question.reason_tells):
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
    """Whether what was just answered will be asked once more."""
    return question.is_asked_again(visit.achieved.tries(visit.module, question))


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


def verdict(question: Question, result: Result, choice: str, context: Context) -> Verdict:
    """What an answer was worth, and what it was, in the words that stand above all else."""
    words = context.words
    harms = question.must_be_put_right(choice)
    text = words(f"verdict.{question.verdicts.get(result, 'must_fix' if harms else result)}")
    tones: dict[Result, Literal["good", "safe", "unsure", "care", "danger"]] = {
        "right": "good",
        "safe": "safe",
        "unsure": "unsure",
        "wrong": "danger" if harms else "care",
    }
    chosen = tuple(in_words(said, context) for said in question.chosen(choice))
    return Verdict(tones[result], text, words("feedback.you_chose"), chosen)


def _on(visit: Visit, question: Question, context: Context) -> Button:
    done = visit.achieved.standing(visit.module, question).done
    tries = visit.achieved.tries(visit.module, question)
    same = not done and question.part_of(tries[-1].choice) == question.next_part(tries)
    return context.button(Spot.NEXT, "try_again" if same else "next")
