"""Each language can be checked, and a translation has the parts and numbers of the original."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from course.content import prose, wording
from course.content.checks.draft import LanguageDraft, ModuleFile
from course.content.checks.examples import spanish
from course.content.checks.questions import all_questions
from course.content.checks.rule import PROJECT, RULES, SAFETY, rule, same_rule
from course.content.checks.scope import LANGUAGE, MODULE
from course.content.checks.words import shown
from course.content.model import Module, Page
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.errors import Problem

_DIGITS = re.compile(r"\d+(?:[.,\u202f ]\d{3})*")
_LINK = re.compile(r"\[\^[^\]]*\]")


@rule(
    "L03",
    "A translation has each page, question and term of the original, in the same order",
    why="Who reads the translation must not learn less, above all about danger signs.",
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
        mine, theirs = _numbers(texts), _numbers(there[kind, name][1])
        if mine != theirs:
            odd = sorted(set(mine) ^ set(theirs)) or mine
            what = f"The numbers here are not those of {original.file}: {', '.join(odd)}."
            yield module.problem(path, what, "Compare the two, and mend the one that is wrong.")


@rule(
    "L05",
    "A translation is of the original as it is now",
    why=(
        "When the original changes, its translation goes on telling what was true before. "
        '"translates" holds a mark of the original that was translated.'
    ),
    source=PROJECT,
    severity="warning",
    scope=MODULE,
    bad=spanish() + "translates: 0123456789ab\n",
    good=spanish(),
)
def check_fresh(module: ModuleFile) -> Iterator[Problem]:
    """A problem at a mark that is not that of the original."""
    original = module.original
    if original is None or original.value is None or module.value is None:
        return
    mark = mark_of(original)
    if module.value.translates not in (None, mark):
        what = f"{original.file} has changed since this was translated."
        cure = f"Compare the two, mend the translation, and write: translates: {mark}"
        yield module.problem(("translates",), what, cure)


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
    bad="""\
# course.yaml
languages: [en, xh]
title: {en: Water, xh: Amanzi}
# xh/water.yaml
""",
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
    cure = f"Write into {shown(language)}: {keys}. Until then take the language out of the course."
    named = [index for index, name in course.ids("languages") if name == language]
    yield course.problem(("languages", *named[:1]), what, cure)


def mark_of(module: Written[Module]) -> str:
    """Twelve hexadecimal digits that change when any of its texts changes."""
    texts = sorted(
        (list(map(str, each.path)), each.node.text) for each in (*module.texts, *module.exact)
    )
    return hashlib.sha256("\n".join(text for _, text in texts).encode()).hexdigest()[:12]


@same_rule("L03", scope=LANGUAGE)
def check_terms(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem if a term of the original is not explained."""
    if edition.original is None:
        return
    glossary, original = edition.glossary, edition.original.glossary
    missing = [name for name in original.entries() if name not in glossary.entries()]
    if missing and glossary.readable and original.readable:
        what = f'The term "{missing[0]}" of {original.file} is missing here.'
        yield Problem(glossary.file, 1, 1, what, "Explain it, under the same id.")


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


def _numbers(texts: list[str]) -> list[str]:
    """The numbers in digits, in order of size; thousands are grouped by each language its way."""
    found = (
        re.sub(r"\D", "", number)
        for text in texts
        for number in _DIGITS.findall(prose.plain(_LINK.sub("", text)))
    )
    return sorted(found, key=lambda digits: (len(digits), digits))
