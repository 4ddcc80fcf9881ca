"""Choices side by side: what is told of them, and what an author may not leave out."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.kinds.figures import CompareFigure
from course.speech.telling import tell
from course.views.citations import cited
from course.views.model import Drawing
from tests.desk import context_of
from tests.paths import TEA
from tests.unit.content.course_edits import change, found

COURSE = loader.load(TEA)
FIGURE = COURSE.module("trying").page("leaves-or-bags").figure
PAGE = """\
  - id: two
    title: Rain or sea
    figure:
      kind: compare
      caption: Two kinds of water. [^book]
      alt: "Rain tastes sweet and falls. Sea tastes salty and lies still."
      options: [Rain, Sea]
      rows:
        - {label: Taste, cells: [Sweet, Salty]}
        - {label: What it does, cells: [It falls, It lies still]}
questions:
"""


@pytest.fixture
def compared(sound: Path) -> Path:
    change(sound, "en/more.yaml", "questions:\n", PAGE)
    return sound


def test_it_is_told_option_after_option_to_whoever_cannot_see_it() -> None:
    assert isinstance(FIGURE, CompareFigure)
    block = Drawing(FIGURE)
    (group,) = tell((block,), context_of(COURSE).words, {})
    assert [said.text for said in group] == [
        "Picture: Three forms of tea.",
        FIGURE.alt,
        "Loose leaves. Time: 4 minutes. Taste: Full. What is left: Wet leaves.",
        "Tea bags. Time: 2 to 3 minutes. Taste: Plain. What is left: A wet bag.",
        "Powder [mmol]. Time: At once. Taste: Strong, a bit bitter. What is left: Nothing.",
    ]
    assert cited((block,)) == ("kettle-survey", "leaf-handbook")


def test_a_sound_one_passes_the_check(compared: Path) -> None:
    assert found(compared) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "[Rain, Sea]\n      rows:\n        - {label: Taste, cells: [Sweet, Salty]}",
            "[Rain, Sea, Snow]\n      rows:\n        - {label: Taste, cells: [Sweet, Salty, No]}",
            "en/more.yaml:61:40: This row has 2 cells, and the number of options is 3. Give it a "
            "cell for each option; where nothing is known of one, say so.",
        ),
        (
            "[It falls, It lies still]",
            "[It falls, It lies still, and deep]",
            "en/more.yaml:61:40: This row has 3 cells, and the number of options is 2.",
        ),
        ("[Rain, Sea]", "[Rain, rain]", 'en/more.yaml:58:23: There is an option "rain" already.'),
        ("[Sweet, Salty]", '[Sweet, ""]', '"cells" is empty.'),
        ("cells: [Sweet, Salty]", "cells: Sweet", '"cells" should be a list.'),
    ],
)
def test_what_an_author_may_not_do(compared: Path, old: str, new: str, said: str) -> None:
    change(compared, "en/more.yaml", old, new)
    (problem,) = found(compared)
    assert said in problem
