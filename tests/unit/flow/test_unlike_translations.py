"""A translation that is not like its original tells nobody what is not so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.content.checks import runner
from course.flow.navigator import Navigator
from course.views.model import View
from course.views.press import Speak, Spot
from tests.unit.flow.walking import begun, press


@pytest.fixture
def unlike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Translations that ask something else open: what no rule sees must not mislead anybody."""
    held = {code: rule for code, rule in runner.rules().items() if code not in ("L03", "L07")}
    monkeypatch.setattr(runner, "rules", lambda: held)


def retranslated(folder: Path, old: str, new: str, module: str = "making") -> None:
    """Change the translation of a module."""
    path = folder / "es" / f"{module}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def asked(navigator: Navigator) -> View:
    """At the first question of the first module."""
    press(begun(navigator), "making")
    while navigator.view().layout != "question":
        press(navigator, Spot.NEXT)
    return navigator.view()


LAST_OPTION = """      - text: Add the hojas [mmol] [with food] [/b] [@click=app.quit]x[/]
        because: The hojas go into the taza.
"""
FIRST_OPTION = (
    "      - {text: Boil it again, because: It would taste flat. Fresh agua tastes better.}\n"
)


def fewer(folder: Path) -> None:
    retranslated(folder, LAST_OPTION, "")


def in_another_order(folder: Path) -> None:
    retranslated(folder, FIRST_OPTION, "")
    retranslated(folder, LAST_OPTION, LAST_OPTION + FIRST_OPTION)


@pytest.mark.usefixtures("unlike")
@pytest.mark.parametrize("change", [fewer, in_another_order])
def test_an_answer_is_not_told_as_another_one(
    change: Callable[[Path], None], bilingual: Navigator, folder: Path
) -> None:
    change(folder)
    cards = asked(bilingual).cards
    bilingual.press(
        next(card.press for card in cards if card.text == "Fill the kettle with fresh water")
    )
    told = bilingual.view()
    assert told.verdict is not None
    press(bilingual, Spot.HELP, Speak("es"))
    shown = press(bilingual, Spot.BACK)
    assert shown.layout == "question"
    assert all(card.status == "" for card in shown.cards)
    press(bilingual, Spot.HELP, Speak("en"))
    assert press(bilingual, Spot.BACK).verdict == told.verdict


@pytest.mark.usefixtures("unlike")
def test_a_page_that_a_translation_lacks_leads_to_the_way(
    bilingual: Navigator, folder: Path
) -> None:
    retranslated(folder, "id: what-you-need", "id: lo-que-necesitas")
    retranslated(folder, "page: what-you-need", "page: lo-que-necesitas")
    press(begun(bilingual), "making")
    press(bilingual, Spot.HELP, Speak("es"))
    assert press(bilingual, Spot.BACK).layout == "way"
    assert press(bilingual, "making").layout == "page"


@pytest.mark.usefixtures("unlike")
def test_a_shown_page_that_a_translation_lacks_leads_to_the_question(
    bilingual: Navigator, folder: Path
) -> None:
    retranslated(folder, "id: what-you-need", "id: lo-que-necesitas")
    retranslated(folder, "page: what-you-need", "page: lo-que-necesitas")
    cards = asked(bilingual).cards
    bilingual.press(next(card.press for card in cards if card.text == "Boil it again"))
    assert press(bilingual, Spot.SHOW).title == "What you need"
    press(bilingual, Spot.HELP, Speak("es"))
    assert press(bilingual, Spot.BACK).layout == "feedback"


@pytest.mark.usefixtures("unlike")
def test_a_spot_that_a_translation_lacks_leads_to_its_map(
    bilingual: Navigator, folder: Path
) -> None:
    retranslated(folder, "id: steam", "id: vapor", "trying")
    press(begun(bilingual), "trying")
    while bilingual.view().layout != "map":
        press(bilingual, Spot.NEXT)
    assert press(bilingual, "steam").layout != "map"
    press(bilingual, Spot.HELP, Speak("es"))
    assert press(bilingual, Spot.BACK).layout == "map"
