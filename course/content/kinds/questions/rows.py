"""Statements, each of which is true or not."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from course.content.kinds.piece import Piece
from course.content.kinds.questions.parted import Parted, joined, split
from course.content.kinds.questions.question import (
    NOT_SURE,
    UNSURE,
    Asked,
    Offered,
    Result,
    Solution,
    key_of,
)
from course.content.kinds.said import Said, Word
from course.content.texts import Inline, Line

_SAID = {"yes": Word("answer.yes"), "no": Word("answer.no"), UNSURE: NOT_SURE}


class Row(Piece, frozen=True):
    text: Line
    answer: Literal["yes", "no"]
    because: Inline
    must_fix: bool = False
    """Whether going on needs a wrong answer to it put right, for it could harm."""

    on_card = ("text",)

    @property
    def key(self) -> str:
        """Names the row in the records, wherever it stands in its question."""
        return key_of(self.text)

    @property
    def is_wrong(self) -> bool:
        """Whether what it says is not so."""
        return self.answer == "no"


class Rows(Parted, frozen=True, kw_only=True, tag_field="kind", tag="rows"):
    rows: Annotated[tuple[Row, ...], Meta(min_length=2, max_length=5)]

    results = ("right", "wrong", "unsure")
    words = _SAID
    distinct = (("rows", "text"),)

    @property
    def texts(self) -> tuple[str, ...]:
        """Each row with its reason."""
        return tuple(text for row in self.rows for text in (row.text, row.because))

    @property
    def named(self) -> tuple[Offered, ...]:
        """The rows."""
        return tuple(Offered(row.key, row.text) for row in self.rows)

    @property
    def parts(self) -> tuple[Asked, ...]:
        """The rows."""
        return tuple(Asked(row.key, row.text) for row in self.rows)

    def offered(self, part: str = "") -> tuple[Offered, ...]:
        """Yes, no, and not sure."""
        return tuple(Offered(joined(part, said), word) for said, word in _SAID.items())

    def grade(self, answer: str) -> Result:
        """Right or wrong; not to be sure is neither."""
        row, said = self._row(answer)
        if said == UNSURE:
            return "unsure"
        return "right" if said == row.answer else "wrong"

    def reason(self, answer: str) -> str:
        """The reason of the row, whatever was said of it."""
        return self._row(answer)[0].because

    def chosen(self, answer: str) -> tuple[Said, ...]:
        """Yes, no or not sure."""
        return (_SAID[self._row(answer)[1]],)

    def solution(self, part: str = "") -> Solution:
        """Yes or no."""
        row = next(row for row in self.rows if row.key == part)
        return Solution((_SAID[row.answer],))

    def must_be_put_right(self, answer: str) -> bool:
        """Whether its row says so, and it is wrong."""
        key, said = split(answer)
        return any(
            row.must_fix and said not in (row.answer, UNSURE) for row in self.rows if row.key == key
        )

    def _row(self, answer: str) -> tuple[Row, str]:
        key, said = split(answer)
        if said not in _SAID:
            raise KeyError(answer)
        return {row.key: row for row in self.rows}[key], said
