"""Several answers of which one is right."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course.content import prose
from course.content.kinds.piece import Piece
from course.content.kinds.questions.one_right import Alternative, Meant, OneRight
from course.content.kinds.questions.question import NOT_SURE, UNSURE, Result, key_of
from course.content.texts import Inline, Line

FEWEST = 2


class Option(Piece, frozen=True, kw_only=True):
    text: Line
    because: Inline
    right: bool = False
    must_fix: bool = False
    """Whether going on needs this answer put right, for it could harm."""

    on_card = answers = ("text",)

    @property
    def key(self) -> str:
        """Names the option in the records, wherever it stands in its question."""
        return key_of(self.text)

    @property
    def is_wrong(self) -> bool:
        """Whether it is not the right one."""
        return not self.right


class Choice(OneRight, frozen=True, kw_only=True, tag_field="kind", tag="choice"):
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=5)]

    results = ("right", "wrong", "unsure")
    is_mixed = True
    words = {UNSURE: NOT_SURE}
    listed = "options"
    distinct = (("options", "text"),)

    @property
    def texts(self) -> tuple[str, ...]:
        """Each option with its reason."""
        return tuple(text for each in self.options for text in (each.text, each.because))

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The options."""
        return tuple(
            Alternative(o.key, o.text, o.because, o.right, o.must_fix) for o in self.options
        )

    def given_away(self, hint: str, meant: Meant) -> str:
        """The right option, if all words are in the hint that it has alone: one may be what the
        page is about, so that there are two at least."""
        right = " ".join(each.text for each in self.options if each.right)
        others = [prose.plain(self.ask), *(each.text for each in self.options if each.is_wrong)]
        alone = set(meant(right)).difference(*map(meant, others))
        return right if len(alone) >= FEWEST and alone <= meant(hint) else ""

    def grade(self, answer: str) -> Result:
        """Right or wrong; before and after the course, where nobody is put right, also unsure."""
        return "unsure" if answer == UNSURE else super().grade(answer)
