"""A signature of the shipped course, after whatever becomes of its words."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from tests.content.chance_edits import ByChance
from tests.content.dangerous_edits import dangers
from tests.content.edited import Shipped, errors, marked

SEED = 20261127


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return Shipped()


def test_reading_it_once_more_finds_nothing_changed(shipped: Shipped) -> None:
    assert marked(Shipped().edition) == shipped.mark
    as_it_was = {file: shipped.root(file) for file in shipped.files}
    assert marked(shipped.edited(as_it_was)) == shipped.mark


@pytest.mark.parametrize("count", [40, pytest.param(500, marks=pytest.mark.slow)])
def test_each_edit_by_chance_is_found(shipped: Shipped, count: int) -> None:
    """Those that break the course do not count: it does not open with them."""
    opens = (made for made in ByChance(shipped, SEED).edits() if marked(made.edition))
    made = list(islice(opens, count))
    print(Counter(each.kind for each in made))
    missed = [each.what for each in made if marked(each.edition) == shipped.mark]
    assert missed == []
    assert len(made) == count


def test_each_dangerous_edit_is_found(shipped: Shipped) -> None:
    """Or it breaks the course, which then does not open."""
    made = [*dangers(shipped, SEED, of_each=45)]
    assert len(made) >= 300
    missed = [each.what for each in made if marked(shipped.edited(each.files)) == shipped.mark]
    assert missed == []


@pytest.mark.slow
def test_what_the_check_stops_without_a_signature(
    shipped: Shipped, capsys: pytest.CaptureFixture[str]
) -> None:
    """By kind. It holds what to do for a danger sign, medicines, and numbers that were read; it
    cannot know what else is true: so one signs."""
    known = errors(shipped.edited({}))
    stopped: dict[str, list[bool]] = {}
    for each in dangers(shipped, SEED, of_each=45):
        found = errors(shipped.edited(each.files)) - known
        stopped.setdefault(each.kind, []).append(bool(found))
    with capsys.disabled():
        for kind, each_of in stopped.items():
            print(f"{kind}: {sum(each_of)} of {len(each_of)}")
    share = {kind: sum(each_of) / len(each_of) for kind, each_of in stopped.items()}
    assert share["two levels swapped"] > 0.9
    assert share["two medicines swapped"] > 0.7
    assert share["a number changed"] > 0.6
    every = [each for each_of in stopped.values() for each in each_of]
    assert sum(every) > 0.45 * len(every)
