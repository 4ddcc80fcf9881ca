"""`prolo check --fix` mends what has one right cure, and changes nothing else."""

from pathlib import Path

import pytest

from course.content import loader
from course.content.mend import mend, mended
from tests.paths import MODULES
from tests.unit.content.course_edits import TODAY, change


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        ("\ufeffa: b\n", "a: b\n"),
        ("a:\n\tb: c\n\td: e\n", "a:\n  b: c\n  d: e\n"),
        ("a:\n\t- b: c\n\t  d:\te\n", "a:\n  - b: c\n    d: e\n"),
        ("a: b\xa0c\n", "a: b c\n"),
        ("a: b\u200bc\n", "a: bc\n"),
        ("a: \u201cb: c\u201d\n", 'a: "b: c"\n'),
        ("\u201ca\u201d: b\n", "a: b\n"),
        (
            "a: |\n  Bring:\n\n  \u2022 a cup\n  \u2022a jug\n",
            "a: |\n  Bring:\n\n  - a cup\n  - a jug\n",
        ),
        ("a: |\n  Bring:\n\n  -a cup\n", "a: |\n  Bring:\n\n  - a cup\n"),
        ("a: b &amp; c\n", "a: b & c\n"),
        ("a: b&nbsp;c\n", "a: b c\n"),
        ('a: "b &quot;c&quot;"\n', 'a: "b \\"c\\""\n'),
        ("a: 'b&#39;s'\n", "a: 'b''s'\n"),
    ],
)
def test_is_mended(before: str, after: str) -> None:
    text, done = mended(before)
    assert text == after
    assert len(done) >= 1
    assert mended(after) == (after, [])


@pytest.mark.parametrize(
    "text",
    [
        "a: \u201cHello,\u201d she said\n",
        "a: \u201cHello\u201d\n",
        "a: |\n  \u201ckey\u201d: is what he said\n",
        "a: b \u2022 c\n",
        "a: b\n  \u2022 c\n",
        "a: &amp; b\n",
        "a: AT&T; b\n",
        "a: b -c\n",
    ],
)
def test_is_left_as_it_is(text: str) -> None:
    assert mended(text)[0] == text


def test_the_shipped_course_has_nothing_to_mend() -> None:
    for path in MODULES.rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert mended(text) == (text, [])


def test_a_file_of_tabs_is_read_afterwards(sound: Path) -> None:
    path = sound / "en/one.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  ", "\t"), encoding="utf-8")
    assert loader.findings(sound, TODAY) != []
    (done,) = mend(sound)
    assert str(done).startswith("en/one.yaml: tabs are now spaces (lines ")
    assert path.read_text("utf-8") == text
    assert loader.findings(sound, TODAY) == []


def test_what_was_done_is_told_once_for_each_cause(sound: Path) -> None:
    change(sound, "en/one.yaml", "why: Drink some of it", "why: Drink\xa0some\xa0of&nbsp;it")
    done = mend(sound)
    assert [each.what for each in done] == [
        "blanks of another kind and signs that nobody sees are now spaces, or gone",
        "what the web writes for a sign is now that sign",
    ]
    assert loader.findings(sound, TODAY) == []
