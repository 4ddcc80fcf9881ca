"""Work in parts is done on all cores, and comes to the same."""

import os
import threading

import pytest

from course.ui.spread import FEWEST, in_turns


def here(part: int) -> tuple[int, int]:
    return part * part, os.getpid()


def test_every_part_is_done_once() -> None:
    parts = range(3 * FEWEST)
    done = sorted(square for square, _ in in_turns(here, parts))
    assert done == sorted(part * part for part in parts)


def test_a_few_parts_are_done_right_here() -> None:
    assert {process for _, process in in_turns(here, range(FEWEST - 1))} == {os.getpid()}


def test_beside_other_threads_no_copy_is_made() -> None:
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    try:
        assert {process for _, process in in_turns(here, range(2 * FEWEST))} == {os.getpid()}
    finally:
        end.set()
        other.join()


def test_what_goes_wrong_in_a_part_is_told() -> None:
    def wrong(part: int) -> int:
        return 1 // part

    with pytest.raises(ZeroDivisionError):
        list(in_turns(wrong, range(2 * FEWEST)))
