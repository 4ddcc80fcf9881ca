"""Whatever a sign presses on the screen it presses in plain lines too; cards for which no digit is
left have numbers there."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from textual.geometry import Size

from course.content.compiled import Library
from course.plain.choices import choices
from course.ui.paint.sheet import Kit, Sheet
from course.ui.stage.state import State
from course.ui.styles.themes import LIGHT
from course.views.helping import help_view
from course.views.model import CARDS, SPARE, View, signs
from course.views.overview import first_view
from course.views.press import Go, Press, Spot
from tests.languages import in_two_languages
from tests.paths import MODULES, TEA
from tests.unit.ui.paint import views

OF_THE_SCREEN = (Go(Spot.LISTEN), Go(Spot.READ), Go(Spot.LOOK))
"""What plain lines do not offer: they are read aloud by other means, and have no colours."""
LINES = ("pad", "keyboard")
"""What is typed as one line: a code, and a question in one's own words."""
BOTH = pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])


def typed(view: View, modules: Path) -> dict[Press, str]:
    """The sign of everything that can be typed at a view."""
    return {each.press: each.sign for each in choices(view, views.context(modules).words).every}


@BOTH
def test_each_sign_presses_the_same_as_on_the_screen(modules: Path) -> None:
    for name, view in views.every(modules):
        if view.layout in LINES:
            continue
        here, spare = typed(view, modules), {card.press for card in view.cards}
        there = {p: s for p, s in signs(view).items() if p not in spare or s not in SPARE}
        assert len(set(here.values())) == len(here), name
        assert {press: here.get(press) for press in there} == there, name
        beyond = [here[press] for press in here if press not in there]
        assert not set(beyond) & {*CARDS, *there.values()}, name
        assert all(sign.isdecimal() for sign in beyond), name


@BOTH
def test_a_screen_does_what_the_sign_says(modules: Path) -> None:
    kit = Kit(views.context(modules).edition, LIGHT)
    for name, view in views.every(modules):
        if view.layout in LINES:
            continue
        sheet, state = Sheet(view, Size(112, 200), kit), State(view)
        drawn = {slot.press for slot in sheet.slots(0)}
        for press, sign in typed(view, modules).items():
            if press in drawn and len(sign) == 1:
                assert state.meant(sheet, sign, sign) == press, (name, sign)


@BOTH
def test_in_help_a_sign_presses_the_same_whatever_else_a_screen_can_do(modules: Path) -> None:
    able = views.context(modules)
    plain = msgspec.structs.replace(able, can=frozenset(), is_typed=True)
    for name, view in views.every(modules):
        if not view.help:
            continue
        tools = tuple(each for each in view.tools if each.press not in OF_THE_SCREEN)
        unable = msgspec.structs.replace(view, tools=tools)
        there = signs(help_view(view, able))
        here = typed(help_view(unable, plain), modules)
        assert here == {p: s for p, s in there.items() if p not in OF_THE_SCREEN}, name


def test_a_language_has_the_sign_that_it_has_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(in_two_languages(tmp_path, monkeypatch), None)
    known = msgspec.structs.replace(views.context(TEA), edition=library.edition("en"))
    view = first_view(known)
    (spanish,) = [card.press for card in view.languages if card.mark != "done"]
    assert typed(view, TEA)[spanish] == signs(view)[spanish] == "8"
