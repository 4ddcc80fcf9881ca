"""What was ticked in checklists comes back at the end, each item under the title of its page."""

import pytest
from msgspec import structs
from textual.geometry import Size

from course.content import prose
from course.content.loader import load
from course.content.model import ChecklistItem, Page
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.ending import ending
from course.views.model import Advice, Heading, Text, View
from course.visit.route import Place
from course.visit.visit import Visit
from progress.learner_file import LearnerFile
from tests.desk import context_of
from tests.paths import TEA

SMALL = Size(60, 22)
LONG = "Ask whether you can go on with all of the medicines that you take now, number {}."


def a_list(name: str, *texts: str) -> Page:
    items = tuple(ChecklistItem(id=f"item-{at}", text=text) for at, text in enumerate(texts))
    return Page(id=name, title=f"List {name}", checklist=items)


PAGES = (
    a_list("short", "Bring a friend.", "Eat *well*."),
    a_list("long", *(LONG.format(number) for number in range(8))),
    a_list("last", "Call a taxi."),
)
TEA_NOW = load(TEA)
FIRST, *OTHERS = TEA_NOW.modules
COURSE = structs.replace(
    TEA_NOW, modules=(structs.replace(FIRST, pages=(*FIRST.pages, *PAGES)), *OTHERS)
)
CONTEXT = context_of(COURSE)


@pytest.fixture
def visit() -> Visit:
    return Visit(COURSE, LearnerFile.in_memory("en"))


def tick(visit: Visit, page: str, item: int, ticked: bool = True) -> None:
    visit.go(Place("page", FIRST.id, page))
    visit.tick(f"item-{item}", ticked)


def picked(visit: Visit) -> list[View]:
    title = CONTEXT.words("ending.picked")
    return [view for view in ending(visit, CONTEXT) if view.title == title]


def told(views: list[View]) -> list[tuple[str, list[str]]]:
    """The title of each list, and its items."""
    found: list[tuple[str, list[str]]] = []
    for block in (block for view in views for block in view.blocks):
        if isinstance(block, Heading):
            found.append((block.text, []))
        elif isinstance(block, Text):
            (bullets,) = block.prose.blocks
            assert isinstance(bullets, prose.Bullets)
            found[-1][1].extend(prose.words_of(item) for item in bullets.items)
    return found


def test_nothing_is_shown_where_nothing_is_ticked(visit: Visit) -> None:
    tick(visit, "short", 0)
    tick(visit, "short", 0, ticked=False)
    assert picked(visit) == []


def test_the_ticked_items_stand_on_one_page_under_the_titles_of_their_pages(visit: Visit) -> None:
    tick(visit, "last", 0)
    tick(visit, "short", 1)
    assert len(picked(visit)) == 1
    assert told(picked(visit)) == [
        ("List short", ["Eat well."]),
        ("List last", ["Call a taxi."]),
    ]


def test_it_comes_before_the_danger_signs(visit: Visit) -> None:
    tick(visit, "short", 0)
    views = ending(visit, CONTEXT)
    (page,) = picked(visit)
    signs = [at for at, view in enumerate(views) if any(isinstance(b, Advice) for b in view.blocks)]
    assert views.index(page) < min(signs, default=len(views))


def test_many_stand_on_more_pages_and_each_fits_the_smallest_screen(visit: Visit) -> None:
    for page in PAGES:
        for at in range(len(page.checklist or ())):
            tick(visit, page.id, at)
    views = picked(visit)
    assert len(views) > 1
    kit = Kit(CONTEXT.edition, LIGHT)
    assert [Sheet(view, SMALL, kit).over for view in views] == [0] * len(views)
    items = [item for _, some in told(views) for item in some]
    assert items == ["Bring a friend.", "Eat well.", *map(LONG.format, range(8)), "Call a taxi."]
