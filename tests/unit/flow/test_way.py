"""What the way tells: how far a person is, how long the rest takes, and what for."""

from pathlib import Path

import pytest

from course.flow.navigator import Navigator
from course.views.model import Plain, View
from course.views.press import Go, Spot
from tests.asks import with_asks
from tests.desk import navigator_for
from tests.unit.flow.walking import begun


@pytest.fixture
def tea(tmp_path: Path) -> Navigator:
    return begun(navigator_for(with_asks(tmp_path), tmp_path / "learners"))


def told(view: View) -> list[str]:
    return [block.text for block in view.blocks if isinstance(block, Plain)]


def to_the_way(navigator: Navigator) -> View:
    """Through the next part, by Next and the first card that is left."""
    navigator.press(Go(Spot.NEXT))
    while navigator.view().layout not in ("way", "finish"):
        view = navigator.view()
        left = [card for card in view.cards if card.mark in ("", "open") and not card.status]
        navigator.press(left[0].press if view.next is None else Go(Spot.NEXT))
    return navigator.view()


def test_it_says_the_goal_of_the_next_part(tea: Navigator) -> None:
    assert told(tea.view()) == [
        "After part 1 you can make a cup of tea that you like, and do it safely."
    ]


def test_it_says_what_is_done_and_how_long_the_rest_takes(tea: Navigator) -> None:
    head = tea.context.head
    assert tea.view().said == f"{head.minutes} minutes to go"
    assert tea.view().cards[0].status == f"{head.minutes_of(['making'])} min"
    to_the_way(tea)
    tea.press(Go(Spot.BACK))
    view = tea.view()
    assert view.said == "1 of 3 done"
    assert view.cards[0].status == "Done"


def test_when_all_is_done_it_tells_of_nothing_next(tea: Navigator) -> None:
    to_the_way(tea)
    tea.press(Go(Spot.BACK))
    assert told(tea.view()) == []


def test_the_minutes_are_rounded_up_once(tea: Navigator) -> None:
    head = tea.context.head
    assert head.minutes_of(head.seconds) == -(-sum(head.seconds.values()) // 60)
    assert head.minutes_of([]) == 0
