"""The course on a disk that is full, and on one that cannot be written to."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paths import TEA
from tests.terminal import Terminal

NOTICE = "We cannot save right now"
NO_CODE = "This machine cannot save right now"
ON = ("More ↓", "Next →", "Try again", "Return →", "Skip")
COURSE = str(TEA)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KB, the course as it was read included; only who may mount can try this."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("this user may not mount a small disk")
    yield tmp_path
    subprocess.run(["umount", "-l", str(tmp_path)], check=True)


def fill(folder: Path) -> None:
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(b"x" * 512)
        except OSError:
            return


def to_the_end(terminal: Terminal) -> int:
    """Read and answer everything; gives how often the notice was shown."""
    notices = 0
    for _ in range(120):
        text = terminal.text
        if NOTICE in text:
            notices += 1
            terminal.press("9")
        elif "You have reached the end" in text:
            return notices
        elif any(word in text for word in (*ON, "Go on →", "Finish →")):
            terminal.press("9")
        else:
            terminal.press("1")
    raise AssertionError("no end:\n" + "\n".join(terminal.lines))


def leave(terminal: Terminal) -> None:
    for _ in range(6):
        if "I have a code" not in terminal.text:
            terminal.press("9")
    terminal.until("I have a code")
    terminal.press(b"\x11")
    assert terminal.wait() == 0


@pytest.mark.slow
def test_a_disk_that_fills_up_is_told_once_and_the_course_goes_on(small_disk: Path) -> None:
    with Terminal("--modules", COURSE, "--data-dir", str(small_disk), height=32) as terminal:
        terminal.until("I have a code")
        terminal.press("1")
        terminal.until("If you are called away")
        fill(small_disk)
        assert to_the_end(terminal) == 1
        leave(terminal)


def test_a_disk_that_is_read_only_has_no_code_and_the_course_goes_on(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with Terminal("--modules", COURSE, "--data-dir", str(small_disk), height=32) as terminal:
        terminal.until("I have a code")
        terminal.press("1")
        terminal.until(NO_CODE)
        assert to_the_end(terminal) == 0
        leave(terminal)
    assert list(small_disk.iterdir()) == []


def test_nothing_that_a_person_types_is_kept_anywhere(tmp_path: Path) -> None:
    typed = ("Margaret Thornbury", "555 867 5309", "will it hurt my heart?")
    data = tmp_path / "data"
    with Terminal("--modules", COURSE, "--data-dir", str(data), height=32) as terminal:
        terminal.until("I have a code")
        terminal.type(typed[0].replace(" ", ""))
        terminal.press("2")
        for text in typed:
            terminal.type(text)
        # Help is open over the pad, and right after something typed a press may be a bounce.
        for _ in range(4):
            if "I have a code" not in terminal.text:
                terminal.press(b"\x1b")
        terminal.until("I have a code")
        terminal.press("1", "9", "9")
        for text in typed:
            terminal.type(text.translate(str.maketrans("", "", "0123456789")))
            terminal.press("9")
        terminal.kill()
    kept = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert kept
    for text in (*typed, "Margaret", "Thornbury", "8675309", "my heart"):
        assert text.encode() not in kept
        assert text.encode() not in terminal.raw
