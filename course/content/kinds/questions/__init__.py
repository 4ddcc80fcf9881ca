"""The kinds of questions, one file each."""

from course.content.kinds.questions.choice import Choice, Option
from course.content.kinds.questions.estimate import Estimate, Range
from course.content.kinds.questions.match import Match, Pair
from course.content.kinds.questions.order import Order, OrderStep
from course.content.kinds.questions.reflect import Reflect
from course.content.kinds.questions.rows import Row, Rows
from course.content.kinds.questions.triage import Triage

__all__ = [
    "Choice",
    "Estimate",
    "Match",
    "Option",
    "Order",
    "OrderStep",
    "Pair",
    "Question",
    "Range",
    "Reflect",
    "Row",
    "Rows",
    "Triage",
]

Question = Choice | Rows | Triage | Order | Match | Estimate | Reflect
