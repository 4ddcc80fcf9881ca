"""About how many of a hundred: what is asked, what is said to it, and what an author may not do."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.kinds.questions import Estimate
from course.content.kinds.said import Word
from tests.paths import TEA
from tests.unit.content.course_edits import change, found
from tests.unit.content.kinds.test_questions import Tried

ASKED = loader.load(TEA).module("trying").question("with-green-tea")
SOUND = """\
questions:
  - id: swim
    kind: estimate
    ask: Of 100 people in town, about how many can swim?
    of: 100
    counts: people
    ranges:
      - {from: 0, to: 30, because: "It is about half. [^book]"}
      - {from: 31, to: 60, right: true, because: "About 50 of them can swim. [^book]"}
      - {from: 61, to: 100, because: "So many can swim by the lake. [^book]"}
    hint: Where do more people learn it, by the lake or in town?
    page: swimmers
"""


@pytest.fixture
def asked(sound: Path) -> Path:
    change(sound, "en/more.yaml", "questions:\n", SOUND)
    return sound


def test_it_is_asked_in_the_order_of_the_numbers_at_every_visit() -> None:
    assert isinstance(ASKED, Estimate)
    for visit in ("482719360", "482719361"):
        texts = [each.text for each in ASKED.arranged(visit)]
        assert texts == [
            Word("estimate.range", {"start": a, "end": b, "of": 100, "counts": "people [mmol]"})
            for a, b in ((0, 20), (21, 50), (51, 100))
        ]


def test_one_range_is_right_and_each_has_its_reason() -> None:
    keys = [each.key for each in ASKED.offered()]
    assert [ASKED.grade(key) for key in keys] == ["right", "wrong", "wrong"]
    assert [ASKED.reason(key)[:9] for key in keys] == ["About 8 o", "Fewer do.", "So many t"]
    assert ASKED.solution().texts == ASKED.chosen(keys[0])
    with pytest.raises(KeyError):
        ASKED.grade("00000000")


def test_it_is_asked_twice_and_then_told() -> None:
    right, low, _ = (each.key for each in ASKED.offered())
    first = ASKED.standing([Tried(low, "wrong")])
    assert not first.done
    assert ASKED.standing([Tried(right, "right")]).known
    late = ASKED.standing([Tried(low, "wrong"), Tried(right, "right")])
    assert (late.done, late.known) == (True, False)
    told = ASKED.standing([Tried(low, "wrong"), Tried(low, "wrong")])
    assert (told.done, told.known) == (True, False)


def test_a_sound_one_passes_the_check(asked: Path) -> None:
    assert found(asked) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "from: 31",
            "from: 30",
            "60:16: This range begins at 30, and the one before it ends at 30. Write them from the "
            "lowest to the highest, no number in two of them.",
        ),
        (
            "from: 61, to: 100",
            "from: 31, to: 50",
            "61:16: This range begins at 31, and the one before it ends at 60. Write them from the "
            "lowest to the highest, no number in two of them.",
        ),
        (
            "from: 0, to: 30",
            "from: 30, to: 0",
            "59:16: This range does not go up, from 30 to 0. Write the smaller number under "
            '"from", the larger one under "to".',
        ),
        (
            "right: true, ",
            "",
            '53:5: None of the ranges is right. Add "right: true" to the right range.',
        ),
        (
            "to: 30, ",
            "to: 30, right: true, ",
            '60:35: More than one range of this question is right. Keep "right: true" at one of '
            "them.",
        ),
        ('to: 30, because: "It is about half. [^book]"', "to: 30", 'The key "because" is missing'),
        ("of: 100", "of: 50", '"50" cannot stand here. Use "100".'),
        ("to: 100,", "to: 101,", '"to" cannot be "101". Write a whole number from 0 to 100'),
        ("    counts: people\n", "", 'The key "counts" is missing here. Add it.'),
        (
            '      - {from: 61, to: 100, because: "So many can swim by the lake. [^book]"}\n',
            "",
            '"ranges" has 2 items. At least 3 are needed.',
        ),
    ],
)
def test_what_an_author_may_not_do(asked: Path, old: str, new: str, said: str) -> None:
    change(asked, "en/more.yaml", old, new)
    (problem,) = found(asked)
    assert said in problem
