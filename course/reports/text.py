"""The report on a terminal: tables of at most 79 columns, with bars of block characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from course.reports.figures import ModuleFigures, QuestionFigures, Report
from course.reports.formatting import notes, percent, shown
from course.reports.small_cells import Cell

WIDTH = 79
BAR = 8
"""Cells of a whole bar."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


def lines(report: Report) -> Iterator[str]:
    """The whole report, line by line."""
    yield report.course
    for note in notes(report):
        yield from textwrap.wrap(note, WIDTH)
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
    yield from ("", "MODULES")
    yield _columns("started", "finished", "", "", "", "minutes", "")
    for module in report.modules:
        yield from _module(module)


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
            shown(one.item_rest_correlation),
        )
        yield from _drawn_to(one)
        yield from _known_later(one)


def _triage(one: QuestionFigures) -> Iterator[str]:
    yield _head(one)
    yield _columns(
        shown(one.asked),
        _bar(one.wrong_first, one.asked),
        shown(one.right_second),
        percent(one.safe_first, one.asked),
        percent(one.right_first, one.asked),
        shown(one.median_seconds),
        shown(one.item_rest_correlation),
    )
    yield from _drawn_to(one)
    yield from _known_later(one)


def _module(one: ModuleFigures) -> Iterator[str]:
    yield f"{one.module}: {one.title}"
    bar = _bar(one.finished, one.started)
    yield _columns(shown(one.started), bar, "", "", "", shown(one.median_minutes), "")
    for place in one.left_at:
        share = percent(place.people, one.started)
        yield f"      left at {place.kind} {place.id}: {shown(place.people)} {_bracketed(share)}"
    if one.left_elsewhere:
        yield f"      left elsewhere: {shown(one.left_elsewhere)}"


def _head(one: QuestionFigures) -> str:
    earlier = f" (earlier wording {one.hash})" if one.wording == "earlier" else ""
    return textwrap.shorten(f"{one.module}/{one.question}{earlier}: {one.ask}", WIDTH)


def _drawn_to(one: QuestionFigures) -> Iterable[str]:
    if one.drawn_to is None:
        return ()
    text = f"most often wrong: {one.drawn_to} ({shown(one.drawn_to_people)})"
    return textwrap.wrap(text, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 8)


def _known_later(one: QuestionFigures) -> Iterable[str]:
    if one.known_later is None:
        return ()
    share = _bracketed(percent(one.known_later, one.asked))
    return [f"      known by a later question: {shown(one.known_later)} {share}".rstrip()]


def _columns(asked: str, *rest: str) -> str:
    bar, *others = rest
    line = f"{asked:>7}  {bar:<{BAR + 16}}" + "".join(f"{other:>9}" for other in others)
    return line.rstrip()


def _bar(part: Cell, whole: Cell) -> str:
    text = shown(part)
    if not isinstance(part, int) or not isinstance(whole, int) or not whole:
        return f"{'':{BAR}} {text}"
    eighths = round(part / whole * BAR * 8)
    bar = "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()
    return f"{bar:{BAR}} {text} {_bracketed(percent(part, whole))}"


def _bracketed(share: str) -> str:
    return f"({share})" if share.endswith("%") else ""
