"""Failures are counted, forgiven with time, and kept over a restart."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from course.failures import Count, Failures

COUNTS = (Count(100.0, 5, 5), Count(1000.0, 3, 2))
Making = Callable[[], Failures]


class Clocks:
    """Seconds since the start of the machine, and those on the wall."""

    def __init__(self) -> None:
        self.boot, self.wall = 0.0, 1_700_000_000.0

    def go(self, seconds: float) -> None:
        self.boot += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def made(tmp_path: Path, clocks: Clocks) -> Making:
    return lambda: Failures(tmp_path / "failures", COUNTS, lambda: clocks.boot, lambda: clocks.wall)


def test_they_are_forgiven_little_by_little(made: Making, clocks: Clocks) -> None:
    failures = made()
    failures.add([0, 1])
    failures.add([0])
    assert failures.levels == (2.0, 1.0)
    clocks.go(50)
    assert failures.levels == pytest.approx((1.5, 0.95))
    clocks.go(5000)
    assert failures.levels == (0.0, 0.0)


def test_there_are_never_more_than_the_most(made: Making) -> None:
    failures = made()
    for _ in range(50):
        failures.add([0, 1])
    assert failures.levels == (5.0, 3.0)


def test_a_restart_changes_nothing_and_the_time_between_counts(
    made: Making, clocks: Clocks
) -> None:
    failures = made()
    for _ in range(3):
        failures.add([0, 1])
    clocks.go(50)
    clocks.boot = 3.0
    assert made().levels == pytest.approx((2.5, 2.95))
    for _ in range(10):
        assert made().levels == pytest.approx((2.5, 2.95))


def test_a_wall_clock_that_is_set_changes_nothing_while_it_runs(
    made: Making, clocks: Clocks
) -> None:
    failures = made()
    failures.add([0])
    for seconds in (10**8, -(10**8)):
        clocks.wall += seconds
        assert failures.levels == (1.0, 0.0)


def test_one_that_was_set_back_forgives_nothing_and_then_goes_on(
    made: Making, clocks: Clocks
) -> None:
    made().add([0])
    clocks.wall -= 10**8
    assert made().levels == (1.0, 0.0)
    clocks.go(50)
    assert made().levels == pytest.approx((0.5, 0.0))


def test_clearing_lasts(made: Making) -> None:
    failures = made()
    failures.add([0, 1])
    failures.clear()
    assert failures.levels == made().levels == (0.0, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.000",
        "1.000 5",
        "-1.000 1.000 5\n",
        "nan nan 5",
        "1.0 1.0 5",
        "1.000 1.000 1.000 5",
        "9" * 4000,
        "\0\0",
        "1.000 1.000 5\n6",
        "1.000 1.000 x",
    ],
)
def test_a_damaged_file_takes_the_worst_for_granted(
    made: Making, tmp_path: Path, text: str
) -> None:
    (tmp_path / "failures").write_text(text)
    assert made().levels == (5.0, 2.0)


@pytest.mark.parametrize("kind", ["folder", "fifo", "symlink", "binary"])
def test_so_does_what_is_no_file_of_ours(made: Making, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "failures"
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "symlink":
            (tmp_path / "zero").write_text("0.000 0.000 5\n")
            path.symlink_to(tmp_path / "zero")
        case _:
            path.write_bytes(b"\xff\xfe0")
    assert made().levels == (5.0, 2.0)


def test_what_was_taken_for_granted_is_forgiven_like_the_rest(
    made: Making, tmp_path: Path, clocks: Clocks
) -> None:
    (tmp_path / "failures").write_text("damaged")
    assert made().levels == (5.0, 2.0)
    clocks.go(50)
    for _ in range(3):
        assert made().levels == pytest.approx((4.5, 1.95))


def test_one_count_as_it_was_kept_before_is_understood(tmp_path: Path, clocks: Clocks) -> None:
    path = tmp_path / "failures"
    path.write_text("4")
    for left in (4.0, 3.5):
        failures = Failures(path, COUNTS[:1], lambda: clocks.boot, lambda: clocks.wall)
        assert failures.levels == pytest.approx((left,))
        clocks.go(50)


def test_a_level_above_the_most_is_the_most(made: Making, tmp_path: Path, clocks: Clocks) -> None:
    (tmp_path / "failures").write_text(f"999.000 999.000 {int(clocks.wall)}\n")
    assert made().levels == (5.0, 3.0)


def test_the_file_is_for_its_owner_alone_and_names_no_code(made: Making, tmp_path: Path) -> None:
    made().add([0])
    path = tmp_path / "failures"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text() == "1.000 0.000 1700000000\n"
