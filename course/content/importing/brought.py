"""What a file brings: pages, questions, and all that could not be taken over."""

from __future__ import annotations

import html
import re
from typing import Any

from msgspec import Struct

from course.content.source.characters import FORBIDDEN

LONGEST_TITLE, LONGEST_ASK, LONGEST_CARD, LONGEST_REASON = 60, 300, 110, 600
_SPACES = re.compile(r"[ \t\xa0]+")


class Left(Struct, frozen=True, order=True):
    """Something that was not taken over, at a line of the file, from 1."""

    line: int
    what: str
    why: str


class Page(Struct, frozen=True):
    """A page: its title, its text in the Markdown of the course, and a table if it has one."""

    title: str
    text: str
    table: tuple[tuple[str, ...], ...] = ()
    """The heads of its columns, and then its rows."""


class Answer(Struct, frozen=True):
    """One of the answers of a question, and what is said to it."""

    text: str
    right: bool = False
    because: str = ""
    other: str = ""
    """What belongs to it, where pairs are matched."""


class Question(Struct, frozen=True):
    """A question of one of the kinds `choice`, `rows`, `match`, `order` and `reflect`."""

    kind: str
    line: int
    ask: str
    answers: tuple[Answer, ...] = ()
    hint: str = ""
    model: str = ""
    """What a good answer says, of one that is answered aloud."""


class Brought(Struct, frozen=True):
    """All that could be read of a file."""

    pages: tuple[Page, ...] = ()
    questions: tuple[Question, ...] = ()
    left: tuple[Left, ...] = ()


_FEWEST = {"choice": 2, "rows": 1, "match": 2, "order": 3, "reflect": 0}
_MOST = {"choice": 5, "rows": 5, "match": 4, "order": 5, "reflect": 0}


def why_not(question: Question) -> str:
    """Why a question cannot be one of the course; empty if it can."""
    count, texts = len(question.answers), [each.text for each in question.answers]
    texts += [each.other for each in question.answers if each.other]
    if not question.ask:
        return "It asks nothing."
    if len(question.ask) > LONGEST_ASK:
        return f"It asks in {len(question.ask)} characters; {LONGEST_ASK} are the most."
    if not _FEWEST[question.kind] <= count <= _MOST[question.kind]:
        few, most = _FEWEST[question.kind], _MOST[question.kind]
        return f"It has {count} answers, and a question of its kind has {few} to {most}."
    if longest := next((each for each in texts if len(each) > LONGEST_CARD), None):
        return f"An answer has {len(longest)} characters; {LONGEST_CARD} are the most."
    if any(not each for each in texts) or len({*texts}) < len(texts):
        return "Two of its answers are the same, or one is empty."
    rights = sum(each.right for each in question.answers)
    if question.kind == "choice" and rights != 1:
        return f"{rights} of its answers are right, and exactly one has to be."
    return ""


def plain(text: str) -> str:
    """A text on one line, without entities and without what nobody can see."""
    seen = FORBIDDEN.sub("", _SPACES.sub(" ", html.unescape(text)).replace("\n", " "))
    return " ".join(seen.split())


def told(value: Any) -> str:
    """The start of what was not taken over, as it is named in a list."""
    text = plain(str(value))
    return f'"{text[:57]}..."' if len(text) > 60 else f'"{text}"'
