"""Figures from very many values without keeping the values: medians and a correlation."""

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
        return (self._at((self.total - 1) // 2) + self._at(self.total // 2)) / 2

    def _at(self, rank: int) -> int:
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

    def add(self, x: float, y: float) -> None:
        """One pair more."""
        self.total += 1
        self._x += x
        self._y += y
        self._xx += x * x
        self._yy += y * y
        self._xy += x * y

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
