"""A person goes through the course."""

import json
from pathlib import Path
from typing import Any

import pytest

from course.clinic import Clinic
from course.ui.big_digits import big_digits
from course.ui.screens import course_screen
from progress.errors import CannotSave
from tests.ui.conftest import SIZES, Opening, Person

Tables = dict[str, dict[str, dict[str, Any]]]


def saved(folder: Path) -> Tables:
    (file,) = (folder / "learners").glob("*.json")
    tables: Tables = json.loads(file.read_text())
    return tables


async def start(person: Person) -> str:
    """Start anew; gives the code that was shown."""
    await person.press("1")
    assert "This is your code" in person.words
    code: str = person.pilot.app._visit.keeping.code  # type: ignore[attr-defined]
    await person.press("9")
    return code


async def to_the_question(person: Person) -> None:
    await start(person)
    await person.until("What do you do?")


async def choose(person: Person, text: str) -> None:
    await person.tap(text)


async def through_module(person: Person) -> None:
    """Read every page and answer every question, rightly or not, up to the result."""
    card = 1
    for _ in range(80):
        said = person.words
        if "what you know now" in said:
            return
        if any(word in said for word in ("Next", "More ↓", "Try again")):
            await person.press("9")
        else:
            await person.press(str(card))
            card = card % 3 + 1
    raise AssertionError(f"the module has no end:\n{person.text}")


@pytest.mark.parametrize("size", SIZES)
async def test_from_welcome_to_finish(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size) as person:
        await start(person)
        await person.press("9")
        await through_module(person)
        await person.tap("Finish")
        assert "You have reached the end" in person.words
        await person.tap("Done")
        assert "go on later with this code" in person.words
        await person.tap("Done")
        assert "I have a code" in person.words


async def test_pages_wait_for_next_and_back_returns(opened: Opening) -> None:
    async with opened() as person:
        await start(person)
        await person.press("9")
        assert "What you need" in person.words
        await person.press("9")
        assert "One thing after another" in person.words
        await person.press("0")
        assert "What you need" in person.words
        await person.press("0")
        assert "You can choose any part" in person.words


