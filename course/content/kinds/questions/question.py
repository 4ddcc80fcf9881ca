"""What every kind of question can tell.

An answer is a short key, never a position: that of an option, of a part with what was said of it
(`1a2b3c4d=yes`), or of all steps in the order that was given. Whatever takes an answer raises
KeyError for one that the question does not have. No question takes anything away from anybody.
"""

from __future__ import annotations

import hashlib
import random
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Protocol

import msgspec
from msgspec import Struct

from course.content.kinds.piece import Piece
from course.content.kinds.said import Said, Word
from course.content.signs import Level, Sign
from course.content.texts import AnyPage, AnyQuestion, Formerly, Id, Inline, Line

Result = Literal["right", "wrong", "unsure", "safe"]
"""`safe` is more care than was needed; `unsure` is never wrong."""
Form = Literal["one", "parts", "order", "aloud"]
"""How a question is asked: for one of its answers; for one answer to each of its parts, one after
the other; for all that it has, in order; or to be answered aloud, of which nothing is kept."""

TRIES = 2
"""A question is asked this many times; then its answer is shown with the reason. What must be put
right is asked until it is."""
UNSURE = "unsure"
NOT_SURE = Word("answer.unsure")


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
    """Right at the first try; of a question with parts, each of them at its first answer."""
    missed: bool = False
    """A first try was not right: only another question can still show that the point is known."""


class Asked(Struct, frozen=True):
    """A part of a question that is answered by itself; both are empty where it has no parts."""

    key: str = ""
    text: str = ""


class Offered(Struct, frozen=True):
    """Something to choose, under the key by which it is kept."""

    key: str
    text: Said


class Solution(Struct, frozen=True):
    """The right answer: one text, or several in their order; none where it is never shown."""

    texts: tuple[Said, ...] = ()
    because: str = ""
    """Why; empty where that was said to every answer."""


