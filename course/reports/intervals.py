"""Between which bounds a figure lies that only some people have told of: what keeps a report from
calling chance a fault.

`z` is how many standard errors a bound stands off, as `strictness` gives it.
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import NamedTuple

from course.reports.statistics import Moments

ERROR = 0.05
"""How often a report on a course without a fault may name one all the same."""


class Between(NamedTuple):
    """The two bounds; what they are of lies between them, but for chance."""

    low: float
    high: float


def strictness(looks: int) -> float:
    """The `z` that each of so many looks needs for all together to err as seldom as `ERROR`.

    The sum of the chances bounds the chance of any (C. E. Bonferroni, 1936). Whoever looks at a
    hundred things one by one would else find five of them strange by chance.
    """
    return NormalDist().inv_cdf(1 - ERROR / max(looks, 1))


def share(part: int, whole: int, z: float) -> Between:
    """Of a share, from 0 to 1, of which a part of the whole was seen; nothing seen bounds nothing.

    E. B. Wilson, Journal of the American Statistical Association 22, 209-212 (1927): other than the
    usual interval it holds for few people and for shares near 0 and 1.
    """
    if not whole:
        return Between(0.0, 1.0)
    seen, weight = part / whole, z * z / whole
    middle = (seen + weight / 2) / (1 + weight)
    wide = z / (1 + weight) * math.sqrt(seen * (1 - seen) / whole + weight / (4 * whole))
    # Of nobody, or of all, rounding would leave a bound some 1e-17 off.
    return Between(max(0.0, middle - wide) if part else 0.0, middle + wide if part < whole else 1.0)


def correlation(r: float, people: int, z: float) -> Between:
    """Of a correlation, from -1 to 1; fewer than four people bound nothing.

    R. A. Fisher, Metron 1, 3-32 (1921): the inverse hyperbolic tangent of r is about normal, with
    a standard error of 1 / sqrt(n - 3).
    """
    if people < 4:
        return Between(-1.0, 1.0)
    middle = math.atanh(max(-0.999999, min(0.999999, r)))
    wide = z / math.sqrt(people - 3)
    return Between(math.tanh(middle - wide), math.tanh(middle + wide))


def lead(one: Moments, other: Moments, z: float) -> float:
    """By how much the mean of one group is above that of another, at least.

    B. L. Welch, Biometrika 34, 28-35 (1947): each group has a spread of its own. A group of fewer
    than two, or where nothing spreads, says nothing: minus infinity.
    """
    error = one.error**2 + other.error**2
    if min(one.total, other.total) < 2 or not error:
        return -math.inf
    return one.mean - other.mean - z * math.sqrt(error)


def ranks_of_median(people: int, z: float) -> tuple[int, int]:
    """The ranks, counted from 0, between whose values the median of everybody lies.

    Half of all are below it, so how many of those seen are is binomial (W. R. Thompson, Annals of
    Mathematical Statistics 7, 122-128, 1936).
    """
    wide = z * math.sqrt(people) / 2
    return max(0, math.floor(people / 2 - wide)), min(people - 1, math.ceil(people / 2 + wide))
