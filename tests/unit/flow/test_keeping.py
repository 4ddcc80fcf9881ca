"""What is kept of a visit, what opens it again, and what forgets it."""

import errno
from pathlib import Path

import pytest

from course.clinic import Clinic
from course.flow.navigator import Navigator
from course.views.model import BigDigits, Plain, View
from course.views.press import Spot
from course.visit.route import FINISH
from progress import files
from tests.desk import navigator_for
from tests.paths import MODULES, TEA
from tests.unit.flow.walking import begun, press


def test_stop_keeps_the_very_page_from_wherever_it_is_pressed(
    tea: Navigator, tmp_path: Path
) -> None:
    press(tea, "making", Spot.NEXT)
    page = tea.view()
    press(tea, Spot.HELP, Spot.WAY, Spot.STOP)
    code = tea.visit.record.code
    press(tea, Spot.NEXT)
    again = navigator_for(TEA, tmp_path / "learners")
    assert press(again, Spot.CODE, *code) == page


def test_one_can_stop_in_the_questions_before_the_course(tmp_path: Path) -> None:
    navigator = navigator_for(MODULES, tmp_path / "learners", Clinic(evaluation="before-after"))
    asked = press(navigator, Spot.START, Spot.NEXT)
    assert asked.layout == "question"
    code = navigator.visit.record.code
    assert press(navigator, Spot.STOP).layout == "code"
    assert press(navigator, Spot.BACK) == asked
    press(navigator, Spot.STOP, Spot.NEXT)
    assert press(navigator, Spot.CODE, *code) == asked


def test_a_wrong_code_says_so_and_keeps_the_digits(tmp_path: Path) -> None:
    navigator = navigator_for(TEA, tmp_path / "learners")
    said = press(navigator, Spot.CODE, *"123456788")
    assert said.layout == "pad"
    trouble, _look, code = said.blocks
    assert isinstance(trouble, Plain)
    assert "does not fit" in trouble.text
    assert code == BigDigits("123 456 788", 0)
    assert press(navigator, Spot.CLEAR).blocks[-1] == BigDigits("___ ___ ___")


def test_forgetting_asks_for_the_code_and_says_that_it_is_gone(
    tea: Navigator, tmp_path: Path
) -> None:
    code = tea.visit.record.code
    press(tea, Spot.STOP, Spot.FORGET)
    assert press(tea, Spot.KEEP).layout == "code"
    asked = press(tea, Spot.FORGET, Spot.FORGET)
    assert asked.layout == "pad"
    said, *_ = press(tea, *"123456788").blocks
    assert isinstance(said, Plain)
    assert "not the code of this visit" in said.text
    assert tea.visiting is not None
    assert press(tea, Spot.CLEAR, *code).title == "It is gone"
    assert press(tea, Spot.NEXT).layout == "first"
    assert tea.visiting is None
    assert not [*(tmp_path / "learners").glob("*.json*")]


def test_what_was_saved_can_be_forgotten_when_nothing_more_can_be_saved(
    tea: Navigator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(tea, "making", Spot.NEXT)
    tea.settle()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "write_new", full)
    press(tea, Spot.NEXT)
    tea.settle()
    press(tea, Spot.NEXT)
    leaving = press(tea, Spot.STOP)
    assert leaving.title == "You can go on later with this code"
    assert leaving.blocks[-1] == Plain(
        "What you did last could not be saved. Everything before that is kept."
    )
    press(tea, Spot.FORGET, Spot.FORGET)
    assert press(tea, *tea.visit.record.code).title == "It is gone"
    assert not [*(tmp_path / "learners").glob("*.json*")]


def test_nothing_is_offered_to_be_forgotten_of_which_there_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "learners").write_text("in the way")
    navigator = begun(navigator_for(TEA, tmp_path / "learners"))
    assert press(navigator, Spot.STOP).cards == ()


def test_it_is_told_once_that_nothing_is_kept(tmp_path: Path) -> None:
    learners = tmp_path / "learners"
    navigator = begun(navigator_for(TEA, learners))
    press(navigator, "making")
    navigator.settle()
    for path in learners.glob("*"):
        path.unlink()
    learners.rmdir()
    learners.write_text("in the way")
    page = press(navigator, Spot.NEXT)
    assert navigator.settle()
    assert navigator.view().title == "We cannot save right now"
    assert press(navigator, Spot.NEXT) == page
    assert not navigator.settle()


def test_what_no_settle_has_kept_is_kept_when_one_stops(tea: Navigator, tmp_path: Path) -> None:
    page = press(tea, "making", Spot.NEXT)
    code = tea.visit.record.code
    press(tea, Spot.STOP, Spot.NEXT)
    again = navigator_for(TEA, tmp_path / "learners")
    assert press(again, Spot.CODE, *code) == page


def test_the_code_shows_only_to_who_asks_for_it(tmp_path: Path) -> None:
    navigator = navigator_for(TEA, tmp_path / "learners")
    first = press(navigator, Spot.START)
    code = navigator.visit.record.code
    assert not _shown(first)
    assert _shown(press(navigator, Spot.MY_CODE)) == code
    assert press(navigator, Spot.NEXT).layout == "way"
    # To stop here is to ask for it.
    assert _shown(press(navigator, Spot.STOP)) == code


def test_at_the_end_it_shows_only_to_who_asks(tea: Navigator) -> None:
    tea.visit.go(FINISH)
    tea.go()
    for _ in range(20):
        if tea.view().layout != "code":
            press(tea, Spot.NEXT)
    assert not _shown(tea.view())
    assert _shown(press(tea, Spot.MY_CODE)) == tea.visit.record.code


def _shown(view: View) -> str:
    """The code that a view shows; empty if it shows none."""
    digits = (block.digits for block in view.blocks if isinstance(block, BigDigits))
    return "".join(digits).replace(" ", "")


def test_back_leads_from_the_code_at_the_start_to_what_can_be_asked(tmp_path: Path) -> None:
    navigator = navigator_for(TEA, tmp_path / "learners")
    first = navigator.view()
    press(navigator, Spot.START)
    assert press(navigator, Spot.BACK) == first
    assert not [*(tmp_path / "learners").glob("*.json")]
    assert press(navigator, Spot.START, Spot.NEXT).layout == "way"


def test_back_hides_a_code_and_the_visit_of_whoever_has_it_stays(tmp_path: Path) -> None:
    navigator = navigator_for(TEA, tmp_path / "learners")
    hidden = press(navigator, Spot.START)
    shown = press(navigator, Spot.MY_CODE)
    assert shown.back is not None
    code = navigator.visit.record.code
    after = press(navigator, Spot.BACK)
    assert (after.blocks, after.back) == (hidden.blocks, None)
    press(navigator, Spot.NEXT)
    navigator.leave()
    assert press(navigator, Spot.CODE, *code).layout == "way"