async def test_a_wrong_answer_gets_its_reason_a_hint_and_a_second_try(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Boil it again")
        assert "Fresh water tastes better" in person.words
        assert "Think of what makes water taste flat" in person.words
        await person.tap("Try again")
        assert "chosen before" in person.words
        await choose(person, "Fill the kettle")
        assert "That is right" in person.words
        assert "Try again" not in person.words


async def test_after_two_wrong_tries_the_answer_is_shown(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Boil it again")
        await person.tap("Try again")
        await choose(person, "Boil it again")
        assert "The answer Fill the kettle with fresh water" in person.words
        assert "Next" in person.words


async def test_show_me_opens_the_page_and_returns_to_the_question(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Boil it again")
        await person.tap("Show me")
        assert "What you need" in person.words
        await person.tap("Return")
        assert "What do you do?" in person.words
        assert "chosen before" in person.words


async def test_too_little_care_must_be_put_right(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Fill the kettle")
        await person.press("9")
        await choose(person, "Care for it at home")
        await person.press("9")
        assert "A small child" in person.words
        for _ in range(3):
            await choose(person, "Care for it at home")
            assert "This needs more care" in person.words
            assert "Next" not in person.words
            await person.tap("Try again")
        await choose(person, "Call 112 now")
        assert "Next" in person.words


async def test_more_care_than_needed_is_called_safe(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Fill the kettle")
        await person.press("9")
        assert "The skin is red" in person.words
        await choose(person, "Call 112 now")
        assert "safe choice" in person.words
        assert "Next" in person.words


async def test_the_clinics_numbers_stand_in_the_answers(opened: Opening) -> None:
    clinic = Clinic(phone="555-0100", emergency_number="999")
    async with opened(clinic=clinic) as person:
        assert "call 999" in person.words
        await to_the_question(person)
        await choose(person, "Fill the kettle")
        await person.press("9")
        assert "Call 999 now" in person.words
        assert "555-0100" in person.words


async def test_the_code_leads_back_to_the_very_question(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        await person.until("What do you do?")
        await choose(person, "Boil it again")
    async with opened() as person:
        await person.press("2", *code)
        assert "You chose Boil it again" in person.words
        assert "Try again" in person.words


async def test_a_mistyped_code_is_said_to_be_one_and_an_unknown_one_too(opened: Opening) -> None:
    async with opened() as person:
        await person.press("2", *"123456789")
        assert "does not fit" in person.words
        await person.press(*"000000000")
        assert "do not have this code" in person.words
        await person.press(*"12", "backspace")
        assert big_digits("1__ ___ ___")[-1] in person.text
        await person.press("escape")
        assert "I have a code" in person.words


async def test_an_answer_is_on_disk_when_its_feedback_shows(
    opened: Opening, tmp_path: Path
) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Boil it again")
        assert "Not quite" in person.words
        tables = saved(tmp_path)
        (answer,) = tables["answers"].values()
        assert (answer["question"], answer["result"]) == ("cold-water", "wrong")
        (learner,) = tables["learner"].values()
        assert learner["place"]["id"] == "try-it"


async def test_square_brackets_show_as_they_are_written(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        assert "[mmol] [with food] [/b] [@click=app.quit]x[/]" in person.words


async def test_the_result_counts_key_points_and_shows_their_pages_again(opened: Opening) -> None:
    async with opened() as person:
        await start(person)
        await person.press("9")
        await through_module(person)
        assert "You know" in person.words
        assert "of 2 key points" in person.words
        await person.press("1")
        await person.tap("Return")
        assert "of 2 key points" in person.words


async def test_a_tick_stays_ticked(opened: Opening, tmp_path: Path) -> None:
    async with opened() as person:
        await start(person)
        await person.press("2")
        await person.until("○")
        await person.press("1")
        assert "✓" in person.words
        (tick,) = saved(tmp_path)["choices"].values()
        assert tick["ticked"] is True
        await person.press("0", "9")
        assert "✓" in person.words


async def test_sources_name_what_the_page_rests_on(opened: Opening) -> None:
    async with opened() as person:
        await start(person)
        await person.press("9", "8")
        assert "Where this comes from" in person.words
        assert "Last read on" in person.words
        await person.tap("Close")
        assert "What you need" in person.words


async def test_about_says_that_no_clinician_has_reviewed_it(opened: Opening) -> None:
    async with opened() as person:
        await person.press("8")
        assert "No clinician has checked this course yet" in person.words
        await person.press("escape")
        assert "I have a code" in person.words


async def test_arrows_and_enter_alone_reach_an_answer(opened: Opening) -> None:
    async with opened() as person:
        await person.press("enter", "enter", "enter")
        assert "What you need" in person.words
        await person.press("left", "left")
        await person.press("right", "right", "enter")
        assert "One thing after another" in person.words
        await person.until("What do you do?", "enter")
        await person.press("down", "enter")
        assert "You chose" in person.words


async def test_nothing_of_a_visit_is_left_after_leaving(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        await person.tap("Stop here")
        await person.tap("Done")
        assert "I have a code" in person.words
        assert code not in person.words.replace(" ", "")
        await person.press("escape", "escape")
        assert "I have a code" in person.words


async def test_resizing_in_a_question_loses_nothing(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Boil it again")
        await person.pilot.resize_terminal(60, 20)
        await person.pilot.pause()
        await person.pilot.resize_terminal(100, 32)
        await person.pilot.pause()
        assert "You chose Boil it again" in person.words
        assert "Try again" in person.words


async def test_a_held_key_turns_one_page(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as person:
        await start(person)
        await person.press("9")
        monkeypatch.setattr(course_screen, "ONE_PRESS", 60.0)
        person.pilot.app._last_press = -1000.0  # type: ignore[attr-defined]
        await person.press("9", "9", "9", "9", "9")
        assert "One thing after another" in person.words


async def test_help_is_there_and_the_emergency_number_with_it(opened: Opening) -> None:
    async with opened() as person:
        for key in ("1", "9", "9"):
            await person.press("question_mark")
            assert "call 112" in person.words
            await person.press("0")
            await person.press(key)
        await person.press("question_mark")
        await person.tap("All parts")
        assert "Start with the first part" in person.words


async def test_the_look_changes_and_the_next_person_finds_the_first_one(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        assert code
        first = person.pilot.app.theme
        await person.press("question_mark")
        await person.tap("Change the colors")
        assert person.pilot.app.theme != first
        await person.press("0")
        await person.tap("Stop here")
        await person.tap("Done")
        assert person.pilot.app.theme == first


async def test_forget_me_asks_first_and_then_leaves_nothing(
    opened: Opening, tmp_path: Path
) -> None:
    async with opened() as person:
        code = await start(person)
        await person.tap("Stop here")
        await person.tap("Forget me")
        await person.tap("No, keep it")
        assert len(list((tmp_path / "learners").glob(f"{code}*"))) > 0
        await person.tap("Forget me")
        await person.tap("Yes, forget")
        assert "It is gone" in person.words
        assert not list((tmp_path / "learners").glob(f"{code}*"))
        await person.tap("Go on")
        await person.press("2", *code)
        assert "do not have this code" in person.words


async def test_after_five_wrong_codes_there_is_a_wait(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        await person.tap("Stop here")
        await person.tap("Done")
        await person.press("2")
        for _ in range(5):
            await person.press(*"123456789")
        await person.press(*code)
        assert "Please wait" in person.words


async def test_when_nothing_can_be_saved_the_course_says_so_once_and_goes_on(
    opened: Opening, tmp_path: Path
) -> None:
    (tmp_path / "learners").write_text("not a folder")
    async with opened() as person:
        await person.press("1")
        assert "cannot save right now" in person.words
        await person.press("9", "9")
        await through_module(person)
        assert "You know" in person.words


async def test_a_disk_that_fills_up_is_told_once(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as person:
        await to_the_question(person)

        def full(*_: object) -> None:
            raise CannotSave("No space left on device")

        monkeypatch.setattr("progress.learner_file.LearnerFile._save", full)
        await choose(person, "Boil it again")
        assert "We cannot save right now" in person.words
        await person.tap("Go on")
        assert "You chose Boil it again" in person.words
        await person.tap("Try again")
        await choose(person, "Fill the kettle")
        assert "That is right" in person.words


async def test_the_focus_stays_where_a_person_types_and_ticks(opened: Opening) -> None:
    async with opened() as person:
        await person.press("2", "right", "enter", "enter")
        assert big_digits("22_ ___ ___")[-1] in person.text
        await person.press("escape")
        await start(person)
        await person.press("2")
        await person.until("○")
        await person.press("up", "enter")
        ticked = person.words.count("✓")
        await person.press("enter")
        assert (ticked, person.words.count("✓")) == (1, 0)
