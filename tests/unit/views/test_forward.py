"""What Enter presses: on a screen what is pointed out, and where nothing is, by itself."""

from pathlib import Path

import pytest
from textual.geometry import Size

from course.plain.choices import choices
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.forward import by_enter_alone
from course.views.model import View
from course.views.press import Press
from tests.paths import MODULES, TEA
from tests.unit.ui.paint import views

ROOMY = Size(160, 200)
"""A screen on which nothing is hidden, so that More stands nowhere."""


def pressed(view: View, modules: Path) -> tuple[Press | None, Press | None]:
    """What Enter presses on a console, and on a screen."""
    context = views.context(modules)
    typed = choices(view, context.words).enter
    drawn = Sheet(view, ROOMY, Kit(context.edition, LIGHT))
    return (typed.press if typed else None, drawn.first_held(0))


@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
def test_on_a_console_enter_presses_the_same_as_on_a_screen_or_nothing(modules: Path) -> None:
    seen = set()
    for name, view in views.every(modules):
        typed, drawn = pressed(view, modules)
        assert typed in (drawn, None), name
        if typed is None:
            assert len(view.cards) > 1, name
            assert drawn in [card.press for card in view.cards], name
        seen.add((view.layout, typed is None))
    assert {("question", True), ("page", False), ("result", False), ("first", True)} <= seen


def test_in_a_result_enter_looks_again_on_a_console_too() -> None:
    context = views.context(MODULES)
    results = [view for _, view in views.every(MODULES) if view.layout == "result"]
    looked = {by_enter_alone(view, context.words("question.tried")) for view in results}
    for view in results:
        left = [card.press for card in view.cards if card.mark == "open"]
        typed, drawn = pressed(view, MODULES)
        assert typed == drawn == (left[0] if left else view.next and view.next.press)
    assert len(looked) > 1
