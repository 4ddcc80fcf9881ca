"""What a person is told once they have answered: what they chose, why, and where it is taught."""

from __future__ import annotations

from course.content import prose
from course.content.model import Choice, Match, Order, Question, Reflect, Rows, Triage
from course.language import Words
from course.views.citations import cited
from course.views.context import Context
from course.views.model import Block, Box, Button, Card, Heading, Note, Plain, Text, View
from course.views.question import IN_PARTS, SHOW, care_text, hint, question_frame
from course.visit import grading
from course.visit.visit import Visit


def feedback_view(visit: Visit, question: Question, context: Context) -> View:
    """The feedback to the last try at a question."""
    words = context.words
    if isinstance(question, Reflect):
        model = prose.parse_inline(question.model).inlines
        blocks: list[Block] = [
            Plain(question.ask),
            Box("key", words("reflect.model"), model),
            Plain(words("reflect.compare")),
        ]
        cards: tuple[Card, ...] = (Card(SHOW, words("feedback.show_me")),)
    else:
        blocks, good = _told(visit, question, context)
        cards = () if good else (Card(SHOW, words("feedback.show_me")),)
    sources = context.button("sources") if cited(blocks) else None
    on = _on(visit, question, context)
    return question_frame(visit, context, blocks, cards, "feedback", sources, on)


def _told(visit: Visit, question: Question, context: Context) -> tuple[list[Block], bool]:
    """The blocks, and whether all is well."""
    words = context.words
    last = visit.achieved.tries(visit.module, question)[-1]
    standing = visit.achieved.standing(visit.module, question)
    because = prose.parse_inline(grading.because(question, last.choice)).inlines
    good = last.result in ("right", "safe")
    blocks: list[Block] = [
        Plain(question.ask),
        *_chosen(question, last.choice, context),
        Note(_verdict(question, last.result, words), because, "good" if good else "care"),
    ]
    if not standing.done and not isinstance(question, IN_PARTS):
        blocks.append(hint(question, context))
    if not good:
        blocks += _answer(question, last.choice, standing, words)
    return blocks, good


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
            return _listed(words("feedback.answer"), [step.text for step in question.steps])
        case Rows():
            row = next(row for row in question.rows if row.key == choice.partition("=")[0])
            return [Note(words("feedback.answer"), prose.verbatim(words(f"answer.{row.answer}")))]
        case Match():
            key = choice.partition("=")[0]
            pair = next(pair for pair in question.pairs if pair.key == key)
            return [Note(words("feedback.answer"), prose.verbatim(pair.right))]
        case _:
            return []


def _chosen(question: Question, choice: str, context: Context) -> list[Block]:
    words = context.words
    label = words("feedback.you_chose")
    key, _, said = choice.partition("=")
    match question:
        case Choice():
            text = next(option.text for option in question.options if option.key == choice)
        case Rows():
            row = next(row for row in question.rows if row.key == key)
            return [Plain(row.text), Note(label, prose.verbatim(words(f"answer.{said}")))]
        case Match():
            left = next(pair.left for pair in question.pairs if pair.key == key)
            right = next(pair.right for pair in question.pairs if pair.right_key == said)
            text = words("feedback.pair", left=left, right=right)
        case Order():
            texts = {step.key: step.text for step in question.steps}
            return _listed(label, [texts[each] for each in choice.split(",")])
        case _:
            text = care_text(choice, context)
    return [Note(label, prose.verbatim(text))]


def _listed(label: str, texts: list[str]) -> list[Block]:
    items = tuple(prose.verbatim(text) for text in texts)
    return [Heading(label), Text(prose.Prose((prose.Bullets(items, ordered=True),)))]


def _verdict(question: Question, result: grading.Result, words: Words) -> str:
    special = f"verdict.triage_{result}"
    if isinstance(question, Triage) and special in words:
        return words(special)
    return words(f"verdict.{result}")


def _on(visit: Visit, question: Question, context: Context) -> Button:
    done = visit.achieved.standing(visit.module, question).done
    return context.button("next" if done or isinstance(question, IN_PARTS) else "try_again")
