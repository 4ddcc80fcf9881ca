"""Listen: there when the machine has a voice, and silent as soon as the page turns."""

import time
from pathlib import Path

import pytest

from course.speech.spoken import spoken
from course.ui.course_app import CourseApp
from course.views.press import Go, Spot
from tests.languages import in_two_languages
from tests.paths import MODULES, TEA
from tests.processes import Patience
from tests.ui.conftest import Opening
from tests.ui.person import Person, rest, wait_until
from tests.ui.places import Places, app_on, long_page, navigator_on
from tests.ui.voice import SomeVoice, heard, listen


async def test_without_a_voice_there_is_no_button(opened: Opening) -> None:
    async with opened() as person:
        await person.press("?")
        assert "Listen" not in person.words


async def test_listen_reads_what_is_on_the_screen_and_stops_when_the_page_turns(
    tmp_path: Path,
) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        page = person.stage.state.view
        await listen(person)
        assert voice.speaking
        assert person.stage.state.view == page
        assert voice.said == [spoken(page, person.app.navigator.context.words)]
        assert "What you need" in voice.said[-1]
        await person.press("9")
        assert not voice.speaking
        assert not person.stage.speaking


async def test_a_second_press_stops_the_voice(tmp_path: Path) -> None:
    async with heard(tmp_path, size=(112, 31)) as (person, voice):
        await person.press("1", "9", "9")
        await person.tap("Listen")
        assert voice.speaking
        await person.tap("Stop reading")
        assert not voice.speaking
        assert len(voice.said) == 1


async def test_help_over_a_page_that_is_read_is_silent(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        await listen(person)
        await person.press("?")
        assert not voice.speaking
        assert "Stop reading" not in person.words


async def test_when_all_was_said_listen_can_be_pressed_again(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        await listen(person)
        assert person.stage.speaking
        voice.come_to_the_end()
        await wait_until(lambda: not person.stage.speaking)
        await listen(person)
        assert len(voice.said) == 2


async def test_enter_goes_on_and_does_not_read_aloud_on_a_new_page(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("enter")
        assert "If you are called away" in person.words
        await person.press("enter")
        assert "If you are called away" not in person.words
        await person.press("enter")
        assert "What you need" in person.words
        assert voice.said == []


async def test_a_voice_that_is_found_moves_nothing(tmp_path: Path) -> None:
    found: list[SomeVoice] = []
    places = Places.of(MODULES, tmp_path)
    navigator = navigator_on(MODULES, tmp_path, visit=long_page(places))
    app = CourseApp(navigator, lambda _language: _wait_for(found))
    async with app.run_test() as pilot:
        person = Person(pilot)
        await rest(app)
        await person.begin()
        await person.resize(40, 15)
        await person.press("pagedown")
        page = person.stage.state.view
        top, held = person.stage.state.top, person.held
        assert top > 0
        found.append(SomeVoice())
        await wait_until(lambda: person.stage.state.view != page)
        await rest(app)
        assert Go(Spot.LISTEN) in [tool.press for tool in person.stage.state.view.tools]
        assert (person.stage.state.top, person.held) == (top, held)


def _wait_for(found: list[SomeVoice]) -> SomeVoice:
    """As a slow machine does, from a thread of its own."""
    patience = Patience()
    while not found:
        assert not patience.is_over, "no voice was ever found"
        time.sleep(0.001)
    return found[0]


async def test_a_machine_whose_search_for_a_voice_fails_has_none(tmp_path: Path) -> None:
    asked: list[str] = []

    def fail(language: str) -> None:
        asked.append(language)
        raise OSError

    app = app_on(TEA, tmp_path / "learners", find_voice=fail)
    assert isinstance(app, CourseApp)
    async with app.run_test() as pilot:
        await wait_until(lambda: asked)
        await rest(app)
        person = Person(pilot)
        await person.press("?")
        assert "Listen" not in person.words


async def test_whoever_chooses_a_language_is_read_to_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice, asked = SomeVoice(), list[str]()

    def find(language: str) -> SomeVoice | None:
        asked.append(language)
        return voice if language == "es" else None

    app = app_on(in_two_languages(tmp_path, monkeypatch), tmp_path / "learners", find_voice=find)
    async with app.run_test() as pilot:
        person = Person(pilot)
        await wait_until(lambda: asked == ["en"])
        await rest(app)
        assert Spot.LISTEN not in app.navigator.can
        await person.tap("Español")
        await wait_until(lambda: Spot.LISTEN in app.navigator.can)
        await listen(person)
        assert voice.speaking
        assert asked == ["en", "es"]
