"""Questions can be answered, teach something, and play no tricks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from course.content.checks.draft import ModuleFile, Told
from course.content.checks.examples import CHOICE
from course.content.checks.names import twice
from course.content.checks.rule import ITEMS, rule
from course.content.checks.scope import MODULE, QUESTION
from course.content.checks.words import Words
from course.content.checks.words.phrases import Phrases, compiled, either
from course.content.kinds.questions import Question
from course.content.kinds.questions.one_right import OneRight
from course.content.model import Module, Page
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.content.source.spelling import suggest
from course.content.texts import Part
from course.errors import Problem


class Tricks(Words, frozen=True):
    """Small words that turn a question round."""

    tricks: Phrases

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of them."""
        return compiled(either(self.tricks))


@rule(
    "Q01",
    "A question names its page, and a page its question, and each is asked once",
    why='"Show me" after a wrong answer leads to the page that teaches it.',
    scope=MODULE,
    stops=True,
    bad=CHOICE.replace("page: wet", "page: wett"),
    good=CHOICE,
)
def check_names(module: ModuleFile) -> Iterator[Problem]:
    """Ids of questions, the pages that teach them, and the pages that ask them."""
    pages, questions = module.names("pages"), module.names("questions")
    yield from twice(module, ("questions",), "question")
    for path, question in all_questions(module):
        other, slash, name = question.page.partition("/")
        if slash:
            yield from _in_another_module(module, path, other, name)
        elif pages and question.page not in pages:
            what = f'There is no page "{question.page}" in this module.'
            yield module.problem((*path, "page"), what, suggest(question.page, pages))
    yield from _asked_on_pages(module, questions)


@rule(
    "Q02",
    'No question uses "not" or "except"',
    why="A tired reader passes over a small word that turns the question round.",
    source=ITEMS,
    scope=QUESTION,
    words=Tricks,
    stops=True,
    bad=CHOICE.replace("does water do", "does water not do"),
    good=CHOICE,
)
def check_tricks(question: Told[Question], words: Tricks) -> Iterator[Problem]:
    """Words that trip a tired reader."""
    if trick := words.pattern.search(question.it.ask):
        what = f'A question does not use "{trick.group()}": a tired reader passes over it.'
        cure = "Ask for what is true, or for what to do."
        yield question.problem(what, cure, "ask", offset=trick.start())


@rule(
    "Q03",
    "Exactly one option of a choice, and one range of an estimate, is right",
    why="With none or two, the feedback is wrong for someone who knew the answer.",
    source=ITEMS,
    scope=MODULE,
    stops=True,
    bad=CHOICE.replace(", right: true", ""),
    good=CHOICE,
)
def check_right(module: ModuleFile) -> Iterator[Problem]:
    """A problem at a question without a right answer, and at each right one after the first."""
    for path, question in all_questions(module):
        if isinstance(question, OneRight):
            yield from _one_right(module, path, question)


@rule(
    "Q04",
    "No answer stands twice in a question",
    why="Nobody can tell the two apart, and only one of them is counted as right.",
    scope=MODULE,
    stops=True,
    bad=CHOICE.replace("It keeps you dry", "it makes you wet"),
    good=CHOICE,
)
def check_distinct(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each answer that stands there already, but for capital letters, blanks and the
    sign at its end."""
    for path, question in all_questions(module):
        for listed, key in question.distinct:
            yield from _distinct(module, (*path, listed), key, getattr(question, listed))


_TOLD = """\
# a question
- id: tell
  kind: reflect
  ask: Tell a friend what water does.
  model: It makes you wet.
  hint: Put a hand into it.
  page: wet
"""


@rule(
    "Q05",
    "What is not graded is no key point",
    why="Nothing is kept of a teach-back, so nobody can see whether the point was learned.",
    scope=QUESTION,
    stops=True,
    bad=_TOLD + "  key_point: true\n",
    good=_TOLD,
)
def check_key_points(question: Told[Question]) -> Iterator[Problem]:
    """A problem at each teach-back that is said to be a key point."""
    if question.it.key_point and not question.it.is_graded:
        what = "No answer is kept of this question, so it cannot be a key point."
        cure = "Delete this line; make a choice of it if it must be known."
        yield question.problem(what, cure, "key_point")


def all_questions(module: Written[Module]) -> Iterator[tuple[Path, Question]]:
    """Every sound question of a module, with its path."""
    for path, part in module.parts:
        if isinstance(part, Question):
            yield path, part


def _in_another_module(module: ModuleFile, path: Path, other: str, name: str) -> Iterator[Problem]:
    """A problem at a page that the other module does not have, if that one can be read."""
    known = module.edition.module_names
    if other not in known:
        what = f'There is no module "{other}".'
        yield module.problem((*path, "page"), what, suggest(other, known))
        return
    file = module.edition.modules.get(other)
    pages = file.names("pages") if file and not file.problems else []
    if pages and name not in pages:
        what = f'There is no page "{name}" in {other}.'
        yield module.problem((*path, "page"), what, suggest(name, pages))


def _one_right(module: Written[Module], path: Path, question: OneRight) -> Iterator[Problem]:
    right = [index for index, each in enumerate(question.alternatives) if each.right]
    one, several = question.listed.removesuffix("s"), question.listed
    if not right:
        cure = f'Add "right: true" to the right {one}.'
        yield module.problem(path, f"None of the {several} is right.", cure)
    for index in right[1:]:
        yield module.problem(
            (*path, several, index, "right"),
            f"More than one {one} of this question is right.",
            'Keep "right: true" at one of them.',
        )


def _distinct(
    module: Written[Module], path: Path, key: str, parts: Iterable[Part]
) -> Iterator[Problem]:
    """What a reader picks from can be told apart."""
    seen: set[str] = set()
    for index, part in enumerate(parts):
        text = _compared(getattr(part, key))
        if text in seen:
            what = "The same text stands twice in this question."
            yield module.problem((*path, index, key), what, "Change one of the two.")
        seen.add(text)


def _compared(text: str) -> str:
    """An answer as two are told apart by who reads them."""
    return " ".join(text.casefold().split()).rstrip(" .,;:!") or text


def _asked_on_pages(module: Written[Module], questions: list[str]) -> Iterator[Problem]:
    asked: set[str] = set()
    for path, page in module.each(Page):
        if page.check is None:
            continue
        name, where = page.check.question, (*path, "check", "question")
        if name not in questions:
            what = f'There is no question "{name}" in this module.'
            yield module.problem(where, what, suggest(name, questions))
        if name in asked:
            what = f'The question "{name}" is asked on an earlier page already.'
            yield module.problem(where, what, "Ask another question, or delete this page.")
        asked.add(name)
