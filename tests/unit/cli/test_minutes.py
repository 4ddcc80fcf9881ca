"""What `prolo minutes` prints."""

import pytest

from course.cli import main
from tests.paths import TEA


def rows(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, list[int]]:
    """The numbers of each row, by its name."""
    assert main(["minutes", str(TEA), *options]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["seconds", "presses", "words"]
    named = (line.rsplit(maxsplit=3) for line in lines)
    return {name.strip(): [*map(int, numbers)] for name, *numbers in named}


def test_a_row_for_each_module_and_for_all_that_nobody_may_skip(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = rows(capsys)
    assert list(shown) == ["making", "keeping", "trying", "all that nobody may skip", "essentials"]
    assert shown["all that nobody may skip"] == shown["making"]
    seconds, presses, words = shown["keeping"]
    assert seconds == round(words / 130 * 60 + presses * 10)
    assert shown["essentials"] == [0, 0, 0]


def test_pages_and_questions_too(capsys: pytest.CaptureFixture[str]) -> None:
    shown = rows(capsys, "--pages")
    # Two pages, the three rows of the question, and the result.
    names = "label", "at-home", "what-keeps", "keeping"
    assert [shown[name][1] for name in names] == [1, 1, 6, 9]


def test_a_course_with_faults_says_them(
    capsys: pytest.CaptureFixture[str], tmp_path: object
) -> None:
    assert main(["minutes", str(tmp_path)]) == 1
    assert "course.yaml" in capsys.readouterr().err
