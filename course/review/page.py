"""The document for the reviewer as one HTML file that asks nothing of any network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from course.review.blocks import (
    Block,
    Bullets,
    Contents,
    Exact,
    Head,
    Par,
    Picture,
    Resting,
    Runs,
    Seen,
    Sheet,
)

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;
color:#1c1c1c;background:#fff}
h2{margin-top:3rem;border-bottom:2px solid #1c1c1c}h3{margin-top:2rem;break-after:avoid}
code,pre{font:13px/1.45 ui-monospace,monospace;background:#f2f2f2;padding:.1rem .3rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.6rem}
small,.who{color:#4a4a4a}.who{font-style:italic;margin:.8rem 0 .2rem}
.note{color:#4a4a4a;font-size:14px;margin:.8rem 0 .2rem}.note+pre{margin-top:0}
.seen{border-left:4px solid #1f5f8b;padding-left:.8rem}.seen p{margin:.2rem 0}
.title{font-weight:bold}.card::before{content:"\\25a1  "}.button{color:#4a4a4a}
.button::before{content:"[ "}.button::after{content:" ]"}.item{margin-left:1.2rem}
ins{background:#d8f0dd;text-decoration:underline}del{background:#f8dcdc}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid #bbb}
td:first-child{width:38%}td p{margin:.2rem 0 .5rem}
.line{border-bottom:1px solid #1c1c1c;margin:1.6rem 0 0;max-width:30rem}
img{max-width:24rem;max-height:20rem;border:1px solid #bbb;background:#fff}
@media print{body{max-width:none;font-size:11pt}tr,.seen p{break-inside:avoid}}
"""
Drawn = Callable[[str], str]
"""Gives the address of a picture by its name, with the picture in it; empty if it is none."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_TAGS = {"code": "code", "bold": "b", "small": "small", "out": "del", "in": "ins"}


def lines(title: str, language: str, blocks: Iterable[Block], drawn: Drawn) -> Iterator[str]:
    """The whole of it, line by line."""
    yield f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head>'
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>"
    for block in blocks:
        yield from _block(block, drawn)
    yield "</body></html>"


def _block(block: Block, drawn: Drawn) -> Iterator[str]:
    match block:
        case Head():
            at = f' id="{escape(block.to)}"' if block.to else ""
            yield f"<h{block.level}{at}>{_runs(block.runs)}</h{block.level}>"
        case Par():
            yield _par(block)
        case Bullets():
            yield "<ul>"
            yield from (f"<li>{_runs(item)}</li>" for item in block.items)
            yield "</ul>"
        case Exact():
            yield f"<pre>{chr(10).join(map(_runs, block.lines))}</pre>"
        case Seen():
            yield '<div class="seen">'
            yield from map(_par, block.lines)
            yield "</div>"
        case Resting():
            yield "<table><tr><th>What is stated</th><th>What it rests on</th></tr>"
            for stated, grounds in block.rows:
                behind = "".join(map(_par, grounds))
                yield f"<tr><td>{_runs(stated.runs)}</td><td>{behind}</td></tr>"
            yield "</table>"
        case Picture():
            if address := drawn(block.name):
                yield f'<p><img src="{escape(address)}" alt="{escape(block.alt)}"></p>'
        case Contents():
            yield "<ul>"
            for to, said in block.rows:
                yield f'<li><a href="#{escape(to)}">{escape(said)}</a></li>'
            yield "</ul>"
        case Sheet():
            yield from (f'<p class="line">{escape(said)}</p>' for said in block.lines)


def _par(par: Par) -> str:
    style = f' class="{par.style}"' if par.style else ""
    return f"<p{style}>{_runs(par.runs)}</p>"


def _runs(runs: Runs) -> str:
    parts = ((_TAGS.get(run.style, ""), escape(run.text)) for run in runs)
    return "".join(f"<{tag}>{text}</{tag}>" if tag else text for tag, text in parts)
