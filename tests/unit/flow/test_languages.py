"""The person chooses the language, and what they did stays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from course.content import loader
from course.content.checks import runner
from course.content.kinds.questions import Choice
from course.flow.navigator import Navigator
from course.views.model import View
from course.views.press import Go, Pick, Speak, Spot
from tests.answers import right_answer
from tests.desk import navigator_for
from tests.languages import in_two_languages
from tests.paths import TEA
from tests.unit.flow.walking import begun, meant


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return in_two_languages(tmp_path, monkeypatch)


@pytest.fixture
def tea(folder: Path, tmp_path: Path) -> Navigator:
    return navigator_for(folder, tmp_path / "learners")


def press(navigator: Navigator, *presses: Spot | str | Speak) -> View:
    for each in presses:
        navigator.press(meant(each))
    return navigator.view()


def test_each_language_is_offered_in_its_own_words_on_the_first_screen(tea: Navigator) -> None:
    offered = [(card.text, card.mark) for card in tea.view().languages]
    assert offered == [("English", "done"), ("Español", "")]
    assert tea.view().title == "A good cup of tea"
    first = press(tea, Speak("es"))
    assert first.title == "Una taza"
    assert [card.mark for card in first.languages] == ["", "done"]


def test_a_course_in_one_language_offers_none(tmp_path: Path) -> None:
    assert navigator_for(TEA, tmp_path / "learners").view().languages == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: cold-water", "id: agua"),
        ("- {text: Boil it again, because: It would taste flat. Fresh agua tastes better.}", ""),
    ],
)
def test_a_translation_that_asks_something_else_is_not_offered(
    folder: Path, tmp_path: Path, old: str, new: str
) -> None:
    module = folder / "es" / "making.yaml"
    text = module.read_text(encoding="utf-8")
    assert old in text
    module.write_text(text.replace(old, new), encoding="utf-8")
    assert navigator_for(folder, tmp_path / "learners").view().languages == ()


def test_a_language_that_lacks_a_word_is_not_offered(folder: Path, tmp_path: Path) -> None:
    words = folder.parent / "words" / "es.yaml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("  forget: Forget me\n", ""), encoding="utf-8")
    assert navigator_for(folder, tmp_path / "learners").view().languages == ()
    (problem,) = [each for each in loader.check(folder, date.today()) if each.code == "L01"]
    assert 'lack words in "es": button.forget.' in problem.what


def test_help_offers_the_languages_over_any_page(tea: Navigator) -> None:
    begun(tea)
    page = press(tea, "making")
    assert page.next is not None
    assert page.next.label == "Next →"
    assert [card.press for card in press(tea, Spot.HELP).languages] == [Speak("es")]
    assert [card.press for card in press(tea, Speak("es")).languages] == [Speak("en")]
    page = press(tea, Spot.BACK)
    assert page.next is not None
    assert page.next.label == "Siguiente →"


def test_who_comes_back_is_spoken_to_in_their_own_language(
    tea: Navigator, folder: Path, tmp_path: Path
) -> None:
    press(tea, Speak("es"))
    begun(tea)
    page = press(tea, "making")
    code = tea.visit.record.code
    press(tea, Spot.STOP)
    again = navigator_for(folder, tmp_path / "learners")
    assert again.view().title == "A good cup of tea"
    assert press(again, Spot.CODE, *code) == page


def test_the_next_person_begins_in_the_first_language(tea: Navigator) -> None:
    press(tea, Speak("es"))
    begun(tea)
    assert press(tea, Spot.STOP, Spot.NEXT).title == "A good cup of tea"


def test_that_all_is_gone_is_said_in_the_language_of_who_leaves(tea: Navigator) -> None:
    press(tea, Speak("es"))
    begun(tea)
    assert press(tea, Spot.STOP, Spot.FORGET, Spot.FORGET).title == "Ya no queda nada"
    assert tea.visiting is None
    press(tea, Spot.HELP)
    assert press(tea, Spot.BACK).title == "Ya no queda nada"
    assert press(tea, Spot.NEXT).title == "A good cup of tea"


def test_help_speaks_the_language_that_was_chosen_in_it(tea: Navigator) -> None:
    begun(tea)
    press(tea, "making")
    help_ = press(tea, Spot.HELP, Speak("es"))
    assert "Todas las partes" in [card.text for card in help_.cards]


def answered_all(navigator: Navigator) -> list[bool]:
    """Answer every question of the first module right; says what is known."""
    press(navigator, "making")
    visit = navigator.visit
    while navigator.view().layout != "result":
        question = visit.question
        if question is None or visit.feedback or not question.is_graded:
            navigator.press(Go(Spot.REVEAL if navigator.view().next is None else Spot.NEXT))
            continue
        part = question.next_part(visit.achieved.tries(visit.module, question))
        for key in right_answer(question, part.key).split(","):
            navigator.press(Pick(key))
    return known(navigator)


def known(navigator: Navigator) -> list[bool]:
    visit = navigator.visit
    return [knows for _, knows in visit.achieved.key_points(visit.course.modules[0])]


def test_what_was_answered_in_one_language_counts_in_the_other(
    tea: Navigator, folder: Path, tmp_path: Path
) -> None:
    begun(tea)
    before = answered_all(tea)
    states = [state.done for state in tea.visit.achieved.states()]
    assert all(before)
    press(tea, Spot.HELP, Speak("es"))
    assert known(tea) == before
    assert [state.done for state in tea.visit.achieved.states()] == states
    code = tea.visit.record.code
    press(tea, Spot.BACK, Spot.STOP)
    again = navigator_for(folder, tmp_path / "learners")
    press(again, Spot.CODE, *code)
    assert again.context.words.language == "es"
    assert known(again) == before


def test_the_choice_of_an_answer_is_told_in_the_words_of_now(tea: Navigator, folder: Path) -> None:
    begun(tea)
    press(tea, "making")
    while tea.view().layout != "question":
        press(tea, Spot.NEXT)
    course = loader.load(folder, "en")
    question = course.module("making").question("cold-water")
    assert isinstance(question, Choice)
    right = next(option for option in question.options if option.right)
    tea.press(Pick(right.key))
    told = tea.view()
    assert told.verdict is not None
    assert told.verdict.chose == (right.text,)
    press(tea, Spot.HELP, Speak("es"))
    told = press(tea, Spot.BACK)
    assert told.verdict is not None
    assert told.verdict.chose == (right.text.replace("kettle", "tetera").replace("water", "agua"),)


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
    change: Callable[[Path], None], tea: Navigator, folder: Path
) -> None:
    change(folder)
    cards = asked(tea).cards
    tea.press(next(card.press for card in cards if card.text == "Fill the kettle with fresh water"))
    told = tea.view()
    assert told.verdict is not None
    press(tea, Spot.HELP, Speak("es"))
    shown = press(tea, Spot.BACK)
    assert shown.layout == "question"
    assert all(card.status == "" for card in shown.cards)
    press(tea, Spot.HELP, Speak("en"))
    assert press(tea, Spot.BACK).verdict == told.verdict


@pytest.mark.usefixtures("unlike")
def test_a_page_that_a_translation_lacks_leads_to_the_way(tea: Navigator, folder: Path) -> None:
    retranslated(folder, "id: what-you-need", "id: lo-que-necesitas")
    retranslated(folder, "page: what-you-need", "page: lo-que-necesitas")
    press(begun(tea), "making")
    press(tea, Spot.HELP, Speak("es"))
    assert press(tea, Spot.BACK).layout == "way"
    assert press(tea, "making").layout == "page"


@pytest.mark.usefixtures("unlike")
def test_a_shown_page_that_a_translation_lacks_leads_to_the_question(
    tea: Navigator, folder: Path
) -> None:
    retranslated(folder, "id: what-you-need", "id: lo-que-necesitas")
    retranslated(folder, "page: what-you-need", "page: lo-que-necesitas")
    cards = asked(tea).cards
    tea.press(next(card.press for card in cards if card.text == "Boil it again"))
    assert press(tea, Spot.SHOW).title == "What you need"
    press(tea, Spot.HELP, Speak("es"))
    assert press(tea, Spot.BACK).layout == "feedback"


@pytest.mark.usefixtures("unlike")
def test_a_spot_that_a_translation_lacks_leads_to_its_map(tea: Navigator, folder: Path) -> None:
    retranslated(folder, "id: steam", "id: vapor", "trying")
    press(begun(tea), "trying")
    while tea.view().layout != "map":
        press(tea, Spot.NEXT)
    assert press(tea, "steam").layout != "map"
    press(tea, Spot.HELP, Speak("es"))
    assert press(tea, Spot.BACK).layout == "map"


def test_a_story_missed_in_one_language_comes_again_in_the_other(
    tea: Navigator, folder: Path, tmp_path: Path
) -> None:
    begun(tea)
    press(tea, "making")
    visit = tea.visit
    while visit.question is None or visit.question.id != "burn":
        question = visit.question
        if question is not None and question.is_graded and not visit.feedback:
            part = question.next_part(visit.achieved.tries(visit.module, question))
            press(tea, right_answer(question, part.key))
        else:
            press(tea, Spot.NEXT)
    press(tea, "emergency", Spot.HELP, "es", Spot.BACK)
    asked = [step.id for step in visit.achieved.route(visit.course.module("trying")).steps]
    assert "drop" in asked
    assert "toddler" not in asked
    visit.enter("trying")
    while visit.question is None or visit.question.id != "drop":
        question = visit.question
        if question is not None and question.is_graded and not visit.feedback:
            part = question.next_part(visit.achieved.tries(visit.module, question))
            visit.answer(right_answer(question, part.key))
        else:
            visit.next()
    visit.answer("home")
    code = visit.record.code
    press(tea, Spot.HELP, "en", Spot.BACK, Spot.STOP)
    again = navigator_for(folder, tmp_path / "learners")
    press(again, Spot.CODE, *code)
    points = again.visit.achieved.key_points(again.visit.course.module("making"))
    assert {question.id: known for question, known in points}["burn"]
