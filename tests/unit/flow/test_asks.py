"""The first screen asks what people came to know, and leads there."""

from pathlib import Path

import pytest

from course.clinic import Clinic
from course.content.compiled import Library
from course.flow.kiosk import KioskNavigator
from course.flow.navigator import Navigator
from course.kiosk.policy.pin import Tries
from course.views.model import Plain, signs
from course.views.press import Go, Pick, Press, Speak, Spot
from course.visit.route import Place
from tests.asks import ASKS, COST, ESSENTIALS, HURT, with_asks
from tests.desk import navigator_for, reception_for
from tests.languages import in_two_languages
from tests.unit.flow.fake_staff import FakeStaff

WAYS: list[tuple[Press, str, tuple[Place, ...]]] = [
    (Pick("hurt"), ASKS["hurt"], HURT),
    (Pick("es"), ASKS["es"], COST),
    (Go(Spot.ESSENTIALS), "Main points", ESSENTIALS),
]


@pytest.fixture
def tea(tmp_path: Path) -> Navigator:
    return navigator_for(with_asks(tmp_path), tmp_path / "learners", Clinic(name="Lakeside"))


@pytest.fixture(params=["screen", "plain", "kiosk"])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> Navigator:
    """The conductor of each front end, at the first screen."""
    course, learners = with_asks(tmp_path), tmp_path / "learners"
    if request.param != "kiosk":
        return navigator_for(course, learners, is_typed=request.param == "plain")
    library = Library(course, None)
    kiosk = KioskNavigator(
        library,
        Clinic(),
        lambda: reception_for(library.edition().course, learners),
        FakeStaff(),
        Tries(tmp_path / "tries", lambda: 0.0),
    )
    kiosk.come()
    return kiosk


def on(navigator: Navigator) -> None:
    """One page on; a question is answered by its first card until it is done."""
    view = navigator.view()
    navigator.press(view.cards[0].press if view.next is None else Go(Spot.NEXT))
    navigator.settle()


def test_the_first_screen_offers_what_people_ask_the_essentials_and_all_of_it(
    tea: Navigator,
) -> None:
    view = tea.view()
    assert view.title == "What would you like to know?"
    assert (view.section, view.said) == ("A good cup of tea (not checked yet)", "Lakeside")
    head = tea.context.head
    assert [(card.text, card.status) for card in view.cards] == [
        (ASKS["hurt"], ""),
        (ASKS["es"], ""),
        ("Main points", f"{head.essentials} min"),
        ("Everything", f"{head.minutes} min"),
        ("I have a code", ""),
    ]
    assert view.next is None
    assert view.back is None


def told(navigator: Navigator) -> str:
    """What stands above the parts of the way."""
    blocks = navigator.view().blocks
    return " ".join(block.text for block in blocks if isinstance(block, Plain))


@pytest.mark.parametrize(("press", "title", "pages"), WAYS)
def test_each_leads_by_the_code_to_its_pages_and_then_to_the_way(
    anywhere: Navigator, press: Press, title: str, pages: tuple[Place, ...]
) -> None:
    anywhere.press(press)
    assert anywhere.view().layout == "code"
    anywhere.press(Go(Spot.NEXT))
    for number, place in enumerate(pages, start=1):
        view = anywhere.view()
        assert anywhere.visit.place == place
        assert (view.section, view.step) == (title, (number, len(pages)))
        while anywhere.visit.place == place:
            assert anywhere.view().section == title
            on(anywhere)
    assert anywhere.view().layout == "way"
    assert told(anywhere).startswith(title if press != Go(Spot.ESSENTIALS) else "Those were")
    assert "Stop here, or go on." in told(anywhere)
    anywhere.press(Go(Spot.STOP))
    assert anywhere.view().title == "Take this home"
    anywhere.press(Go(Spot.NEXT))
    assert anywhere.view().layout == "code"


def test_whoever_turns_back_to_the_way_is_not_told_that_it_was_all(tea: Navigator) -> None:
    tea.press(Pick("hurt"))
    tea.press(Go(Spot.NEXT))
    tea.press(Go(Spot.BACK))
    assert tea.view().layout == "way"
    assert "Stop here" not in told(tea)


def test_a_course_that_a_clinician_has_checked_is_called_nothing_else(
    tea: Navigator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(tea.context.head), "is_reviewed", True)
    assert (tea.view().section, tea.view().said) == ("A good cup of tea", "Lakeside")


def test_all_of_it_begins_with_the_way(tea: Navigator) -> None:
    tea.press(Go(Spot.START))
    tea.press(Go(Spot.NEXT))
    assert tea.view().layout == "way"


def test_the_way_that_is_opened_over_a_page_leads_back_or_into_a_part(tea: Navigator) -> None:
    tea.press(Pick("hurt"))
    tea.press(Go(Spot.NEXT))
    tea.press(Go(Spot.WAY))
    tea.press(Go(Spot.BACK))
    assert (tea.visit.place, tea.view().section) == (HURT[0], ASKS["hurt"])
    tea.press(Go(Spot.WAY))
    tea.press(Pick("keeping"))
    assert tea.view().section == "Keeping tea"


def test_the_code_leads_to_the_page_where_it_was_left(tea: Navigator) -> None:
    tea.press(Pick("es"))
    tea.press(Go(Spot.NEXT))
    on(tea)
    code = tea.visit.record.code
    tea.leave()
    tea.resume(code)
    assert tea.visit.place == COST[1]
    assert tea.view().section == "Trying teas"


class TestAQuestionThatIsCalledLikeALanguage:
    @pytest.fixture
    def tea(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Navigator:
        course = with_asks(tmp_path, in_two_languages(tmp_path, monkeypatch))
        return navigator_for(course, tmp_path / "learners")

    def test_is_asked(self, tea: Navigator) -> None:
        tea.press(Pick("es"))
        assert tea.context.words.language == "en"
        tea.press(Go(Spot.NEXT))
        assert tea.visit.place == COST[0]

    def test_does_not_take_the_language_away(self, tea: Navigator) -> None:
        tea.press(Speak("es"))
        assert (tea.view().layout, tea.context.words.language) == ("first", "es")
        assert tea.visiting is None

    def test_each_has_a_key_of_its_own(self, tea: Navigator) -> None:
        keys = signs(tea.view())
        assert (keys[Pick("es")], keys[Speak("es")]) == ("2", "8")

    def test_the_language_has_the_key_of_a_tool_where_the_cards_take_all_digits(
        self, tea: Navigator, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asks = {**ASKS, "a": "A", "b": "B", "c": "C"}
        monkeypatch.setattr(type(tea.context.head), "asks", asks)
        assert len(tea.view().cards) == 8
        assert signs(tea.view())[Speak("es")] == "/"
        tea.press(Speak("es"))
        assert (tea.view().layout, tea.context.words.language) == ("first", "es")

    def test_the_path_goes_on_in_the_other_language(self, tea: Navigator) -> None:
        tea.press(Pick("es"))
        tea.press(Go(Spot.NEXT))
        tea.press(Go(Spot.HELP))
        tea.press(Speak("es"))
        tea.press(Go(Spot.BACK))
        on(tea)
        assert (tea.visit.place, tea.context.words.language) == (COST[1], "es")
