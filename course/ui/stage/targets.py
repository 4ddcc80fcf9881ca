"""What can be pressed on the screen, in words, for whoever does not see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.geometry import Region

from course.language import Words
from course.ui.paint.sheet import Slot
from course.views.model import View
from course.views.press import Go, Press, Spot


class Target(NamedTuple):
    """Something that can be pressed, what it says, and where it stands on the screen."""

    press: Press
    label: str
    region: Region


def targets(
    view: View, slots: Iterable[Slot], words: Words, *, speaking: bool
) -> tuple[Target, ...]:
    """A target for each slot, in the same order."""
    labels: dict[Press, str] = {card.press: card.text for card in (*view.cards, *view.languages)}
    buttons = (view.back, *view.tools, view.next)
    labels |= {button.press: button.label for button in buttons if button is not None}
    labels |= {Go(Spot.HELP): words("button.help"), Go(Spot.MORE): words("button.more")}
    if speaking:
        labels[Go(Spot.LISTEN)] = words("listen.stop")
    return tuple(Target(slot.press, labels[slot.press], slot.region) for slot in slots)
