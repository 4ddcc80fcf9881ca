"""The report for other programs: as JSON and as CSV. `docs/exports.md` describes both."""

from __future__ import annotations

import csv
import json
from typing import Any, TextIO

from msgspec import to_builtins

from course.reports.figures import Left, ModuleFigures, QuestionFigures, Report

FORMAT = "prolotherapy-course report"
VERSION = 1

_OWN = {"question": QuestionFigures, "module": ModuleFigures, "left": Left}


def write_json(report: Report, to: TextIO) -> None:
    """One JSON object."""
    plain = {"format": FORMAT, "version": VERSION, **to_builtins(report)}
    to.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")


def write_csv(report: Report, to: TextIO) -> None:
    """A line for each question, module and place where people left; `table` says which it is."""
    sheet = csv.DictWriter(to, _columns(), restval="", lineterminator="\n")
    sheet.writeheader()
    for question in report.questions:
        sheet.writerow({"table": "question", **_row(question)})
    for module in report.modules:
        row = _row(module)
        places = row.pop("left_at")
        sheet.writerow({"table": "module", **row})
        for place in places:
            sheet.writerow({"table": "left", "module": module.module, **place})


def _row(figures: QuestionFigures | ModuleFigures) -> dict[str, Any]:
    row: dict[str, Any] = to_builtins(figures)
    return row


def _columns() -> list[str]:
    columns = ["table"]
    for figures in _OWN.values():
        columns += (name for name in figures.__struct_fields__ if name not in columns)
    columns.remove("left_at")
    return columns
