"""Running text as HTML: its styles, the numbers of its sources, and telephone numbers to touch."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING

from course.content import prose

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.language import Words
    from course.web.pictures import Pictures


class Inlines:
    """Writes the running text of one view. Every text is escaped where it is written."""

    def __init__(
        self, words: Words, clinic: Clinic, pictures: Pictures, cites: tuple[str, ...] = ()
    ) -> None:
        """`cites` are the sources and claims in the order of their numbers."""
        self.words, self.pictures = words, pictures
        self._numbers = {name: at for at, name in enumerate(cites, start=1)}
        phones = (clinic.phone, clinic.after_hours, clinic.emergency_number)
        known = sorted({escape(phone) for phone in phones if phone}, key=len, reverse=True)
        either = "|".join(map(re.escape, known)) or "(?!)"
        self._phones = re.compile(rf"(?<![\d-])(?:{either})(?![\d-])")

    def inline(self, inlines: Iterable[prose.Inline]) -> str:
        """Words in their styles, with the numbers of what they rest on."""
        return "".join(map(self._inline, inlines)).strip()

    def markup(self, text: str) -> str:
        """The same of a text with marks."""
        return self.inline(prose.parse_inline(text).inlines)

    def source(self, name: str) -> str:
        """The number of a source or claim; empty if it has none."""
        number = self._numbers.get(name)
        if number is None:
            return ""
        told = escape(self.words("plain.source", number=number))
        return f'<span class="heard"> {told}</span><sup aria-hidden="true">{number}</sup>'

    def dialed(self, told: str) -> str:
        """Written words with the clinic's numbers to be touched."""
        return self._phones.sub(lambda n: f'<a href="tel:{dialable(n[0])}">{n[0]}</a>', told)

    def _inline(self, each: prose.Inline) -> str:
        if isinstance(each, prose.Cite):
            return self.source(each.id)
        tag = {"strong": "strong", "stress": "em"}.get(each.style)
        return f"<{tag}>{escape(each.text)}</{tag}>" if tag else escape(each.text)


def dialable(number: str) -> str:
    """A number as a telephone takes it."""
    return "".join(each for each in number if each.isdecimal() or each == "+")
