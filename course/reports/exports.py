"""The report for other programs: as JSON and as CSV. `docs/exports.md` describes both."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any, TextIO

from msgspec import Struct, to_builtins

from course.reports.figures import (
    Left,
    ModuleFigures,
    PooledFigures,
    QuestionFigures,
    Report,
    Taken,
)
from course.reports.findings import Finding
from course.reports.gain import GainFigures

FORMAT = "prolotherapy-course report"
VERSION = 2

_TABLES = (Finding, QuestionFigures, Taken, PooledFigures, GainFigures, ModuleFigures, Left)
_LISTS = ("wrong_answers", "left_at")
"""What a row holds several of; each of these has a row of its own."""


def write_json(report: Report, to: TextIO) -> None:
    """One JSON object."""
    plain = {"format": FORMAT, "version": VERSION, **to_builtins(report)}
    to.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")


def write_csv(report: Report, to: TextIO) -> None:
    """A line for each row of each table; `table` says which it is."""
    sheet = csv.DictWriter(to, _columns(), restval="", lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(_rows(report))


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.findings.first:
        yield _row("finding", finding)
    for question in report.questions:
        yield _row("question", question)
        named = ("module", "question", "hash", "part")
        for taken in question.wrong_answers:
            yield {**_row("answer", taken), **{name: getattr(question, name) for name in named}}
    for pool in report.pooled:
        yield _row("pooled", pool)
    for gain in report.gains:
        yield _row("gain", gain)
    for module in report.modules:
        yield _row("module", module)
        for place in module.left_at:
            yield {**_row("left", place), "module": module.module}


def _row(table: str, figures: Struct) -> dict[str, Any]:
    row: dict[str, Any] = to_builtins(figures)
    return {"table": table, **{name: row[name] for name in row if name not in _LISTS}}


def _columns() -> list[str]:
    columns = ["table"]
    for figures in _TABLES:
        names = figures.__struct_fields__
        columns += (name for name in names if name not in (*columns, *_LISTS))
    return columns
