"""Each language can be checked, and a translation has the parts and numbers of the original."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from course.content import prose, wording
from course.content.checks.draft import LanguageDraft, ModuleFile
from course.content.checks.examples import marked, spanish
from course.content.checks.questions import all_questions
from course.content.checks.rule import PROJECT, RULES, SAFETY, rule
from course.content.checks.scope import LANGUAGE, MODULE
from course.content.checks.words import beside
from course.content.model import Module, Page
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.errors import Problem

_DIGITS = re.compile(r"\d+(?:[.,\u202f ]\d{3})*")
_LINK = re.compile(r"\[\^[^\]]*\]")


@rule(
    "L03",
    "A translation has each page and question of the original, in the same order",
    why=(
        "Who reads the translation must not learn less, above all about danger signs. As long as "
        "something is missing, the module is offered in the original."
    ),
    source=PROJECT,
    scope=MODULE,
    stops=True,
    bad=spanish(page="mojada"),
    good=spanish(),
)
def check_same_parts(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each list that lacks something of the original, or has more than it."""
    original = module.original
    if original is None or original.value is None or module.value is None:
        return
    for key, kind in (("pages", "page"), ("questions", "question")):
        here, there = dict(module.ids(key)), dict(original.ids(key))
        missing = [name for name in there.values() if name not in here.values()]
        if missing:
            what = f'The {kind} "{missing[0]}" of {original.file} is missing here.'
            cure = "Translate it, under the same id."
            yield module.problem((key,) if here else (), what, cure)
        for index, name in here.items():
            if name not in there.values() and not missing:
                what = f'There is no {kind} "{name}" in {original.file}.'
                cure = "Give it the id of the original, or add it there too."
                yield module.problem((key, index, "id"), what, cure)
        yield from _moved(module, original, key, kind)


@rule(
    "L04",
    "A translation has the numbers of the original",
    why="A number that changed on the way is the fault that harms most and shows least.",
    source=PROJECT,
    scope=MODULE,
    bad=spanish(number=" 3 veces"),
    good=spanish(),
)
def check_same_numbers(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each page and question whose numbers in digits are others."""
    original = module.original
    if original is None:
        return
    there = dict(_told(original))
    for (kind, name), (path, texts) in _told(module):
        if (kind, name) not in there:
            continue
        mine, theirs = Counter(_numbers(texts)), Counter(_numbers(there[kind, name][1]))
        if what := _differ(mine - theirs, theirs - mine, original.file):
            at = _with_number(module, path, mine - theirs)
            yield module.problem(at, what, "Compare the two, and mend the one that is wrong.")


@rule(
    "L06",
    "The rules about safety have their words in each language of the course",
    why=(
        "A dose, a promise or a danger sign without help must not reach a reader because nobody "
        "gave the rules the words for it."
    ),
    source=PROJECT,
    scope=LANGUAGE,
    stops=True,
    bad=f"""\
# course.yaml
languages: [en, xh]
title: {{en: Water, xh: Amanzi}}
# xh/water.yaml
{marked("xh")}""",
    good="""\
# course.yaml
languages: [en]
""",
)
def check_words(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at a language in which one of those rules does not run."""
    words, course = edition.words, edition.draft.course
    silent = {code: rule.lacks(words) for code, rule in sorted(RULES.items())}
    silent = {code: keys for code, keys in silent.items() if keys and RULES[code].family == SAFETY}
    if not silent or words.problems:
        return  # The faults of the words are told already.
    language = edition.language
    what = (
        f'The rules about safety ({", ".join(silent)}) have no words in "{language}", '
        "so the course cannot be used in it."
    )
    keys = ", ".join(sorted({key for keys in silent.values() for key in keys}))
    cure = f"Bring them along in {beside(language)}: {keys}. Until then take the language out."
    named = [index for index, name in course.ids("languages") if name == language]
    yield course.problem(("languages", *named[:1]), what, cure)


def _moved(module: ModuleFile, original: Written[Module], key: str, kind: str) -> Iterator[Problem]:
    """A problem at the first of the same things that stands where the original has another."""
    here, there = module.names(key), original.names(key)
    if sorted(here) != sorted(there):
        return
    for index, (mine, theirs) in enumerate(zip(here, there, strict=True)):
        if mine != theirs:
            what = f'Here {original.file} has the {kind} "{theirs}", and not "{mine}".'
            yield module.problem((key, index, "id"), what, "Put them in the order of the original.")
            return


def _told(module: Written[Module]) -> Iterator[tuple[tuple[str, str], tuple[Path, list[str]]]]:
    for path, page in module.each(Page):
        told = [*wording.of_page(page)]
        for figure in wording.figures_of(page):
            told += wording.labels_of_figure(figure)
            told += map(str, figure.numbers)
        yield ("page", page.id), (path, told)
    for path, question in all_questions(module):
        # L07 holds its numbers beside the texts, each in its own place.
        yield ("question", question.id), (path, [*wording.of_question(question)])


def _differ(here: Counter[str], there: Counter[str], file: str) -> str:
    """Which numbers a translation has more often than its original, and the other way round."""
    if here and there:
        return f"Here stands {_listed(here)}, and in {file} {_listed(there)}."
    if here:
        return f"The number {_listed(here)} stands here once more than in {file}."
    return f"The number {_listed(there)} of {file} is missing here." if there else ""


def _listed(numbers: Counter[str]) -> str:
    return ", ".join(sorted(numbers.elements(), key=lambda digits: (len(digits), digits)))


def _with_number(module: Written[Module], path: Path, numbers: Counter[str]) -> Path:
    """The first text of a page or question that holds one of the numbers; else all of it."""
    for text in sorted((*module.texts, *module.exact), key=lambda each: each.node.start):
        if text.path[: len(path)] == path and numbers.keys() & set(_numbers([text.node.text])):
            return text.path
    return path


def _numbers(texts: list[str]) -> list[str]:
    """The numbers in digits, in order of size; thousands are grouped by each language its way."""
    found = (
        re.sub(r"\D", "", number)
        for text in texts
        for number in _DIGITS.findall(prose.plain(_LINK.sub("", text)))
    )
    return sorted(found, key=lambda digits: (len(digits), digits))