class QuestionKind(Piece, frozen=True, kw_only=True):
    """A question of any kind."""

    id: Id
    ask: Line
    hint: Inline
    page: AnyPage
    """The page that teaches it, of the same module or of another one: "show me" goes there."""
    key_point: bool = False
    sibling: AnyQuestion | None = None
    """Another question on the same point: a point that was missed is known once that is right."""
    formerly: Formerly = ()
    minor: bool = False
    """Whether what was edited last changed no meaning: earlier answers count for it."""

    form: ClassVar[Form] = "one"
    results: ClassVar[tuple[Result, ...]] = ("right", "wrong")
    """What can come of a try."""
    reason_tells: ClassVar[bool] = False
    """Whether the reason of a wrong answer tells the right one."""
    is_mixed: ClassVar[bool] = False
    """Whether its answers are offered in another order to each person."""
    verdicts: ClassVar[Mapping[Result, str]] = {}
    """The results to which it has words of its own, by the names of these words."""
    tells_story: ClassVar[bool] = False
    """Whether its text only says what happened, and asks nothing."""
    words: ClassVar[Mapping[str, Word]] = {}
    """The answers that are the same in every question of the kind, in words for a report."""
    distinct: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Its lists, each with the key of whose texts no two may be the same."""

    def filled_in(self, signs: Mapping[str, Sign]) -> QuestionKind:
        """With what it looks up in the table of danger signs. Raises KeyError for what is not
        there."""
        return self

    @property
    def kind(self) -> str:
        """The name of its kind, as authors write it."""
        return str(self.__struct_config__.tag)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change when anything changes that a person reads of it."""
        known = _known.get(id(self))
        # Kept beside the question, so that no other one can come to have its identity.
        if known is None or known[0] is not self:
            if len(_known) >= _MOST_KNOWN:
                _known.clear()
            known = _known[id(self)] = (self, _fingerprint(_worded(self)))
        return known[1]

    @property
    def is_graded(self) -> bool:
        """Whether its answers are graded and kept."""
        return self.form != "aloud"

    # What it says and asks

    @property
    @abstractmethod
    def texts(self) -> tuple[str, ...]:
        """What there is to read besides `ask` and `hint`: each answer with its reason."""

    @property
    @abstractmethod
    def named(self) -> tuple[Offered, ...]:
        """All that its author named and that is kept by a key, in the order of the file."""

    @property
    def parts(self) -> tuple[Asked, ...]:
        """What is answered by itself, in order."""
        return (Asked(),)

    def next_part(self, tries: Sequence[Try]) -> Asked:
        """The first part without an answer."""
        return self.parts[0]

    def part_of(self, answer: str) -> Asked:
        """The part to which something was answered."""
        return self.parts[0]

    @abstractmethod
    def offered(self, part: str = "") -> tuple[Offered, ...]:
        """What can be chosen, for the part with a key, in the order of the file."""

    def arranged(self, code: str, part: str = "") -> tuple[Offered, ...]:
        """The same in the order in which it is shown to the learner with a code, at every visit."""
        order = list(self.offered(part))
        if self.is_mixed:
            # Only the look of the page hangs on this; a seed by text is the same in every process.
            random.Random(f"{code}/{self.id}").shuffle(order)  # noqa: S311
        return tuple(order)

    # What an answer means

    @abstractmethod
    def grade(self, answer: str) -> Result:
        """What one try is worth."""

    @abstractmethod
    def reason(self, answer: str) -> str:
        """What is said to an answer, with markup."""

    @abstractmethod
    def chosen(self, answer: str) -> tuple[Said, ...]:
        """An answer in words: one text, or the steps of an order."""

    def advised(self, answer: str) -> Level | None:
        """What an answer shows is to be done, as a level of the table of danger signs."""
        return None

    def solution(self, part: str = "") -> Solution:
        """The right answer to the part with a key."""
        return Solution()

    def must_be_put_right(self, answer: str) -> bool:
        """Whether going on needs this answer put right, for it could harm.

        False for one that it does not have: an earlier wording had others.
        """
        return False

    def standing(self, tries: Sequence[Try]) -> Standing:
        """How far a person is, from every try that was recorded for this very wording."""
        results = [one.result for one in tries]
        told = len(results) >= TRIES and not any(
            self.must_be_put_right(one.choice) for one in tries
        )
        known = results[:1] == ["right"]
        missed = bool(results) and not known
        return Standing(len(results), "right" in results or told, known, missed)

    def is_asked_again(self, tries: Sequence[Try]) -> bool:
        """Whether what was answered last will be asked once more."""
        return not self.standing(tries).done

    def is_through(self, tries: Sequence[Try]) -> bool:
        """Whether a person is done with it, from tries at one wording, be it an earlier one."""
        return self.standing(tries).done


_NOT_WORDED = {"sibling", "must_fix", "sign", "after", "short", "picture", "formerly", "minor"}
"""What says how to go on from an answer, or of a row of the table of danger signs when and how it
is shown: nobody reads it with the question."""


_known: dict[int, tuple[QuestionKind, str]] = {}
"""Fingerprints that were asked for: every visit asks for those of all questions anew."""
_MOST_KNOWN = 10_000


def fingerprint_as(question: QuestionKind, name: str, page: str) -> str:
    """The fingerprint that a question had under another id, and when its page had another name."""
    return _fingerprint({**_worded(question), "id": name, "page": page})


def _fingerprint(worded: Any) -> str:
    return hashlib.sha256(msgspec.json.encode(worded)).hexdigest()[:12]


def _worded(question: QuestionKind) -> Any:
    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: kept(each)
                for key, each in value.items()
                if key not in _NOT_WORDED and each is not None
            }
        return [kept(each) for each in value] if isinstance(value, list | tuple) else value

    return kept(msgspec.to_builtins(question))


def key_of(text: str) -> str:
    """Names what has this text in the records, wherever it stands in its question."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
