"""A real espeak-ng. It writes into a pipe or to nowhere: no test makes a sound."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.speech import pronunciations
from course.speech.speaker import Speaker
from course.speech.voices import Voice
from tests.paths import MODULES
from tests.processes import PATIENCE, children, open_files, until

ESPEAK = shutil.which("espeak-ng") or ""
TURNS = 200
PAGE = "The shot irritates one small spot. The body may start to heal there. " * 20

pytestmark = [
    pytest.mark.skipif(not ESPEAK, reason="this machine has no espeak-ng"),
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]


def voice(out: Path | str) -> Voice:
    return Voice((ESPEAK, "-v", "en-us", "--stdin", "-w", str(out)))


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    """A pipe that takes a second and a half of sound; then the voice waits, as for a device."""
    path = tmp_path / "sound"
    os.mkfifo(path)
    end = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    yield path, end
    os.close(end)


def heard(end: int) -> bytes:
    try:
        return os.read(end, 1 << 20)
    except BlockingIOError:
        return b""


def test_this_machine_has_a_voice_for_english_and_none_for_no_language() -> None:
    assert Speaker.find("en") is not None
    assert Speaker.find("zz") is None or shutil.which("spd-say")


def test_200_turns_of_a_page_each_started_and_cut_short(pipe: tuple[Path, int]) -> None:
    path, end = pipe
    speaker = Speaker(voice(path))
    before, files = children(), open_files()
    ended: list[bool] = []
    for turn in range(TURNS):
        assert speaker.say(f"Page {turn}. {PAGE}", ended.append)
        # What the voice before had still under way may come first.
        until(lambda: b"RIFF" in heard(end))
        assert speaker.speaking
        if turn % 2:
            speaker.stop()
            assert children() <= before
        while heard(end):
            pass
    speaker.stop()
    assert children() <= before
    until(lambda: open_files() <= files)
    assert ended == []


def test_a_text_is_said_to_its_end() -> None:
    before = children()
    ended = threading.Event()
    speaker = Speaker(voice("/dev/null"))
    assert speaker.say(PAGE, lambda _well: ended.set())
    assert ended.wait(PATIENCE)
    assert not speaker.speaking
    assert children() <= before


def test_the_shipped_table_changes_what_is_heard() -> None:
    table = pronunciations.load(MODULES, "en")
    told = "PRP, MRI, NSAIDs, acetaminophen, lidocaine, clopidogrel, dextrose, apixaban. Call 911."
    assert table(told) != told
    assert "911" not in table(told)
    assert "Acetaminophen" not in table("Acetaminophen is a pain medicine.")
