"""Speech is cut to what is heard, and all of it is about as loud."""

from array import array

import pytest

from course.speech.recorded.samples import LOUDNESS, PAUSE, Samples, levelled, loudness
from tests.unit.speech.recorded.fakes import RATE, tone


def with_silence(samples: Samples, seconds: float) -> Samples:
    silence = array("h", [0] * round(seconds * samples.rate))
    return Samples(samples.rate, silence + samples.values + silence)


def without_pause(samples: Samples) -> Samples:
    return Samples(samples.rate, samples.values[: -round(PAUSE * samples.rate)])


@pytest.mark.parametrize("height", [0.01, 0.05, 0.2, 0.9])
def test_whatever_it_was_it_is_as_loud_as_all_other_speech(height: float) -> None:
    heard = without_pause(levelled(tone(0.5, height)))
    assert abs(loudness(heard) - LOUDNESS) < 0.5


def test_silence_around_speech_goes_and_a_pause_follows_it() -> None:
    bare, padded = levelled(tone(0.5)), levelled(with_silence(tone(0.5), 1))
    assert abs(padded.seconds - bare.seconds) < 0.1
    assert padded.values[-round(PAUSE * RATE) :] == array("h", [0] * round(PAUSE * RATE))


def test_a_peak_is_bent_and_keeps_its_side() -> None:
    quiet = array("h", [200, -200] * 4000)
    quiet[4000], quiet[4001] = 32767, -32768
    values = levelled(Samples(RATE, quiet)).values
    assert 30000 < max(values) <= 32767
    assert -32768 <= min(values) < -30000


def test_silence_stays_silence() -> None:
    found = levelled(Samples(RATE, array("h", [0] * RATE)))
    assert found.seconds == PAUSE
    assert not any(found.values)
