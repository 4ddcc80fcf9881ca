"""Where every press leads, whatever an author calls a thing."""

import shutil
from itertools import count
from pathlib import Path
from typing import Literal

import pytest

from course.content import loader
from course.content.kinds.questions.question import QuestionKind
from course.flow.lesson import Here
from course.flow.navigator import Navigator, offered
from course.flow.place import Conductor
from course.plain.choices import choices
from course.views.model import Card, View, signs
from course.views.press import Go, Pick, Spot
from course.visit.route import Place
from tests.desk import navigator_for
from tests.paths import MODULES, TEA
from tests.unit.content.course_edits import change
from tests.unit.flow.walking import begun, every_card, led_where_it_says, press

COURSES = {"shipped": MODULES, "tea": TEA}


@pytest.mark.parametrize("name", COURSES)
def test_every_card_leads_to_what_it_names(name: str, tmp_path: Path) -> None:
    folder = COURSES[name]
    course = loader.load(folder)
    seen = [*every_card(begun(navigator_for(folder, tmp_path / "learners")))]
    wrong = [
        (before.title, card.text, after.title)
        for before, card, after in seen
        if not led_where_it_says(before, card, after, course)
    ]
    assert wrong == []
    assert {before.layout for before, _, _ in seen} >= {"way", "page", "question", "result"}


@pytest.mark.parametrize("name", COURSES)
def test_what_is_typed_presses_the_very_card(name: str, tmp_path: Path) -> None:
    navigator = begun(navigator_for(COURSES[name], tmp_path / "learners"))
    words = navigator.context.words
    for view, card, _ in every_card(navigator):
        can = choices(view, words)
        sign = next(each.sign for each in can.cards if each.press == card.press)
        meant = can.meant(sign)
        assert meant is not None
        assert meant.press == card.press


