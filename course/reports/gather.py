"""Reading every kept visit, one at a time, into sums whose size does not grow with the visits."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from course.content.model import Course
from course.learners.counts import Counts
from course.learners.scan import Scan
from course.learners.visits import Item, Way, tries
from course.reports.statistics import Correlation, Histogram
from course.visit.route import ROUNDS
from progress.learners import resting_place
from progress.snapshot import Snapshot

LONGEST_ANSWER = 60 * 60
"""Seconds. Whoever takes longer counts as taking this long."""
LONGEST_MODULE = 4 * 60 * 60
"""Seconds, likewise."""


class Kept:
    """What the visits that are still kept say; each is added and then let go."""

    def __init__(self, course: Course) -> None:
        self.counts = Counts()
        self.unreadable = 0
        """Files that are damaged, newer or not ours, and are left out."""
        self.seconds: dict[Item, Histogram] = defaultdict(lambda: Histogram(LONGEST_ANSWER))
        """From when an item was shown to its first answer."""
        self.module_seconds: dict[str, Histogram] = defaultdict(lambda: Histogram(LONGEST_MODULE))
        """Of those who finished the module."""
        self.item_rest: dict[Item, Correlation] = defaultdict(Correlation)
        """Being right on the first try, against the share of the other items right there.

        This is the corrected item-total correlation (S. Henrysson, Correction of item-total
        correlations in item analysis, Psychometrika 28, 211-218, 1963): the item itself is left
        out of the total, for it would correlate with itself. People see different numbers of
        items, so the total is a share; where all answer everything that changes nothing. Neither
        a safe choice nor `not sure` counts as right. The rounds before and after the course ask
        questions of the course again and are left out.
        """
        self._way = Way(course)

    def add(self, visit: Snapshot) -> None:
        """One visit more."""
        visit = self._way.in_todays_names(visit)
        self.counts.add_visit(visit, self._way)
        scores: dict[Item, bool] = {}
        for item, tried in tries(visit).items():
            self.seconds[item].add(tried[0].seconds)
            if item.module not in ROUNDS:
                scores[item] = tried[0].result == "right"
        total = sum(scores.values())
        for item, score in scores.items():
            if len(scores) > 1:
                self.item_rest[item].add(score, (total - score) / (len(scores) - 1))
        for module in self._way.started(visit):
            if module.finished:
                self.module_seconds[module.module].add(module.seconds)


def gather(folder: Path, course: Course) -> Kept:
    """Everything that is kept in `folder`, and of those who rest before they are counted.

    What cannot be read is counted. Changes nothing. Raises CourseError if a folder cannot be read.
    """
    kept = Kept(course)
    for each in (folder, resting_place(folder)):
        scan = Scan(each, "Reading")
        for _, visit in scan.visits():
            kept.add(visit)
        kept.unreadable += scan.unreadable
    return kept
