"""Danger signs with whom to call, no dose as an instruction, and no promises. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content import prose, wording
from course.content.checks.rule import PEMAT, PROJECT, rule
from course.content.checks.safety import MEDICINE
from course.content.checks.texts import offset_of, words_in
from course.content.model import Module, Option, Page, Row
from course.content.reading import sentences_of
from course.content.source.binding import Text, Written
from course.errors import Problem

_PART = r"(?:face|lips?|throat|tongue)"
_RED_FLAG = re.compile(
    r"\b(?:(?:trouble|hard to|cannot|can['\u2019]t|not|not (?:be )?able to|unable to) "
    r"breath(?:e|ing)|hard to speak, or breathe|short(?:ness)? of breath|"
    rf"chest pains?|chest hurts|swollen {_PART}|{_PART}(?: or {_PART})? (?:may |can )?"
    rf"(?:swells?|droops?)|{_PART} (?:is |are |feels )?swollen|signs? of a stroke|seizures?|"
    r"cannot (?:pee|hold your pee|see or speak|move (?:your|an?) (?:arm|leg))|"
    r"numb (?:groin|between the legs)|one side is (?:weak|numb)|(?:new )?weak legs|unconscious|"
    r"pass(?:es)? out|bad allergic reaction|collapsed lung|lung may have collapsed)\b",
    re.IGNORECASE,
)
_WHOM_TO_CALL = re.compile(
    r"\b(?:emergency|911|112|999|ambulance|call for help)\b|"
    r"\btell the staff (?:right away|at once|now)\b",
    re.IGNORECASE,
)
_AMOUNT = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|half an?)"
_COUNT = r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|half an?)"
_DOSE = (
    rf"\b{_AMOUNT}\s*(?:(?!times|hours|days|weeks|months)[a-z]+ )?"
    r"(?:mg|mcg|\u00b5g|g|ml|milligrams?|grams?|tablets?|pills?|capsules?|drops?|"
    r"spoons?|puffs?)\b|"
    rf"\bevery {_COUNT} hours\b|\b{_COUNT}(?: times)? (?:a|per|each) day\b|\b(?:twice|once) a day\b"
)
_TIME = rf"\bfor {_COUNT}(?: (?:to|or) {_COUNT})? (?:more )?(?:hour|day|week|month)s?\b"
_HOW_MUCH = re.compile(rf"{_DOSE}|{_TIME}", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b{_COUNT}(?: (?:to|or) {_COUNT})? (?:hour|day|week|month)s? (?:before|ahead|in advance)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\d\s*(?:mg|mcg|\u00b5g|milligrams?)\b", re.IGNORECASE)
"""Nothing but a medicine is counted so."""
_THEM = re.compile(
    r"\b(?:take|use|swallow|stop|restart|start|skip|avoid|pause)(?: taking)? "
    r"(?:it|them|these|this|those|all)\b(?! easy)",
    re.IGNORECASE,
)


def _told_to(verbs: str, more: str = "") -> re.Pattern[str]:
    """A sentence that tells the reader to do it; with `more` verbs where the sentence begins so."""
    return re.compile(
        rf"(?:^\W*|,\s+|\b(?:then|and|or|please|always|so|also)\s+)(?:{verbs}{more})\b|"
        r"\b(?:you|adults|people|patients|children|women|men)\s+(?:can|may|should|must|could)\s+"
        rf"(?:\w+ly\s+|then\s+|also\s+)?(?:{verbs})\b",
        re.IGNORECASE,
    )


_DO = _told_to(
    "take|use|swallow|stop|restart|start|skip|avoid|pause", "|give|apply|double|go on with"
)
_STOP = _told_to("stop|skip|avoid|pause|quit")
_SOURCE_SAYS = re.compile(r"\b(?:says?|said|advises?|suggests?)\b", re.IGNORECASE)
_PROMISE = re.compile(
    r"\b(?:miracles?|guarante(?:e|es|ed)|painless|harmless|risk-free|(?:completely|totally|100%) "
    r"safe|no (?:risks?|side effects?)(?! (?:is|are|was|were)\b)(?= (?:at all|to you)|[.!])|"
    r"will (?:cure|heal|fix) (?:you|your)|cures (?:your |the |all )?\w+|always works?|"
    r"never fails?|works? for everyone)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no one|nobody|not|never|cannot|can['\u2019]t|no)\b", re.IGNORECASE)


@rule(
    "X02",
    "A page with a danger sign says to get emergency help",
    why=(
        "Who has the sign must not look for what to do on another page. The number itself is the "
        "clinic's setting, so a page names the help and not the number."
    ),
    source=f"{PROJECT}; {PEMAT}",
    bad="""\
