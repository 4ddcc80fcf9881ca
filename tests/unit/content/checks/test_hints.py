"""Hints that say the answer, and hints that lead to it."""

from pathlib import Path

import pytest

from course.content import loader
from tests.unit.content.checks import rule_examples
from tests.unit.content.course_edits import TODAY

CHOICE = """\
# a question
- id: what
  kind: choice
  ask: You take a blood thinner. What do you do?
  options:
    - {{text: I stop it myself, because: It may harm.}}
    - {{text: I ask my heart doctor, right: true, because: They know why.}}
  hint: "{hint}"
  page: wet
"""
ESTIMATE = """\
# a question
- id: what
  kind: estimate
  ask: How many of 100 people get wet?
  of: 100
  counts: people
  ranges:
    - {{from: 0, to: 20, because: More do.}}
    - {{from: 21, to: 40, because: More do.}}
    - {{from: 41, to: 100, right: true, because: Most do.}}
  hint: "{hint}"
  page: wet
"""
STORY = """\
# triage.yaml
deep:
  sign: {{en: You cannot swim back}}
  level: emergency
  why: {{en: The water is cold.}}
  sources: [book]
# a question
- id: what
  kind: triage
  ask: You cannot swim back to the boat.
  sign: deep
  hint: "{hint}"
  page: wet
"""


def gives_away(folder: Path, question: str, hint: str) -> bool:
    rule_examples.write(folder, question.format(hint=hint))
    return any(each.code == "Q17" for each in loader.findings(folder, TODAY))


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        (CHOICE, "Ask your heart doctor."),
        (CHOICE, "Your **doctor** knows the heart."),
        (ESTIMATE, "It is about 60 of 100."),
        (STORY, "Would you call 112?"),
    ],
)
def test_a_hint_that_says_the_answer_is_found(tmp_path: Path, question: str, hint: str) -> None:
    assert gives_away(tmp_path, question, hint)


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        (CHOICE, "Think of who knows why you take it."),
        (CHOICE, "Which doctor gave it to you?"),
        (ESTIMATE, "Is it more than 20 of them?"),
        (ESTIMATE, "Look at the page on rain."),
        (STORY, "Is the water cold?"),
    ],
)
def test_a_hint_that_leads_to_it_passes(tmp_path: Path, question: str, hint: str) -> None:
    assert not gives_away(tmp_path, question, hint)
