"""The person chooses the language, and what they did stays."""

from datetime import date
from pathlib import Path

import pytest

from course.content import loader
from course.content.kinds.questions import Choice
from course.flow.navigator import Navigator
from course.views.press import Go, Pick, Speak, Spot
from tests.answers import right_answer
from tests.desk import navigator_for
from tests.paths import TEA
from tests.unit.flow.walking import begun, press


def test_each_language_is_offered_in_its_own_words_on_the_first_screen(
    bilingual: Navigator,
) -> None:
    offered = [(card.text, card.mark) for card in bilingual.view().languages]
    assert offered == [("English", "done"), ("Español", "")]
    assert bilingual.view().title == "A good cup of tea"
    first = press(bilingual, Speak("es"))
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
def test_a_part_that_asks_something_else_is_offered_in_the_original(
    folder: Path, tmp_path: Path, old: str, new: str
) -> None:
    module = folder / "es" / "making.yaml"
    text = module.read_text(encoding="utf-8")
    assert old in text
    module.write_text(text.replace(old, new), encoding="utf-8")
    navigator = navigator_for(folder, tmp_path / "learners")
    press(navigator, Speak("es"))
    first, *others = begun(navigator).view().cards
    assert first.status.startswith("In English")
    assert not any(card.status.startswith("In English") for card in others)


def test_a_language_that_lacks_a_word_says_it_in_english(folder: Path, tmp_path: Path) -> None:
    words = folder.parent / "words" / "es.yaml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("  forget: Forget me\n", ""), encoding="utf-8")
    assert len(navigator_for(folder, tmp_path / "learners").view().languages) == 2
    assert loader.examine(folder, date.today()).unspoken == {"es": ["button.forget"]}


def test_a_language_that_lacks_what_to_do_for_a_danger_is_not_offered(
    folder: Path, tmp_path: Path
) -> None:
    words = folder.parent / "words" / "es.yaml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("  emergency_more: Do not drive yourself.\n", ""), "utf-8")
    assert navigator_for(folder, tmp_path / "learners").view().languages == ()
    (problem,) = [each for each in loader.check(folder, date.today()) if each.code == "L01"]
    assert '"level.emergency_more"' in problem.what


def test_help_offers_the_languages_over_any_page(bilingual: Navigator) -> None:
    begun(bilingual)
    page = press(bilingual, "making")
    assert page.next is not None
    assert page.next.label == "Next →"
    assert [card.press for card in press(bilingual, Spot.HELP).languages] == [Speak("es")]
    assert [card.press for card in press(bilingual, Speak("es")).languages] == [Speak("en")]
    page = press(bilingual, Spot.BACK)
    assert page.next is not None
    assert page.next.label == "Siguiente →"


def test_who_comes_back_is_spoken_to_in_their_own_language(
    bilingual: Navigator, folder: Path, tmp_path: Path
) -> None:
    press(bilingual, Speak("es"))
    begun(bilingual)
    page = press(bilingual, "making")
    code = bilingual.visit.record.code
    press(bilingual, Spot.STOP)
    again = navigator_for(folder, tmp_path / "learners")
    assert again.view().title == "A good cup of tea"
    assert press(again, Spot.CODE, *code) == page


def test_the_next_person_begins_in_the_first_language(bilingual: Navigator) -> None:
    press(bilingual, Speak("es"))
    begun(bilingual)
    assert press(bilingual, Spot.STOP, Spot.NEXT).title == "A good cup of tea"


def test_that_all_is_gone_is_said_in_the_language_of_who_leaves(bilingual: Navigator) -> None:
    press(bilingual, Speak("es"))
    begun(bilingual)
    code = bilingual.visit.record.code
    assert press(bilingual, Spot.STOP, Spot.FORGET, Spot.FORGET, *code).title == "Ya no queda nada"
    assert bilingual.visiting is None
    press(bilingual, Spot.HELP)
    assert press(bilingual, Spot.BACK).title == "Ya no queda nada"
    assert press(bilingual, Spot.NEXT).title == "A good cup of tea"


def test_help_speaks_the_language_that_was_chosen_in_it(bilingual: Navigator) -> None:
    begun(bilingual)
    press(bilingual, "making")
    help_ = press(bilingual, Spot.HELP, Speak("es"))
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
    bilingual: Navigator, folder: Path, tmp_path: Path
) -> None:
    begun(bilingual)
    before = answered_all(bilingual)
    states = [state.done for state in bilingual.visit.achieved.states()]
    assert all(before)
    press(bilingual, Spot.HELP, Speak("es"))
    assert known(bilingual) == before
    assert [state.done for state in bilingual.visit.achieved.states()] == states
    code = bilingual.visit.record.code
    press(bilingual, Spot.BACK, Spot.STOP)
    again = navigator_for(folder, tmp_path / "learners")
    press(again, Spot.CODE, *code)
    assert again.context.words.language == "es"
    assert known(again) == before


def test_the_choice_of_an_answer_is_told_in_the_words_of_now(
    bilingual: Navigator, folder: Path
) -> None:
    begun(bilingual)
    press(bilingual, "making")
    while bilingual.view().layout != "question":
        press(bilingual, Spot.NEXT)
    course = loader.load(folder, "en")
    question = course.module("making").question("cold-water")
    assert isinstance(question, Choice)
    right = next(option for option in question.options if option.right)
    bilingual.press(Pick(right.key))
    told = bilingual.view()
    assert told.verdict is not None
    assert told.verdict.chose == (right.text,)
    press(bilingual, Spot.HELP, Speak("es"))
    told = press(bilingual, Spot.BACK)
    assert told.verdict is not None
    assert told.verdict.chose == (right.text.replace("kettle", "tetera").replace("water", "agua"),)


def test_a_story_missed_in_one_language_comes_again_in_the_other(
    bilingual: Navigator, folder: Path, tmp_path: Path
) -> None:
    begun(bilingual)
    press(bilingual, "making")
    visit = bilingual.visit
    while visit.question is None or visit.question.id != "burn":
        question = visit.question
        if question is not None and question.is_graded and not visit.feedback:
            part = question.next_part(visit.achieved.tries(visit.module, question))
            press(bilingual, right_answer(question, part.key))
        else:
            press(bilingual, Spot.NEXT)
    press(bilingual, "emergency", Spot.HELP, "es", Spot.BACK)
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
    press(bilingual, Spot.HELP, "en", Spot.BACK, Spot.STOP)
    again = navigator_for(folder, tmp_path / "learners")
    press(again, Spot.CODE, *code)
    points = again.visit.achieved.key_points(again.visit.course.module("making"))
    assert {question.id: known for question, known in points}["burn"]
