"""What the course did, on a terminal: the plan, the two arms, and how they differ, in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from course.content.model import Course
from course.reports.evaluation import (
    LEAST,
    ArmFigures,
    Difference,
    answers,
    arm_figures,
    difference,
)
from course.reports.formatting import NONE, percent, shown
from course.reports.small_cells import HIDDEN, SMALL, Cell, protect, protect_total
from course.reports.small_cells import LEAST as LEAST_SHOWN
from course.visit.evaluation import ARMS, LAST, plan_of
from progress.tally import Counted

WIDTH = 79
_LABEL = 41
_CELL = 19
_FLOW = {
    "allocated": "Allocated",
    "not there": "  not at the end of the course (yet)",
    "not begun": "  did not begin the questions (yet)",
    "not finished": "  began them, did not finish (yet)",
    "interrupted": "  finished them, but not at one sitting",
    "analysed": "  analysed",
    "course": "Took the whole course",
}
_NO_DAY = "No day is kept, neither of the plan nor of any visit."
_LEFT = (
    "Whoever leaves before the end of the course is never asked, and so is not counted among those "
    "who took the course first. The difference is that of people who stay to the end."
)
_SMALL = (
    "Groups of 1 to 10 people are shown as <11. A range or the word hidden stands where a number "
    "would give such a group away. --small-cells shows everything."
)


def lines(
    course: Course, kept: Mapping[str, Counted], is_on: bool, small_cells: bool
) -> Iterator[str]:
    """The whole report, line by line. `kept` are the counts by the mark of their plan; the course
    is in its original language, and `is_on` says whether the clinic asks in it by chance now."""
    yield f"{course.title}: what the course does"
    if not is_on:
        yield from _wrapped("The clinic's settings do not ask by chance now: nobody is counted.")
    now = plan_of(course)
    if course.evaluation:
        yield from ("", "THE PLAN OF NOW", *_plan(now.mark, now.text))
        if now.mark in kept:
            texts = {
                f"{module}/{name}": course.module(module).question(name).ask
                for module, name in course.evaluation
            }
            yield from _figures(kept[now.mark].counts, texts, small_cells)
        else:
            yield from ("", "Nobody is counted under this plan yet.")
    for mark, old in kept.items():
        if mark != now.mark or not course.evaluation:
            yield from ("", "", "ANOTHER PLAN, under which nobody is counted now")
            yield from _plan(mark, old.plan)
            yield from _figures(old.counts, {}, small_cells)
    if not small_cells:
        yield from ("", *_wrapped(_SMALL))


def _plan(mark: str, text: str) -> Iterator[str]:
    yield f"SHA-256: {mark}"
    for line in text.splitlines():
        yield from textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="    ")
    yield f"  {_NO_DAY}"


def _figures(
    counts: Mapping[str, int], texts: Mapping[str, str], small_cells: bool
) -> Iterator[str]:
    answered = answers(counts)
    arms = [arm_figures(name, counts, len(answered)) for name in ARMS]
    flows = [_flow(arm, small_cells) for arm in arms]
    yield from ("", _row("", "questions first", "course first"))
    for name, label in _FLOW.items():
        yield _row(label, *(shown(flow.get(name)) for flow in flows))
    yield _row("Right, of those analysed", *(_share(arm, small_cells) for arm in arms))
    yield ""
    yield from _wrapped(_difference(difference(*arms)))
    yield from _wrapped(_LEFT)
    yield from ("", _row("RIGHT, OF ALL WHO ANSWERED", "questions first", "course first"))
    for name in (*texts, *(each for each in sorted(answered) if each not in texts)):
        yield textwrap.shorten(f"{name}: {texts.get(name, '')}".rstrip(": "), WIDTH)
        by_arm = answered.get(name, {})
        yield _row("", *(_right(by_arm.get(arm, {}), small_cells) for arm in ARMS))


def _flow(arm: ArmFigures, small_cells: bool) -> dict[str, Cell]:
    """How many came how far, as a CONSORT diagram has it: the parts add up to those allocated."""
    gone = {"not begun": arm.allocated - arm.began}
    if arm.name == LAST:
        gone = {"not there": arm.allocated - arm.course, "not begun": arm.course - arm.began}
    parts = {
        **gone,
        "not finished": arm.began - arm.finished,
        "interrupted": arm.finished - arm.analysed,
        "analysed": arm.analysed,
    }
    took: Cell
    if small_cells:
        return {"allocated": arm.allocated, **parts, "course": arm.course}
    shown_parts = protect(arm.allocated, parts)
    if arm.name == LAST:
        # Beside the number of those who are not there it must tell nothing more.
        took = arm.course if isinstance(shown_parts["not there"], int) else HIDDEN
    else:
        took = protect(arm.allocated, {"course": arm.course, "": arm.allocated - arm.course})[
            "course"
        ]
    return {"allocated": protect_total(arm.allocated), **shown_parts, "course": took}


def _share(arm: ArmFigures, small_cells: bool) -> str:
    if arm.mean is None:
        return NONE
    if arm.analysed < LEAST_SHOWN and not small_cells:
        return SMALL
    return f"{100 * arm.mean:.1f} %"


def _difference(found: Difference | None) -> str:
    if found is None:
        return (
            f"There are too few people to tell what the course does: it takes at least {LEAST} who "
            "were analysed in each half, and in each some who had more right than others."
        )
    said = (
        f"Of 100 answers, {_more(found.value)} were right where people had taken the course first. "
        f"Its 95 % interval is from {_more(found.low)} to {_more(found.high)}: of 100 such "
        "evaluations, about 95 give an interval that holds what the course really does."
    )
    if found.low <= 0 <= found.high:
        return f"{said} No difference at all is in the interval too, so this may be chance."
    return said


def _more(share: float) -> str:
    return f"{abs(100 * share):.1f} {'fewer' if share < 0 else 'more'}"


def _right(results: Mapping[str, int], small_cells: bool) -> str:
    parts = {name: results.get(name, 0) for name in ("right", "wrong", "unsure")}
    asked = sum(parts.values())
    if not asked:
        return NONE
    right = parts["right"] if small_cells else protect(asked, parts)["right"]
    of: Cell = asked if small_cells else protect_total(asked)
    share = percent(right, of)
    return f"{shown(right)} of {shown(of)}" + (f" ({share})" if share.endswith("%") else "")


def _row(label: str, *cells: str) -> str:
    return (f"{label:<{_LABEL}}" + "".join(f"{cell:>{_CELL}}" for cell in cells)).rstrip()


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)
