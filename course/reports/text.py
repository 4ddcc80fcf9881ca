"""The report on a terminal: at most 79 columns, with bars of block characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from course.reports import formatting
from course.reports.figures import ModuleFigures, QuestionFigures, Report
from course.reports.findings import Finding
from course.reports.formatting import percent, shown
from course.reports.small_cells import Cell

WIDTH = 79
BAR = 8
"""Cells of a whole bar."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


def lines(report: Report) -> Iterator[str]:
    """The whole report, line by line."""
    yield report.course
    for note in formatting.notes(report):
        yield from textwrap.wrap(note, WIDTH)
    yield from _first(report)
    if report.gains:
        yield from ("", "GAIN, over those who answered before and after the course")
        for gain in report.gains:
            yield textwrap.shorten(f"{gain.question}: {gain.ask}", WIDTH)
            yield from _indented(formatting.gain(gain), 4)
    yield ""
    for note in formatting.explained(report):
        yield from textwrap.wrap(note, WIDTH)
    yield from _questions(report)
    yield from ("", "MODULES")
    yield _columns("started", "finished", "", "", "", "to read", "minutes")
    for module in report.modules:
        yield from _module(module)


def _first(report: Report) -> Iterator[str]:
    found = report.findings.first
    yield from ("", formatting.FIRST.upper())
    if not found:
        yield from textwrap.wrap(formatting.nothing_found(report), WIDTH)
    rows = zip(found[: formatting.ROWS], formatting.advice(found), strict=False)
    for number, (one, advice) in enumerate(rows, start=1):
        yield from _finding(number, one, advice)
    if len(found) > formatting.ROWS:
        yield f"And {len(found) - formatting.ROWS} more: prolo report --format html"
    if few := formatting.too_few(report):
        yield from ("", *textwrap.wrap(few, WIDTH))


def _finding(number: int, one: Finding, advice: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield ""
    yield from textwrap.wrap(
        f"{number:>2}. {formatting.head(one)}", WIDTH, subsequent_indent=" " * 4
    )
    yield from _indented(f"{formatting.place(one)}: {formatting.title(one)}", 4)
    yield from _indented(one.seen, 4)
    for name, said in advice:
        yield from _indented(f"{name}: {said}", 4)


def _questions(report: Report) -> Iterator[str]:
    asked = [one for one in report.questions if one.kind != "triage"]
    triage = [one for one in report.questions if one.kind == "triage"]
    yield from ("", "QUESTIONS, at the first try unless it says second")
    yield _columns("asked", "right", "second", "not sure", "wrong", "seconds", "r")
    for _, parts in groupby(asked, lambda one: (one.module, one.question, one.hash)):
        yield from _question(list(parts))
    yield from ("", "WHEN TO GET HELP: the bar shows how many first chose too little care")
    yield _columns("asked", "too little", "second", "too much", "right", "seconds", "r")
    for one in triage:
        yield from _triage(one)
    for pool in report.pooled:
        yield from ("", *textwrap.wrap(formatting.pooled(pool), WIDTH))


def _question(parts: list[QuestionFigures]) -> Iterator[str]:
    yield _head(parts[0])
    for one in parts:
        if one.statement:
            yield "    " + textwrap.shorten(one.statement, WIDTH - 4)
        yield _columns(
            shown(one.asked),
            _bar(one.right_first, one.asked),
            shown(one.right_second),
            percent(one.unsure_first, one.asked),
            percent(one.wrong_first, one.asked),
            shown(one.median_seconds),
            shown(one.discrimination_index),
        )
        yield from _more(one)


def _triage(one: QuestionFigures) -> Iterator[str]:
    yield _head(one)
    yield _columns(
        shown(one.asked),
        _bar(one.wrong_first, one.asked),
        shown(one.right_second),
        percent(one.safe_first, one.asked),
        percent(one.right_first, one.asked),
        shown(one.median_seconds),
        shown(one.discrimination_index),
    )
    yield from _more(one)


def _module(one: ModuleFigures) -> Iterator[str]:
    yield f"{one.module}: {one.title}"
    bar = _bar(one.finished, one.started)
    read, taken = shown(one.written_minutes), shown(one.median_minutes)
    yield _columns(shown(one.started), bar, "", "", "", read, taken)
    for place in one.left_at:
        yield f"      {formatting.left(place, one)}"


def _head(one: QuestionFigures) -> str:
    earlier = f" (earlier wording {one.hash})" if one.wording == "earlier" else ""
    return textwrap.shorten(f"{one.module}/{one.question}{earlier}: {one.ask}", WIDTH)


def _more(one: QuestionFigures) -> Iterable[str]:
    if taken := formatting.wrong_answers(one):
        yield from _indented(f"wrong answers: {taken}", 6)
    if one.known_later is not None:
        share = _bracketed(percent(one.known_later, one.asked))
        yield f"      known by a later question: {shown(one.known_later)} {share}".rstrip()


def _indented(text: str, by: int) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=" " * by, subsequent_indent=" " * by)


def _columns(asked: str, *rest: str) -> str:
    bar, *others = rest
    line = f"{asked:>7}  {bar:<{BAR + 16}}" + "".join(f"{other:>9}" for other in others)
    return line.rstrip()


def _bar(part: Cell, whole: Cell) -> str:
    text = shown(part)
    if not isinstance(part, int) or not isinstance(whole, int) or not whole:
        return f"{'':{BAR}} {text}"
    eighths = round(min(part / whole, 1) * BAR * 8)
    bar = "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
    return f"{bar:{BAR}} {text} {_bracketed(percent(part, whole))}"


def _bracketed(share: str) -> str:
    return f"({share})" if share.endswith("%") else ""
