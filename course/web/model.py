"""A page for a browser before it is written: its sections, where each press leads, and when."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from course.views.model import View
from course.views.press import Press


class When(Struct, frozen=True):
    """What has to be known of a person for something to show; nothing, if all is empty.

    Facts have the name of a kind before them: `own:knee` is the place of their own shot,
    `missed:risks/fever` a question that they did not get right at first. A question is `open` as
    long as its point is not known, and then `sure`. `tried:risks/fever/home` is an answer of just
    now, `done:risks` a part whose end was reached.
    """

    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()


ALWAYS = When()


class Way(Struct, frozen=True):
    """Where a press leads."""

    to: str
    """The id of a section."""
    when: When = ALWAYS
    then: str = ""
    """Where whatever returns from there leads to; empty where nothing returns."""
    returns: bool = False
    """Whether it leads to where the section was opened; `to` is one of these places."""


Ways = dict[Press, tuple[Way, ...]]
"""By each press all that it can lead to. The first counts of those that go for a person."""


class Face(Struct):
    """How a section looks to some people."""

    view: View
    ways: Ways
    owns: frozenset[str]
    """Those with their own shot in one of these places; an empty name is of who does not know."""


class Told(Struct, frozen=True):
    """What coming to a section tells of a person."""

    question: str = ""
    """The question of which a section is told: its module, a slash and its id."""
    answer: str = ""
    """The key of the answer to it."""
    result: str = ""
    """`sure` or `missed`: it counts if it is the first of that question."""
    later: tuple[str, ...] = ()
    """The questions whose points are known too, once this one is right at first."""
    is_begun: bool = False
    """Whether that question is asked from its start."""
    done: str = ""
    """The part that ends here."""


NOTHING = Told()


class Section(Struct):
    """One of the sections of a page."""

    id: str
    faces: list[Face]
    place: str = ""
    """The module and the page or question that it is of, with a slash between."""
    told: Told = NOTHING
    order: tuple[str, ...] = ()
    """Of a question for an order: the keys of its steps. Its answers are these, with commas."""
    answers: dict[str, tuple[Way, ...]] = field(default_factory=dict)
    """Of such a question: where answers lead to. One that is not there is like the one that
    begins like it for the longest."""

    @property
    def owns(self) -> frozenset[str]:
        """All who come by."""
        return frozenset().union(*(face.owns for face in self.faces))


def facts(kind: str, names: Iterable[str]) -> tuple[str, ...]:
    """The facts of a kind, in the order of their names."""
    return tuple(f"{kind}:{name}" for name in sorted(names))


def for_some(owns: frozenset[str], every: frozenset[str]) -> When:
    """For those of `every` who have their own shot in one of some places."""
    if owns == every:
        return ALWAYS
    if "" in owns:
        return When(none_of=facts("own", every - owns))
    return When(any_of=facts("own", owns))
