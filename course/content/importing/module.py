"""A module made of what a file brought, with a to-do for everything that it did not say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from course.content.importing.brought import Answer, Brought, Left, Page, Question, told
from course.content.todo import MARK

_LONGEST_ID = 40
_MOST_QUESTIONS = 20
_MOST_ROWS = 5


def written(name: str, title: str, brought: Brought, source: str) -> tuple[str, tuple[Left, ...]]:
    """The file of a module, and what of it did not fit into one. `source` names what was read."""
    pages = _named_pages(brought.pages)
    questions, left = _gathered(brought.questions)
    first = pages[0][0] if pages else "first-page"
    lines = [
        f"# Taken over from {source}. Write what stands behind each {MARK}",
        "format: 1",
        f"id: {name}",
        *_text("title", title or _todo("what is this part called?")),
        *_text("goal", _todo("what can the reader do after this part?")),
        *_text("key_message", _todo("what does the reader need to remember?")),
        "pages:",
    ]
    for page_id, page in pages or [(first, Page("", _todo("what does the reader need to know?")))]:
        lines += (f"  {line}" for line in _page(page_id, page))
    if questions:
        lines.append("questions:")
    for number, question in enumerate(questions, start=1):
        lines += (f"  {line}" for line in _question(f"question-{number}", question, first))
    return "".join(f"{line.rstrip()}\n" for line in lines), left


def id_of(title: str) -> str:
    """An id made of a title; empty if no letter of it can be in one."""
    letters = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", letters)
    while words and len("-".join(words)) > _LONGEST_ID:
        words.pop()
    return "-".join(words)


def _gathered(questions: Iterable[Question]) -> tuple[list[Question], tuple[Left, ...]]:
    """The questions of a module: statements stand together, up to five in one question."""
    found: list[Question] = []
    for each in questions:
        last = found[-1] if found else None
        is_row = each.kind == "rows" and len(each.answers) == 1
        if is_row and last and last.kind == "rows" and len(last.answers) < _MOST_ROWS:
            found[-1] = Question("rows", last.line, last.ask, (*last.answers, *each.answers))
        else:
            found.append(each)
    found = [_alone(each) if len(each.answers) == 1 else each for each in found]
    why = f"A module has {_MOST_QUESTIONS} questions at most: bring it in as a second one."
    more = tuple(Left(each.line, told(each.ask), why) for each in found[_MOST_QUESTIONS:])
    return found[:_MOST_QUESTIONS], more


def _alone(row: Question) -> Question:
    """One statement by itself, for a list of them has two at least."""
    (said,) = row.answers
    words = (("Yes, that is so", said.right), ("No, that is wrong", not said.right))
    answers = tuple(Answer(text, right, said.because if right else "") for text, right in words)
    return Question("choice", row.line, f"{said.text} Is this so?", answers)


def _named_pages(pages: Iterable[Page]) -> list[tuple[str, Page]]:
    found: dict[str, Page] = {}
    for number, page in enumerate(pages, start=1):
        name = id_of(page.title) or f"page-{number}"
        found[f"page-{number}" if name in found else name] = page
    return list(found.items())


def _page(name: str, page: Page) -> Iterator[str]:
    yield f"- id: {name}"
    below = [*_text("title", page.title or _todo("what is this page about?"))]
    if page.text:
        below += _text("text", page.text)
    if page.table:
        below += _table(page.table)
    yield from (f"  {line}" for line in below)


def _table(table: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    head, *rows = table
    yield "figure:"
    yield "  kind: table"
    yield from (f"  {line}" for line in _text("caption", _todo("what does it show?")))
    yield from (f"  {line}" for line in _text("alt", _todo("what does it say, in words?")))
    yield "  columns:"
    yield from (f"    {line}" for each in head for line in _item(each))
    yield "  rows:"
    for row in rows:
        first, *rest = (line for each in row for line in _item(each))
        yield f"    - {first}"
        yield from (f"      {line}" for line in rest)


def _question(name: str, question: Question, page: str) -> Iterator[str]:
    yield f"- id: {name}"
    yield f"  kind: {question.kind}"
    below = [*_text("ask", question.ask)]
    if question.kind == "reflect":
        below += _text("model", question.model or _todo("what does a good answer say?"))
    else:
        lists = {"choice": "options", "rows": "rows", "match": "pairs", "order": "steps"}
        below.append(f"{lists[question.kind]}:")
        for answer in question.answers:
            first, *rest = _answer(question.kind, answer)
            below += [f"  - {first}", *(f"    {line}" for line in rest)]
    below += _text("hint", question.hint or _todo("what helps to find the answer?"))
    below.append(f"page: {page}")
    yield from (f"  {line}" for line in below)


def _answer(kind: str, answer: Answer) -> Iterator[str]:
    if kind == "match":
        yield from _text("left", answer.text)
        yield from _text("right", answer.other)
    else:
        yield from _text("text", answer.text)
    if kind == "rows":
        yield f"answer: {'yes' if answer.right else 'no'}"
    elif answer.right:
        yield "right: true"
    yield from _text("because", answer.because or _todo("why is that so, or why not?"))


def _todo(what: str) -> str:
    return f"{MARK} {what}"


def _text(key: str, text: str) -> Iterator[str]:
    yield f"{key}: |"
    yield from (f"  {line}" for line in text.split("\n"))


def _item(text: str) -> Iterator[str]:
    yield "- |"
    yield f"  {text}"
