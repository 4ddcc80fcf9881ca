"""A short story, and how much care it needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from course.content.kinds.questions.question import (
    TRIES,
    Offered,
    QuestionKind,
    Result,
    Standing,
    Try,
)
from course.content.kinds.said import Said, Word
from course.content.texts import Id, Inline, Part

Care = Literal["emergency", "call", "home"]
"""How much care a triage question asks for, the most first."""
CARES: tuple[Care, ...] = get_args(Care)


class Reasons(Part, frozen=True):
    emergency: Inline
    call: Inline
    home: Inline


class Triage(QuestionKind, frozen=True, kw_only=True, tag_field="kind", tag="triage"):
    answer: Care
    because: Reasons
    sign: Id | None = None
    """The row of the table of danger signs that the story is about."""

    results = ("right", "safe", "wrong")
    wrong_harms = True
    words = {
        "emergency": Word("care.emergency_short"),
        "call": Word("care.call_short"),
        "home": Word("care.home_short"),
    }

    @property
    def texts(self) -> tuple[str, ...]:
        """What is said to each of the three answers."""
        return (self.because.emergency, self.because.call, self.because.home)

    @property
    def named(self) -> tuple[Offered, ...]:
        """Nothing: the answers are always the same three."""
        return ()

    def offered(self, part: str = "") -> tuple[Offered, ...]:
        """The three degrees of care."""
        return tuple(Offered(care, Word(f"care.{care}")) for care in CARES)

    def grade(self, answer: str) -> Result:
        """Right, safe if it is more care than is needed, or wrong."""
        chosen, needed = _urgency(answer), _urgency(self.answer)
        if chosen == needed:
            return "right"
        return "safe" if chosen < needed else "wrong"

    def reason(self, answer: str) -> str:
        """What is said to this much care."""
        return self.texts[_urgency(answer)]

    def chosen(self, answer: str) -> tuple[Said, ...]:
        """This much care."""
        return (self.offered()[_urgency(answer)].text,)

    def standing(self, tries: Sequence[Try]) -> Standing:
        """Too little care never ends it; known if enough was chosen within two tries."""
        good = [one.result in ("right", "safe") for one in tries]
        return Standing(len(good), any(good), any(good[:TRIES]))


def _urgency(care: str) -> int:
    """Its place among the degrees of care, the most urgent first."""
    places: dict[str, int] = {each: at for at, each in enumerate(CARES)}
    return places[care]
