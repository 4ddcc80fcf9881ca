"""The place of the body where a person has their shot: asked once, told of first, never a wall."""

import shutil
from pathlib import Path

import pytest

from course.content import loader
from course.flow.navigator import Navigator
from course.plain.choices import choices
from course.views.model import Heading, View, signs, told
from course.views.press import Go, Pick, Spot
from course.visit.places import ALONE, MOST, screens
from course.visit.reception import Reception
from course.visit.route import Place
from tests.desk import navigator_for
from tests.paths import BAD
from tests.unit.content.course_edits import change
from tests.unit.flow.walking import begun, every_card, led_where_it_says, press

NAMES = [f"place-{number}" for number in range(1, 11)]
ASKING = """\
  - id: lake
    title: Where will you swim?
    text: Pick your place.
    your_place: true
  - id: deep
    title: How deep is it?
    text: Ask how deep it is.
    place:
"""
LAKE = """\
  - id: lake
    title: At the lake
"""


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A course with more places than stand on one screen."""
    folder = tmp_path / "course"
    shutil.copytree(BAD / "sound", folder)
    named = "".join(f"  {name}: {{en: {said(name)}}}\n" for name in NAMES)
    number = 'emergency_number: "112"\n'
    change(folder, "course.yaml", number, f"{number}places:\n{named}")
    texts = "".join(f"      {name}: {{text: Ask about {said(name)}.}}\n" for name in NAMES)
    change(folder, "en/one.yaml", LAKE, f"{ASKING}{texts}{LAKE.replace('id: lake', 'id: shore')}")
    for file in ("en/one.yaml", "en/more.yaml"):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace("page: lake", "page: shore"), encoding="utf-8")
    return folder


def said(name: str) -> str:
    return name.replace("place-", "Place ")


@pytest.fixture
def learners(tmp_path: Path) -> Path:
    return tmp_path / "learners"


@pytest.fixture
def nav(modules: Path, learners: Path) -> Navigator:
    """At the page that asks for the place."""
    navigator = begun(navigator_for(modules, learners))
    press(navigator, "one", Spot.NEXT)
    return navigator


def picked(view: View) -> list[str]:
    return [card.text for card in view.cards if card.mark == "done"]


def headings(view: View) -> list[str]:
    return [block.text for block in view.blocks if isinstance(block, Heading)]


def test_no_screen_has_more_cards_than_there_are_keys(nav: Navigator) -> None:
    view = nav.view()
    assert [card.text for card in view.cards] == [*map(said, NAMES[:7]), "Another place"]
    assert {card.press for card in view.cards} <= signs(view).keys()
    others = press(nav, Spot.PLACES)
    assert [card.text for card in others.cards] == [*map(said, NAMES[7:])]


@pytest.mark.parametrize("most", [MOST, ALONE])
@pytest.mark.parametrize("count", [1, MOST, MOST + 1, ALONE + 1, 15])
def test_each_place_stands_on_one_screen(count: int, most: int) -> None:
    names = NAMES[:1] * count
    found = screens(names, most)
    assert [*found[0], *(found[1] if len(found) > 1 else ())] == names
    assert all(len(screen) <= most for screen in found)


def test_what_is_picked_is_shown_and_picking_another_changes_it(nav: Navigator) -> None:
    assert nav.view().card_first
    view = press(nav, NAMES[2])
    assert picked(view) == ["Place 3"]
    assert not view.card_first
    assert picked(press(nav, NAMES[4])) == ["Place 5"]
    assert picked(press(nav, NAMES[4])) == ["Place 5"], "pressed twice, it is still the place"
    assert nav.visit.achieved.own_place == NAMES[4]


def test_a_place_behind_another_one_is_shown_on_its_card(nav: Navigator) -> None:
    view = press(nav, Spot.PLACES, NAMES[9])
    assert [(card.text, card.status) for card in view.cards if card.mark] == [
        ("Another place", "Place 10")
    ]


def test_whoever_does_not_know_goes_on(nav: Navigator) -> None:
    view = press(nav, Spot.NEXT)
    assert nav.visit.achieved.own_place == ""
    assert (view.title, len(view.cards)) == ("How deep is it?", MOST)
    assert headings(view) == []


def test_the_place_is_kept_under_the_code(nav: Navigator, modules: Path, learners: Path) -> None:
    press(nav, NAMES[2], NAMES[1])
    course = loader.load(modules)
    later = Reception(lambda _: course, ("en",), learners).resume(nav.visit.record.code)
    assert later.achieved.own_place == NAMES[1]


def test_the_own_place_comes_first_and_the_others_are_a_press_away(nav: Navigator) -> None:
    view = press(nav, NAMES[1], Spot.NEXT)
    assert headings(view) == ["Place 2"]
    assert [card.text for card in view.cards] == ["Other places"]
    others = press(nav, Spot.PLACES)
    assert [card.text for card in others.cards] == [said(n) for n in NAMES if n != NAMES[1]]
    assert {card.press for card in others.cards} <= signs(others).keys()
    assert press(nav, NAMES[0]).title == "Place 1"
    assert press(nav, Spot.NEXT) == others
    assert Go(Spot.STOP) in [card.press for card in press(nav, Spot.HELP).cards]
    assert press(nav, Spot.BACK) == others
    assert press(nav, NAMES[9]).title == "Place 10"
    assert press(nav, Spot.BACK) == others
    assert press(nav, Spot.BACK) == view
    assert press(nav, Spot.NEXT).title == "At the lake"


def test_what_was_opened_is_closed_on_the_next_page(nav: Navigator) -> None:
    press(nav, Spot.NEXT, NAMES[0], Spot.WAY, "more")
    assert press(nav, Spot.WAY, "one").title == "How deep is it?"


def test_every_card_leads_where_it_says(modules: Path, learners: Path) -> None:
    course = loader.load(modules)
    pressed = [*every_card(begun(navigator_for(modules, learners)))]
    assert [card.text for b, card, a in pressed if not led_where_it_says(b, card, a, course)] == []
    assert {card.press for _, card, _ in pressed} >= {*map(Pick, NAMES), Go(Spot.PLACES)}


def test_it_is_told_and_typed_without_a_screen(nav: Navigator) -> None:
    view = press(nav, NAMES[1], Spot.NEXT)
    assert Heading("Place 2") in told(view)
    can = choices(view, nav.context.words)
    meant = can.meant(can.cards[0].sign)
    assert meant is not None
    assert meant.press == Go(Spot.PLACES)


def test_on_a_map_the_spot_is_kept_and_opens(tmp_path: Path, learners: Path) -> None:
    folder = tmp_path / "mapped"
    shutil.copytree(BAD / "sound", folder)
    number = 'emergency_number: "112"\n'
    spots = "places: {reeds: {en: Reeds}, fish: {en: Fish}, shore: {en: Shore}}\n"
    change(folder, "course.yaml", number, number + spots)
    title = "    title: Look around the pond\n"
    change(folder, "en/more.yaml", title, f"{title}    your_place: true\n")
    nav = begun(navigator_for(folder, learners))
    view = press(nav, "more")
    while view.layout != "map":
        view = press(nav, Spot.NEXT)
    assert [card.text for card in view.cards] == ["Reeds", "Fish", "Shore"]
    assert press(nav, "fish").title == "Fish"
    assert picked(press(nav, Spot.NEXT)) == ["Fish"]
    assert picked(press(nav, "shore")) == ["Shore"], "a place without a spot is picked at once"


def test_on_a_picture_a_place_without_a_card_can_be_picked_too(
    modules: Path, learners: Path
) -> None:
    shapes = "".join(
        f'<path id="{name}" class="accent place" d="M{80 * at} 9h20v20z"/>'
        for at, name in enumerate(NAMES)
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 560">{shapes}</svg>'
    (modules / "pictures" / "body.svg").write_text(svg, encoding="utf-8")
    nav = begun(navigator_for(modules, learners))
    before = press(nav, "one", Spot.NEXT)
    assert before.mapped is not None
    assert before.mapped.places == tuple(NAMES)
    after = press(nav, NAMES[9])
    assert after.mapped is not None
    assert after.mapped.chosen == NAMES[9]
    assert nav.visit.achieved.own_place == NAMES[9]


def test_a_picture_that_lacks_a_place_is_not_shown(nav: Navigator) -> None:
    assert nav.view().mapped is None


def test_whoever_looks_at_a_spot_from_a_question_has_not_chosen_it(
    modules: Path, learners: Path
) -> None:
    change(modules, "en/one.yaml", "    your_place: true\n", "")
    change(modules, "en/more.yaml", "  - id: point\n", "  - id: point\n    your_place: true\n")
    change(modules, "en/more.yaml", "{id: reeds,", f"{{id: {NAMES[0]},")
    change(modules, "en/more.yaml", "{id: fish,", f"{{id: {NAMES[1]},")
    navigator = begun(navigator_for(modules, learners))
    navigator.visit.go(Place("question", "more", "best"))
    navigator.shown.forget()
    press(navigator, navigator.visit.module.question("best").offered()[-1].key)
    view = press(navigator, Spot.SHOW)
    assert [card.text for card in view.cards] == ["Reeds", "Fish"]
    assert press(navigator, NAMES[1]).title == "Fish"
    assert navigator.visit.achieved.own_place == ""
