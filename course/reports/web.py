"""The report as one HTML file that asks nothing of any network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from course.reports.figures import ModuleFigures, QuestionFigures, Report
from course.reports.formatting import notes, percent, shown
from course.reports.small_cells import Cell

_MORE = ("Most often wrong", "Seconds", "r")
_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;
color:#1c1c1c;background:#fff}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #bbb}
td.number,th.number{text-align:right;white-space:nowrap}
.bar{background:#e2e2e2;width:8rem;height:.7rem}.bar div{background:#1f5f8b;height:100%}
small{color:#4a4a4a;display:block}
"""


def lines(report: Report) -> Iterator[str]:
    """The whole page, line by line."""
    title = escape(report.course)
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    yield f"<title>{title}: report</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{title}: what the answers say</h1>"
    yield from (f"<p>{escape(note)}</p>" for note in notes(report))
    asked = (one for one in report.questions if one.kind != "triage")
    triage = (one for one in report.questions if one.kind == "triage")
    yield from _table(
        "Questions, at the first try",
        ("Question", "Asked", "Right", "Then right", "Not sure", "Wrong", *_MORE),
        (_question(one, one.right_first, one.unsure_first, one.wrong_first) for one in asked),
    )
    yield from _table(
        "When to get help, at the first try",
        ("Question", "Asked", "Too little care", "Then right", "Too much care", "Right", *_MORE),
        (_question(one, one.wrong_first, one.safe_first, one.right_first) for one in triage),
    )
    yield from _table(
        "Modules",
        ("Module", "Started", "Finished", "Where people left", "Minutes"),
        map(_module, report.modules),
    )
    yield "</body></html>"


def _question(
    one: QuestionFigures, barred: Cell, third: Cell | None, fourth: Cell | None
) -> list[str]:
    earlier = f", earlier wording {one.hash}" if one.wording == "earlier" else ""
    later = f"Known by a later question: {shown(one.known_later)}"
    drawn = f"{one.drawn_to}: {shown(one.drawn_to_people)}" if one.drawn_to else ""
    return [
        _cell(one.ask, one.statement, f"{one.module}/{one.question}{earlier}"),
        _number(shown(one.asked)),
        _bar(barred, one.asked),
        _number(shown(one.right_second)),
        _number(percent(third, one.asked)),
        _number(percent(fourth, one.asked)),
        _cell(drawn, later if one.known_later is not None else ""),
        _number(shown(one.median_seconds)),
        _number(shown(one.item_rest_correlation)),
    ]


def _module(one: ModuleFigures) -> list[str]:
    left = [f"{place.kind} {place.id}: {shown(place.people)}" for place in one.left_at]
    if one.left_elsewhere:
        left.append(f"elsewhere: {shown(one.left_elsewhere)}")
    return [
        _cell(one.title, one.module),
        _number(shown(one.started)),
        _bar(one.finished, one.started),
        _cell(*left),
        _number(shown(one.median_minutes)),
    ]


def _table(title: str, heads: Iterable[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"<h2>{escape(title)}</h2><table><thead><tr>"
    yield from (f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    yield from (f"<tr>{''.join(row)}</tr>" for row in rows)
    yield "</tbody></table>"


def _cell(first: str = "", *others: str) -> str:
    rest = "".join(f"<small>{escape(other)}</small>" for other in others if other)
    return f"<td>{escape(first)}{rest}</td>"


def _number(text: str) -> str:
    return f'<td class="number">{escape(text)}</td>'


def _bar(part: Cell, whole: Cell) -> str:
    text = escape(shown(part))
    if not isinstance(part, int) or not isinstance(whole, int) or not whole:
        return f"<td>{text}</td>"
    share = percent(part, whole)
    width = round(100 * part / whole)
    return f'<td>{text} ({share})<div class="bar"><div style="width:{width}%"></div></div></td>'
