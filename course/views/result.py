"""What a module taught: its key points, and which of them the person knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.views import top
from course.views.model import Block, Card, Plain, View
from course.views.press import Pick, Spot

if TYPE_CHECKING:
    from course.content.kinds.questions import Question
    from course.views.context import Context
    from course.visit.visit import Visit


def result_view(visit: Visit, context: Context) -> View:
    """The key points of the module that was just gone through."""
    words, module = context.words, visit.module
    points = _by_page(visit.achieved.key_points(visit.module))
    known = sum(each for _, each in points)
    blocks: list[Block] = []
    if points:
        blocks.append(Plain(words("result.known", known=known, of=len(points)), strong=True))
    blocks.append(Plain(module.key_message))
    upcoming = visit.achieved.upcoming
    step = top.step(visit)
    return View(
        layout="result",
        section=module.title,
        said=words("top.step", step=step[0], of=step[1]),
        step=step,
        title=words("result.title", module=module.title),
        blocks=tuple(blocks),
        cards=tuple(_card(visit, question, knows, context) for question, knows in points),
        back=context.button(Spot.BACK),
        help="result",
        tools=context.tools(Spot.STOP),
        menu=(context.button(Spot.WAY),),
        next=context.button(Spot.NEXT, "finish" if upcoming is None else "next"),
    )


def _by_page(points: list[tuple[Question, bool]]) -> list[tuple[Question, bool]]:
    """A point for each page that teaches some: known when all are, else by the first that is not.

    A point goes by the title of its page, and the same line twice would only puzzle.
    """
    pages: dict[str, tuple[Question, bool]] = {}
    for question, knows in points:
        if question.page not in pages or (pages[question.page][1] and not knows):
            pages[question.page] = (question, knows)
    return list(pages.values())


def _card(visit: Visit, question: Question, known: bool, context: Context) -> Card:
    words = context.words
    return Card(
        press=Pick(question.id),
        text=visit.module.page(question.page).title,
        status=words("result.is_known" if known else "result.show_again"),
        mark="done" if known else "open",
    )
