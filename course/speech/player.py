"""The programs that play a recording: one decodes it, another makes it heard."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

DECODER = "opusdec"
RATE = "48000"
"""Samples a second between the two."""
HEARD = (
    ("aplay", "-q", "-t", "raw", "-f", "S16_LE", "-c", "1", "-r", RATE, "-"),
    ("pacat", "--raw", "--format=s16le", "--channels=1", f"--rate={RATE}"),
)
"""What may be there to make samples heard, the best first; each reads its standard input."""


@dataclass(frozen=True)
class Player:
    """Two commands, the second one fed by the first."""

    decode: tuple[str, ...]
    """Reads recordings, one behind the other, from its standard input."""
    hear: tuple[str, ...]


def find() -> Player | None:
    """What plays recordings on this machine; None if something of it is missing."""
    decoder = shutil.which(DECODER)
    for name, *options in HEARD:
        if decoder and (path := shutil.which(name)):
            return Player((decoder, "--quiet", "--rate", RATE, "-", "-"), (path, *options))
    return None
