"""Help at a view, and what it means to have everything read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content import prose
from course.views.model import Box, Button, Card, Plain, View, signs
from course.views.overview import language_cards, unwell
from course.views.press import PACES, Go, Spot

if TYPE_CHECKING:
    from course.views.context import Context


def help_view(view: View, context: Context) -> View:
    """What to do at a view, whom to call if something is wrong, and what else there is."""
    words = context.words
    look = (context.button(Spot.LOOK),) if Spot.LOOK in context.can else ()
    offered = (*_heard(view, context), *view.menu, *look)
    known = signs(view)
    has_keys = all(card.mark == "done" or card.press in known for card in view.languages)
    others = () if view.layout == "first" and has_keys else language_cards(context)
    # Here a language is something to choose; that of now is in use already.
    others = tuple(card for card in others if card.mark != "done")
    return View(
        layout="list",
        section=context.head.title,
        title=words("help.title"),
        blocks=(
            Plain(words(_helped(view.help, context))),
            Box("warning", words("callout.warning"), prose.verbatim(unwell(context))),
        ),
        cards=tuple(Card(button.press, button.label) for button in offered),
        languages=others,
        back=context.button(Spot.BACK, "close"),
    )


def _heard(view: View, context: Context) -> tuple[Button, ...]:
    """The tools of a view, and behind Listen to have everything read; once it is, to stop it."""
    if not any(tool.spot is Spot.LISTEN for tool in view.tools):
        return view.tools
    _, *others = view.tools
    is_read = Spot.READ in context.can
    listen = context.button(Spot.LISTEN, "hush" if is_read else "listen")
    return (listen, context.button(Spot.READ, "pace" if is_read else "read"), *others)


def aloud_view(context: Context) -> View:
    """What it means to have everything read, and how fast."""
    words = context.words
    return View(
        layout="list",
        section=context.head.title,
        title=words("button.read"),
        blocks=(Plain(words("aloud.what")),),
        cards=tuple(Card(Go(spot), words(f"aloud.{pace}")) for spot, pace in PACES.items()),
        back=context.button(Spot.BACK, "close"),
    )


def _helped(name: str, context: Context) -> str:
    if not context.is_typed:
        return f"help.{name}"
    typed = f"plain.help.{name}"
    return typed if typed in context.words else "plain.help.any"
