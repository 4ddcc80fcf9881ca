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
    """The tools of a view; in the place of Listen the choice of what is read, or to stop it."""
    if Spot.READ in context.can:
        heard = context.button(Spot.LISTEN, "hush")
    else:
        heard = context.button(Spot.READ, "listen")
    return tuple(heard if tool.spot is Spot.LISTEN else tool for tool in view.tools)


def aloud_view(context: Context) -> View:
    """What can be read aloud: the page below, or everything, and how fast."""
    words = context.words
    everything = (Card(Go(spot), words(f"aloud.{pace}")) for spot, pace in PACES.items())
    return View(
        layout="list",
        section=context.head.title,
        title=words("button.listen"),
        blocks=(Plain(words("aloud.what")),),
        cards=(Card(Go(Spot.LISTEN), words("aloud.page")), *everything),
        back=context.button(Spot.BACK, "close"),
    )


def _helped(name: str, context: Context) -> str:
    if not context.is_typed:
        return f"help.{name}"
    typed = f"plain.help.{name}"
    return typed if typed in context.words else "plain.help.any"
