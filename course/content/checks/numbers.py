"""Numbers that can be compared and need no sums. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.checks.rule import CDC, PEMAT, rule
from course.content.checks.texts import matches, words_in
from course.content.model import Module, Page, PeopleFigure
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.errors import Problem

_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty"
_N = rf"(?:\d[\d,]*|{_WORDS})"
_ONE_IN = re.compile(
    rf"\b(?:1|one) (?:in|out of) (?:every )?(?:{_N}|a hundred|a thousand)\b(?! (?:minutes?|hours?|"
    r"days?|weeks?|months?|years?)\b)",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"\d\s?%|\bper ?cent\b", re.IGNORECASE)
_SHARE = re.compile(
    rf"\b{_N} (?:people |patients |adults |women |men )?(?:out of|of|in) "
    r"(?:every |these |the )?"
    rf"(?P<all>\d[\d,]*|{_WORDS}|a hundred|a thousand)\b(?!,? (?:\w+ )?(?:minutes?|hours?|days?|"
    r"weeks?|months?|years?|the|these|them|our|studies|trials|sources|visits|shots)\b)|"
    rf"(?-i:\b(?:Out of|Of)) (?:every |these |the )?(?P<people>{_N}) "
    r"(?:people|patients|adults|women|men)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_DECIMAL = re.compile(r"(?<![\d.])\d+[.,]\d{1,2}(?![\d.,]|\.\d)(?! ?(?:am|pm)\b)")
_FEVER = re.compile(r"\b(?:fever|temperature|degrees)\b|\u00b0", re.IGNORECASE)
"""A thermometer shows a decimal, and 38 for 38.5 would be wrong."""
_EACH = r"(?:each|per \w+|a (?:visit|shot|day|week|month|session|year)|apiece)"
_NEXT = r"[^.?!]*(?:[.][^.?!]*)?"
"""The rest of a sentence, and the sentence after it."""
_SUM = re.compile(
    rf"\$ ?\d[\d,]* {_EACH}\b[^.?!]*\b{_N} (?:times|days|weeks|months)\b|"
    rf"\$ ?\d[\d,]* {_EACH}\b{_NEXT}\b{_N} (?:visits?|shots?|sessions?)\b|"
    rf"\b(?:each|every|a|one) (?:visit|shot|session) (?:costs?|is) (?:about )?\$ ?\d[\d,]*\b"
    rf"{_NEXT}\b{_N} (?:visits|shots|sessions)\b|"
    rf"\b{_N} (?:visits?|shots?|sessions?)\b[^.?!]*\bat \$ ?\d[\d,]*(?: {_EACH})?\b|"
    rf"\b{_N} times (?:as (?:much|many)|more|the)\b[^.?!]*\d|"
    r"\b(?:plus|minus|add|subtract|multiply|times) \$? ?\d",
    re.IGNORECASE,
)
_AS_NUMBERS = dict(
    zip(
        [*_WORDS.split("|"), "a hundred", "a thousand"],
        (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000),
        strict=True,
    )
)


@rule(
    "N01",
    'No "1 in X" on a page with per cents',
    why='Many people take "1 in 200" for more than "1 in 20". Beside per cents few can compare.',
    source=f"{CDC}; AHRQ SHARE Approach, communicating numbers",
    bad="""\
# a page
text: Of all who swim, 20% like it, and 1 in 8 fear it. [^book]
""",
    good="""\
# a page
text: Of 100 who swim, 20 like it, and 12 fear it. [^book]
""",
)
def check_one_in(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each "1 in X" of such a page."""
    for _, texts in _pages(module):
        if not any(_PER_CENT.search(words_in(text)) for text in texts):
            continue
        for text in texts:
            for found, at in matches(_ONE_IN, text):
                what = f'"{found.group()}" stands beside per cents here.'
                yield module.problem(text.path, what, 'Tell both "of 100 people".', at)


@rule(
    "N02",
    "A page counts people out of one number",
    why="36 of 90 and 46 of 100 cannot be compared without a sum.",
    source=f"{CDC}; AHRQ SHARE Approach, communicating numbers",
    bad="""\
# a page
text: It helped 8 of 10 cats. It helped 4 of 5 dogs. [^book]
""",
    good="""\
# a page
text: It helped 6 of 10 cats. It helped 8 of 10 dogs. [^book]
""",
)
def check_denominators(module: Written[Module]) -> Iterator[Problem]:
    """A problem at the first share of a page that is of another number than those before."""
    people = {path[:2] for path, _ in module.each(PeopleFigure)}
    for path, texts in _pages(module):
        first = 100 if path in people else None
        for text in texts:
            for found, at in matches(_SHARE, text):
                whole = _number(found["all"] or found["people"])
                if whole is None:
                    continue
                first = first or whole
                if whole != first:
                    what = f"This counts out of {whole:,}, and the page before it out of {first:,}."
                    cure = "Give both out of 100, or put them on two pages."
                    yield module.problem(text.path, what, cure, at)


@rule(
    "N03",
    "Numbers are whole",
    why='"7.5 of 100" is no person. Whole numbers are read right by more people.',
    source=CDC,
    severity="warning",
    bad="""\
# a page
text: The lake is 2.5 feet deep. [^book]
""",
    good="""\
# a page
text: The lake is about 3 feet deep. [^book]
""",
)
def check_decimals(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each number with a decimal point that a reader sees."""
    for text in (*module.texts, *module.exact):
        for found, at in () if _FEVER.search(words_in(text)) else matches(_DECIMAL, text):
            what = f"{found.group()} is not a whole number."
            yield module.problem(text.path, what, "Round it, and say about.", at)


@rule(
    "N04",
    "No sum is left to the reader",
    why="A reader who has to add or multiply gets it wrong, or stops reading.",
    source=f"{PEMAT}; {CDC}",
    severity="warning",
    bad="""\
# a page
text: A boat costs $20 each hour, and most stay for 3 times of 2 hours. [^book]
""",
    good="""\
# a page
text: A boat for the day costs $120 in all. [^book]
""",
)
def check_sums(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each sentence that gives the parts of a sum."""
    for text in module.texts:
        for _, at in matches(_SUM, text):
            what = "Here the reader has to do a sum."
            cure = "Give the result, and say what it is made of."
            yield module.problem(text.path, what, cure, at)


def _pages(module: Written[Module]) -> Iterator[tuple[Path, list[Text]]]:
    for path, _ in module.each(Page):
        texts = [*module.texts, *module.exact]
        yield path, [each for each in texts if each.path[:2] == path and each.path[-1] != "alt"]


def _number(words: str) -> int | None:
    if words.casefold() in _AS_NUMBERS:
        return _AS_NUMBERS[words.casefold()]
    digits = words.replace(",", "")
    return int(digits) if digits.isdigit() and not _YEAR.match(digits) else None
