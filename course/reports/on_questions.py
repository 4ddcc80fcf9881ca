"""What may be wrong with a question, from how people answered it at the first try.

Each rule looks at one item, and names it only where the whole interval of what it looks at lies on
the wrong side of a bound: so it tells of what is large, and of small things only once many people
have told of them. The bounds are shares of people.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from course.content.kinds.questions import Question
from course.learners.counts import ItemCount
from course.reports import intervals
from course.reports.gather import RIGHT
from course.reports.statistics import Discrimination, Moments

HARMFUL = 0.1
"""Who chose too little care, or another answer that must be put right."""
DRAWN = 0.4
"""Who took the same wrong answer. Of four answers, a guess draws a quarter."""
KEYED_WRONG = 0.25
"""Likewise, where those who did so know more of the rest than those who were right."""
LIKELIER = 1.645
"""The `z` that leaves one chance in twenty."""
UNSURE = 0.35
FEW = 0.35
"""Who were right."""
USELESS = 0.05
"""Who took a wrong answer: below that it does no work (T. M. Haladyna, S. M. Downing, Educational
and Psychological Measurement 53, 999-1010, 1993)."""
EASY = 0.95
"""Who were right: Moodle calls that extremely easy (docs.moodle.org/en/Quiz_report_statistics)."""
DOUBTFUL = 0.15
"""Of the discriminative efficiency. Moodle marks questions below that as doubtful
(`is_dubious_question` in `mod/quiz/report/statistics/statistics_table.php` in its source)."""


class Looked(Struct, frozen=True):
    """All that is known of one item."""

    question: Question
    part: str
    count: ItemCount
    discrimination: Discrimination | None
    """Of the visits still kept; None where there is none."""
    others_right: dict[str, Moments]
    """Of these, by the answer that was given."""
    z: float

    def share(self, people: int) -> intervals.Between:
        """Of all who were asked."""
        return intervals.share(people, self.count.asked, self.z)

    @property
    def is_story(self) -> bool:
        """Whether it asks how fast a sign needs help: there, more care than is needed is safe."""
        return "safe" in self.question.results


class Suspicion(Struct, frozen=True):
    """What may be wrong; `causes` has the words for it."""

    cause: str
    people: int
    """Whom it met."""
    of: int
    answer: str = ""
    """The wrong answer that it is about."""


def suspicion(looked: Looked) -> Suspicion | None:
    """The worst thing that may be wrong with an item."""
    return next(filter(None, (rule(looked) for rule in RULES)), None)


def _harmful(looked: Looked) -> Suspicion | None:
    taken = {
        answer: people
        for answer, people in looked.count.chosen.items()
        if looked.question.must_be_put_right(answer)
    }
    people = sum(taken.values())
    if looked.share(people).low <= HARMFUL:
        return None
    cause = "missed-sign" if looked.is_story else "harmful-answer"
    return Suspicion(cause, people, looked.count.asked, _most(taken))


def _keyed_wrong(looked: Looked) -> Suspicion | None:
    answer = _most(looked.count.chosen)
    people = looked.count.chosen.get(answer, 0)
    took, right = (looked.others_right.get(each) for each in (answer, RIGHT))
    if looked.share(people).low <= KEYED_WRONG or not took or not right:
        return None
    # Where it is certain that all take it, what is left to tell is the likelier cause of it.
    z = LIKELIER if _drawn(looked) else looked.z
    if intervals.lead(took, right, z) <= 0:
        return None
    return Suspicion("wrong-key", people, looked.count.asked, answer)


def _drawn(looked: Looked) -> Suspicion | None:
    answer = _most(looked.count.chosen)
    people = looked.count.chosen.get(answer, 0)
    if looked.share(people).low <= DRAWN or people <= looked.count.right:
        return None
    return Suspicion("all-take-it", people, looked.count.asked, answer)


def _unsure(looked: Looked) -> Suspicion | None:
    people = looked.count.unsure
    if looked.share(people).low <= UNSURE:
        return None
    return Suspicion("nobody-is-sure", people, looked.count.asked)


def _few_know(looked: Looked) -> Suspicion | None:
    count = looked.count
    # Who chose more care than a story needs did nothing wrong.
    known = count.right + count.safe
    if looked.share(known).high >= FEW:
        return None
    return Suspicion("few-know", count.asked - known, count.asked)


def _doubtful(looked: Looked) -> Suspicion | None:
    found = looked.discrimination
    index, best = (found.index(), found.best()) if found else (None, None)
    if looked.is_story or not found or index is None or not best:
        return None
    if intervals.correlation(index, found.total, looked.z).high / best >= DOUBTFUL:
        return None
    return Suspicion("doubtful", looked.count.asked - looked.count.right, looked.count.asked)


def _useless(looked: Looked) -> Suspicion | None:
    count, offered = looked.count, looked.question.offered()
    if looked.question.kind != "choice" or len(offered) < 3:
        return None
    wrong = [each.key for each in offered if looked.question.grade(each.key) == "wrong"]
    for answer in wrong:
        people = count.chosen.get(answer, 0)
        # Where nearly all are right, no wrong answer is taken, and none is worse than the others.
        of_wrong = intervals.share(people, count.wrong, looked.z)
        is_taken = looked.share(people).high >= USELESS or of_wrong.high >= 1 / 3 / len(wrong)
        if not is_taken and not looked.question.must_be_put_right(answer):
            return Suspicion("useless-answer", count.asked, count.asked, answer)
    return None


def _too_easy(looked: Looked) -> Suspicion | None:
    count = looked.count
    if looked.is_story or looked.share(count.right).low <= EASY:
        return None
    return Suspicion("too-easy", count.right, count.asked)


RULES: tuple[Callable[[Looked], Suspicion | None], ...] = (
    _harmful,
    _keyed_wrong,
    _drawn,
    _unsure,
    _few_know,
    _doubtful,
    _useless,
    _too_easy,
)
"""The first that finds something tells of an item: the worst, or what explains most."""


def _most(chosen: dict[str, int]) -> str:
    """The answer that most gave; empty where nobody gave any."""
    return max(chosen, key=lambda answer: (chosen[answer], answer), default="")
