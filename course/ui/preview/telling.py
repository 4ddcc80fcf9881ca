"""What is told beside a page: lines of a tone, each as long as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from course.content import prose
from course.content.drafting.graded import Graded
from course.content.kinds.questions import Question
from course.content.kinds.questions.question import Offered
from course.content.model import Course, Reading
from course.content.reading import LIMIT
from course.errors import Problem
from course.views.context import Context
from course.views.said import in_words

Tone = Literal["plain", "head", "quiet", "good", "care", "danger"]
HARDEST = 8
"""Sentences of a page that are told with their grade."""


class Line(NamedTuple):
    """A paragraph; empty for a row without words."""

    text: str = ""
    tone: Tone = "plain"


def findings(
    keeping: Sequence[Problem], found: Sequence[Problem] | None, file: str
) -> Iterator[Line]:
    """What is to be mended: first what keeps the save from being shown, then the rest of the file,
    which is None as long as the rules have not looked at it."""
    if keeping:
        yield Line("This cannot be shown as it was saved. Mend this:", "danger")
        yield Line()
        yield from _told(keeping, file)
    others = [each for each in found or () if each not in keeping]
    if found is None:
        yield Line("Checking...", "quiet")
    elif not keeping and not others:
        yield Line(f"No faults found in {file}.", "good")
    elif keeping and others:
        yield Line("Also in this file:", "head")
        yield Line()
    yield from _told(others, file)


def _told(problems: Sequence[Problem], file: str) -> Iterator[Line]:
    for each in problems:
        place = f"line {each.line}" if each.file == file else f"{each.file}, line {each.line}"
        tone: Tone = "danger" if each.severity == "error" else "care"
        kind = "" if each.severity == "error" else ", a warning"
        yield Line(" ".join(filter(None, (each.code, place))) + kind, tone)
        yield Line(each.what)
        yield Line(each.cure, "good")
        yield Line()


def answers(question: Question | None, context: Context) -> Iterator[Line]:
    """Each answer of a question, which of them is right, and what is said to it."""
    if question is None:
        yield Line("This page asks no question.", "quiet")
        return
    yield Line(f"Answers of {question.id}", "head")
    yield Line()
    if question.form in ("order", "aloud"):
        for number, text in enumerate(question.texts, start=1):
            yield Line(prose.plain(text), "plain" if number % 2 else "quiet")
    else:
        for part in question.parts:
            if part.text:
                yield Line(part.text, "head")
            for offered in question.offered(part.key):
                # Of a part its answers have one reason.
                if question.form == "one" or question.grade(offered.key) == "right":
                    yield from _answer(question, offered, context)
    yield Line("Hint", "head")
    yield Line(prose.plain(question.hint))


def _answer(question: Question, offered: Offered, context: Context) -> Iterator[Line]:
    is_right = question.grade(offered.key) == "right"
    sign = "right: " if is_right else ""
    must = " (must be put right)" if question.must_be_put_right(offered.key) else ""
    yield Line(f"{sign}{in_words(offered.text, context)}{must}", "good" if is_right else "plain")
    if reason := question.reason(offered.key):
        yield Line(f"  {prose.plain(reason)}", "quiet")
    yield Line()


def sources(
    cites: Iterable[str], course: Course, readings: Sequence[Reading], signs: Collection[str]
) -> Iterator[Line]:
    """What the page on show cites, and what was read there; `signs` are the danger signs on it."""
    number = 0
    for number, name in enumerate(cites, start=1):
        claim = course.claims.get(name)
        yield Line(f"{number}  {name}", "head")
        if claim and claim.says:
            yield Line(prose.plain(claim.says.get(course.language, "")))
        for each in claim.sources if claim else (name,):
            source = course.sources[each]
            read = f"read {source.checked}" if source.checked else "not read by us"
            yield Line(f"{each}: {source.title} ({source.kind}, {read})", "quiet")
            found = [r for r in readings if r.source == each and r.point in {name, each, *signs}]
            for reading in found:
                yield Line(f"  {reading.where}: {reading.says}", "good")
            if not found:
                yield Line("  Nothing is kept of what it says.", "care")
        yield Line()
    if not number:
        yield Line("This page cites nothing.", "quiet")


def grade(found: Graded | None) -> Iterator[Line]:
    """How hard the page on show is to read, and its hardest sentences."""
    if found is None:
        yield Line("The grade is measured on pages and questions in English only.", "quiet")
        return
    is_easy = found.grade <= LIMIT
    told = f"School grade {max(found.grade, 0):.1f}, of at most {LIMIT:.0f}. {found.words} words."
    yield Line(told, "good" if is_easy else "danger")
    if found.hardest:
        yield Line(f"Long words: {', '.join(found.hardest)}.")
    yield Line()
    for each in found.sentences[:HARDEST]:
        tone: Tone = "plain" if each.grade <= LIMIT else "care"
        yield Line(f"{max(each.grade, 0):.1f}  {each.text} ({each.words} words)", tone)
