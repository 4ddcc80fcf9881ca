"""No number of days for stopping a medicine stands alone. English only.

A time for stopping a medicine is safe to read only beside the rule that a doctor's medicine is
never stopped without that doctor. Claims tie the two together with `never_without`; so where such a
time is named, the page or the question cites one end of such a tie (and `sources.check_company`
sees to it that the other end is there too).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content.checks.rule import PROJECT, rule
from course.content.checks.sources import Claims, cites_of
from course.content.checks.texts import offset_of, words_in
from course.content.model import Claim, Module
from course.content.reading import MEDICINES, sentences_of
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.errors import Problem

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|a few)"
_TIME = re.compile(
    rf"\b{_NUMBER}(?:\s+(?:to|or|and)\s+{_NUMBER})?\s+(?:hour|day|week|month)s?\b", re.IGNORECASE
)
_DRUGS = (
    r"(?:medicines?|medications?|drugs?|pills?|tablets?|anti-inflammator\w+|blood thinners?|"
    rf"steroids?|painkillers?|{'|'.join(MEDICINES)})"
)
MEDICINE = re.compile(rf"\b{_DRUGS}\b", re.IGNORECASE)
_STOPPING = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|quit|skip|pause|without|avoid|leave out|give up|"
    r"come off|go off|hold off|(?:stay|keep) (?:off|away from)|cut out|(?:take|use) no|"
    r"(?:do|must|should) not (?:take|use)|don['\u2019]t (?:take|use)|"
    rf"(?:no|last) (?:(?:dose|use) of )?{_DRUGS})\b",
    re.IGNORECASE,
)
_STOPPING_ELSE = re.compile(
    r"\b(?:stop|quit|skip|pause|without|avoid|give up|stay off|do not use) "
    r"(?:(?:all|any|hard|heavy|hot|long|your|the|a) )*"
    r"(?:eating|food|meals?|drinking|drinks?|alcohol|coffee|smoking|driving|heat|ice|baths?|saunas?|"
    r"sports?|exercise|work|running|lifting|swimming|sun)\b",
    re.IGNORECASE,
)
"""What else a reader may be asked to stop, in a sentence that names no medicine."""


@rule(
    "X01",
    "No time for stopping a medicine stands without its rule",
    why=(
        "Who stops a blood thinner on their own may have a stroke. A time to stop "
        "is safe only beside the rule to ask the doctor who gave the medicine."
    ),
    source=PROJECT,
    bad="""\
# a page
text: One book says to stop your pills two days before. [^book]
""",
    good="""\
# a page
text: Ask your doctor before you stop your pills.
""",
)
def check(module: Written[Module], claims: Claims) -> Iterator[Problem]:
    """A problem at each time for stopping a medicine on a page, or in a question, without a tie."""
    if claims.problems:
        return  # The tie may be among what cannot be read.
    tied = {
        name
        for path, claim in claims.each(Claim)
        if claim.never_without
        for name in (str(path[0]), *claim.never_without)
    }
    cited = cites_of(module)
    told: dict[Path, list[Text]] = {}
    for text in (*module.texts, *module.exact):
        if len(text.path) > 2:
            told.setdefault(text.path[:2], []).append(text)
    for path, texts in told.items():
        if tied.isdisjoint(cited.get(path, ())) and any(
            MEDICINE.search(words_in(t)) for t in texts
        ):
            for text in texts:
                if time := _time_to_stop(text):
                    yield module.problem(
                        text.path,
                        "This names a time for stopping a medicine, and no rule stands with it.",
                        "Take the time out, or cite a claim that has never_without and say on the "
                        "same page whom to ask before stopping.",
                        offset_of(time, text.node.text),
                    )


def _time_to_stop(text: Text) -> str | None:
    for sentence in sentences_of(text.node.text):
        rest = sentence if MEDICINE.search(sentence) else _STOPPING_ELSE.sub("", sentence)
        if _STOPPING.search(rest) and (time := _TIME.search(sentence)):
            return time.group()
    return None
