"""Each file or folder in tests/fixtures/bad that breaks a rule breaks that one alone."""

import shutil
from pathlib import Path

import pytest

from course import language
from course.content import loader
from course.content.checks.rule import RULES
from course.errors import ContentError
from tests.paths import BAD
from tests.unit.content import test_broken_files
from tests.unit.content.course_edits import TODAY

EXPECTED = {
    "all-of-the-above": 'Q06 en/one.yaml:33:16: This option says "All of the above".',
    "claim-unused": 'S07 claims.yaml:8:1: Nothing cites the claim "float".',
    "course-too-long": "W05 course.yaml:5:10: The modules that nobody may skip take 26 minutes.",
    "days-of-a-medicine": (
        'X03 en/one.yaml:15:10: This tells the reader how much or how long ("for three days").'
    ),
    "decimal": "N03 en/one.yaml:15:23: 2.5 is not a whole number.",
    "denominator-beside-people": (
        "N02 en/more.yaml:23:58: This counts out of 5, and the page before it out of 100."
    ),
    "dispute-of-one-source": "S10 claims.yaml:7:5: Only one source stands in this dispute.",
    "dose": 'X03 en/one.yaml:15:10: This tells the reader how much or how long ("two pills").',
    "goal-of-nothing": (
        'W01 en/one.yaml:5:7: The goal begins with "The", and names nothing that a reader can d'
    ),
    "jargon": 'R04 en/one.yaml:15:19: Many people do not know the word "physician".',
    "jargon-of-many": 'R04 en/one.yaml:15:19: Many people do not know the word "physicians".',
    "language-without-buttons": (
        'L01 course.yaml:4:17: The buttons and headings have no words in "zu".'
    ),
    "language-without-safety-words": (
        "L06 course.yaml:4:17: The rules about safety (X01, X02, X03, X04) have no words in "
    ),
    "long-list": "R05 en/one.yaml:13:9: This list has 8 items.",
    "medicine-stopped-days-before": (
        'X03 en/one.yaml:15:10: This tells the reader how much or how long ("three days before").'
    ),
    "message-not-told": "W02 en/one.yaml:6:14: No page of this module tells its key message.",
    "minutes-too-few": "W04 en/one.yaml:4:10: To read this module takes about 3 minutes.",
    "not-taught": (
        'Q10 en/more.yaml:78:11: The page "kinds" has no word in common with this question.'
    ),
    "nothing-to-do": "W03 en/more.yaml:8:3: This module gives the reader nothing to do.",
    "number-without-source": (
        'S06 en/one.yaml:32:71: This sentence has a number ("3 minutes") and no source.'
    ),
    "one-in-beside-per-cents": 'N01 en/one.yaml:15:44: "1 in 8" stands beside per cents here.',
    "one-side-of-a-dispute": (
        'S09 en/one.yaml:18:57: Of the dispute "deep", this page tells only the side of "book".'
    ),
    "one-side-with-a-number": (
        'S09 en/one.yaml:18:76: Of the dispute "deep", this page tells only the side of "book".'
    ),
    "passive": 'R03 en/one.yaml:15:21: "is filled by" is passive.',
    "passive-instruction": 'R03 en/one.yaml:15:21: "must be filled" is passive.',
    "passive-over-two-lines": 'R03 en/one.yaml:16:34: "is signed by" is passive.',
    "picture-braille": (
        'F12 pictures/pond.yaml:4:9: The sign "⠿" (U+283F) may show as an empty box.'
    ),
    "picture-unread": "F10 pictures/lake.yaml:1:1: Nothing reads this file.",
    "picture-wide-for-narrow": (
        "F13 pictures/pond.yaml:3:59: This line of the drawing is 60 characters long."
    ),
    "price-of-each-visit": "N04 en/one.yaml:15:10: Here the reader has to do a sum.",
    "promise": 'X04 en/one.yaml:15:20: This promises: "harmless".',
    "red-flag-without-help": (
        'X02 en/one.yaml:19:42: This page names a danger sign ("hard to breathe"), and no emerg'
    ),
    "review-in-part": "W07 course.yaml:7:9: The review is given only in part.",
    "review-over": "W07 course.yaml:7:60: The course was to be reviewed again by 2021-01-01.",
    "right-in-one-place": (
        "Q08 en/one.yaml:48:16: In all 3 choices of this module the right option is number 1."
    ),
    "right-is-longest": (
        "Q07 en/one.yaml:49:16: In all 3 choices of this module the right option is the longest"
    ),
    "sentence-after-its-source": (
        'S06 en/one.yaml:11:43: This sentence has a word of effect ("helps") and no source.'
    ),
    "share-over-two-lines": (
        "N02 en/one.yaml:16:41: This counts out of 5, and the page before it out of 10."
    ),
    "short-of-breath": 'X02 en/one.yaml:15:21: This page names a danger sign ("short of breath")',
    "sign-of-two-cells": (
        'F12 en/one.yaml:15:27: The sign "🙂" (U+1F642) is two cells wide on a terminal.'
    ),
    "sign-that-terminals-lack": (
        'F12 en/one.yaml:15:27: The sign "✓" (U+2713) may show as an empty box on a terminal.'
    ),
    "silences-no-rule": "W06 silenced.yaml:1:40: There is no rule Z99.",
    "silences-nothing": (
        "W06 silenced.yaml:1:40: Nothing breaks R03 there, so this entry silences nothing."
    ),
    "silences-what-stops": (
        "W06 silenced.yaml:1:40: F02 cannot be silenced: a course that breaks it does not open."
    ),
    "source-read-long-ago": "S08 sources.yaml:8:12: Nobody has read this source since 2022-11-22.",
    "source-read-tomorrow": "S08 sources.yaml:8:12: This day has not come yet: 2026-11-23.",
    "source-read-too-early": (
        "S08 sources.yaml:8:12: The source was read in 2019, and came out in 2020."
    ),
    "source-unused": 'S07 sources.yaml:9:1: Nothing cites the source "paper".',
    "sum": "N04 en/one.yaml:15:20: Here the reader has to do a sum.",
    "translation-of-another-text": (
        "L05 es/one.yaml:54:13: en/one.yaml has changed since this was translated."
    ),
    "translation-of-other-numbers": (
        "L04 es/one.yaml:8:5: The numbers here are not those of en/one.yaml: 8, 80."
    ),
    "translation-without-a-page": (
        'L03 es/one.yaml:8:3: The page "at-home" of en/one.yaml is missing here.'
    ),
    "translation-without-a-question": (
        'L03 es/one.yaml:28:3: The question "alone" of en/one.yaml is missing here.'
    ),
    "translation-without-a-term": (
        'L03 glossary/es.yaml:1:1: The term "flow" of glossary/en.yaml is missing here.'
    ),
    "two-denominators": (
        "N02 en/one.yaml:15:45: This counts out of 5, and the page before it out of 10."
    ),
    "wall-of-text": "R06 en/one.yaml:16:7: This paragraph has 70 words.",
    "weighed-dose": 'X03 en/one.yaml:15:10: This tells the reader how much or how long ("500 mg").',
    "wide-word-in-table": (
        'F13 en/more.yaml:38:34: The word "Intercontinental" is wider than its column on a narr'
    ),
    "wordy-option": "Q09 en/one.yaml:33:16: This answer has 13 words.",
}
"""The code, the place, and how what is wrong begins; folders change several files."""


