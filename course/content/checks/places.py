"""Pages that ask for the place of the reader's own shot, and pages that speak of each place."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Draft, LanguageDraft, Told
from course.content.checks.rule import CDC, PROJECT, rule, same_rule
from course.content.checks.scope import COURSE, LANGUAGE, PAGE
from course.content.kinds.figures import MapFigure
from course.content.model import Page
from course.content.source.nodes import Mapping, get
from course.content.source.spelling import suggest
from course.errors import Problem

MOST = 15
"""Places of a course: they are shown on two screens at most, large enough to press."""
_COURSE = "# course.yaml\nplaces: {{lake: {{en: Lake}}, sea: {{en: Sea}}{more}}}\n"
_PAGE = """\
# a page
text: Ask how deep it is.
place:
  lake: {{text: Ask how deep the lake is.}}
  sea: {{text: Ask how deep the sea is.}}
{other}"""


def _known(draft: Draft) -> list[str]:
    """The places of the course, whether sound or not."""
    places = get(draft.course.root, ("places",))
    return list(places.entries) if isinstance(places, Mapping) else []


@rule(
    "F15",
    "A page asks for a place of the body, or speaks of each, among those of the course",
    why=(
        "A place that the course does not have is shown to nobody. A person says once where their "
        "own shot is, and a screen has room for one kind of cards."
    ),
    scope=PAGE,
    stops=True,
    bad=_COURSE.format(more="") + _PAGE.format(other="  see: {text: Ask how deep it is.}\n"),
    good=_COURSE.format(more="") + _PAGE.format(other=""),
)
def check(page: Told[Page]) -> Iterator[Problem]:
    """A problem at each unknown place, and at what cannot stand beside places."""
    shows, known = page.it, _known(page.draft)
    for name, told in (shows.place or {}).items():
        if name not in known:
            what = f'There is no place "{name}" among the places in course.yaml.'
            yield page.problem(what, suggest(name, known), "place", name)
        if isinstance(told.figure, MapFigure):
            what = "Here is a map, and the places have their own cards."
            yield page.problem(what, "Use a drawing.", "place", name, "figure")
    key = "place" if shows.place else "your_place"
    if not (shows.place or shows.your_place):
        return
    if shows.your_place and not known:
        what = "This page asks for a place, and course.yaml lists none."
        yield page.problem(what, 'Write them in course.yaml, under "places".', key)
    others = [name for name in ("check", "checklist") if getattr(shows, name)]
    if shows.place and shows.your_place:
        others.append("your_place")
    if shows.place and isinstance(shows.figure, MapFigure):
        others.append("figure")
    for other in others:
        what = f'This page shows places, and "{other}" has cards as well.'
        yield page.problem(what, "Make two pages of it.", other)
    if shows.your_place and isinstance(shows.figure, MapFigure):
        for index, spot in enumerate(shows.figure.spots):
            if spot.id not in known:
                what = f'The spot "{spot.id}" is none of the places in course.yaml.'
                where = ("figure", "spots", index, "id")
                yield page.problem(what, suggest(spot.id, known), *where)


@same_rule("F15", scope=COURSE)
def check_number(draft: Draft) -> Iterator[Problem]:
    """A problem at the list of places, if it is too long."""
    if (number := len(_known(draft))) > MOST:
        what = f"The course has {number} places."
        yield draft.course.problem(("places",), what, f"Make it {MOST}: put some together.")


@same_rule("F15", scope=LANGUAGE)
def check_once(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each page after the first one that asks for the own place."""
    asking = [
        (module, path)
        for module in edition.modules.values()
        for path, page in module.each(Page)
        if page.your_place
    ]
    for module, path in asking[1:]:
        what = "Another page has asked for the reader's own place."
        yield module.problem((*path, "your_place"), what, "Ask once, on the first of these pages.")


@rule(
    "F16",
    "A page that speaks of places of the body speaks of each place of the course",
    why="Whose place is missing reads nothing of it, and cannot know that nothing is known.",
    source=f"{CDC}; {PROJECT}",
    severity="warning",
    scope=PAGE,
    bad=_COURSE.format(more=", pond: {en: Pond}") + _PAGE.format(other=""),
    good=_COURSE.format(more="") + _PAGE.format(other=""),
)
def check_whole(page: Told[Page]) -> Iterator[Problem]:
    """A problem at a page that leaves places out."""
    told = page.it.place
    missing = [name for name in _known(page.draft) if told and name not in told]
    if missing:
        what = f"This page says nothing of: {', '.join(missing)}."
        cure = "Say what is known there, or that nothing is known."
        yield page.problem(what, cure, "place")
