"""An evaluation by chance, press by press: in two languages, and at a kiosk."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from course.clinic import Clinic
from course.content import loader
from course.content.compiled import Library
from course.content.kinds.questions import Choice
from course.flow.kiosk import KioskNavigator
from course.flow.navigator import Navigator
from course.kiosk.policy.pin import Tries
from course.views.press import Spot
from course.visit.evaluation import FILE, FIRST, LAST, Arm, plan_of
from course.visit.reception import Reception
from progress.tally import Tally
from tests.answers import right_answer
from tests.desk import navigator_for
from tests.paths import MODULES
from tests.unit.flow.fake_staff import FakeStaff
from tests.unit.flow.walking import press

CHANCE = Clinic(evaluation="randomised")


@pytest.fixture
def folder(folder: Path) -> Path:
    file = folder / "course.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}evaluation: [making/cold-water]\n", encoding="utf-8")
    return folder


def begun(open_one: Callable[[], Navigator], folder: Path, arm: Arm, *before: str) -> Navigator:
    """Somebody who begins in an arm, in the language that is pressed before."""
    plan = plan_of(loader.load(folder, "en"))
    for _ in range(200):
        navigator = open_one()
        press(navigator, *before, Spot.START, Spot.NEXT)
        if plan.arm(navigator.visit.record.code) == arm:
            return navigator
    raise AssertionError("nobody comes into this arm")


def counts(tmp_path: Path) -> dict[str, dict[str, int]]:
    """What is counted, by the mark of the plan."""
    return {mark: each.counts for mark, each in Tally(tmp_path / FILE).read().items()}


def key(navigator: Navigator, *, right: bool) -> str:
    question = navigator.visit.question
    assert isinstance(question, Choice)
    return next(each.key for each in question.options if each.right == right)


def to_the_end(navigator: Navigator) -> None:
    """All that nobody may skip, every question right, up to what comes then."""
    visit = navigator.visit
    while (module := visit.achieved.upcoming) is not None:
        visit.enter(module.id)
        while visit.place.module == module.id:
            question = visit.question
            if question is None or visit.feedback or not question.is_graded:
                visit.next()
                continue
            part = question.next_part(visit.achieved.tries(visit.module, question))
            visit.answer(right_answer(question, part.key))
    # The visit went on without a press.
    press(navigator, Spot.HELP, Spot.BACK)


def test_both_languages_are_counted_under_the_plan_of_the_original(
    folder: Path, tmp_path: Path
) -> None:
    for language in ("en", "es"):
        begun(lambda: navigator_for(folder, tmp_path / "learners", CHANCE), folder, FIRST, language)
    assert [*counts(tmp_path)] == [plan_of(loader.load(folder, "en")).mark]


def test_what_was_answered_in_one_language_is_told_in_the_other(
    folder: Path, tmp_path: Path
) -> None:
    navigator = begun(lambda: navigator_for(folder, tmp_path / "learners", CHANCE), folder, LAST)
    to_the_end(navigator)
    assert press(navigator, key(navigator, right=False)).layout == "feedback"
    told = press(navigator, Spot.HELP, "es", Spot.BACK)
    question = loader.load(folder, "es").module("making").question("cold-water")
    assert isinstance(question, Choice)
    assert told.verdict is not None
    assert told.verdict.chose == (next(o.text for o in question.options if not o.right),)
    (found,) = counts(tmp_path).values()
    assert found[f"{LAST}/making/cold-water/wrong"] == found[f"{LAST}/right-0"] == 1
    assert press(navigator, Spot.NEXT).layout == "finish"


def test_who_goes_back_from_the_code_is_counted_once(folder: Path, tmp_path: Path) -> None:
    navigator = navigator_for(folder, tmp_path / "learners", CHANCE)
    for _ in range(4):
        press(navigator, Spot.START, Spot.BACK)
    assert counts(tmp_path) == {}
    press(navigator, Spot.START, Spot.NEXT)
    (found,) = counts(tmp_path).values()
    assert sum(found.values()) == 1


def test_at_a_kiosk_nothing_of_the_answers_outlasts_the_person(tmp_path: Path) -> None:
    library = Library(MODULES, None)

    def desk() -> Reception:
        learners = tmp_path / "learners"
        return Reception(
            lambda each: library.edition(each).course,
            library.languages,
            learners,
            evaluation=CHANCE.evaluation,
        )

    def come() -> Navigator:
        tries = Tries(tmp_path / "tries", lambda: 0.0)
        kiosk = KioskNavigator(library, CHANCE, desk, FakeStaff(), tries)
        kiosk.come()
        return kiosk

    kiosk = begun(come, MODULES, FIRST)
    code = kiosk.visit.record.code
    asked = press(kiosk, key(kiosk, right=False))
    kiosk.leave()
    file = json.loads((tmp_path / "learners" / f"{code}.json").read_text(encoding="utf-8"))
    assert file["answers"] == {}
    assert isinstance(kiosk, KioskNavigator)
    kiosk.come()
    assert press(kiosk, Spot.CODE, *code) == asked
    while kiosk.view().layout == "question":
        press(kiosk, key(kiosk, right=True))
    assert kiosk.view().layout == "way"
    (found,) = counts(tmp_path).values()
    assert found[f"{FIRST}/began"] == found[f"{FIRST}/finished"] == 1
    assert not any("/right-" in name for name in found)
