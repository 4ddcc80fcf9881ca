"""Ids name one thing each, and lists of ids name things that are there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from course.content.checks.draft import Draft, LanguageDraft, ModuleFile
from course.content.checks.rule import rule, same_rule
from course.content.checks.scope import COURSE, LANGUAGE, MODULE
from course.content.kinds.questions import Choice, Question
from course.content.model import ChecklistItem, CourseFile, Module, Term
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.content.source.spelling import suggest
from course.errors import Problem

_RESERVED = ("before", "after")
"""Under these names the answers given before and after the course are kept."""


_NOT_FORMER = "Take it out, or give the other one another id: visits could not tell the two apart."


def twice(written: Written[Any], path: Path, kind: str) -> Iterator[Problem]:
    """No two things of the list at `path` have the same id."""
    yield from _repeated(
        written, [((*path, n, "id"), name) for n, name in written.ids(*path)], kind
    )


@rule(
    "F05",
    "An id names one thing, and a list of ids names things that are there",
    why="Answers and ticks are kept under ids. Two things with one id would share them.",
    scope=COURSE,
    stops=True,
    bad="""\
# course.yaml
optional: [lake]
""",
    good="""\
# course.yaml
optional: [water]
""",
)
def check_course(draft: Draft) -> Iterator[Problem]:
    """The lists of the course file name each thing once, and optional modules are modules."""
    course = draft.course
    for key, kind in (
        ("modules", "module"),
        ("languages", "language"),
        ("optional", "module"),
        ("evaluation", "question"),
    ):
        yield from twice(course, (key,), kind)
    modules = course.names("modules")
    for index, name in course.ids("optional"):
        if name not in modules:
            what = f'There is no module "{name}" in the list of modules.'
            yield course.problem(("optional", index), what, suggest(name, modules))

    for index, name in course.ids("modules"):
        if name in _RESERVED:
            what = f'No module can be called "{name}": the course asks questions under that name.'
            yield course.problem(
                ("modules", index), what, "Give it another name, and its file too."
            )


@same_rule("F05", scope=LANGUAGE)
def check_evaluation(edition: LanguageDraft) -> Iterator[Problem]:
    """What is asked before or after the course is a choice question of a module, and no two of
    them have the same id: they are kept and counted without their module."""
    course, modules = edition.draft.course, edition.modules
    known = dict.fromkeys(course.names("modules"))
    once = {name: index for index, name in reversed([*course.ids("evaluation")])}
    ids: list[tuple[Path, str]] = [
        (("evaluation", index), name.partition("/")[2])
        for name, index in reversed(once.items())
        if "/" in name
    ]
    yield from _repeated(course, ids, "question", "Give one of the two another id.")
    for index, written in course.ids("evaluation"):
        where = ("evaluation", index)
        name, _, question = written.partition("/")
        if not question:
            continue
        if name not in known:
            what = f'There is no module "{name}" in the list of modules.'
            yield course.problem(where, what, suggest(name, known))
        elif name in modules and modules[name].entries():
            yield from _no_choice(course, where, modules[name], question)


def _no_choice(
    course: Written[CourseFile], where: Path, module: Written[Module], name: str
) -> Iterator[Problem]:
    named = [index for index, question in module.ids("questions") if question == name]
    if not named:
        what = f'There is no question "{name}" in {module.file}.'
        yield course.problem(where, what, suggest(name, module.names("questions")))
        return
    part = dict(module.parts).get(("questions", named[0]))
    if isinstance(part, Question) and not isinstance(part, Choice):
        what = f'The question "{name}" is not of the kind choice.'
        yield course.problem(where, what, "Name one that is.")


@same_rule("F05", scope=MODULE)
def check_module(module: ModuleFile) -> Iterator[Problem]:
    """The module is called like its file, and its pages and checklist items have their own ids."""
    written, name = module.text("id"), PurePosixPath(module.file).stem
    if written not in (None, name):
        what = f'The id is "{written}", but the file is called {name}.yaml.'
        yield module.problem(("id",), what, "Give both the same name.")
    yield from twice(module, ("pages",), "page")
    items = [((*path, "id"), item.id) for path, item in module.each(ChecklistItem)]
    yield from _repeated(module, items, "checklist item")
    for key, kind in (("pages", "page"), ("questions", "question")):
        seen = set(module.names(key))
        for path, name in _former(module, key):
            if name in seen:
                yield module.problem(path, f'There is a {kind} "{name}" already.', _NOT_FORMER)
            seen.add(name)


@same_rule("F05", scope=LANGUAGE)
def check_former_modules(edition: LanguageDraft) -> Iterator[Problem]:
    """What a module was called before is the id of no other one."""
    seen = dict.fromkeys(edition.draft.course.names("modules"))
    for module in edition.modules.values():
        if module.value is not None:
            for index, name in enumerate(module.value.formerly):
                if name in seen:
                    what = f'There is a module "{name}" already.'
                    yield module.problem(("formerly", index), what, _NOT_FORMER)
                seen[name] = None


@same_rule("F05", scope=LANGUAGE)
def check_glossary(edition: LanguageDraft) -> Iterator[Problem]:
    """No word is explained twice, whatever the id of its entry."""
    glossary = edition.glossary
    forms = [
        ((*path, *place), " ".join(form.casefold().split()))
        for path, term in glossary.each(Term)
        for place, form in (
            (("term",), term.term),
            *((("also", n), other) for n, other in enumerate(term.also)),
        )
    ]
    yield from _repeated(glossary, forms, "term", "Explain it once: delete one of the two.")


def _former(module: ModuleFile, key: str) -> list[tuple[Path, str]]:
    """The former ids of the pages or questions of a module, each with its place."""
    if module.value is None:
        return []
    pieces = module.value.pages if key == "pages" else module.value.questions
    return [
        ((key, n, "formerly", index), name)
        for n, piece in enumerate(pieces)
        for index, name in enumerate(piece.formerly)
    ]


def _repeated(
    written: Written[Any],
    named: list[tuple[Path, str]],
    kind: str,
    cure: str = "Give this one another name.",
) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            what = f'There is a {kind} "{name}" already.'
            yield written.problem(path, what, cure)
        seen.add(name)
