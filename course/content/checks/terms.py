"""Every term of the glossary explains a word that a reader meets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.content.any_of import any_of
from course.content.checks.draft import LanguageDraft
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import LANGUAGE
from course.content.checks.texts import words_in
from course.content.checks.words.phrases import compiled, folded
from course.content.model import Term
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.errors import Problem

_TERM = """\
# glossary/en.yaml
deep: {term: deep, says: Far from the top to the ground.}
"""


@rule(
    "R07",
    "Each term of the glossary is met somewhere",
    why="A word that nobody meets need not be explained; most often it is misspelt on one side.",
    source=PROJECT,
    scope=LANGUAGE,
    severity="warning",
    bad=_TERM.replace("term: deep", "term: deeep"),
    good=_TERM,
)
def check(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each term that stands in no text of any module, nor in a danger sign."""
    files: list[Written[Any]] = [*edition.modules.values(), edition.draft.triage]
    named = edition.draft.course.names("modules")
    if (
        edition.original is not None
        or any(file.problems for file in files)
        or len(edition.modules) < len(named)
    ):
        return
    forms: dict[str, set[Path]] = {}
    for path, term in edition.glossary.each(Term):
        for form in (term.term, *term.also):
            forms.setdefault(folded(form), set()).add(path)
    pattern = compiled(rf"(?<!\w){any_of(forms)}(?!\w)")
    met = {
        path
        for file in files
        for text in (*file.texts, *file.exact)
        for found in pattern.finditer(words_in(text))
        for path in forms[folded(found.group().replace("\u2019", "'"))]
    }
    for path, term in edition.glossary.each(Term):
        if path not in met:
            what = f'Nothing in the course says "{term.term}".'
            cure = 'Add the form that is used under "also", or delete the term.'
            yield edition.glossary.problem((*path, "term"), what, cure)
