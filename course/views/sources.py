"""Where the statements of a page come from."""

from __future__ import annotations

from course.content import prose
from course.content.model import Claim, Source
from course.views.context import Context
from course.views.model import Block, Note, Plain, View
from course.views.press import Spot


def sources_view(cites: tuple[str, ...], context: Context) -> View:
    """The sources behind the numbers of a page, and both sides where they do not agree."""
    words, course = context.words, context.course
    blocks: list[Block] = []
    for number, each in enumerate(cites, start=1):
        if each in course.claims:
            blocks += _claim(number, course.claims[each], context)
        else:
            blocks.append(_source(str(number), course.sources[each], context))
    return View(
        layout="list",
        section=course.title,
        title=words("sources.title"),
        blocks=tuple(blocks),
        help="sources",
        tools=context.tools(),
        back=context.button(Spot.BACK, "close"),
    )


def _claim(number: int, claim: Claim, context: Context) -> list[Block]:
    words, course = context.words, context.course
    several = len(claim.sources) > 1
    marks = {
        each: f"{number}{chr(ord('a') + at)}" if several else str(number)
        for at, each in enumerate(claim.sources)
    }
    blocks: list[Block] = [
        _source(mark, course.sources[each], context) for each, mark in marks.items()
    ]
    if claim.says:
        blocks.insert(0, Note(str(number), prose.parse_inline(claim.says[course.language]).inlines))
    if claim.disagree:
        blocks.append(Plain(words("sources.disagree"), strong=True))
        blocks += [
            Note(
                f"{marks.get(side.source, '')}  {course.sources[side.source].published}".strip(),
                prose.parse_inline(side.says[course.language]).inlines,
            )
            for side in claim.disagree
        ]
    return blocks


def _source(number: str, source: Source, context: Context) -> Note:
    words = context.words
    kind = words(f"source.{source.kind}")
    when = f", {source.year}" if source.year else ""
    who = [source.authors.rstrip("."), source.published]
    read = words("sources.read", day=source.checked) if source.checked else words("sources.unread")
    told = words(
        "sources.entry", published=". ".join(dict.fromkeys(who)), year=when, kind=kind, read=read
    )
    said = [prose.Span(told, "plain")]
    if source.interest:
        said += [prose.Span(" ", "plain"), prose.Span(source.interest, "strong")]
    if source.url:
        said.append(prose.Span(f" {source.url}", "plain"))
    title = source.title if source.title.endswith((".", "?")) else f"{source.title}."
    return Note(f"{number}  {title}", tuple(said))
