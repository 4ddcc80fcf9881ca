"""Samples as an Ogg Opus file, by `opusenc` of opus-tools."""

from __future__ import annotations

import shutil
import subprocess
import sys

from course.errors import CourseError, UsageError
from course.speech.recorded.samples import Samples

PROGRAM = "opusenc"
BITRATE, EFFORT = "16", "5"
"""Kilobits a second, and from 0 to 10 how long is looked for what sounds best."""
SETTINGS = f"opus {BITRATE} {EFFORT}"
RATE = 48000
"""Of the positions in such a file, whatever was encoded."""
_PAGE, _AT = b"OggS", slice(6, 14)
"""What each page begins with, and where in it the position of its end stands."""
_SKIPPED = slice(10, 12)
"""Where, behind the name of its head, a file says how many samples come before the first one."""
_HEAD = b"OpusHead"


class Encoder:
    """Turns samples into files: the same bytes for the same samples."""

    def __init__(self, program: str) -> None:
        self._program = program

    @classmethod
    def find(cls) -> Encoder:
        """Raises UsageError if the program is not installed."""
        path = shutil.which(PROGRAM)
        if path is None:
            raise UsageError(
                f"{PROGRAM} is not installed, and speech cannot be kept without it. "
                "Install it: apt-get install opus-tools"
            )
        return cls(path)

    def __call__(self, samples: Samples, number: int) -> bytes:
        """A file. `number` tells its stream from that of another file that is played with it.

        Raises CourseError.
        """
        values = samples.values[:]
        if sys.byteorder == "big":
            values.byteswap()
        ran = subprocess.run(
            [
                self._program,
                *("--quiet", "--bitrate", BITRATE, "--comp", EFFORT, "--padding", "0"),
                *("--discard-comments", "--serial", str(number)),
                *("--raw", "--raw-bits", "16", "--raw-chan", "1", "--raw-rate", f"{samples.rate}"),
                *("-", "-"),
            ],
            input=values.tobytes(),
            capture_output=True,
            check=False,
        )
        if ran.returncode or not ran.stdout.startswith(_PAGE):
            said = ran.stderr.decode(errors="replace").strip().splitlines()
            raise CourseError(
                f"{PROGRAM} could not encode speech ({said[-1] if said else ran.returncode}). "
                "Install opus-tools anew."
            )
        return ran.stdout


def seconds(recording: bytes) -> float:
    """How long a recording is; 0 if it is none."""
    head, last = recording.find(_HEAD), recording.rfind(_PAGE)
    if head < 0 or last <= head:
        return 0.0
    end = int.from_bytes(recording[last:][_AT], "little", signed=True)
    skipped = int.from_bytes(recording[head:][_SKIPPED], "little")
    return max(end - skipped, 0) / RATE
