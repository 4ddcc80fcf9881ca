"""Grading: what a person chose, against what the question says.

An answer is a short key, never a position: an option's key, a row's key with what was said of it
(`1a2b3c4d=yes`), the care that was chosen, the keys of all steps in the order that was given, or
the key of a left side with that of the right side picked for it. No question takes anything away
from anybody.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar, get_args

from course.content.model import (
    Care,
    Choice,
    Match,
    Option,
    Order,
    OrderStep,
    Pair,
    Question,
    Reflect,
    Row,
    Rows,
    Triage,
)

T = TypeVar("T")
Result = Literal["right", "wrong", "unsure", "safe"]
"""`safe` is more care than was needed; `unsure` is never wrong."""
Said = Literal["yes", "no", "unsure"]
UNSURE: Said = "unsure"

TRIES = 2
"""A choice or an order is asked this many times; then its answer is shown with the reason."""
CARES: tuple[Care, ...] = get_args(Care)


class Try(Protocol):
    """One recorded try; what is kept in the progress has these fields and more."""

    @property
    def choice(self) -> str: ...
    @property
    def result(self) -> Result: ...


@dataclass(frozen=True)
class Standing:
    """How far a person is with one question."""

    tries: int
    done: bool
    known: bool
    """The key point may count as known: right within two tries, or a safe choice."""


def row_answer(row: Row, said: Said) -> str:
    """The key under which what was said of a row is kept."""
    return f"{row.key}={said}"


def pair_answer(pair: Pair, picked: Pair) -> str:
    """The key under which it is kept that the right side of `picked` was given to `pair`."""
    return f"{pair.key}={picked.right_key}"


def order_answer(steps: Sequence[OrderStep]) -> str:
    """The key under which an order is kept."""
    return ",".join(step.key for step in steps)


def grade(question: Question, answer: str) -> Result:
    """Grade one try. Raises KeyError if the question has no such answer."""
    match question:
        case Choice():
            if answer == UNSURE:
                return "unsure"
            return "right" if _option(question, answer).right else "wrong"
        case Rows():
            row, said = _row(question, answer)
            if said == "unsure":
                return "unsure"
            return "right" if said == row.answer else "wrong"
        case Triage():
            chosen, needed = _urgency(answer), _urgency(question.answer)
            if chosen == needed:
                return "right"
            return "safe" if chosen < needed else "wrong"
        case Order():
            return "right" if _ordered(question, answer) == question.steps else "wrong"
        case Match():
            pair, right = _pair(question, answer)
            return "right" if right == pair.right_key else "wrong"
        case Reflect():
            raise KeyError(answer)


def because(question: Question, answer: str) -> str:
    """The feedback that an answer gets. Raises KeyError if the question has no such answer."""
    match question:
        case Choice():
            return _option(question, answer).because
        case Rows():
            return _row(question, answer)[0].because
        case Triage():
            reasons = {
                "emergency": question.because.emergency,
                "call": question.because.call,
                "home": question.because.home,
            }
            return reasons[answer]
        case Order():
            given = _ordered(question, answer)
            wrong = (
                step for step, right in zip(given, question.steps, strict=True) if step != right
            )
            return next(wrong, question.steps[0]).because
        case Match():
            return _pair(question, answer)[0].because
        case Reflect():
            raise KeyError(answer)


def standing(question: Question, tries: Sequence[Try]) -> Standing:
    """How far a person is, from every try that was recorded for this very wording."""
    results = [one.result for one in tries]
    match question:
        case Choice() | Order():
            known = "right" in results[:TRIES]
            return Standing(len(results), known or len(results) >= TRIES, known)
        case Rows() | Match():
            last = {one.choice.partition("=")[0]: one.result for one in tries}
            parts = [part.key for part in parts_of(question)]
            done = all(part in last for part in parts)
            known = done and all(last[part] == "right" for part in parts)
            return Standing(len(results), done, known)
        case Reflect():
            return Standing(0, done=True, known=False)
        case Triage():
            good = [result in ("right", "safe") for result in results]
            return Standing(len(results), any(good), any(good[:TRIES]))


Parts = Rows | Match
"""The questions that are answered one part after another."""


def parts_of(question: Parts) -> tuple[Row, ...] | tuple[Pair, ...]:
    """The rows or pairs of a question, in their order."""
    return question.rows if isinstance(question, Rows) else question.pairs


def unanswered(question: Parts, tries: Sequence[Try]) -> tuple[Row | Pair, ...]:
    """The rows or pairs that were not answered yet, in their order."""
    said = {one.choice.partition("=")[0] for one in tries}
    return tuple(part for part in parts_of(question) if part.key not in said)


def keys(question: Question) -> list[str]:
    """The keys of all that can be chosen, in the order in which it is written."""
    match question:
        case Choice():
            return [option.key for option in question.options]
        case Rows():
            return [row.key for row in question.rows]
        case Order():
            return [step.key for step in question.steps]
        case Match():
            return [key for pair in question.pairs for key in (pair.key, pair.right_key)]
        case Triage() | Reflect():
            return []


def right_option(question: Choice) -> Option:
    """The one option that is right."""
    return next(option for option in question.options if option.right)


def shuffled(things: Sequence[T], question: Question, visit: str) -> tuple[T, ...]:
    """Options, steps or pairs in an order that holds for a visit and differs between visits."""
    order = list(things)
    # Only the look of the page hangs on this; a seed by text is the same in every process.
    random.Random(f"{visit}/{question.id}").shuffle(order)  # noqa: S311
    if isinstance(question, Order) and tuple(order) == question.steps:
        order.reverse()
    return tuple(order)


def _option(question: Choice, key: str) -> Option:
    return {option.key: option for option in question.options}[key]


def _row(question: Rows, answer: str) -> tuple[Row, str]:
    key, _, said = answer.partition("=")
    if said not in get_args(Said):
        raise KeyError(answer)
    return {row.key: row for row in question.rows}[key], said


def _urgency(care: str) -> int:
    if care not in CARES:
        raise KeyError(care)
    return CARES.index(care)


def _ordered(question: Order, answer: str) -> tuple[OrderStep, ...]:
    steps = {step.key: step for step in question.steps}
    given = tuple(steps[key] for key in answer.split(","))
    if len(given) != len(steps) or len(set(given)) != len(steps):
        raise KeyError(answer)
    return given


def _pair(question: Match, answer: str) -> tuple[Pair, str]:
    key, _, right = answer.partition("=")
    if right not in {pair.right_key for pair in question.pairs}:
        raise KeyError(answer)
    return {pair.key: pair for pair in question.pairs}[key], right