# a page
text: Do you have chest pain? Ask what it may be.
""",
    good="""\
# a page
text: Do you have chest pain? Get emergency help now.
""",
)
def check_red_flags(module: Written[Module]) -> Iterator[Problem]:
    """A problem at the first danger sign of a page that names no help."""
    for path, page in module.each(Page):
        told = " ".join([page.title, *map(prose.plain, wording.of_page(page))])
        if _WHOM_TO_CALL.search(told):
            continue
        for text in module.texts:
            if text.path[: len(path)] != path:
                continue
            if sign := _RED_FLAG.search(prose.plain(text.node.text)):
                what = f'This page names a danger sign ("{sign.group()}"), and no emergency help.'
                cure = 'Say on the same page: "Get emergency help now.", or whom to call.'
                at = offset_of(sign.group(), text.node.text)
                yield module.problem(text.path, what, cure, at)
                break


@rule(
    "X03",
    "No dose and no number of days of a medicine is an instruction",
    why=(
        "The course cannot see the chart. A dose that is right for one person harms another. What "
        "a source says may be told as that; what the reader is to do comes from the clinic."
    ),
    source=PROJECT,
    bad="""\
# a page
text: Take two pills of aspirin every four hours. [^book]
""",
    good="""\
# a page
text: Ask which pain medicine you may take. Read how much on its label.
""",
)
def check_doses(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each dose or time in a sentence that tells the reader to take or stop."""
    wrong = {
        (*path, "text")
        for kind in (Option, Row)
        for path, part in module.each(kind)
        if getattr(part, "answer", "") == "no" or getattr(part, "right", None) is False
    }
    for text in (*module.texts, *module.exact):
        if text.path in wrong or text.path[-1] in ("ask", "alt", "title"):
            continue
        for sentence in sentences_of(text.node.text):
            amount = _DO.search(sentence) and _HOW_MUCH.search(sentence)
            amount = amount or (_STOP.search(sentence) and _BEFORE.search(sentence))
            if not amount or _SOURCE_SAYS.search(sentence):
                continue
            if _of_a_medicine(sentence, text):
                what = f'This tells the reader how much or how long ("{amount.group()}").'
                cure = "Take it out, and send the reader to the clinic or the label."
                at = offset_of(sentence, text.node.text)
                yield module.problem(text.path, what, cure, at)


def _of_a_medicine(sentence: str, text: Text) -> bool:
    """Whether a sentence speaks of a medicine, or of "them" where its text names one."""
    if MEDICINE.search(sentence) or _WEIGHED.search(sentence):
        return True
    return bool(_THEM.search(sentence) and MEDICINE.search(words_in(text)))


@rule(
    "X04",
    "Nothing promises",
    why='No treatment is sure. "Cure", "painless" or "no risk" leads people to choose badly.',
    source=f"{PROJECT}; {PEMAT}",
    bad="""\
# a page
text: Water cures thirst. [^book]
""",
    good="""\
# a page
text: Water may ease thirst. [^book]
""",
)
def check_promises(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each promise outside of wrong answers, unless its sentence denies it."""
    for text in module.texts:
        for sentence in sentences_of(text.node.text):
            found = _PROMISE.search(sentence)
            if found and not _DENIED.search(sentence[: found.start()]):
                what = f'This promises: "{found.group()}".'
                cure = "Say what was seen, in how many, and that nobody can promise it."
                at = offset_of(found.group(), text.node.text)
                yield module.problem(text.path, what, cure, at)
