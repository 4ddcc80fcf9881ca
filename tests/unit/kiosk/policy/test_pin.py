"""The PIN: its hash, and how slowly it can be guessed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from course.kiosk.policy import pin
from course.kiosk.policy.pin import (
    DAY,
    FIRST_WAIT,
    FREE_TRIES,
    LONGEST_WAIT,
    Tries,
    check_pin,
    hash_pin,
)

PIN = "271828"
HASHED = hash_pin(PIN)


class Clock:
    def __init__(self) -> None:
        self.now = 5.0

    def __call__(self) -> float:
        return self.now


def test_the_right_pin() -> None:
    assert check_pin(PIN, HASHED)
    assert pin.is_hash(HASHED)
    assert PIN not in HASHED


@pytest.mark.parametrize("wrong", ["271829", "", "27182", "2718281", "27182a", "٢٧١٨٢٨", " 271828"])
def test_a_wrong_pin(wrong: str) -> None:
    assert not check_pin(wrong, HASHED)


def test_equal_pins_have_different_hashes() -> None:
    assert hash_pin(PIN) != hash_pin(PIN)


@pytest.mark.parametrize("bad", ["", "12345", "1" * 13, "12345a", "١٢٣٤٥٦", "-12345"])
def test_what_is_no_pin_has_no_hash(bad: str) -> None:
    with pytest.raises(ValueError, match="6 to 12 digits"):
        hash_pin(bad)


@pytest.mark.parametrize(
    "hashed",
    [
        "",
        "271828",
        "scrypt",
        "scrypt:16384:8:1:AA==",
        "scrypt:99999999999:8:1:AAAA:AAAA",
        "scrypt:16384:999999999:1:AAAA:AAAA",
        "scrypt:16384:8:999999999999:AAAA:AAAA",
        "scrypt:0:0:0:AAAA:AAAA",
        "scrypt:-1:8:1:AAAA:AAAA",
        "scrypt:16383:8:1:AAAA:AAAA",
        "scrypt:a:b:c:d:e",
        "scrypt:16384:8:1:!!!!:AAAA",
        "scrypt:16384:8:1:AAAA:",
        "md5:16384:8:1:AAAA:AAAA",
        ":::::",
    ],
)
def test_a_hash_that_is_none_opens_nothing(hashed: str) -> None:
    assert not check_pin(PIN, hashed)
    assert not pin.is_hash(hashed)


def test_five_tries_and_then_a_growing_wait(tmp_path: Path) -> None:
    clock = Clock()
    tries = Tries(tmp_path / "tries", clock)
    for _ in range(FREE_TRIES):
        assert tries.wait == 0
        assert tries.count()
    assert not tries.count()
    waits = []
    for _ in range(12):
        waits.append(tries.wait)
        clock.now += tries.wait
        assert tries.count()
    assert waits[:4] == [FIRST_WAIT * 2**n for n in range(4)]
    assert waits[-1] == LONGEST_WAIT


def test_the_wait_outlasts_a_restart(tmp_path: Path) -> None:
    clock = Clock()
    tries = Tries(tmp_path / "tries", clock)
    for _ in range(FREE_TRIES + 1):
        clock.now += tries.wait
        tries.count()
    after = Clock()
    after.now = 0.0
    again = Tries(tmp_path / "tries", after)
    assert again.wait == 2 * FIRST_WAIT
    assert not again.count()


def test_wrong_pins_are_forgiven_over_a_day(tmp_path: Path) -> None:
    clock = Clock()
    tries = Tries(tmp_path / "tries", clock, lambda: clock.now)
    for _ in range(40):
        clock.now += tries.wait
        tries.count()
    assert tries.wait == LONGEST_WAIT
    clock.now += DAY / 2
    assert tries.count()
    assert 0 < tries.wait < LONGEST_WAIT
    clock.now += DAY
    for again in (tries, Tries(tmp_path / "tries", clock, lambda: clock.now)):
        assert again.wait == 0
    assert [tries.count() for _ in range(FREE_TRIES + 1)] == [True] * FREE_TRIES + [False]


def test_pulling_the_plug_gives_no_new_tries(tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(FREE_TRIES):
        assert Tries(tmp_path / "tries", clock).count()
    assert Tries(tmp_path / "tries", clock).wait == FIRST_WAIT


def test_the_right_pin_clears_the_count(tmp_path: Path) -> None:
    clock = Clock()
    tries = Tries(tmp_path / "tries", clock)
    for _ in range(FREE_TRIES):
        tries.count()
    clock.now += tries.wait
    assert tries.count()
    tries.right()
    assert tries.wait == 0
    assert Tries(tmp_path / "tries", clock).wait == 0


@pytest.mark.parametrize("text", ["", "-5", "0x0", "nan", "9" * 4000, "\0\0", "1\n2", "5.0"])
def test_a_damaged_file_gives_no_new_tries(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tries"
    path.write_text(text)
    assert Tries(path, Clock()).wait >= FIRST_WAIT


@pytest.mark.parametrize("kind", ["folder", "fifo", "symlink", "binary"])
def test_what_is_no_file_of_ours_gives_no_new_tries(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "tries"
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "symlink":
            (tmp_path / "zero").write_text("0")
            path.symlink_to(tmp_path / "zero")
        case "binary":
            path.write_bytes(b"\xff\xfe0")
        case _:
            pass
    tries = Tries(path, Clock())
    assert tries.wait >= FIRST_WAIT
    assert not tries.count()


def test_a_full_disk_does_not_lock_the_staff_out(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        tries = Tries(tmp_path / "there" / "tries", Clock())
        assert tries.count()
    finally:
        tmp_path.chmod(0o700)


def test_the_file_is_private(tmp_path: Path) -> None:
    tries = Tries(tmp_path / "tries", Clock())
    tries.count()
    assert stat.S_IMODE((tmp_path / "tries").stat().st_mode) == 0o600
