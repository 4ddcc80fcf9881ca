"""Letters of blocks for headings and verdicts, and the solid digits of a code.

Nothing is kept of what was drawn: it may be the code of a person who has left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from course.ui.paint.alphabet import ACCENTS, DIGITS, LETTERS, SPACE

HEIGHT = 10
"""Rows of dots of a letter, or half as many of cells."""
DOTLESS = "\N{LATIN SMALL LETTER DOTLESS I}"
QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""A cell by its dots: upper left 1, upper right 2, lower left 4, lower right 8."""


def cells(dots: Sequence[str]) -> tuple[str, ...]:
    """Rows of dots as rows of cells, four dots each."""
    width = max(map(len, dots), default=0) + 1 & ~1
    even = [row.ljust(width, ".") for row in dots]
    if len(even) % 2:
        even.append("." * width)
    return tuple(
        "".join(
            QUARTERS[
                (upper[at] == "#")
                + 2 * (upper[at + 1] == "#")
                + 4 * (lower[at] == "#")
                + 8 * (lower[at + 1] == "#")
            ]
            for at in range(0, width, 2)
        )
        for upper, lower in zip(even[::2], even[1::2], strict=True)
    )


def letters(text: str, gap: int = 1, *, times: int = 1) -> tuple[str, ...]:
    """The rows of a text, `gap` dots between two letters; none if a letter has no form here.

    Five rows, or six where a capital letter has an accent, which stands in the first one; so many
    `times` that, for letters that are as many times as wide and as high.
    """
    drawn: list[list[str]] = []
    for character in unicodedata.normalize("NFC", text):
        if character == " ":
            # A gap stands before and behind it as well.
            drawn.append(["." * max(SPACE - gap, 1)] * (HEIGHT + 2))
            continue
        letter = _letter(character)
        if letter is None:
            return ()
        drawn.append(letter)
    rows = [("." * gap).join(parts) for parts in zip(*drawn, strict=True)]
    rows = rows if "#" in "".join(rows[:2]) else rows[2:]
    return cells(_larger(rows, times))


def in_lines(text: str, width: int) -> list[tuple[str, ...]]:
    """The rows of each line of a text that has as many words in a line as there are columns for.

    None if a word has no room, or a letter no form.
    """
    lines: list[tuple[str, ...]] = []
    before = ""
    for word in text.split():
        line = f"{before} {word}".strip()
        drawn = letters(line)
        if not drawn or len(drawn[0]) > width:
            line, drawn = word, letters(word)
            if not drawn or len(drawn[0]) > width:
                return []
        elif before:
            lines.pop()
        lines.append(drawn)
        before = line
    return lines


def even(text: str, width: int) -> list[tuple[str, ...]]:
    """The rows of a text in two lines that are about as long as each other.

    None if they have no room, or a letter no form.
    """
    words = text.split()
    found = [
        [letters(" ".join(part)) for part in (words[:at], words[at:])]
        for at in range(1, len(words))
    ]
    found = [pair for pair in found if all(pair)]
    best = min(found, key=lambda pair: max(len(line[0]) for line in pair), default=[])
    return best if all(len(line[0]) <= width for line in best) else []


def _letter(character: str) -> list[str] | None:
    """Twelve rows of dots, the first two above the capital letters; None if it has no form."""
    base, *marks = [*unicodedata.normalize("NFD", character)]
    if len(marks) > 1 or (marks and marks[0] not in ACCENTS):
        return None
    first, table = LETTERS.get(DOTLESS if marks and base == "i" else base, (0, ""))
    if not table:
        return None
    rows = table.split("/")
    above, below = ACCENTS[marks[0]] if marks else ("", "")
    # On a stem a slope would look like a longer stem.
    accent = (above, "" if base == "i" else below)
    width = max(map(len, (*rows, *accent)))
    # Small letters begin two rows below capital ones, and so do their accents.
    found = [*[""] * first, *accent, *rows]
    found += [""] * (HEIGHT + 2 - len(found))
    return [row.center(width, ".") for row in found]


def digits(code: str, *, large: bool = False, times: int = 1) -> tuple[str, ...]:
    """The rows of a code: digits of 5 rows and 4.5 columns, or of 7 and 7 if `large`; so many
    `times` that."""
    rows = [0, 1, 1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 8, 9] if large else list(range(10))
    columns = rows if large else [0, 1, 2, 3, 5, 6, 7, 8, 9]
    groups = [
        ["..".join("".join(DIGITS[d][row][at] for at in columns) for d in group) for row in rows]
        for group in code.split()
    ]
    return cells(_larger(["......".join(parts) for parts in zip(*groups, strict=True)], times))


def _larger(rows: Sequence[str], times: int) -> list[str]:
    """Rows of dots that are so many times as wide and as high."""
    if times == 1:
        return [*rows]
    return ["".join(dot * times for dot in row) for row in rows for _ in range(times)]
