"""What each voice is given to say of the words that voices get wrong: `said.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from course import language
from course.speech import pronunciations
from course.speech.spoken import lines
from course.views.model import BigDigits, Plain, View
from tests.paths import MODULES

WORDS = language.load("en")
TABLE: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("said.yaml").read_text())
VOICES = {"live": "", "hibari": "hibari"}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["text"])
@pytest.mark.parametrize("voice", VOICES)
def test_each_voice_is_given_what_it_says_well(row: dict[str, str], voice: str) -> None:
    (line,) = lines(View(layout="page", section="", blocks=(Plain(row["text"]),)), WORDS)
    table = pronunciations.load(MODULES, "en", VOICES[voice])
    assert table(line.text) == row[voice]


def test_a_code_is_said_digit_by_digit_and_is_in_no_recording() -> None:
    (line,) = lines(View(layout="code", section="", blocks=(BigDigits("482 719 360"),)), WORDS)
    assert line.text == "4 8 2, 7 1 9, 3 6 0."
    assert line.phrases == ()
