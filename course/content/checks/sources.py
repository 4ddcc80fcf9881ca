"""Every citation leads to a source, and every claim is told whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from course.content import prose
from course.content.checks.draft import Draft, ModuleFile, Placed, Told
from course.content.checks.examples import TIED
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import CLAIM, COURSE, EVERY_TEXT, MODULE, PIECE, SOURCE
from course.content.checks.texts import parsed
from course.content.kinds.piece import Piece
from course.content.model import Claim, CourseFile, Module, Source
from course.content.signs import DangerSign
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.content.source.spelling import suggest
from course.errors import Problem

_LIST = "in sources.yaml or claims.yaml"
_BARE = re.compile(r"(?<!\\)\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")


@rule(
    "S01",
    "Each citation leads to a source or a claim",
    why="A reader who asks where it comes from must find an answer.",
    scope=EVERY_TEXT,
    stops=True,
    bad="""\
# a page
text: The lake is deep. [^boook]
""",
    good="""\
# a page
text: The lake is deep. [^book]
""",
)
def check_citations(text: Placed[Text]) -> Iterator[Problem]:
    """Every `[^id]` is a source or a claim."""
    known = _citable(text.draft)
    if known is None or text.it.markup == "exact":
        return
    for cite in parsed(text.it).inlines:
        if isinstance(cite, prose.Cite) and cite.id not in known:
            what = f'There is no source or claim "{cite.id}".'
            yield text.problem(what, suggest(cite.id, known, _LIST), offset=cite.offset)
    for bare in _BARE.finditer(text.it.node.text):
        if bare[1] in known:
            what = f"{bare.group()} is shown as it is written: a sign is missing in it."
            yield text.problem(what, f"Write [^{bare[1]}].", offset=bare.start())


@same_rule("S01", scope=PIECE)
def check_names(piece: Told[Piece]) -> Iterator[Problem]:
    """Whatever names a source alone, as a bar of ranges does, names a source or a claim."""
    if (known := _citable(piece.draft)) is None:
        return
    for key in piece.it.names_source:
        if (name := getattr(piece.it, key)) not in known:
            what = f'There is no source or claim "{name}".'
            yield piece.problem(what, suggest(name, known, _LIST), key)


@rule(
    "S02",
    "What a claim names is there, and no claim is called like a source",
    why="A claim without its source is only a sentence.",
    scope=COURSE,
    stops=True,
    bad="""\
# a page
text: The lake is deep. [^deep]
# claims.yaml
deep:
  sources: [boook]
""",
    good="""\
# a page
text: The lake is deep. [^deep]
# claims.yaml
deep:
  sources: [book]
""",
)
def check_claims(draft: Draft) -> Iterator[Problem]:
    """What a claim names is there, and no claim is called like a source."""
    sources, claims = draft.sources, draft.claims
    for name, entry in claims.entries().items():
        if name in sources.entries():
            what = f'"{name}" is the name of a source as well.'
            where = entry.key.line, entry.key.column
            yield claims.problem_at(*where, what, "Give the claim another name.")
    for path, claim in claims.each(Claim):
        named = [((*path, "sources", index), name) for index, name in enumerate(claim.sources)]
        for index, side in enumerate(claim.disagree):
            named.append(((*path, "disagree", index, "source"), side.source))
        if sources.readable:
            yield from _unknown(claims, named, sources.entries(), "source")
        named = [((*path, "never_without", n), name) for n, name in enumerate(claim.never_without)]
        yield from _unknown(claims, named, claims.entries(), "claim")


@rule(
    "S03",
    "A claim stands beside what it must never stand without",
    why="Half of the truth can harm: a medicine without its limit, a ride without a driver.",
    source=PROJECT,
    scope=MODULE,
    stops=True,
    bad="""\
# a page
text: The lake is deep. [^deep]
# a page
id: other
title: The shore
text: Stay near the shore. [^shore]
"""
    + TIED,
    good="# a page\ntext: The lake is deep. [^deep] Stay near the shore. [^shore]\n" + TIED,
)
def check_company(module: ModuleFile) -> Iterator[Problem]:
    """A page, or a question, that cites a claim also cites what it must never stand without."""
    claims = module.edition.draft.claims
    needed = {
        str(path[0]): claim.never_without
        for path, claim in claims.each(Claim)
        if claim.never_without
    }
    for cites in cites_of(module).values():
        for name, (path, offset) in cites.items():
            for other in needed.get(name, ()):
                if other not in cites and other in claims.entries():
                    yield module.problem(
                        path,
                        f'"{name}" is cited here without "{other}", and is not safe alone.',
                        f"Say what {other} says {_place(path)}, and cite [^{other}].",
                        offset,
                    )


@rule(
    "L02",
    "What is told in several languages is told in each language of the course",
    why="Else a reader meets an empty place.",
    scope=COURSE,
    stops=True,
    bad="""\
# course.yaml
title: {es: Agua}
languages: [en]
""",
    good="""\
