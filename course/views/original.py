"""What is said before a part of the course that is not in the language of the visit yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.views.model import Plain, View
from course.views.press import Spot

if TYPE_CHECKING:
    from course.views.context import Context


def original_view(module: str, context: Context, *, back: bool) -> View:
    """In which language the part is that comes next, and what else can be done."""
    words = context.words
    title = words("original.title", language=language_of(module, context))
    return View(
        layout="list",
        section=context.course.title,
        title=title,
        blocks=(Plain(words("original.what")), Plain(words("original.staff"))),
        help="message",
        tools=context.tools(),
        back=context.button(Spot.BACK) if back else None,
        next=context.button(Spot.NEXT, "go_on"),
    )


def language_of(module: str, context: Context) -> str:
    """What the language is called in which a module is told, in the words of the context or else
    in its own; empty where it is that of the context."""
    told = context.of(module)
    if told is context:
        return ""
    name = f"tongue.{told.words.language}"
    return context.words(name) if name in context.words else told.words("name")
