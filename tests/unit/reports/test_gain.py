"""What was gained, over those alone who answered before the course and after it."""

import msgspec
import pytest

from course.content.model import Course
from course.learners.counts import Counts
from course.reports.gain import Twice, gain_figures
from course.reports.gather import Kept
from course.reports.report import report
from progress.records import Answer, Learner
from progress.snapshot import Snapshot

NOON = "2026-11-22T12:00:00Z"


def visit(course: Course, **results: str) -> Snapshot:
    """Somebody who answered the one question before the course, after it, or both."""
    question = course.module("making").question("cold-water")
    answers = tuple(
        Answer(
            module=module,
            question=question.id,
            hash=question.fingerprint,
            choice="a1b2c3d4",
            result="right" if result == "right" else "wrong",
            seconds=3,
            when=NOON,
        )
        for module, result in results.items()
    )
    return Snapshot(Learner(language="en", created=NOON, last_seen=NOON), answers, (), ())


def test_who_answered_once_is_left_out(tea: Course) -> None:
    course = msgspec.structs.replace(tea, evaluation=(("making", "cold-water"),))
    kept = Kept(course)
    for _ in range(40):
        kept.add(visit(course, before="wrong", after="right"))
        kept.add(visit(course, before="right", after="right"))
        # Those who know it stay away, those who do not leave.
        kept.add(visit(course, before="right"))
        kept.add(visit(course, after="wrong"))
    (found,) = report([course], kept, Counts(), small=False).gains
    assert (found.answered_both, found.gain) == (80, 50)
    assert isinstance(found.low, int)
    assert isinstance(found.high, int)
    assert 0 < found.low < 50 < found.high < 100


def told(twice: Twice, small: bool = False) -> tuple[object, object, object]:
    found = gain_figures("aspirin", "0" * 12, "What now?", twice, twice.people, small)
    return found.gain, found.low, found.high


def test_too_few_tell_nothing() -> None:
    assert told(Twice(gained=15, neither=14)) == (None, None, None)
    assert told(Twice(gained=15, neither=15))[0] == 50


def test_a_loss_is_a_gain_below_nothing() -> None:
    gain, low, high = told(Twice(both=30, lost=30, gained=15))
    assert (gain, low, high) == (-20, pytest.approx(-37, abs=2), pytest.approx(-3, abs=2))


def test_a_gain_that_counts_the_others_is_hidden() -> None:
    twice = Twice(gained=39, neither=1)
    assert told(twice) == ("hidden", "hidden", "hidden")
    assert told(twice, small=True)[0] == 98
