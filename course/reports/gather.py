"""Reading every kept visit, one at a time, into sums whose size does not grow with the visits."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from course.content.model import Course
from course.learners.counts import Counts
from course.learners.scan import Scan
from course.learners.visits import Item, Way, tries
from course.reports.gain import Twice
from course.reports.period import Period
from course.reports.statistics import Discrimination, Histogram, Moments
from course.visit.route import AFTER, BEFORE, ROUNDS
from progress.learners import resting_place
from progress.records import Answer
from progress.snapshot import Snapshot

LONGEST_ANSWER = 60 * 60
"""Seconds. Whoever takes longer counts as taking this long."""
LONGEST_MODULE = 4 * 60 * 60
"""Seconds, likewise."""
Step = tuple[str, str]
"""A module, and one of its pages or questions."""
ALL = Period()
RIGHT = "right"


class Kept:
    """What the visits that are still kept say; each is added and then let go."""

    def __init__(self, course: Course, period: Period = ALL) -> None:
        """Of visits that began outside of the period, nothing is added."""
        self.counts = Counts()
        self.period = period
        self.unreadable = 0
        """Files that are damaged, newer or not ours, and are left out."""
        self.seconds: dict[Item, Histogram] = defaultdict(lambda: Histogram(LONGEST_ANSWER))
        """From when an item was shown to its first answer."""
        self.module_seconds: dict[str, Histogram] = defaultdict(lambda: Histogram(LONGEST_MODULE))
        """Of those who finished the module."""
        self.discrimination: dict[Item, Discrimination] = defaultdict(Discrimination)
        """Being right on the first try, against the share of the other items right there.

        Neither a safe choice nor `not sure` counts as right. The rounds before and after the course
        ask questions of the course again and are left out.
        """
        self.others_right: dict[Item, dict[str, Moments]] = defaultdict(
            lambda: defaultdict(Moments)
        )
        """That share by the answer that was given first; `RIGHT` stands for the right one."""
        self.came: Counter[Step] = Counter()
        """How many read a page, answered a question, or had it open last."""
        self.ended: Counter[Step] = Counter()
        """Of these, how many went no further."""
        self.twice: dict[tuple[str, str], Twice] = defaultdict(Twice)
        """By question and wording, those who answered it before the course and after it."""
        self._way = Way(course)

    def add(self, visit: Snapshot) -> None:
        """One visit more."""
        if not self.period.holds(visit):
            return
        visit = self._way.in_todays_names(visit)
        self.counts.add_visit(visit, self._way)
        first = {item: tried[0] for item, tried in tries(visit).items()}
        for item, one in first.items():
            self.seconds[item].add(one.seconds)
            after = first.get(Item(AFTER, *item[1:])) if item.module == BEFORE else None
            if after:
                twice = self.twice[item.question, item.hash]
                twice.add(one.result == "right", after.result == "right")
        self._add_scores({item: one for item, one in first.items() if item.module not in ROUNDS})
        self._add_steps(visit)
        for module in self._way.started(visit):
            if module.finished:
                self.module_seconds[module.module].add(module.seconds)

    def _add_steps(self, visit: Snapshot) -> None:
        came = {(page.module, page.page) for page in visit.pages}
        came |= {(one.module, one.question) for one in visit.answers}
        if end := self._way.ended_at(visit):
            came.add((end.module, end.id))
            self.ended[end.module, end.id] += 1
        self.came.update(came)

    def _add_scores(self, first: dict[Item, Answer]) -> None:
        if len(first) < 2:
            return
        total = sum(one.result == "right" for one in first.values())
        for item, one in first.items():
            is_right = one.result == "right"
            rest = (total - is_right) / (len(first) - 1)
            self.discrimination[item].add(is_right, rest)
            self.others_right[item][RIGHT if is_right else one.choice].add(rest)


def gather(folder: Path, course: Course, period: Period = ALL) -> Kept:
    """All visits of a period in `folder`, and of those who rest before they are counted.

    What cannot be read is counted. Changes nothing. Raises CourseError if a folder cannot be read.
    """
    kept = Kept(course, period)
    for each in (folder, resting_place(folder)):
        scan = Scan(each, "Reading")
        for _, visit in scan.visits():
            kept.add(visit)
        kept.unreadable += scan.unreadable
    return kept
