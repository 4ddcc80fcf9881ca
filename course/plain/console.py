"""Plain lines out, typed lines in; no control character, and nothing the encoding cannot say."""

from __future__ import annotations

import io
import os
import unicodedata
from contextlib import suppress
from typing import TextIO

LONGEST = 200
"""Characters of a typed line that count; what follows them is read and dropped."""
_NEAR = {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "-",
    "\u2026": "...",
    "\u00a0": " ",
    "\u202f": " ",
    "\u00d7": "x",
    "\u2212": "-",
    "\u00bf": "",
    "\u00a1": "",
    "\u00df": "ss",
}


class EndOfInput(Exception):  # noqa: N818 - it is no error, and ends the course
    """Nobody will type anything more."""


class OutputClosed(Exception):  # noqa: N818 - it is no error, and ends the course
    """Nobody will read anything more."""


class Console:
    """Where the course is told and answered. Either side may be missing, as in `prolo <&-`."""

    def __init__(self, reading: TextIO | None, writing: TextIO | None) -> None:
        if isinstance(reading, io.TextIOWrapper):
            reading.reconfigure(errors="replace")
        if isinstance(writing, io.TextIOWrapper):
            writing.reconfigure(newline="\n")
        self._reading = reading
        self._writing = writing
        self._encoding = (writing.encoding if writing else None) or "ascii"

    def tell(self, text: str) -> None:
        """Write lines. Raises OutputClosed."""
        self._write(text + "\n")

    def ask(self, prompt: str) -> str:
        """Write a prompt, and read the line that is typed behind it.

        Raises EndOfInput, OutputClosed.
        """
        self._write(prompt)
        try:
            line = self._line()
        except (OSError, ValueError):
            line = ""
        # At a terminal the key Enter has moved on to the next line, but a pipe shows no key.
        if not line or self._reading is None or not self._reading.isatty():
            self._write("\n")
        if not line:
            raise EndOfInput
        return line.strip()

    def close(self) -> None:
        """Write what is still held back; whoever reads may have gone."""
        if self._writing is None:
            return
        try:
            self._writing.flush()
        except (OSError, ValueError):
            # Python flushes once more at its end, and would then report the broken pipe.
            with suppress(OSError, ValueError):
                null = os.open(os.devnull, os.O_WRONLY)
                os.dup2(null, self._writing.fileno())
                os.close(null)

    def _line(self) -> str:
        if self._reading is None:
            return ""
        line = self._reading.readline(LONGEST)
        rest = line
        while rest and not rest.endswith("\n"):
            rest = self._reading.readline(LONGEST)
        return line

    def _write(self, text: str) -> None:
        if self._writing is None:
            return
        try:
            self._writing.write(sayable(text, self._encoding))
            self._writing.flush()
        except (OSError, ValueError) as error:
            raise OutputClosed from error


def sayable(text: str, encoding: str) -> str:
    """The text as far as an encoding can say it, with the nearest plain letters for the rest."""
    if _fits(text, encoding):
        return text
    return "".join(each if _fits(each, encoding) else _nearest(each, encoding) for each in text)


def _nearest(character: str, encoding: str) -> str:
    if character in _NEAR:
        return _NEAR[character]
    parts = unicodedata.normalize("NFKD", character)
    base = "".join(part for part in parts if _fits(part, encoding))
    return base or ("" if unicodedata.combining(character) else "?")


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeError:
        return False
    return True
