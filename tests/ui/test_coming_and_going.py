"""A person comes, is kept under a code, comes back, and is forgotten."""

import gc
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

from course.content.compiled import Edition
from course.views.model import signs
from course.views.press import Go, Spot
from progress.codes import new_code
from progress.errors import CannotSave
from tests.ui.conftest import Opening
from tests.ui.person import Person, rest, wait_until
from tests.ui.steps import choose, saved, start, through_module, to_the_question, typed


async def test_the_code_leads_back_to_the_very_question(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        await person.until("What do you do?")
        await choose(person, "Boil it again")
    async with opened() as person:
        await person.press("2", *code)
        assert "You chose: Boil it again" in person.words
        assert "Try again" in person.words


async def test_a_mistyped_code_is_said_to_be_one_and_an_unknown_one_too(opened: Opening) -> None:
    async with opened() as person:
        await person.press("2", *"123456789")
        assert "does not fit" in person.words
        await person.press(*"000000000")
        assert "do not have this code" in person.words
        await person.tap("Clear")
        await person.press(*"12", "backspace")
        assert typed(person) == "1__ ___ ___"
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


async def test_a_tick_stays_ticked(opened: Opening, tmp_path: Path) -> None:
    async with opened() as person:
        await start(person)
        await person.press("2")
        await person.until("□")
        await person.press("1")
        assert "✓" in person.words
        (tick,) = saved(tmp_path)["choices"].values()
        assert tick["ticked"] is True
        await person.press("0", "9")
        assert "✓" in person.words


async def test_nothing_of_a_visit_is_left_after_leaving(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        await person.choose("Stop here")
        await person.tap("Done")
        assert "I have a code" in person.words
        assert code not in person.words.replace(" ", "")
        await person.press("escape", "escape")
        assert "I have a code" in person.words


async def test_the_look_changes_and_the_next_person_finds_the_first_one(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        assert code
        first = person.app.theme
        await person.press("?")
        await person.tap("Change the colors")
        assert person.app.theme != first
        await person.press("0")
        await person.choose("Stop here")
        await person.tap("Done")
        assert person.app.theme == first


async def test_who_goes_back_from_the_code_keeps_the_look_they_chose(opened: Opening) -> None:
    async with opened() as person:
        await person.press("?")
        await person.tap("Change the colors")
        chosen = person.app.theme
        await person.press("escape")
        await person.press(signs(person.stage.state.view)[Go(Spot.START)])
        assert "I have a code" not in person.words
        await person.tap("Back")
        assert "I have a code" in person.words
        assert person.app.theme == chosen


async def test_forget_me_asks_first_and_then_leaves_nothing(
    opened: Opening, tmp_path: Path
) -> None:
    async with opened() as person:
        code = await start(person)
        await person.choose("Stop here")
        await person.tap("Forget me")
        await person.tap("No, keep it")
        assert len(list((tmp_path / "learners").glob(f"{code}*"))) > 0
        await person.tap("Forget me")
        await person.tap("Yes, forget")
        await person.press(*code)
        assert "It is gone" in person.words
        assert not list((tmp_path / "learners").glob(f"{code}*"))
        await person.tap("Go on")
        await person.press("2", *code)
        assert "do not have this code" in person.words


async def test_after_five_guessed_codes_there_is_a_wait(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        await person.choose("Stop here")
        await person.tap("Done")
        await person.press("2")
        for _ in range(6):
            await person.press(*new_code())
            await person.tap("Clear")
        await person.press(*code)
        assert "Please wait" in person.words
        assert not set(code) & set(typed(person))


async def test_when_nothing_can_be_saved_the_course_says_so_once_and_goes_on(
    opened: Opening, tmp_path: Path
) -> None:
    (tmp_path / "learners").write_text("not a folder")
    async with opened() as person:
        await person.press("1")
        assert "cannot save right now" in person.words
        await person.press("9", "9")
        await through_module(person)
        assert "Hot water burns A safe choice" in person.words


async def test_a_disk_that_fills_up_is_told_once(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as person:
        await to_the_question(person)
        # The bookmark is on the disk before the disk is full.
        person.app.navigator.settle()

        def full(*_: object) -> None:
            raise CannotSave("No space left on device")

        monkeypatch.setattr("progress.learner_file.LearnerFile._save", full)
        await choose(person, "Boil it again")
        assert "We cannot save right now" in person.words
        await person.tap("Go on")
        assert "You chose: Boil it again" in person.words
        await person.tap("Try again")
        await choose(person, "Fill the kettle")
        assert "That is right" in person.words


async def test_a_page_that_was_turned_is_kept_though_nothing_more_is_pressed(
    opened: Opening, tmp_path: Path
) -> None:
    def place() -> object:
        (learner,) = saved(tmp_path)["learner"].values()
        return learner["place"]["id"]

    async with opened() as person:
        await start(person)
        await person.press("9")
        await wait_until(lambda: place() == "what-you-need")
        await person.press("9")
    # Whoever ends the program right after a press loses nothing either.
    assert place() == "in-order"


async def test_a_bookmark_that_cannot_be_kept_is_told_by_itself(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise CannotSave("No space left on device")

    async with opened() as person:
        await start(person)
        person.app.navigator.settle()
        monkeypatch.setattr("progress.learner_file.LearnerFile._save", full)
        await person.press("9")
        await wait_until(lambda: "We cannot save right now" in person.words)
        await person.press("9")
        assert "What you need" in person.words
        await person.press("9")
        assert "One thing after another" in person.words
        person.app.navigator.settle()
        await rest(person.app)
        assert "We cannot save right now" not in person.words


async def test_the_screen_keeps_no_view_of_a_visit_that_has_ended(opened: Opening) -> None:
    async with opened() as person:
        code = await start(person)
        await person.press("9", "9", "?", "escape")
        assert "What you need" in everything(person)
        await person.choose("Stop here")
        assert code in everything(person).replace(" ", "")
        await person.tap("Done")
        await rest(person.app)
        kept = everything(person)
        assert "I have a code" in kept
        assert "What you need" not in kept
        assert code not in kept.replace(" ", "")


def everything(person: Person) -> str:
    """Every text that the stage leads to, but for the course and the app."""
    found, left, seen = (
        list[str](),
        [vars(person.stage)["state"], vars(person.stage)["sheets"]],
        set[int](),
    )
    while left:
        each = left.pop()
        if id(each) in seen or isinstance(each, type | Edition | ModuleType | FunctionType):
            continue
        seen.add(id(each))
        if isinstance(each, str):
            found.append(each)
        else:
            left += gc.get_referents(each)
            left += [getattr(each, name) for name in getattr(each, "__struct_fields__", ())]
    return "\n".join(found)
