"""Everything is read, view after view, and goes on until it is stopped."""

from pathlib import Path

import pytest

from course.speech.spoken import spoken
from course.ui.paint.sheet import READ
from tests.paths import MODULES
from tests.ui.person import Person, rest
from tests.ui.voice import heard


async def read_on(person: Person, pace: str = "") -> None:
    """Have everything read, from the view of now on."""
    await person.press("?")
    await person.tap("Listen")
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
        for _ in range(40):
            if person.stage.state.view.layout == "question":
                break
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
        await person.press_while(
            lambda: not any(card.ticks for card in person.stage.state.view.cards),
            lambda: "1" if person.stage.state.view.next is None else "9",
        )
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
        await person.press_while(
            lambda: not person.stage.state.view.card_first or person.stage.state.view.verdict,
            lambda: "9" if person.stage.state.view.next else "1",
        )
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