def test_a_spot_that_is_called_back_opens(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    shutil.copytree(TEA, folder)
    change(folder, "en/trying.yaml", "{id: plate,", "{id: back,")
    navigator = begun(navigator_for(folder, tmp_path / "learners"))
    view = press(navigator, "trying")
    for _ in range(20):
        if view.layout == "map":
            break
        view = press(navigator, Spot.NEXT)
    assert [card for card in view.cards if card.press == Pick("back")]
    assert press(navigator, "back").title == "Plate"


def test_a_place_that_is_called_back_is_picked(shipped: Navigator) -> None:
    view = press(shipped, "what-it-is")
    for _ in range(20):
        if Pick("back") in [card.press for card in view.cards]:
            break
        view = press(shipped, Spot.NEXT)
    picked = press(shipped, "back")
    assert picked.title == view.title
    assert [card.text for card in picked.cards if card.mark == "done"] == ["Low back"]


@pytest.mark.parametrize("name", [spot.value for spot in Spot])
def test_a_module_may_be_called_like_anything(name: str, tmp_path: Path) -> None:
    """Each name of the program as the id of a module, a page, a question and a box to tick."""
    folder = renamed(tmp_path, name)
    course = loader.load(folder)
    navigator = begun(navigator_for(folder, tmp_path / "learners"))
    for before, card, after in every_card(navigator):
        assert led_where_it_says(before, card, after, course), (before.title, card.text)


def renamed(tmp_path: Path, name: str) -> Path:
    """The tea course with one name for all that could be taken for a button's."""
    folder = tmp_path / "course"
    for path in TEA.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        to = folder / path.relative_to(TEA)
        if path.stem == "keeping":
            to = to.with_name(f"{name}.yaml")
            text = text.replace("id: keeping\n", f"id: {name}\n")
        if path.name == "course.yaml":
            text = text.replace("keeping", name)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8")
    return folder


def test_a_checklist_that_a_question_shows_is_ticked_as_on_its_page(shipped: Navigator) -> None:
    def at(kind: Literal["page", "question"], name: str) -> View:
        shipped.visit.go(Place(kind, "is-it-for-me", name))
        shipped.shown.forget()
        return shipped.view()

    at("page", "ready-to-decide")
    own = press(shipped, "sure").cards
    at("question", "still-not-sure")
    asked = shipped.visit.question
    assert asked is not None
    wrong = next(each.key for each in asked.offered() if asked.grade(each.key) == "wrong")
    assert press(shipped, wrong, Spot.SHOW).cards == own
    press(shipped, "sure", "know", Spot.BACK)
    marks = [card.mark for card in at("page", "ready-to-decide").cards]
    assert marks == ["open", "done", "open", "open"]


def test_a_press_that_is_not_offered_does_nothing(tea: Navigator) -> None:
    before = tea.view()
    for spot in Spot:
        if Go(spot) not in [*offered(before)]:
            tea.press(Go(spot))
            assert tea.view() == before
    tea.press(Pick("nothing"))
    assert tea.view() == before


def test_stop_is_offered_on_every_page_and_question(tea: Navigator) -> None:
    for before, _, _ in every_card(tea):
        assert Go(Spot.STOP) in [*offered(before)], before.title


def test_back_from_the_way_returns_to_the_page(tea: Navigator) -> None:
    page = press(tea, "making", Spot.NEXT)
    press(tea, Spot.HELP, Spot.WAY)
    assert press(tea, Spot.BACK) == page
    press(tea, Spot.HELP, Spot.WAY)
    assert press(tea, Spot.NEXT) == page
    press(tea, Spot.HELP, Spot.WAY)
    assert press(tea, "making") == page


def test_another_part_opens_from_the_way(tea: Navigator) -> None:
    press(tea, "making", Spot.HELP, Spot.WAY)
    assert press(tea, "trying").section == "Trying teas"


@pytest.mark.parametrize("spot", [Spot.ABOUT, Spot.GLOSSARY])
def test_what_help_offers_opens_and_leads_back(tea: Navigator, spot: Spot) -> None:
    way = tea.view()
    shown = press(tea, Spot.HELP, spot)
    assert shown.title not in ("", way.title)
    assert press(tea, Spot.BACK) == way


def test_about_has_a_second_page_and_leads_back_through_the_first(tea: Navigator) -> None:
    way = tea.view()
    first = press(tea, Spot.HELP, Spot.ABOUT)
    second = press(tea, Spot.NEXT)
    assert second.blocks != first.blocks
    assert press(tea, Spot.BACK) == first
    assert press(tea, Spot.NEXT, Spot.NEXT) == way


def test_help_of_help_is_not_there(tea: Navigator) -> None:
    shown = press(tea, Spot.HELP)
    assert press(tea, Spot.HELP) == shown


def test_sources_open_from_the_bar_and_from_help(tea: Navigator) -> None:
    page = press(tea, "making")
    shown = press(tea, Spot.SOURCES)
    assert shown.title == "Where this comes from"
    assert press(tea, Spot.BACK) == page
    assert press(tea, Spot.HELP, Spot.SOURCES) == shown


def test_to_listen_is_the_front_ends_and_closes_what_it_was_chosen_on(tea: Navigator) -> None:
    tea.can = frozenset({Spot.LISTEN, Spot.LOOK})
    way = tea.view()
    help_ = press(tea, Spot.HELP)
    assert press(tea, Spot.LOOK) == help_
    press(tea, Spot.READ)
    assert press(tea, Spot.LISTEN) == way
    tea.can = frozenset({Spot.LISTEN, Spot.LOOK, Spot.READ})
    press(tea, Spot.HELP)
    assert press(tea, Spot.LISTEN) == way


def test_a_question_that_is_left_open_keeps_its_place(tea: Navigator) -> None:
    press(tea, "making")
    while tea.view().layout != "question":
        press(tea, Spot.NEXT)
    asked = tea.view()
    assert asked.next is None
    assert press(tea, Spot.NEXT) == asked


def test_a_press_makes_one_new_view(tea: Navigator, monkeypatch: pytest.MonkeyPatch) -> None:
    made = count()
    view = Here.view

    def counted(self: Here, nav: Conductor) -> View:
        next(made)
        return view(self, nav)

    monkeypatch.setattr(Here, "view", counted)
    ways: list[Spot | str] = ["making", Spot.NEXT, Spot.NEXT]
    for index, way in enumerate(ways):
        press(tea, way)
        tea.settle()
        tea.view()
        assert next(made) == 2 * index + 1


def test_a_question_that_nobody_answered_needs_no_mark(
    tea: Navigator, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fingerprint(self: QuestionKind) -> str:
        asked.append(self.id)
        return "0" * 12

    monkeypatch.setattr(QuestionKind, "fingerprint", property(fingerprint))
    tea.visit.achieved.states()
    assert asked == []


def test_the_signs_of_a_view_are_all_different(tea: Navigator) -> None:
    for before, _, after in every_card(tea):
        for view in (before, after):
            found = [*signs(view).values()]
            assert len(found) == len(set(found)), view.title


def test_more_languages_take_the_last_signs() -> None:
    view = View(
        layout="first",
        section="",
        cards=(Card(Go(Spot.START), "Start"), Card(Go(Spot.CODE), "Code")),
        languages=(Card(Pick("en"), "English", mark="done"), Card(Pick("es"), "Español")),
    )
    assert signs(view) == {Go(Spot.START): "1", Go(Spot.CODE): "2", Pick("es"): "8"}


def test_who_has_everything_read_chooses_a_pace_and_is_where_they_were(tea: Navigator) -> None:
    tea.can = frozenset({Spot.LISTEN})
    way = tea.view()
    help_ = press(tea, Spot.HELP)
    assert Go(Spot.READ) in [card.press for card in help_.cards]
    paces = press(tea, Spot.READ)
    assert [card.press for card in paces.cards] == [
        Go(Spot.LISTEN),
        Go(Spot.NORMAL),
        Go(Spot.SLOWER),
        Go(Spot.FASTER),
    ]
    assert press(tea, Spot.SLOWER) == way
    press(tea, Spot.HELP)
    press(tea, Spot.READ)
    assert press(tea, Spot.BACK) == way


def test_to_listen_is_called_the_same_in_the_bar_and_in_help(tea: Navigator) -> None:
    tea.can = frozenset({Spot.LISTEN})
    bar = {tool.spot: tool.label for tool in tea.view().tools}
    cards = {card.press: card.text for card in press(tea, Spot.HELP).cards}
    assert bar[Spot.LISTEN] == cards[Go(Spot.READ)] == press(tea, Spot.READ).title


def test_while_everything_is_read_help_stops_it(tea: Navigator) -> None:
    tea.can = frozenset({Spot.LISTEN, Spot.READ})
    help_ = press(tea, Spot.HELP)
    labels = {card.press: card.text for card in help_.cards}
    words = tea.context.words
    assert labels[Go(Spot.LISTEN)] == words("listen.stop")
    assert Go(Spot.READ) not in labels


def test_without_a_voice_nothing_is_offered_to_be_read(tea: Navigator) -> None:
    help_ = press(tea, Spot.HELP)
    assert not {Go(Spot.LISTEN), Go(Spot.READ)} & {card.press for card in help_.cards}
