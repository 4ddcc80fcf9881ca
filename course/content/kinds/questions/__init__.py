"""The kinds of questions: what an author writes of each, and what it means."""

from course.content.kinds.questions.question import (
    Care,
    Choice,
    Match,
    Option,
    Order,
    OrderStep,
    Pair,
    Question,
    Reasons,
    Reflect,
    Row,
    Rows,
    Triage,
)

__all__ = [
    "Care",
    "Choice",
    "Match",
    "Option",
    "Order",
    "OrderStep",
    "Pair",
    "Question",
    "Reasons",
    "Reflect",
    "Row",
    "Rows",
    "Triage",
]
