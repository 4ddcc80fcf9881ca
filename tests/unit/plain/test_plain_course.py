"""People go through the small course of the fixtures, line by line."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from course.content import loader
from course.plain import lines
from course.plain.choices import choices
from course.plain.console import Console, sayable
from course.plain.course import PlainCourse
from course.plain.lines import WIDTH
from tests.desk import context_of, navigator_for
from tests.paths import MODULES, TEA
from tests.unit.plain.way import code_in, shadow_of, way
from tests.unit.ui.paint import views

CONTEXT = context_of(loader.load(TEA))
BOTH_WAYS = "9: Next (or just press Enter)\n0: Back"
SHORT = "1 to 3, 9 next, 0 back, ? help"
ASK = CONTEXT.words("plain.ask").removesuffix(": ")
Told = Callable[..., str]


class Person(Console):
    """Somebody who types lines, and for a whole label the sign before it, as it was said last."""

    def __init__(self, typed: tuple[object, ...], heard: io.StringIO) -> None:
        super().__init__(io.StringIO("".join(f"{line}\n" for line in typed)), heard)
        self._heard = heard

    def ask(self, prompt: str) -> str:
        line = super().ask(prompt)
        said = rf"^(\S+): {re.escape(line)}$"
        signs = re.findall(said, self._heard.getvalue(), re.MULTILINE)
        return str(signs[-1]) if signs else line


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """What the course says to somebody who types these lines."""

    def tell(*typed: object) -> str:
        writing = io.StringIO()
        navigator = navigator_for(TEA, tmp_path / "learners", is_typed=True)
        assert PlainCourse(navigator, Person(typed, writing)).run() == 0
        return writing.getvalue()

    return tell


def blocks(text: str) -> list[str]:
    """What was said before each line that was typed, its prompt included, and after the last."""
    # No line of the course itself ends with a blank.
    return text.split(": \n")


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_code_is_told_to_who_asks_for_it(told: Told, tmp_path: Path) -> None:
    shown = blocks(told(1, 1))[2]
    code = code_in(tmp_path)
    assert f"{code[:3]} {code[3:6]} {code[6:]}" in shown
    assert f"{' '.join(code[:3])}, {' '.join(code[3:6])}, {' '.join(code[6:])}." in shown


def test_it_begins_and_goes_on_by_enter_alone(told: Told, tmp_path: Path) -> None:
    welcome, shown, course_map, page, end = blocks(told(1, "", "", ""))[:5]
    assert "1: Start\n2: I have a code" in welcome
    assert "1: Show my code" in shown
    assert "0: Back" in shown
    assert code_in(tmp_path)[:3] not in shown
    assert "1: Making tea (5 min)" in course_map
    assert "What you need" in page
    assert "- One spoon of leaves for each cup" in page
    assert page.endswith("\n\n/: Sources\n\n9 next, 0 back, ? help")
    assert "One thing after another" in end
    assert end.endswith("\n\n9 next, 0 back, ? help")


def test_nothing_typed_at_all_ends_calmly(told: Told) -> None:
    assert told().endswith("\n\nGoodbye.\n")


def test_the_end_of_the_input_tells_who_asked_the_code(told: Told, tmp_path: Path) -> None:
    last = told(1, 1, "", "")
    code = code_in(tmp_path)
    assert f"You can go on later with your code: {code[:3]} {code[3:6]} {code[6:]}." in last
    assert "with your code" not in told(1, "", "")


def test_one_may_leave_by_a_number(told: Told) -> None:
    assert told(0, 1, 1).count("Type a number") == 1


@pytest.mark.parametrize(
    "typed", ["x", "55", "-1", "1.5", "\u00b2", "0x1", "9 9", "help", "9" * 50]
)
def test_what_cannot_be_typed_is_said_calmly(told: Told, typed: str) -> None:
    said, shown = blocks(told(typed))[1], typed if len(typed) <= 8 else f"{typed[:5]}..."
    assert said == f'\n"{sayable(shown, "ascii")}" is none of these: 1, 2, ?, 0.\n\n{ASK}'


def test_what_enter_does_is_said_with_it(told: Told) -> None:
    said = blocks(told(1, "what"))[2]
    assert said == f'\n"what" is none of these: 1, ?, 9, 0. Just Enter: 9.\n\n{ASK}'


@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
def test_what_can_be_typed_is_always_said_in_one_line(modules: Path) -> None:
    words = views.context(modules).words
    for name, view in views.every(modules):
        said = lines.unknown("a long line", choices(view, words), words)
        assert len(said) <= WIDTH, name
        assert len(lines.in_few_words(choices(view, words), words)) <= WIDTH, name


def test_where_enter_means_nothing_it_says_so_and_what_can_be_typed(told: Told) -> None:
    first, again = blocks(told(""))[:2]
    assert flat(again).startswith("Just Enter says nothing here. Please choose: A good cup of tea")
    assert again.endswith(first[first.index("1: Start") :])
    assert "We do not ask for your name" in first
    assert "We do not ask for your name" not in again


def test_the_same_number_in_other_scripts_and_blanks_around_it(told: Told) -> None:
    assert "If you are called away" in told("  \uff11 ")


def test_help_is_under_a_question_mark_and_leads_elsewhere(told: Told) -> None:
    said = blocks(told(1, "", "", "?", "", "?", 3))
    assert "call 112" in flat(said[4])
    assert "Close (or just press Enter)" in said[4]
    assert "One spoon of leaves" in said[5]
    assert "9: Next (or just press Enter)\n0: Back" in said[5]
    assert "2: Keeping tea" in said[7]
    assert "colors" not in "".join(said)


def test_sources_are_left_out_of_the_page_and_named_on_request(told: Told) -> None:
    said = blocks(told(1, "", "", "/", ""))
    assert "(source 1)" not in said[3]
    assert "good enough in most places. (source 1)" in flat(said[4])
    assert "Where this comes from" in said[4]
    assert flat(said[5]) == "What you need 9 next, 0 back, ? help"


def test_a_figure_comes_as_its_words(told: Told) -> None:
    said = flat(blocks(told(1, "", "", ""))[4])
    assert "Picture: From the tap to the cup. Four steps. Fill the kettle," in said


def test_a_hint_is_added_without_saying_all_of_it_again(told: Told) -> None:
    said = blocks(told(1, "", "", "", "", "", "", "/"))
    assert "Your kettle still has water" in said[7]
    assert said[8].lstrip().startswith("A hint: Think of what makes water taste flat.")
    assert "Your kettle still has water" not in said[8]
    assert "1: " not in said[8]


def test_a_tick_says_only_its_item_with_the_new_state(told: Told) -> None:
    said = blocks(told(1, "", 2, "", 1, 1))
    item = "1: Find a tin that closes well. (before your visit)"
    assert "2: " in said[4]
    assert item in flat(said[4])
    assert flat(said[5]) == f"{item} (picked) {SHORT}"
    assert flat(said[6]) == f"{item} (not picked) {SHORT}"


def test_an_answer_gets_its_verdict_and_the_reason_and_not_the_question_again(told: Told) -> None:
    said = blocks(told(1, "", "", "", "", "", "", "Fill the kettle with fresh water"))
    asked = "Your kettle still has water"
    assert asked in said[7]
    assert asked not in said[8]
    assert flat(said[8]).startswith("You chose: Fill the kettle with fresh water That is right.")
    assert "Fresh water tastes best." in said[8]


def test_what_is_asked_once_more_is_said_once_more(told: Told) -> None:
    said = [flat(each) for each in blocks(told(1, "", "", "", "", "", "", "Boil it again", ""))]
    assert "9: Try again (or just press Enter)" in said[8]
    assert said[9].startswith("Your kettle still has water")
    assert "(chosen before)" in said[9]
    assert "A hint" not in said[9]


def test_each_row_of_a_question_is_told_without_the_question(told: Told) -> None:
    said = [flat(each) for each in blocks(told(1, "", 2, "", "", 1, ""))]
    assert "Does this keep tea fresh? 1 of 3: A closed tin" in said[5]
    assert said[7].startswith("2 of 3: A glass jar in the window 1: Yes 2: No")


def test_buttons_are_told_in_full_once_and_then_in_a_few_words(told: Told) -> None:
    said = blocks(told(1, "", "", "", ""))[:6]
    assert [each.count("0: Back") for each in said] == [0, 1, 0, 0, 0, 0]
    assert [each.count("?: Help") for each in said] == [1, 0, 0, 0, 0, 0]
    assert all(each.endswith("9 next, 0 back, ? help") for each in said[3:])


def test_whoever_closes_help_hears_the_page_again_with_all_that_can_be_typed(told: Told) -> None:
    said = blocks(told(1, "", "", "?", ""))
    assert said[5].endswith(f"/: Sources\n-: Stop here\n?: Help\n{BOTH_WAYS}\n\n{ASK}")
    assert "One spoon of leaves" in said[3]
    assert "One spoon of leaves" in said[5]


def test_what_was_open_over_a_page_leads_back_to_its_name(told: Told) -> None:
    said = blocks(told(1, "", "", "-", 0, 0, ""))
    assert "You can go on later" in said[4]
    assert flat(said[5]) == "What you need 9 next, 0 back, ? help"
    # Whoever turns back wants to read it once more.
    assert "Your way" in said[6]
    assert "One spoon of leaves" in said[7]


def test_of_the_way_only_the_parts_that_changed_are_told(told: Told) -> None:
    said = [flat(each) for each in blocks(told(1, "", 2, "", "", 1, "", 2, "", 2, "", ""))]
    assert "1: Making tea" in said[2]
    assert "2: Keeping tea" in said[2]
    way = said[12]
    assert "2: Keeping tea (Done)" in way
    assert "1: Making tea" not in way


def test_the_next_person_hears_everything(told: Told) -> None:
    said = blocks(told(1, "", "", "-", "", 1, "", ""))
    first, again = said[0], said[5]
    assert again == first
    assert "9: Next (or just press Enter)" in said[6]
    assert said[8].endswith("/: Sources\n\n9 next, 0 back, ? help")


def test_a_code_goes_on_where_it_stopped(told: Told, tmp_path: Path) -> None:
    told(1, "", "", "")
    code = code_in(tmp_path)
    said = blocks(told(2, f"{code[:3]} {code[3:6]}-{code[6:]}"))
    assert "Type the nine numbers of your code" in said[1]
    assert "One thing after another" in said[2]


def test_a_wrong_code_is_told_and_may_be_typed_again(told: Told, tmp_path: Path) -> None:
    told(1)
    code = code_in(tmp_path)
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    said = [flat(block) for block in blocks(told(2, "12", "", wrong, "?", "", "abc", 0))]
    assert said[2].startswith("That was not a code of nine numbers.")
    assert said[3] == said[2]
    assert said[4].startswith("One of those numbers does not fit.")
    assert "Type all nine numbers" in said[5]
    assert said[6].startswith("One of those numbers")
    assert said[7].startswith("That was not a code")
    assert "1: Start" in said[8]


def test_forgetting_asks_first_and_removes_everything(told: Told, tmp_path: Path) -> None:
    told(1)
    code = code_in(tmp_path)
    said = told(2, code, "-", 1, "", 1, 1, 2, "123456788", code, "", "")
    assert "Do you want us to forget you?" in said
    assert "not the code of this visit" in flat(said)
    assert "It is gone" in said
    assert "go on later with your code" not in said
    assert not list((tmp_path / "learners").glob("*.json*"))


def test_done_leads_back_to_the_welcome(told: Told) -> None:
    said = blocks(told(1, "", "-", ""))
    assert "1: Start" in said[4]
    assert "your code:" not in said[-1]


def test_words_and_about_lead_back_to_the_map(told: Told) -> None:
    said = blocks(told(1, "", "?", 2, "", "?", 3, "", ""))
    assert "tannin: A bitter part of the leaf. Milk makes it milder." in flat(said[4])
    assert "1: Making tea" in said[5]
    assert "About this course" in said[7]
    assert "It is not medical advice" in said[8]
    assert "1: Making tea" in said[9]


def test_it_is_told_once_that_nothing_can_be_saved(told: Told, tmp_path: Path) -> None:
    (tmp_path / "learners").write_text("in the way")
    said = told(1, "", "", "", "", "")
    assert "This machine cannot save right now" in said
    assert "your code:" not in said


def test_from_welcome_to_finish_every_line_is_plain(told: Told, tmp_path: Path) -> None:
    told(1)
    typed = [choice.sign for choice in way(shadow_of(tmp_path, TEA, tmp_path / "aside"))]
    said = told(2, code_in(tmp_path), *typed, "", "")
    assert "You have reached the end" in said
    # The fixture's own texts hold no other characters.
    assert re.fullmatch(r"[\n\x20-\x7e]*", said)
    assert all(len(line) <= WIDTH or "https://" in line for line in said.split("\n"))
