"""A page as one HTML file, for a browser to show or print; it asks nothing of any network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from course.handout.model import DOT

if TYPE_CHECKING:
    from course.handout.model import Band, Handout, Item, Part

_STYLE = """
body{font:1.125rem/1.4 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;
color:#1d2730;background:#fff}
h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:1rem 0 .3rem}
h3{font-size:1.125rem;margin:.6rem 0 0;padding:.1rem .5rem;color:#fff;break-after:avoid}
.emergency h3{background:#9b1c1c}.now h3{background:#8a4b00}
.today h3{background:#0b5563}.home h3{background:#1f6338}
.band{border-left:.4rem solid #1d2730;padding-left:0;break-inside:avoid}
.band>*{padding-left:.6rem}p{margin:.2rem 0}
ul{list-style:none;margin:.2rem 0;padding:0}li{margin:.2rem 0;padding-left:1.5em}
.mark{float:left;margin-left:-1.5em}.lead{display:block}
.unsure,.lead{font-weight:bold}
@media(min-width:48rem){.both{display:grid;grid-template-columns:3fr 2fr;gap:0 1.5rem}}
@media print{@page{margin:12mm}body{font-size:12pt;line-height:1.2;margin:0;padding:0;color:#000}
h3{background:none;color:#000;border-bottom:1pt solid #000}
.both{display:grid;grid-template-columns:3fr 2fr;gap:0 1.5rem}}
"""


def lines(handout: Handout) -> Iterator[str]:
    """The whole page, line by line."""
    title = escape(handout.title)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(handout.language)}"><head><meta charset="utf-8">'
    yield (
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head><body><main>"
    yield f"<h1>{title}</h1>"
    yield from _paragraphs(handout.under)
    yield '<div class="both"><div>'
    if handout.bands:
        yield f"<h2>{escape(handout.help)}</h2>"
        for band in handout.bands:
            yield from _band(band)
        yield f'<p class="unsure">{escape(handout.unsure)}</p>'
    yield from _parts(handout, "under")
    yield "</div><div>"
    yield from _parts(handout, "beside")
    yield "</div></div>"
    yield from _parts(handout, "below")
    yield from _paragraphs(filter(None, (*handout.foot, handout.sources)))
    yield "</main></body></html>"


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    yield from (f"<p>{escape(text)}</p>" for text in texts)


def _band(band: Band) -> Iterator[str]:
    sign = f'<span aria-hidden="true">{escape(band.sign)}</span>'
    yield f'<section class="band {band.level}"><h3>{sign} {escape(band.text)}</h3>'
    yield from _paragraphs(filter(None, (band.more, band.write)))
    for group in band.groups:
        yield from _paragraphs(filter(None, (group.after,)))
        yield "<ul>"
        yield from (_listed(DOT, escape(sign)) for sign in group.signs)
        yield "</ul>"
    yield "</section>"


def _parts(handout: Handout, place: str) -> Iterator[str]:
    for part in handout.parts:
        yield from _part(part) if part.place == place else ()


def _part(part: Part) -> Iterator[str]:
    yield f"<section><h2>{escape(part.title)}</h2><ul>"
    yield from map(_item, part.items)
    yield "</ul></section>"


def _item(item: Item) -> str:
    lead = f'<span class="lead">{escape(item.lead)}</span> ' if item.lead else ""
    return _listed(item.mark, f"{lead}{escape(item.text)}")


def _listed(mark: str, told: str) -> str:
    return f'<li><span class="mark">{escape(mark)}</span>{told}</li>'
