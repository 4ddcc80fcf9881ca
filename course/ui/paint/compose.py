"""Which layout draws a view."""

from __future__ import annotations

from msgspec import structs

from course.ui.paint.body import Body
from course.ui.paint.draft import Draft
from course.views.model import Card


def compose(draft: Draft) -> Body:
    """The body of a view. What its cards lead to is told where all else stays in sight then."""
    view = draft.view
    found = _composed(draft)
    if not any(card.about for card in view.cards):
        return found
    room = draft.room if draft.at.tall else draft.most
    if found.height() <= room:
        return found
    brief = structs.replace(view, cards=tuple(map(_brief, view.cards)))
    return _composed(structs.replace(draft, view=brief))


def _brief(card: Card) -> Card:
    return structs.replace(card, about=())


def _composed(draft: Draft) -> Body:
    """The same with all that its cards say. A layout is imported when the first view in it is
    drawn."""
    match draft.view.layout:
        case "first":
            from course.ui.paint.layouts.first import first as layout
        case "question":
            from course.ui.paint.layouts.asking import question as layout
        case "feedback":
            from course.ui.paint.layouts.asking import feedback as layout
        case "way":
            from course.ui.paint.layouts.way import way as layout
        case "map":
            from course.ui.paint.layouts.places import places as layout
        case "pad":
            from course.ui.paint.layouts.pad import pad as layout
        case "keyboard":
            from course.ui.paint.layouts.keyboard import keyboard as layout
        case "phone":
            from course.ui.paint.layouts.phone import phone as layout
        case "result" | "finish":
            from course.ui.paint.layouts.result import result as layout
        case "still-there":
            from course.ui.paint.layouts.still import still as layout
        case "list" if draft.view.mapped is not None and draft.kit.cell is not None:
            from course.ui.paint.layouts.mapped import mapped as layout
        case _:
            from course.ui.paint.layouts.reading import page as layout
    return layout(draft)
