"""Faults that a course can have, planted into a made-up one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.unit.reports.simulator import Clinic


@dataclass(frozen=True)
class Planted:
    """A fault, as a report should name it."""

    cause: str
    module: str
    id: str


def plant(clinic: Clinic, *causes: str) -> list[Planted]:
    """Plant faults, each somewhere else; one of each if none is named."""
    return [Planted(cause, *FAULTS[cause](clinic)) for cause in causes or FAULTS]


def _missed_sign(clinic: Clinic) -> tuple[str, str]:
    names = ("story-0", "story-1")
    while True:
        module, question, _, habit = clinic.pick(*names)
        if "home" in habit.others:
            habit.known, habit.others = 0.6, {"home": 1.0}
            return module, question


def _harmful_answer(clinic: Clinic) -> tuple[str, str]:
    module, question, _, habit = clinic.pick("choice-1")
    asked = clinic.course.module(module).question(question)
    harmful = next(each for each in habit.others if asked.must_be_put_right(each))
    habit.known, habit.others[harmful] = 0.5, 8.0
    return module, question


def _wrong_key(clinic: Clinic) -> tuple[str, str]:
    """The answer that is right stands as wrong: who knows takes it, who does not may be right."""
    module, question, _, habit = clinic.pick("choice-0")
    really, keyed = next(iter(habit.others)), habit.right
    habit.others = {keyed: 1.0, **{each: 1.0 for each in habit.others if each != really}}
    habit.right, habit.known = really, 0.7
    return module, question


def _all_take_it(clinic: Clinic) -> tuple[str, str]:
    module, question, _, habit = clinic.pick("choice-0")
    habit.known = 0.25
    habit.others[next(iter(habit.others))] = 20.0
    return module, question


def _nobody_is_sure(clinic: Clinic) -> tuple[str, str]:
    module, question, _, habit = clinic.pick("rows")
    habit.known = 0.3
    habit.others = {each: 12.0 if each.endswith("unsure") else 1.0 for each in habit.others}
    return module, question


def _left_at_page(clinic: Clinic) -> tuple[str, str]:
    found = clinic.pick_step("page")
    clinic.leave[found] = 0.35
    return found


def _left_at_question(clinic: Clinic) -> tuple[str, str]:
    found = clinic.pick_step("question")
    clinic.leave[found] = 0.35
    return found


def _useless_answer(clinic: Clinic) -> tuple[str, str]:
    module, question, _, habit = clinic.pick("choice-0")
    habit.known = 0.55
    habit.others[next(iter(habit.others))] = 0.0
    return module, question


def _too_easy(clinic: Clinic) -> tuple[str, str]:
    module, question, _, habit = clinic.pick("choice-0")
    habit.known, habit.slope = 0.99, 0.0
    return module, question


def _too_long(clinic: Clinic) -> tuple[str, str]:
    module = clinic.course.modules[0].id
    # Three times as long as there is to read.
    clinic.seconds[module] = 3 * clinic.written[module]
    return module, ""


FAULTS: dict[str, Callable[[Clinic], tuple[str, str]]] = {
    "missed-sign": _missed_sign,
    "harmful-answer": _harmful_answer,
    "wrong-key": _wrong_key,
    "all-take-it": _all_take_it,
    "nobody-is-sure": _nobody_is_sure,
    "left-at-page": _left_at_page,
    "left-at-question": _left_at_question,
    "useless-answer": _useless_answer,
    "too-easy": _too_easy,
    "too-long": _too_long,
}
"""What each plants, by the cause that the report should name; gives the module and the place."""
