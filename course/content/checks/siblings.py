"""Whoever missed what matters is asked for it again: questions on the same point."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import LanguageDraft
from course.content.checks.examples import CHOICE
from course.content.checks.questions import all_questions
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import LANGUAGE
from course.content.kinds.questions import Question, Triage
from course.content.model import Page
from course.content.siblings import Name, Siblings
from course.content.source.nodes import Path
from course.content.source.spelling import suggest
from course.content.texts import whole_name
from course.errors import Problem

_AGAIN = """\
- id: rain
  kind: choice
  ask: What does rain do?
  options:
    - {text: It keeps you dry, because: Water is wet.}
    - {text: It makes you wet, right: true, because: Water is wet.}
  hint: Put a hand into it.
  page: wet
"""
_DRY = "It keeps you dry, because: Water is wet."
_HARMS = CHOICE.replace(_DRY, f"{_DRY}, must_fix: true")


@rule(
    "Q12",
    "A sibling is a later question on a point of the same kind",
    why=(
        "It is asked of whoever missed the first one, so it must come after it. What is no key "
        "point tells nothing of one."
    ),
    scope=LANGUAGE,
    stops=True,
    bad=CHOICE + "  sibling: rein\n" + _AGAIN,
    good=CHOICE + "  sibling: rain\n" + _AGAIN,
)
def check_siblings(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at a sibling that cannot show what was missed, and at a page that asks one."""
    order = [
        (name, each) for name, file in edition.modules.items() for each in file.names("questions")
    ]
    for name, path, question in _questions(edition):
        if question.sibling:
            what, cure = _misfit(name, question, order, edition)
            if what:
                yield edition.modules[name[0]].problem((*path, "sibling"), what, cure)
    yield from _spare_on_pages(edition)


@rule(
    "Q13",
    "What could harm is asked a second time of whoever got it wrong",
    why=(
        "Who was put right once does not know it yet. Only another question, later and in other "
        "clothes, can show that."
    ),
    source=PROJECT,
    scope=LANGUAGE,
    bad=_HARMS,
    good=_HARMS + "  sibling: rain\n" + _AGAIN,
)
def check_asked_again(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at a question with an answer to be put right, and at a sign, that comes once."""
    found = {name: (path, question) for name, path, question in _questions(edition)}
    if edition.original is not None or not _is_whole(edition):
        return  # A translation asks what its original does.
    linked = _siblings(edition)
    for name, (path, question) in found.items():
        if name in linked.later or name in linked.spared:
            continue
        file = edition.modules[name[0]]
        if isinstance(question, Triage):
            what = f'No second question is about the sign "{question.sign}".'
            cure = "Write one in a later module, with another story of the same sign."
            yield file.problem((*path, "sign"), what, cure)
        elif _can_harm(question):
            what = "Whoever gets this dangerously wrong is not asked for it again."
            cure = 'Write another question on the same point, and name it under "sibling".'
            yield file.problem(path, what, cure)


def _questions(edition: LanguageDraft) -> Iterator[tuple[Name, Path, Question]]:
    for module, file in edition.modules.items():
        for path, question in all_questions(file):
            yield (module, question.id), path, question


def _siblings(edition: LanguageDraft) -> Siblings:
    return Siblings((name[0], question) for name, _, question in _questions(edition))


def _misfit(
    name: Name, question: Question, order: list[Name], edition: LanguageDraft
) -> tuple[str, str]:
    """What is wrong with the sibling of a question, and the cure; empty if it is sound."""
    other = whole_name(question.sibling or "", name[0])
    if other not in order:
        module, known = other[0], edition.module_names
        if module not in known:
            return f'There is no module "{module}".', suggest(module, known)
        file = edition.modules.get(module)
        if file is None or (module != name[0] and file.problems):
            return "", ""  # It may be there.
        names = [each for where, each in order if where == module]
        return f'There is no question "{other[1]}" in {module}.', suggest(other[1], names)
    if not question.is_graded:
        return "No answer is kept of this question, so nobody can miss it.", "Delete this line."
    if order.index(other) <= order.index(name):
        what = "This question does not come later in the course."
        return what, "Name a question further below, or one of a later module."
    theirs = next((each for one, _, each in _questions(edition) if one == other), question)
    if not theirs.is_graded or theirs.key_point != question.key_point:
        what = "One of the two is a key point, and the other one is not."
        if not theirs.is_graded:
            what = "No answer is kept of that question, so it cannot show what is known."
        return what, 'Name one that is graded, and write "key_point: true" at both or at neither.'
    return "", ""


def _spare_on_pages(edition: LanguageDraft) -> Iterator[Problem]:
    linked = _siblings(edition)
    for module, file in edition.modules.items():
        for path, page in file.each(Page):
            if page.check and (module, page.check.question) in linked.spared:
                what = "Only who missed another question is asked this one, and all see this page."
                cure = "Ask another question here."
                yield file.problem((*path, "check", "question"), what, cure)


def _is_whole(edition: LanguageDraft) -> bool:
    """Whether no second question can be hidden in what cannot be read."""
    known = edition.draft.triage.entries()
    stories = (question for _, _, question in _questions(edition) if isinstance(question, Triage))
    return (
        not edition.absent
        and all(file.value is not None for file in edition.modules.values())
        and all(story.sign in known for story in stories)
    )


def _can_harm(question: Question) -> bool:
    """Whether it has an answer that must be put right."""
    answers = (each.key for part in question.parts for each in question.offered(part.key))
    return any(map(question.must_be_put_right, answers))
