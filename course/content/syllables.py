"""How many syllables an English word has, as the CMU Pronouncing Dictionary hears it.

The dictionary has 126,000 words, and a program that only counts needs few of them: a rule counts
nine in ten right, and `syllables.txt` holds those that it gets wrong. That file is made by
`python -m tests.unit.content.syllable_table`; a test holds that the two together say the same as
the dictionary does of each of its words.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "syllables.txt"
WORD = re.compile(r"[A-Za-z0-9]+(?:['\u2019][A-Za-z]+)*")

_SILENT = (
    (re.compile(r"'s?"), ""),
    (re.compile(r"(?<=[^aeiouylr])e$"), ""),
    (re.compile(r"(?<=[aeiouy][lr])e$"), ""),
    (re.compile(r"(?<=[^aeioutd])ed$"), "d"),
    (re.compile(r"(?<=[^aeioucgszxl])es$"), "s"),
    (re.compile(r"([aeiouy][^aeiouy]+)e(ly|ment|ful|less|ness)"), r"\1\2"),
)
_VOWELS = re.compile(r"[aeiouy]+")
_SPOKEN_APART = re.compile(
    r"i(?:a(?!l)|o(?!n|u)|um|us)|[^q]ua|eo|[^aeiou]ying|ism$|uou",
)


def count(word: str) -> int:
    """The syllables of a word. A number has as many as digits, and so have letters like MRT."""
    folded = word.casefold().replace("\u2019", "'")
    known = _table().get(folded)
    if known is not None:
        return known
    if word.isdigit() or (word.isupper() and not _VOWELS.search(folded)):
        return len(word)
    return by_rule(folded)


def by_rule(word: str) -> int:
    """What the spelling says, at least one. For words in small letters."""
    for pattern, rest in _SILENT:
        word = pattern.sub(rest, word)
    return max(1, len(_VOWELS.findall(word)) + len(_SPOKEN_APART.findall(word)))


@cache
def _table() -> dict[str, int]:
    """The words of `syllables.txt`: each paragraph has those of one number, which comes first."""
    table: dict[str, int] = {}
    for paragraph in TABLE.read_text(encoding="ascii").split("\n\n"):
        if not paragraph.startswith("#"):
            number, *words = paragraph.split()
            table |= dict.fromkeys(words, int(number))
    return table
