"""The report as one HTML file that asks nothing of any network and runs nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from course.reports import charts, formatting
from course.reports.charts import Segment
from course.reports.figures import ModuleFigures, QuestionFigures, Report
from course.reports.findings import Finding
from course.reports.formatting import percent, shown

_STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;
color:#1c1c1c;background:#fff;overflow-wrap:break-word}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #bbb}
table svg{min-width:8rem}
ol.first{padding:0;list-style-position:inside}
ol.first li{border:1px solid #bbb;border-left:.5rem solid #5a5a5a;border-radius:.3rem;
padding:.6rem 1rem;margin:0 0 1rem;max-width:46rem}
ol.first li.harm{border-left-color:#a01c1c}ol.first li.wrong{border-left-color:#8a5a00}
ol.first p{margin:.3rem 0}
svg{display:block;max-width:100%;height:auto;margin:.2rem 0}
.good{fill:#1f5f8b}.fair{fill:#5f97ba}.open{fill:#8a8a8a}.bad{fill:#a01c1c}
.key{display:flex;flex-wrap:wrap;gap:1rem}.key svg{display:inline;vertical-align:middle}
summary{cursor:pointer;padding:.6rem 0}
small{color:#4a4a4a;display:block}
@media (max-width:48rem){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,td{display:block}
tr{border-bottom:2px solid #5a5a5a;padding:.5rem 0}td{border:0;padding:.1rem 0}
td[data-head]:not(:first-child)::before{content:attr(data-head) ": ";font-weight:600}
td:empty{display:none}}
@media print{ol.first li,tr{break-inside:avoid}}
"""
_ASKED = (
    "Question", "Asked", "At the first try", "Right", "Then right", "Not sure", "Wrong",
    "Wrong answers", "Seconds", "r", "Efficiency",
)  # fmt: skip
_STORIES = (
    "Question", "Asked", "At the first try", "Right", "Then right", "Too much care",
    "Too little care", "Wrong answers", "Seconds", "r", "Efficiency",
)  # fmt: skip
_MODULES = ("Module", "Started", "Finished", "Where people left", "Minutes")


def lines(report: Report) -> Iterator[str]:
    """The whole page, line by line."""
    title = escape(report.course)
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">"
    )
    yield f"<title>{title}: report</title><style>{_STYLE}</style></head><body><main>"
    yield f"<h1>{title}: what the answers say</h1>"
    yield from _paragraphs(formatting.notes(report))
    yield from _first(report)
    yield from _gains(report)
    yield "<h2>All figures</h2>"
    yield from _paragraphs(formatting.explained(report))
    asked = [one for one in report.questions if one.kind != "triage"]
    triage = [one for one in report.questions if one.kind == "triage"]
    yield "<h3>Questions</h3>"
    yield _key("right", "not sure", "wrong")
    yield from _table(_ASKED, (_question(one, is_story=False) for one in asked))
    yield "<h3>When to get help</h3>"
    yield _key("right", "too much care", "too little care")
    yield from _table(_STORIES, (_question(one, is_story=True) for one in triage))
    yield from _paragraphs(map(formatting.pooled, report.pooled))
    yield "<h3>Modules</h3>"
    yield from _table(_MODULES, map(_module, report.modules))
    yield "</main></body></html>"


def _first(report: Report) -> Iterator[str]:
    yield f"<h2>{formatting.FIRST}</h2>"
    if not report.findings.first:
        yield from _paragraphs([formatting.nothing_found(report)])
    found = report.findings.first
    rows = [*map(_finding, found, formatting.advice(found))]
    yield f'<ol class="first">{"".join(rows[: formatting.ROWS])}</ol>'
    if more := rows[formatting.ROWS :]:
        yield f"<details><summary>{len(more)} more</summary>"
        yield f'<ol class="first" start="{formatting.ROWS + 1}">{"".join(more)}</ol></details>'
    if few := formatting.too_few(report):
        yield from _paragraphs([few])