# course.yaml
title: {en: Water}
""",
)
def check_translations(draft: Draft) -> Iterator[Problem]:
    """What is told in several languages is told in each that is looked at, and in no other one."""
    wanted = [edition.language for edition in draft.editions]
    for written in draft.shared:
        for path, told in _translated(written):
            # A translation needs those of its claims that it cites: see below.
            for language in draft.languages[:1] if written is draft.claims else wanted:
                if language not in told and language in wanted:
                    cure = f'Add "{language}: " with the text in that language.'
                    yield written.problem(path, f'There is no text in "{language}" here.', cure)
            for language in told:
                if language not in draft.languages:
                    cure = "Delete the line, or add the language to the languages of course.yaml."
                    what = f'The course has no language "{language}".'
                    yield written.problem((*path, language), what, cure)


@same_rule("L02", scope=MODULE)
def check_cited_claims(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each claim that a translation cites, and that is not told in its language."""
    draft, language = module.edition.draft, module.edition.language
    if module.original is None:
        return
    told = {str(path[0]): claim for path, claim in draft.claims.each(Claim)}
    for cites in cites_of(module).values():
        for name, (path, offset) in cites.items():
            claim = told.get(name)
            texts = [claim.says, *(side.says for side in claim.disagree)] if claim else []
            if any(text is not None and language not in text for text in texts):
                what = f'The claim "{name}" has no text in "{language}".'
                cure = f'Add it in claims.yaml: "prolo translate {language} claims" lists them.'
                yield module.problem(path, what, cure, offset)


def _citable(draft: Draft) -> dict[str, None] | None:
    """The names of all that can be cited; None if they are not known."""
    return draft.citable if draft.sources.readable and draft.claims.readable else None


def _translated(written: Written[Any]) -> Iterator[tuple[Path, dict[str, str]]]:
    for path, course in written.each(CourseFile):
        yield (*path, "title"), course.title
        if course.made is not None:
            yield (*path, "made", "paid_by"), course.made.paid_by
        for name, ask in course.asks.items():
            yield (*path, "asks", name, "ask"), ask.ask
        for name, place in course.places.items():
            yield (*path, "places", name), place
    for path, row in written.each(DangerSign):
        yield (*path, "sign"), row.sign
        yield (*path, "why"), row.why
        if row.short is not None:
            yield (*path, "short"), row.short
    for path, claim in written.each(Claim):
        if claim.says is not None:
            yield (*path, "says"), claim.says
        for index, side in enumerate(claim.disagree):
            yield (*path, "disagree", index, "says"), side.says


def _unknown(
    written: Written[Any], named: list[tuple[Path, str]], known: Collection[str], kind: str
) -> Iterator[Problem]:
    for path, name in named:
        if name not in known:
            cure = suggest(name, known, f"in {kind}s.yaml")
            yield written.problem(path, f'There is no {kind} "{name}".', cure)


def cites_of(module: Written[Module]) -> dict[Path, dict[str, tuple[Path, int]]]:
    """For each page and question, what it cites and where it does so first."""
    found: dict[Path, dict[str, tuple[Path, int]]] = {}
    for text in module.texts:
        cites = found.setdefault(text.path[:2], {})
        for each in parsed(text).inlines:
            if isinstance(each, prose.Cite):
                cites.setdefault(each.id, (text.path, each.offset))
    for path, name in _named_alone(module):
        found.setdefault(path[:2], {}).setdefault(name, (path, 0))
    return found


def _named_alone(written: Written[Any]) -> Iterator[tuple[Path, str]]:
    """The sources and claims that are named in a field of their own, and where."""
    for path, piece in written.each(Piece):
        for key in piece.names_source:
            yield (*path, key), getattr(piece, key)


def _place(path: Path) -> str:
    return "on the same page" if path[0] == "pages" else "in the same question"


@rule(
    "S04",
    "No claim or source is past the day on which it was to be read again",
    why="Prices, insurance and rules change; an old number misleads.",
    source="CDC Clear Communication Index; findings of this project",
    scope=CLAIM,
    bad="""\
# a page
text: The lake is deep. [^deep]
# claims.yaml
deep:
  sources: [book]
  review_by: 2020-01-01
""",
    good="""\
# a page
text: The lake is deep. [^deep]
# claims.yaml
deep:
  sources: [book]
  review_by: 2099-12-31
""",
)
def check_dates(claim: Placed[Claim]) -> Iterator[Problem]:
    """No claim is past the day on which it was to be read again."""
    day = claim.it.review_by
    if day and day < claim.draft.today:
        what = f'"{claim.path[0]}" was to be read again by {day}.'
        cure = "Read its sources again, mend what has changed, and set a new day."
        yield claim.problem(what, cure, "review_by")


@same_rule("S04", scope=SOURCE)
def check_source_dates(source: Placed[Source]) -> Iterator[Problem]:
    """No source is past the day on which it was to be read again."""
    day = source.it.review_by
    if day and day < source.draft.today:
        what = f'"{source.path[0]}" was to be read again by {day}.'
        cure = "Read it again, mend what has changed, and set a new day."
        yield source.problem(what, cure, "review_by")
