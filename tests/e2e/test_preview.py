"""The preview in a real terminal."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.saves import BROKEN, FILE, saves, watch
from tests.paths import TEA
from tests.slow import one_now


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEA, tmp_path / "course"))


def change(course: Path, old: str, new: str) -> None:
    path = course / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_saves_are_seen_broken_or_not(course: Path) -> None:
    with watch(course) as terminal:
        terminal.until("No faults found")
        seen = [what for what, _ in saves(terminal, course, 18, seed=7)]
        assert seen.count(BROKEN) == 6
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.slow
def test_two_hundred_saves_do_not_end_it(course: Path) -> None:
    with watch(course) as terminal:
        terminal.until("No faults found")
        assert len(list(saves(terminal, course, 200, seed=1))) == 200
        terminal.press("q")
        assert terminal.wait() == 0


def test_it_goes_to_the_question_that_was_saved(course: Path) -> None:
    with watch(course) as terminal:
        terminal.until("No faults found")
        question = (course / FILE).read_text(encoding="utf-8").partition("questions:")[2]
        asked = next(line for line in question.splitlines() if line.strip().startswith("ask:"))
        change(course, asked, f"{asked.rstrip('?')} now?")
        terminal.until("now?")


def test_a_course_that_does_not_open_is_shown_once_it_is_mended(course: Path) -> None:
    sound = (course / FILE).read_text(encoding="utf-8")
    change(course, "title:", "titel:")
    with watch(course) as terminal:
        terminal.until("The page shows here once the course opens.")
        terminal.until('Did you mean "title"?')
        (course / FILE).write_text(sound, encoding="utf-8")
        terminal.until("No faults found")


def test_each_key_tells_something_of_the_page(course: Path) -> None:
    with watch(course) as terminal:
        terminal.until("No faults found")
        for key, told in (
            ("g", "School grade"),
            ("r", "read 2026"),
            ("a", "asks no question"),
            ("p", "Next"),
            ("f", "No faults found"),
        ):
            terminal.press(key)
            terminal.until(told)
        terminal.press("t")
        terminal.until("60x22 dark")
        terminal.press("s")
        terminal.until("80x24 dark")


@pytest.mark.parametrize("size", one_now([(60, 24), (80, 24), (112, 31), (160, 50), (20, 5)]))
def test_it_opens_in_a_window_of_any_size(course: Path, size: tuple[int, int]) -> None:
    width, height = size
    with watch(course, width=width, height=height) as terminal:
        terminal.until("making")
        terminal.press("g", "g", "f", "s", "n", "q")
        assert terminal.wait() == 0


def test_without_a_terminal_it_says_so(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from course.cli import main

    assert main(["preview", str(course)]) == 2
    assert "needs a terminal" in capsys.readouterr().err
