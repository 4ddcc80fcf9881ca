"""Figures from very many values without keeping the values: medians, means and correlations."""

from __future__ import annotations

import math
from collections import Counter


class Histogram:
    """How often each whole number was seen; what exceeds `most` counts as `most`.

    Its size does not grow with the number of values. The median is exact below `most`.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._seen: Counter[int] = Counter()
        self.total = 0

    def add(self, value: int) -> None:
        """One value more, 0 or greater."""
        self._seen[min(value, self._most)] += 1
        self.total += 1

    def median(self) -> float | None:
        """The middle value, or the mean of the two middle ones; None without values."""
        if not self.total:
            return None
        return (self.at((self.total - 1) // 2) + self.at(self.total // 2)) / 2

    def at(self, rank: int) -> int:
        """The value with this rank, the lowest having rank 0; the rank is less than `total`."""
        below = 0
        for value in sorted(self._seen):
            below += self._seen[value]
            if below > rank:
                return value
        raise AssertionError("a rank is less than the total")


class Correlation:
    """Pearson's correlation of pairs, from running sums."""

    def __init__(self) -> None:
        self.total = 0
        self._x = self._y = self._xx = self._yy = self._xy = 0.0

    def add(self, x: float, y: float, times: int = 1) -> None:
        """A pair more, or the same several times."""
        self.total += times
        self._x += times * x
        self._y += times * y
        self._xx += times * x * x
        self._yy += times * y * y
        self._xy += times * x * y

    def value(self) -> float | None:
        """Between -1 and 1; None where one side never varies.

        r = (n Sxy - Sx Sy) / sqrt((n Sxx - Sx^2) (n Syy - Sy^2)), the product-moment formula
        (K. Pearson, Proc. R. Soc. Lond. 58, 240-242, 1895) in sums.
        """
        n = self.total
        spread_x = n * self._xx - self._x**2
        spread_y = n * self._yy - self._y**2
        # Rounding leaves some 1e-16 of n squared where there is no spread at all.
        if min(spread_x, spread_y) <= 1e-9 * max(n, 1):
            return None
        r = (n * self._xy - self._x * self._y) / math.sqrt(spread_x * spread_y)
        return max(-1.0, min(1.0, r))


class Moments:
    """How many values there were, their mean, and how sure it is."""

    def __init__(self) -> None:
        self.total = 0
        self._sum = self._squares = 0.0

    def add(self, value: float) -> None:
        """One value more."""
        self.total += 1
        self._sum += value
        self._squares += value * value

    @property
    def mean(self) -> float:
        """Their mean; there must be one."""
        return self._sum / self.total

    @property
    def error(self) -> float:
        """The standard error of the mean; 0 below two values."""
        if self.total < 2:
            return 0.0
        variance = (self._squares - self._sum**2 / self.total) / (self.total - 1)
        return math.sqrt(max(0.0, variance) / self.total)


class Discrimination:
    """How well a question tells people who know the rest from people who do not.

    As Moodle's quiz statistics define it (docs.moodle.org/dev/Quiz_statistics_calculations, and
    `question/classes/statistics/questions/calculator.php` in its source):

    - the discrimination index is the correlation between the mark for the question and the marks
      for all the others. It is the corrected item-total correlation (S. Henrysson, Psychometrika
      28, 211-218, 1963): the question itself is left out of the total, for it would correlate with
      itself;
    - the discriminative efficiency is that covariance divided by the greatest that these marks
      allow, which they have if both are sorted. A question that nearly everybody gets right cannot
      correlate much with anything; the efficiency makes up for that.

    Adapted to a course where nobody is marked and people may leave at any time:

    - A question is tried until it is right, so the last mark would be full for everybody. What
      counts is the first try, as Moodle counts the first attempt: 1 if right, else 0.
    - People are asked different numbers of questions. Moodle's sum of marks would call whoever left
      early a person who knows little; here it is a mean, over the others that the person answered.
      Where all answer everything, both give the same.
    """

    def __init__(self) -> None:
        self._pairs = Correlation()
        self._right = 0
        self._rests: Counter[int] = Counter()
        """How often each share of the others was right, in percent: these are few, however many
        people there are."""

    def add(self, is_right: bool, rest: float) -> None:
        """One person more; `rest` is the share that they had right of the others, 0 to 1."""
        self._pairs.add(is_right, rest)
        self._right += is_right
        self._rests[round(100 * rest)] += 1

    @property
    def total(self) -> int:
        """How many people there were."""
        return self._pairs.total

    def index(self) -> float | None:
        """The discrimination index, -1 to 1; None where one side never varies."""
        return self._pairs.value()

    def best(self) -> float | None:
        """The greatest index that these marks allow, 0 to 1; None as above."""
        sorted_ = Correlation()
        wrong = self.total - self._right
        for rest, people in sorted(self._rests.items()):
            low = min(people, wrong)
            wrong -= low
            sorted_.add(False, rest, low)
            sorted_.add(True, rest, people - low)
        return sorted_.value()

    def efficiency(self) -> float | None:
        """The discriminative efficiency, -1 to 1; None as above."""
        index, best = self.index(), self.best()
        return index / best if index is not None and best else None