@pytest.fixture(autouse=True)
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "languages", lambda: ("en", "es", "xh"))


def break_with(name: str, sound: Path) -> None:
    if (BAD / name).is_dir():
        shutil.copytree(BAD / name, sound, dirs_exist_ok=True)
    else:
        file = EXPECTED[name].split(" ", 1)[1].partition(":")[0]
        shutil.copy(BAD / f"{name}.yaml", sound / FILES.get(name, file))


FILES = {"course-too-long": "en/more.yaml"}
"""Where the fault is told in another file than it was made in."""


def test_every_one_is_expected() -> None:
    found = {path.stem for path in BAD.iterdir()} - {"sound"}
    assert found == {*EXPECTED, *test_broken_files.EXPECTED}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_breaks_its_rule_and_no_other(name: str, sound: Path) -> None:
    break_with(name, sound)
    (problem,) = loader.findings(sound, TODAY)
    assert f"{problem.code} {problem}".startswith(EXPECTED[name])
    assert problem.severity == RULES[problem.code].severity
    assert loader.load(sound)


def test_every_rule_is_broken_once(sound: Path, tmp_path: Path) -> None:
    broken = {expected.split()[0] for expected in EXPECTED.values()}
    for name, expected in test_broken_files.EXPECTED.items():
        folder = tmp_path / name
        shutil.copytree(sound, folder)
        shutil.copy(BAD / f"{name}.yaml", folder / expected.partition(":")[0])
        try:
            loader.load(folder)
        except ContentError as error:
            broken |= {problem.code for problem in error.problems}
        else:
            broken |= {problem.code for problem in loader.findings(folder, TODAY)}
    assert broken == set(RULES)
