"""A voice that is a small script: started, cut short, hanging, gone."""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from course.speech import voices
from course.speech.pronunciations import Pronunciations
from course.speech.speaker import LONGEST, Speaker
from course.speech.voices import Voice
from tests.processes import PATIENCE, children, open_files, returns, state, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

VOICES = "printf 'Pty Language Age\\n 5 en-gb --/M\\n 2 en-us --/M\\n'"


class Stage:
    """A folder with programs, which is all that PATH holds besides the shell."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.setenv("PATH", str(folder))

    def program(self, name: str, body: str) -> Path:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\ncd {self.folder}\n{body}\n")
        path.chmod(0o700)
        return path

    def espeak(self, then: str, listed: str = VOICES) -> None:
        self.program(
            "espeak-ng",
            f'case "$*" in *--voices=*) {listed}; exit;; esac\n'
            f'printf "%s\\n" "$@" > arguments\ncat > text.part\nmv text.part text\n{then}',
        )

    def said(self) -> str:
        until((self.folder / "text").exists)
        return (self.folder / "text").read_text()

    def pid(self, name: str) -> int:
        path = self.folder / name
        until(lambda: path.exists() and path.read_text().strip())
        return int(path.read_text())


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    before = children()
    yield Stage(tmp_path, monkeypatch)
    until(lambda: children() <= before)


def found(pronunciations: Pronunciations | None = None) -> Speaker:
    speaker = Speaker.find("en", pronunciations)
    assert speaker is not None
    return speaker


@pytest.mark.usefixtures("stage")
def test_no_program_no_speaker() -> None:
    assert Speaker.find("en") is None


def test_no_voice_for_the_language_no_speaker(stage: Stage) -> None:
    stage.espeak("exit", listed="echo 'Pty Language Age'")
    assert Speaker.find("en") is None


def test_a_program_that_hangs_when_asked_is_none(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Awaited(subprocess.Popen[bytes]):
        """Its time is up once it hangs, however long it takes to come to that."""

        def communicate(self, *_: object, **__: object) -> tuple[bytes, bytes]:
            stage.pid("below")
            return super().communicate(timeout=0)

    monkeypatch.setattr(subprocess, "Popen", Awaited)
    stage.espeak("exit", listed="echo $$ > asked; sleep 600 & echo $! > below; wait")
    assert Speaker.find("en") is None
    assert state(stage.pid("asked")) == ""
    until(lambda: state(stage.pid("below")) in ("", "Z"))


def test_what_hangs_is_passed_over_for_what_answers(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voices, "PATIENCE", 0.2)
    stage.espeak("exit", listed="sleep 600")
    stage.program("spd-say", "exit")
    voice = voices.find("en")
    assert voice is not None
    assert voice.command[0].endswith("/spd-say")


def test_a_text_goes_by_standard_input_and_is_never_an_option(stage: Stage) -> None:
    stage.espeak("exit")
    speaker = found()
    assert speaker.say("--version; $(touch made) `touch made` \u201cquoted\u201d é\n-f /etc/passwd")
    assert stage.said().startswith("--version; $(touch made)")
    assert "é" in stage.said()
    arguments = (stage.folder / "arguments").read_text().split()
    assert arguments == ["-v", "en-us", "-s", voices.PACE, "--stdin"]
    until(lambda: not speaker.speaking)
    assert not (stage.folder / "made").exists()


def test_orders_to_the_program_are_no_words(stage: Stage) -> None:
    stage.espeak("exit")
    speaker = found()
    speaker.say("!-!STOP all\n[[h@loU]] <speak>a</speak> \x1b[2J b\x00c \ud800d")
    assert not set("[]<>\x1b\x00") & set(stage.said())
    assert "!-!" not in stage.said()
    until(lambda: not speaker.speaking)


def test_words_are_said_as_the_table_tells(stage: Stage) -> None:
    stage.espeak("exit")
    speaker = found(Pronunciations({"PRP": "P R P"}))
    speaker.say("PRP is not prp.")
    assert stage.said() == "P R P is not prp."
    until(lambda: not speaker.speaking)


def test_it_begins_at_once_and_stops_at_once(stage: Stage) -> None:
    stage.espeak("echo $$ > pid; exec sleep 600")
    speaker = found()
    assert returns(lambda: speaker.say("A long text."))
    assert speaker.speaking
    pid = stage.pid("pid")
    returns(speaker.stop)
    assert not speaker.speaking
    assert state(pid) == ""
    speaker.stop()


def test_what_the_program_has_started_goes_with_it(stage: Stage) -> None:
    stage.espeak("trap '' TERM HUP INT; sleep 600 & echo $! > below; wait")
    speaker = found()
    speaker.say("A text.")
    below = stage.pid("below")
    speaker.stop()
    until(lambda: state(below) in ("", "Z"))


def test_another_text_cuts_the_first_one_short(stage: Stage) -> None:
    stage.espeak("echo $$ > pid; exec sleep 600")
    speaker = found()
    ended: list[bool] = []
    speaker.say("One.", ended.append)
    first = stage.pid("pid")
    (stage.folder / "pid").unlink()
    speaker.say("Two.", ended.append)
    assert state(first) == ""
    assert stage.pid("pid") != first
    speaker.stop()
    assert ended == []


def test_the_end_is_told_and_nothing_is_left(stage: Stage) -> None:
    before = children()
    stage.espeak("exit 3")
    ended = queue.SimpleQueue[bool]()
    speaker = found()
    speaker.say("Short.", ended.put)
    assert not ended.get(timeout=PATIENCE)
    assert not speaker.speaking
    assert children() <= before


def test_a_program_that_does_not_read_holds_up_nothing(stage: Stage) -> None:
    speaker = Speaker(Voice((str(stage.program("deaf", "exec sleep 600")),)))
    assert returns(lambda: speaker.say("word " * 100_000))
    returns(speaker.stop)


def test_a_program_that_ends_at_once_breaks_nothing(stage: Stage) -> None:
    speaker = Speaker(Voice((str(stage.program("gone", "exec <&-; exit 1")),)))
    for _ in range(20):
        assert speaker.say("word " * 1000)
    until(lambda: not speaker.speaking)


def test_a_program_that_is_gone_says_so(stage: Stage) -> None:
    speaker = Speaker(Voice((str(stage.folder / "none"),)))
    assert not speaker.say("Hello.")
    assert not speaker.speaking
    locked = stage.program("locked", "exit")
    locked.chmod(0o600)
    assert not Speaker(Voice((str(locked),))).say("Hello.")


def test_nothing_to_say_is_not_said(stage: Stage) -> None:
    stage.espeak("exit")
    assert not found().say(" \n [] ")


def test_a_long_text_is_cut_at_the_end_of_a_sentence(stage: Stage) -> None:
    stage.espeak("exit")
    speaker = found()
    speaker.say("This is one sentence. " * 1000)
    assert LONGEST - 30 < len(stage.said()) <= LONGEST
    assert stage.said().endswith("sentence.")
    until(lambda: not speaker.speaking)


def test_a_service_is_told_to_be_silent(stage: Stage) -> None:
    stage.program(
        "spd-say",
        'case "$*" in *-S*) echo $$ > stopped; exit;; esac\n'
        'printf "%s\\n" "$@" > arguments\ncat > text.part; mv text.part text\nexec sleep 600',
    )
    speaker = found()
    speaker.say("A text.")
    assert stage.said() == "A text."
    assert "A text." not in (stage.folder / "arguments").read_text()
    speaker.stop()
    assert (stage.folder / "stopped").exists()


def test_a_service_that_hangs_holds_up_silence_only_shortly(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.speech.speaker.PATIENCE", 0.1)
    program = str(stage.program("hangs", "sleep 600"))
    speaker = Speaker(Voice((program,), hush=(program,)))
    speaker.say("A text.")
    returns(speaker.stop)


def test_many_turns_leave_no_process_and_no_file(stage: Stage) -> None:
    stage.espeak("exec sleep 600")
    speaker = found()
    before, files = children(), open_files()
    for turn in range(100):
        speaker.say(f"Page {turn}.")
    speaker.stop()
    assert children() <= before
    until(lambda: open_files() <= files)
    until(lambda: threading.active_count() < 20)


def test_many_hands_at_once(stage: Stage) -> None:
    stage.espeak("exec sleep 0.01")
    speaker = found()

    def press() -> None:
        for _ in range(15):
            speaker.say("Page.")
            speaker.stop()

    hands = [threading.Thread(target=press) for _ in range(4)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join(PATIENCE)
        assert not hand.is_alive()
    assert not speaker.speaking


def test_silence_falls_when_the_program_ends(stage: Stage) -> None:
    stage.espeak("echo $$ > pid; exec sleep 600")
    program = (
        "import pathlib, time\n"
        "from course.speech.speaker import Speaker\n"
        "Speaker.find('en').say('A long text.')\n"
        f"while not pathlib.Path('{stage.folder}/pid').exists(): time.sleep(0.01)\n"
    )
    assert os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-c", program]) == 0
    assert state(stage.pid("pid")) in ("", "Z")