def _finding(one: Finding, advice: Iterable[tuple[str, str]]) -> str:
    rest = "".join(f"<p><b>{name}:</b> {escape(said)}</p>" for name, said in advice)
    return (
        f'<li class="{one.danger}"><b>{escape(formatting.head(one))}</b>'
        f"<p>{escape(formatting.title(one))}<small>{escape(formatting.place(one))}</small></p>"
        f"<p>{escape(one.seen)}</p>{rest}</li>"
    )


def _gains(report: Report) -> Iterator[str]:
    if report.gains:
        yield "<h2>Gain, over those who answered before and after the course</h2>"
        for one in report.gains:
            yield f"<p>{escape(one.ask)}<small>{escape(formatting.gain(one))}</small></p>"


def _question(one: QuestionFigures, *, is_story: bool) -> list[str]:
    earlier = f", earlier wording {one.hash}" if one.wording == "earlier" else ""
    later = f"Known by a later question: {shown(one.known_later)}"
    between = one.safe_first if is_story else one.unsure_first
    names = ("too much care", "too little care") if is_story else ("not sure", "wrong")
    bar = charts.stacked(
        one.asked,
        (
            Segment("right", one.right_first, "good"),
            Segment(names[0], between, "fair" if is_story else "open"),
            Segment(names[1], one.wrong_first, "bad"),
        ),
    )
    return [
        _cell(one.ask, one.statement, f"{one.module}/{one.question}{earlier}"),
        escape(shown(one.asked)),
        bar,
        escape(percent(one.right_first, one.asked)),
        escape(shown(one.right_second)),
        escape(percent(between, one.asked)),
        escape(percent(one.wrong_first, one.asked)),
        _cell(formatting.wrong_answers(one), later if one.known_later is not None else ""),
        escape(shown(one.median_seconds)),
        escape(shown(one.discrimination_index)),
        escape(shown(one.discriminative_efficiency)),
    ]


def _module(one: ModuleFigures) -> list[str]:
    finished = ""
    if isinstance(one.started, int) and isinstance(one.finished, int):
        rows = [("Started", one.started, "open"), ("finished", one.finished, "good")]
        finished = charts.beside(rows, "people")
    minutes = ""
    if one.written_minutes is not None and isinstance(one.median_minutes, float):
        pace = [
            ("To read it takes", one.written_minutes, "open"),
            ("people take", one.median_minutes, "good"),
        ]
        minutes = charts.beside(pace, "minutes")
    read = f"to read: {shown(one.written_minutes)}"
    return [
        _cell(one.title, one.module),
        escape(shown(one.started)),
        _cell(f"{shown(one.finished)} ({percent(one.finished, one.started)})") + finished,
        _cell(*(formatting.left(place, one) for place in one.left_at)),
        _cell(shown(one.median_minutes), read) + minutes,
    ]


def _key(right: str, between: str, wrong: str) -> str:
    style = "fair" if between == "too much care" else "open"
    names = ((right, "good"), (between, style), (wrong, "bad"))
    spots = (
        f'<span><svg aria-hidden="true" viewBox="0 0 12 12" width="12" height="12">'
        f'<rect class="{style}" width="12" height="12"/></svg> {escape(name)}</span>'
        for name, style in names
    )
    return f'<p class="key">{"".join(spots)}</p>'


def _table(heads: Sequence[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield "<table><thead><tr>"
    yield from (f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for row in rows:
        cells = zip(heads, row, strict=True)
        yield f"<tr>{''.join(_td(head, cell) for head, cell in cells)}</tr>"
    yield "</tbody></table>"


def _td(head: str, cell: str) -> str:
    return f'<td data-head="{escape(head)}">{cell}</td>'


def _cell(first: str = "", *others: str) -> str:
    rest = "".join(f"<small>{escape(other)}</small>" for other in others if other)
    return f"<span>{escape(first)}</span>{rest}" if first or rest else ""


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    return (f"<p>{escape(text)}</p>" for text in texts)
