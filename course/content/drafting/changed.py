"""Which page or question of a module a save has changed, or its author has broken."""

from __future__ import annotations

from course.content.checks.silenced import item_at
from course.content.model import Module
from course.content.source.binding import Written


def changed_item(before: Module | None, after: Module) -> str | None:
    """The id of the first page or question that is not as it was; None if all are."""
    if before is None:
        return None
    known = {each.id: each for each in (*before.pages, *before.questions)}
    for each in (*after.pages, *after.questions):
        if known.get(each.id) != each:
            return each.id
    return None


def item_of(written: Written[Module], line: int) -> str | None:
    """The id of the page or question that stands at a line of a file, as far as it can be read."""
    return item_at(written.root, line)


def shown_at(module: Module, item: str) -> tuple[str, str] | None:
    """Where an item is seen: the kind of the place, and its id. A question that a page asks is seen
    on that page. None if there is no such item."""
    for page in module.pages:
        if page.id == item or (page.check and page.check.question == item):
            return "page", page.id
    if any(each.id == item for each in module.questions):
        return "question", item
    return None


def items_of(module: Module) -> list[str]:
    """Its pages, and the questions that no page asks, in the order in which they are seen."""
    asked = {page.check.question for page in module.pages if page.check}
    return [
        *(page.id for page in module.pages),
        *(each.id for each in module.questions if each.id not in asked),
    ]
