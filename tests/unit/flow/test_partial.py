"""A course that is in a language in part: whole modules are told in the original, and say so."""

from pathlib import Path

import pytest

from course.flow.navigator import Navigator
from course.views.model import View
from course.views.press import Go, Pick, Speak, Spot
from course.visit.route import Place
from tests.answers import right_answer
from tests.desk import navigator_for
from tests.spanish import partly_spanish
from tests.unit.flow.walking import begun, press

NEXT = {"en": ("Next →", "Go on →", "Return →", "Finish →"), "es": ("Siguiente →", "Seguir →")}


@pytest.fixture
def spanish(tmp_path: Path) -> Navigator:
    """The course at its way, in Spanish."""
    navigator = navigator_for(partly_spanish(tmp_path / "course"), tmp_path / "learners")
    press(navigator, Speak("es"))
    return begun(navigator)


def said(view: View) -> str:
    """All that a view says, as one text."""
    return repr(view)


def test_the_way_says_what_is_in_another_language(spanish: Navigator) -> None:
    told = {card.text: card.status for card in spanish.view().cards}
    assert told["Qué es"] == "4 min"
    assert told["Going home"].startswith("En inglés, ")


def test_a_part_in_another_language_is_told_before_it_comes(spanish: Navigator) -> None:
    told = press(spanish, "recovery")
    assert told.title == "Esta parte está en inglés"
    assert press(spanish, Spot.BACK).layout == "way"
    assert spanish.view().title == "Su camino"


def test_the_end_of_a_part_names_none_that_comes_in_another_language(spanish: Navigator) -> None:
    press(spanish, "what-it-is")
    spanish.visit.go(Place("result", "what-it-is"))
    spanish.shown.forget()
    end = spanish.view()
    assert (end.layout, end.section) == ("result", "Qué es")
    assert "Getting ready" not in said(end)


def test_its_pages_speak_one_language_and_so_do_those_around_it(spanish: Navigator) -> None:
    page = press(spanish, "recovery", Spot.NEXT)
    assert page.section == "Going home"
    assert (page.next and page.next.label) == "Next →"
    assert "Rest at home" in said(page)
    assert "Descanse" not in said(page)
    assert press(spanish, Spot.SOURCES).title == "Where this comes from"
    assert (press(spanish, Spot.BACK, Spot.HELP)).title == "Ayuda"
    assert press(spanish, Spot.BACK, Spot.WAY).title == "Su camino"


def test_it_is_told_once_a_part(spanish: Navigator) -> None:
    press(spanish, "recovery", Spot.NEXT, Spot.NEXT, Spot.WAY)
    page = press(spanish, "recovery")
    assert page.section == "Going home"


def test_every_page_of_the_whole_course_is_in_one_language(spanish: Navigator) -> None:
    english = {"recovery"}
    seen = set()
    for module in ("what-it-is", "preparation", "recovery"):
        press(spanish, module)
        for _ in range(60):
            view, visit = spanish.view(), spanish.visit
            if view.layout in ("way", "finish"):
                break
            if view.title.startswith("Esta parte está"):
                spanish.press(Go(Spot.NEXT))
                continue
            language = "en" if module in english else "es"
            shown = visit.module.title
            if view.next is not None and visit.place.kind != "result":
                assert view.next.label in NEXT[language], (shown, view.next.label)
            seen.add((module, visit.place.id))
            question = visit.question
            if question is not None and question.is_graded and not visit.feedback:
                part = question.next_part(visit.achieved.tries(visit.module, question))
                for key in right_answer(question, part.key).split(","):
                    spanish.press(Pick(key))
            else:
                spanish.press(Go(Spot.NEXT))
    assert len(seen) > 12
    pages = []
    for _ in range(20):
        view = press(spanish, Spot.NEXT)
        if view.layout == "code":
            break
        pages.append(view)
    with_messages = [view for view in pages if "Qué es" in said(view) or "Going home" in said(view)]
    assert len(with_messages) == 2
    assert [view.title for view in with_messages] == ["Para llevarse a casa", "What to remember"]
    for view in pages:
        english_labels = view.next is not None and view.next.label in ("Next →", "Done")
        assert english_labels == ("Going home" in said(view)), view.title


def test_a_module_that_is_at_fault_is_told_in_the_original(tmp_path: Path) -> None:
    folder = partly_spanish(tmp_path / "course")
    module = folder / "es" / "preparation.yaml"
    module.write_text(
        module.read_text(encoding="utf-8").replace("id: sleepy", "id: sleep"), "utf-8"
    )
    navigator = navigator_for(folder, tmp_path / "learners")
    press(navigator, Speak("es"))
    told = {card.text: card.status for card in begun(navigator).view().cards}
    assert told["Getting ready"].startswith("En inglés, ")
    assert "Qué es" in told


def test_a_drawing_with_words_of_another_language_is_told_in_words(spanish: Navigator) -> None:
    library = spanish.library
    assert "healing" in library.edition("en").course.pictures
    assert {*library.edition("es").course.pictures} == {"talk"}


def test_what_was_answered_in_a_borrowed_part_counts_in_both_languages(
    spanish: Navigator,
) -> None:
    press(spanish, "recovery", Spot.NEXT)
    visit = spanish.visit
    while (question := visit.question) is None:
        spanish.press(Go(Spot.NEXT))
    part = question.next_part(visit.achieved.tries(visit.module, question))
    press(spanish, right_answer(question, part.key))
    tries = len(visit.achieved.tries(visit.module, question))
    press(spanish, Spot.HELP, Speak("en"))
    assert len(visit.achieved.tries(visit.module, visit.module.question(question.id))) == tries
