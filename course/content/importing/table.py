"""Questions in a table, as spreadsheets save it: CSV with a head that names its columns."""

from __future__ import annotations

import csv
from io import StringIO

from course.content.importing.brought import Answer, Brought, Left, Question, plain, told, why_not
from course.content.source.files import UnreadableError

_ASK = ("question", "ask", "question text", "stem")
_RIGHT = ("right", "correct", "answer", "correct answer", "right answer", "key")
_WRONG = ("wrong", "incorrect", "distractor", "option", "choice")
_BECAUSE = ("because", "feedback", "explanation", "rationale")
_HINT = ("hint",)
_LETTERS = "abcdefghij"


def read(text: str) -> Brought:
    """The questions of a table. Raises UnreadableError if its head names no question."""
    first = text.split("\n", 1)[0]
    parting = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(StringIO(text), delimiter=parting, strict=False)
    rows: list[tuple[int, list[str]]] = []
    begun = 1
    for row in reader:
        rows.append((begun, row))
        begun = reader.line_num + 1
    head = [" ".join(each.lower().replace("_", " ").split()) for each in rows[0][1]] if rows else []
    if not any(each in _ASK for each in head) or not _named(head, (*_RIGHT, "a")):
        raise UnreadableError(
            "The first line names no columns with questions and answers.",
            "Write a first line such as: question, right, wrong 1, wrong 2, because, hint",
        )
    questions: list[Question] = []
    left: list[Left] = []
    for line, row in rows[1:]:
        if not any(each.strip() for each in row):
            continue
        found = _question(line, dict(zip(head, row, strict=False)))
        if why := why_not(found):
            left.append(Left(line, told(found.ask or row[0]), why))
        else:
            questions.append(found)
    return Brought(questions=tuple(questions), left=tuple(left))


def _question(line: int, row: dict[str, str]) -> Question:
    right = _first(row, _RIGHT)
    options = [name for name in row if _is_option(name)]
    given = {name: plain(row[name]) for name in options if row[name].strip()}
    # The key may be the letter or the number of a column instead of its words.
    named = _by_key(right, options, row)
    words = named or right
    texts = [words, *(each for each in given.values() if each != words)]
    reason = _first(row, _BECAUSE)
    answers = tuple(
        Answer(text, text == words, reason if text == words else "") for text in texts if text
    )
    return Question("choice", line, _first(row, _ASK), answers, hint=_first(row, _HINT))


def _by_key(right: str, options: list[str], row: dict[str, str]) -> str:
    key = right.lower().strip("().")
    for at, name in enumerate(options):
        names = {name, name.split()[-1], _LETTERS[at : at + 1], str(at + 1)}
        if key in names:
            return plain(row[name])
    return ""


def _is_option(name: str) -> bool:
    first, *rest = name.split()
    is_counted = all(each.isdecimal() or len(each) == 1 for each in rest)
    return (first in _WRONG and is_counted) or (len(name) == 1 and name in _LETTERS)


def _first(row: dict[str, str], names: tuple[str, ...]) -> str:
    return next((plain(row[each]) for each in names if row.get(each, "").strip()), "")


def _named(head: list[str], names: tuple[str, ...]) -> bool:
    return any(each in names for each in head)
