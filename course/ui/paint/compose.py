"""Which layout draws a view."""

from __future__ import annotations

from course.ui.paint.body import Body
from course.ui.paint.draft import Draft


def compose(draft: Draft) -> Body:
    """The body of a view. A layout is imported when the first view in it is drawn."""
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
