"""A person goes through the course."""

import pytest

from course.clinic import Clinic
from course.ui.stage import state
from tests.ui.conftest import SIZES, Opening
from tests.ui.steps import choose, start, through_module, to_the_question, typed


@pytest.mark.parametrize("size", SIZES)
async def test_from_welcome_to_finish(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size) as person:
        await start(person)
        await person.press("9")
        await through_module(person)
        await person.tap("Finish")
        assert "You have reached the end" in person.words
        await person.tap("Next")
        assert "What to remember" in person.words
        assert "keep hot water away from children" in person.words
        await person.tap("Next")
        assert "When to get help" in person.words
        assert "Call 112" in person.words
        await person.tap("Next")
        assert "See all of it" in person.words
        await person.tap("Done")
        assert "You can go on another day" in person.words
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
        assert "After part 1 you can" in person.words


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
        await choose(person, "Rest at home")
        await person.press("9")
        assert "A small child" in person.words
        for _ in range(3):
            await choose(person, "Rest at home")
            assert "You need help faster." in person.words
            assert "Next" not in person.words
            await person.tap("Try again")
        await choose(person, "Call 112")
        assert "Next" in person.words


async def test_more_care_than_needed_is_called_safe(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Fill the kettle")
        await person.press("9")
        assert "The skin is red" in person.words
        await choose(person, "Call 112")
        assert "That keeps you safe" in person.words
        assert "Next" in person.words


async def test_the_clinics_numbers_stand_in_the_answers(opened: Opening) -> None:
    clinic = Clinic(phone="555-0100", emergency_number="999")
    async with opened(clinic=clinic) as person:
        assert "call 999" in person.words
        await to_the_question(person)
        await choose(person, "Fill the kettle")
        await person.press("9")
        assert "Call 999" in person.words
        assert "555-0100" in person.words


async def test_square_brackets_show_as_they_are_written(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        assert "[mmol] [with food] [/b] [@click=app.quit]x[/]" in person.words


async def test_the_result_leads_to_what_is_worth_another_look(opened: Opening) -> None:
    async with opened() as person:
        await start(person)
        await person.press("9")
        await through_module(person)
        assert "Worth another look" in person.words
        assert "Hot water burns A safe choice" in person.words
        await person.tap("Hot water burns")
        assert "Worth another look" not in person.words
        await person.tap("Return")
        assert "Worth another look" in person.words


async def test_sources_name_what_the_page_rests_on(opened: Opening) -> None:
    async with opened() as person:
        await start(person)
        await person.press("9")
        await person.choose("Sources")
        assert "Where this comes from" in person.words
        assert "Last read on" in person.words
        await person.tap("Close")
        assert "What you need" in person.words


async def test_about_says_that_no_clinician_has_reviewed_it(opened: Opening) -> None:
    async with opened() as person:
        await person.choose("About")
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


async def test_resizing_in_a_question_loses_nothing(opened: Opening) -> None:
    async with opened() as person:
        await to_the_question(person)
        await choose(person, "Boil it again")
        await person.resize(60, 20)
        await person.resize(100, 32)
        assert "You chose: Boil it again" in person.words
        assert "Try again" in person.words


async def test_a_held_key_turns_one_page(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as person:
        await start(person)
        await person.press("9")
        monkeypatch.setattr(state, "ONE_PRESS", 0.25)
        await person.press_at("9", 0, 0.24, 0.48, 0.72)
        assert "One thing after another" in person.words


async def test_help_is_there_and_the_emergency_number_with_it(opened: Opening) -> None:
    async with opened() as person:
        for key in ("1", "9", "9"):
            await person.press("?")
            assert "call 112" in person.words
            await person.press("0")
            await person.press(key)
        await person.press("?")
        await person.tap("All parts")
        assert "After part 1 you can" in person.words


async def test_the_focus_stays_where_a_person_types_and_ticks(opened: Opening) -> None:
    async with opened() as person:
        await person.press("2", "right", "enter", "enter")
        assert typed(person) == "22_ ___ ___"
        await person.press("escape")
        await start(person)
        await person.press("2")
        await person.until("□")
        await person.press("up", "enter")
        ticked = person.words.count("✓")
        await person.press("enter")
        assert (ticked, person.words.count("✓")) == (1, 0)
