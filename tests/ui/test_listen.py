"""Listen: there when the machine has a voice, and silent as soon as the page turns."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from course.speech.spoken import spoken
from course.ui.course_app import CourseApp
from course.ui.paint.sheet import READ
from course.views.press import Go, Spot
from tests.languages import in_two_languages
from tests.paths import MODULES, TEA
from tests.ui.conftest import Opening
from tests.ui.person import Person, rest, wait_until
from tests.ui.places import Places, app_on, long_page, navigator_on
from tests.ui.voice import SomeVoice


async def listen(person: Person) -> None:
    """Have the view of now read."""
    await person.choose("Read aloud")
    await person.tap("This page")


@asynccontextmanager
async def heard(
    folder: Path, modules: Path = TEA, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Person, SomeVoice]]:
    """The course on a machine with a voice, once it was found."""
    voice = SomeVoice()
    app = app_on(modules, folder / "learners", find_voice=lambda _language: voice)
    async with app.run_test(size=size) as pilot:
        await wait_until(lambda: Spot.LISTEN in app.navigator.can)
        await rest(app)
        yield Person(pilot), voice


async def test_without_a_voice_there_is_no_button(opened: Opening) -> None:
    async with opened() as person:
        await person.press("?")
        assert "Read aloud" not in person.words


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
        assert "This is your code" in person.words
        await person.press("enter")
        assert "This is your code" not in person.words
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
    while not found:
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
        assert "Read aloud" not in person.words


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


# Everything, view after view


async def read_on(person: Person, pace: str = "") -> None:
    """Have everything read, from the view of now on."""
    await person.choose("Read aloud")
    await person.tap(f"Read everything to me{pace and f', {pace}'}")


async def test_everything_is_read_page_after_page_at_the_pace_that_was_chosen(
    tmp_path: Path,
) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        first = person.stage.state.view
        await read_on(person, "slowly")
        assert person.stage.state.view == first
        assert "What you need" in voice.said[-1]
        voice.come_to_the_end()
        await rest(person.app)
        second = person.stage.state.view
        assert second.step != first.step
        assert voice.said[-1] == spoken(second, person.app.navigator.context.words)
        assert voice.paces == ["slower", "slower"]


async def test_at_a_question_it_waits_for_the_answer_and_then_goes_on(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        await read_on(person)
        while person.stage.state.view.layout != "question":
            voice.come_to_the_end()
            await rest(person.app)
        asked = person.stage.state.view
        assert all(card.text in voice.said[-1] for card in asked.cards)
        voice.come_to_the_end()
        await rest(person.app)
        assert person.stage.state.view == asked
        assert person.stage.speaking
        count = len(voice.said)
        await person.press("1")
        assert person.stage.state.view.verdict is not None
        assert len(voice.said) == count + 1
        voice.come_to_the_end()
        await rest(person.app)
        assert person.stage.state.view.verdict is None


async def test_each_press_works_while_everything_is_read(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        first = person.stage.state.view
        await read_on(person)
        await person.press("9")
        assert person.stage.state.view.step != first.step
        assert voice.speaking
        await person.press("0")
        assert person.stage.state.view == first
        assert voice.said[-1] == voice.said[0]


async def test_help_is_silent_and_the_page_goes_on_where_it_was(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        await read_on(person)
        voice.reach(2)
        await person.press("?")
        assert not voice.speaking
        assert "Stop reading" in person.words
        await person.press("0")
        assert voice.speaking
        assert voice.said[-1].split("\n") == voice.said[0].split("\n")[2:]


@pytest.mark.parametrize("size", [(60, 22), (112, 31)])
async def test_the_star_stops_it_and_it_stays_stopped(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with heard(tmp_path, size=size) as (person, voice):
        await person.press("1", "9", "9")
        await read_on(person)
        await person.press("*")
        assert not voice.speaking
        assert not person.stage.speaking
        await person.press("9")
        assert len(voice.said) == 1
        await person.press("*")
        assert voice.speaking
        assert len(voice.said) == 2


async def test_another_pace_reads_on_at_the_line_that_is_read(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        await read_on(person)
        voice.reach(1)
        await person.choose("Stop reading")
        await read_on(person, "faster")
        assert voice.paces == ["normal", "faster"]
        assert voice.said[1].split("\n") == voice.said[0].split("\n")[1:]


async def test_who_ticks_a_line_hears_no_page_twice(tmp_path: Path) -> None:
    async with heard(tmp_path, modules=MODULES) as (person, voice):
        await person.begin()
        await read_on(person)
        while not any(card.ticks for card in person.stage.state.view.cards):
            await person.press("1" if person.stage.state.view.next is None else "9")
        count = len(voice.said)
        await person.press("1")
        assert voice.speaking
        assert len(voice.said) == count


async def test_where_it_cannot_be_heard_no_page_turns(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        first = person.stage.state.view
        await read_on(person)
        voice.come_to_the_end(is_well=False)
        await rest(person.app)
        assert person.stage.state.view == first
        assert not person.stage.speaking


async def test_nobody_is_led_past_their_code(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1")
        code = person.stage.state.view
        await read_on(person)
        voice.come_to_the_end()
        await rest(person.app)
        assert person.stage.state.view == code


async def test_the_line_that_is_read_is_marked(tmp_path: Path) -> None:
    async with heard(tmp_path, size=(60, 22)) as (person, voice):
        await person.press("1", "9", "9")
        before = person.rows
        await person.press("*")
        title = [row for row in person.rows if row not in before]
        assert [row.strip() for row in title] == [f"{READ}What you need"]
        voice.reach(1)
        await rest(person.app)
        assert READ in person.text
        assert title[0] not in person.rows
        await person.press("*")
        assert person.rows == before


async def test_the_next_person_begins_in_silence_at_the_usual_pace(tmp_path: Path) -> None:
    async with heard(tmp_path) as (person, voice):
        await person.press("1", "9", "9")
        await read_on(person, "faster")
        person.app.next_person()
        assert not voice.speaking
        await person.press("*")
        assert voice.paces[-1] == "normal"


async def test_where_a_place_is_asked_for_it_goes_on_once_one_is_chosen(tmp_path: Path) -> None:
    async with heard(tmp_path, modules=MODULES) as (person, voice):
        await person.begin()
        while not person.stage.state.view.card_first or person.stage.state.view.verdict:
            await person.press("9" if person.stage.state.view.next else "1")
        asked = person.stage.state.view
        assert asked.layout != "question"
        await read_on(person)
        voice.come_to_the_end()
        await rest(person.app)
        assert person.stage.state.view == asked
        await person.press("1")
        await rest(person.app)
        assert person.stage.state.view.title != asked.title
        assert voice.speaking
