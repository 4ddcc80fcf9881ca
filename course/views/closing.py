"""After the questions at the end of the course: what was not right, why, and where it is taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content import prose
from course.content.kinds.questions.question import NOT_SURE, UNSURE
from course.views.citations import cited
from course.views.feedback import verdict
from course.views.model import Block, Card, Note, Plain, Text, Verdict, View
from course.views.press import Go, Spot
from course.views.said import in_words

if TYPE_CHECKING:
    from course.content.kinds.questions import Question
    from course.views.context import Context
    from course.visit.visit import Visit


def closing_view(visit: Visit, question: Question, context: Context) -> View:
    """One answer that was not right. The question stands with it: it was asked a while ago."""
    words = context.words
    last = visit.achieved.tries(visit.module, question)[-1]
    solution = question.solution()
    reason = solution.because if last.choice == UNSURE else question.reason(last.choice)
    blocks: tuple[Block, ...] = (
        Plain(question.ask, strong=True),
        Text(prose.parse(reason)),
        *(
            Note(words("feedback.answer"), prose.verbatim(in_words(text, context)))
            for text in solution.texts
        ),
    )
    cites = cited(blocks)
    step = visit.rounds.told_step(visit.place)
    return View(
        layout="feedback",
        section=words("result.again"),
        said=words("top.step", step=step[0], of=step[1]),
        step=step,
        verdict=_verdict(question, last.choice, context),
        blocks=blocks,
        cards=(Card(Go(Spot.SHOW), words("feedback.show_me")),),
        back=context.button(Spot.BACK) if visit.rounds.preceding(visit.place) else None,
        help="feedback",
        tools=context.tools(*((Spot.SOURCES,) if cites else ()), Spot.STOP),
        next=context.button(Spot.NEXT),
        cites=cites,
    )


def _verdict(question: Question, choice: str, context: Context) -> Verdict:
    if choice != UNSURE:
        return verdict(question, question.grade(choice), choice, context)
    words = context.words
    chosen = (in_words(NOT_SURE, context),)
    return Verdict("unsure", words("verdict.unsure"), words("feedback.you_chose"), chosen)
