"""What Help says of a view is true of it."""

import re
from pathlib import Path

import pytest

from tests.paths import MODULES, TEA
from tests.unit.ui.paint import views

ENDS = ("Next", "Back", "Close", "Done", "Return")


@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
def test_help_names_no_button_on_the_way_that_is_not_there(modules: Path) -> None:
    words = views.context(modules).words
    wrong = []
    for name, view in views.every(modules):
        said = words(f"help.{view.help}") if view.help else ""
        there = [button.label.strip("←→ ") for button in (view.back, view.next) if button]
        named = [each for each in re.findall(r'"(\w+)"', said) if each in ENDS]
        wrong += [(name, each) for each in named if each not in there]
    assert wrong == []
