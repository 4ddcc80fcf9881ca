"""What of a view is new to a person who has heard what was told before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from course.plain.choices import Choice
from course.views.model import Block, Heading, Plain, View, told

Say = Callable[[Block], str]
"""A block in words."""


@dataclass(frozen=True)
class Heard:
    """What a person has heard of one step, and how it stood when it was told last."""

    view: View
    cards: tuple[Choice, ...]
    said: frozenset[str]
    """Every block of the step, in words."""


@dataclass(frozen=True)
class News:
    """What is to be told."""

    blocks: tuple[Block, ...]
    cards: tuple[Choice, ...]
    is_step: bool = False
    """Whether the person has come to another step, and is told which one it is."""


def news(
    view: View, cards: tuple[Choice, ...], last: Heard | None, *, returned: bool, say: Say
) -> News:
    """What is new on a view with these cards; `last` is what was told in the same place before.

    `returned`: something that was open over the step was closed. Then it is named once more.
    """
    if last is None or _step(last.view) != _step(view):
        return News(told(view), cards, is_step=True)
    if view == last.view:
        return News(name(view), cards if view.layout == "question" else ())
    new = [block for block in told(view) if say(block) not in last.said]
    if view.layout == last.view.layout:
        names = [block for block in name(view) if returned and block not in new]
        return News((*names, *new), changed(cards, last.cards))
    if view.verdict is not None:
        # The same words may be the verdict on another answer.
        new = [block for block in told(view) if block not in view.asked]
    elif view.layout == "question" and not any(block in view.asked for block in new):
        # What is asked once more is said once more.
        new = [*view.asked, *new]
    return News(tuple(new), cards)


def name(view: View) -> tuple[Block, ...]:
    """By what a person knows a view that they have heard: what it asks, its verdict or title."""
    if view.layout == "question":
        return view.asked
    if view.verdict is not None:
        return (Plain(view.verdict.text, strong=True),)
    return (Heading(view.title),) if view.title else ()


def changed(cards: tuple[Choice, ...], before: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The cards that are not as they were."""
    return tuple(card for card in cards if card not in before)


def _step(view: View) -> tuple[object, ...]:
    """What two views of one step have in common: a question and its feedback are one step."""
    return (view.section, view.said, view.step or view.title)
