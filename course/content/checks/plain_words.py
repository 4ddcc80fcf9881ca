"""Sentences that say who acts, words that people know, and texts with air. English only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.content import prose
from course.content.checks.rule import CDC, PEMAT, PLAIN, rule
from course.content.checks.texts import matches, offset_of, parsed, words_in
from course.content.model import Module, Page, Term
from course.content.source.binding import Text, Written
from course.errors import Problem

MOST_ITEMS = 7
MOST_WORDS = 60
"""The words of a paragraph: five or six lines on the smallest screen."""

_FEELING = "concerned|interested|pleased|prepared|relaxed|scared|tired|worried"
_PARTICIPLE = (
    rf"(?:(?!(?:{_FEELING})\b)\w{{2,}}ed|given|taken|made|done|held|kept|known|seen|shown|told|sent|"
    r"brought|written|"
    r"chosen|drawn|put|read|paid|found|felt|left|begun|broken|driven)"
)
_BE = r"(?:is|are|was|were|be|been|being)"
_PASSIVE = re.compile(
    rf"\b{_BE}\s+(?:\w+ly\s+|also\s+|not\s+|often\s+)?(?P<done>{_PARTICIPLE})\s+by\s+"
    r"(?!(?:about|around|up to|more than|less than|at least|hand|mouth|law|now|then|\d|\w+ing\b))|"
    rf"\b(?:must|should|has to|have to|ought to)\s+(?:not\s+)?be\s+(?:\w+ly\s+)?"
    rf"(?P<to_do>{_PARTICIPLE})\b",
    re.IGNORECASE,
)
JARGON = {
    "abdomen": "belly",
    "administer": "give",
    "adverse": "bad, harmful",
    "ambulatory": "able to walk",
    "analgesic": "pain medicine",
    "anaphylaxis": "bad allergic reaction",
    "anesthesia": "numbing, or sleep",
    "anesthetic": "numbing drug",
    "anticoagulant": "blood thinner",
    "approximately": "about",
    "articular": "of the joint",
    "aspirate": "draw out",
    "asymptomatic": "without signs",
    "atrophy": "wasting",
    "benign": "not cancer",
    "bilateral": "on both sides",
    "cardiac": "of the heart",
    "chronic": "long-term",
    "commence": "begin",
    "comorbidity": "other illness",
    "contraindicated": "not safe for you",
    "contraindication": "reason against it",
    "contusion": "bruise",
    "corticosteroid": "steroid",
    "discontinue": "stop",
    "dosage": "how much to take",
    "dyspnea": "trouble breathing",
    "edema": "swelling",
    "efficacy": "how well it works",
    "erythema": "redness",
    "exacerbate": "make worse",
    "fatigue": "feeling tired",
    "fracture": "broken bone",
    "hematoma": "bruise",
    "hemorrhage": "bleeding",
    "hyperglycemia": "high blood sugar",
    "hypertension": "high blood pressure",
    "hypertonic": "strong",
    "hypoglycemia": "low blood sugar",
    "hypotension": "low blood pressure",
    "immunosuppressed": "with a weak immune system",
    "incision": "cut",
    "inflammation": "swelling",
    "infusion": "drip",
    "ingest": "swallow",
    "injection": "shot",
    "intra-articular": "into the joint",
    "intravenous": "into a vein",
    "laceration": "cut",
    "lesion": "sore spot",
    "localized": "in one place",
    "malaise": "feeling unwell",
    "medication": "medicine",
    "musculoskeletal": "of muscles and bones",
    "neuropathy": "nerve damage",
    "nsaid": "anti-inflammatory",
    "onset": "start",
    "oral": "by mouth",
    "orally": "by mouth",
    "osteoarthritis": "arthritis",
    "palpate": "feel",
    "paresthesia": "tingling",
    "physician": "doctor",
    "placebo": "treatment without the drug",
    "pneumothorax": "collapsed lung",
    "practitioner": "doctor",
    "prior to": "before",
    "prognosis": "what to expect",
    "proliferant": "what is in the shot",
    "prophylactic": "to prevent it",
    "pruritus": "itching",
    "pulmonary": "of the lung",
    "regimen": "plan",
    "renal": "of the kidney",
    "sclerosant": "what is in the shot",
    "subcutaneous": "under the skin",
    "suture": "stitch",
    "syncope": "fainting",
    "syringe": "needle",
    "systemic": "in the whole body",
    "thrombosis": "blood clot",
    "topical": "on the skin",
    "trauma": "injury",
    "utilize": "use",
    "vertebra": "bone of the back",
    "vertigo": "dizziness",
}
"""Words that patients often do not know, and a plainer one for each."""


@rule(
    "R03",
    "A sentence says who acts",
    why='"The form must be signed" does not say by whom. "Sign the form" does.',
    source=f"{PLAIN}; {PEMAT}; {CDC}",
    severity="warning",
    bad="""\
# a page
text: The form is signed by a nurse. [^book]
""",
    good="""\
# a page
text: A nurse signs the form. [^book]
""",
)
def check_passive(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each passive that names who acts behind "by", or hides who must act."""
    for text in module.texts:
        for found, at in matches(_PASSIVE, text):
            what = f'"{found.group().strip()}" is passive.'
            cure = "Begin with who acts, as in: The nurse signs it."
            yield module.problem(text.path, what, cure, at)


@rule(
    "R04",
    "A hard word is in the glossary, or has a plainer one",
    why="People do not ask what a word means; they guess.",
    source=f"{CDC}; {PEMAT}; CDC Everyday Words for Public Health Communication",
    severity="warning",
    bad="""\
# a page
text: Ask the physician how deep it is.
""",
    good="""\
# a page
text: Ask the doctor how deep it is.
""",
)
def check_jargon(module: Written[Module], glossary: Written[dict[str, Term]]) -> Iterator[Problem]:
    """A problem at each such word that the glossary does not explain."""
    explained = [
        form.casefold() for _, term in glossary.each(Term) for form in (term.term, *term.also)
    ]
    known = "|".join(map(re.escape, sorted(explained, key=len, reverse=True)))
    hard = "|".join(map(re.escape, sorted(JARGON, key=len, reverse=True)))
    # A longer term of the glossary hides a hard word inside it.
    pattern = re.compile(
        rf"(?<!\w)(?:{known + '|' if known else ''}(?P<hard>{hard})(?:e?s)?)(?!\w)",
        re.IGNORECASE,
    )
    for text in (*module.texts, *module.exact):
        for found, at in matches(pattern, text):
            if word := found["hard"]:
                what = f'Many people do not know the word "{found.group()}".'
                cure = f"Say: {JARGON[word.casefold()]}. Or explain it in the glossary."
                yield module.problem(text.path, what, cure, at)


@rule(
    "R05",
    f"A list has at most {MOST_ITEMS} items",
    why="Few people keep more than seven things in mind. Two short lists are easier.",
    source=f"{CDC}; {PEMAT}",
    severity="warning",
    bad="""\
# a page
text: |
  Bring these:

  - a cup
  - a jug
  - a can
  - a pot
  - a mug
  - a pan
  - a bag
  - a box
""",
    good="""\
# a page
text: |
  Bring these:

  - a cup
  - a jug
""",
)
def check_lists(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each longer list and checklist."""
    for text in module.texts:
        content = parsed(text)
        for block in content.blocks if isinstance(content, prose.Prose) else ():
            if isinstance(block, prose.Bullets) and len(block.items) > MOST_ITEMS:
                what = f"This list has {len(block.items)} items."
                first = "".join(
                    each.text for each in block.items[0] if isinstance(each, prose.Span)
                )
                at = offset_of(first, text.node.text)
                yield module.problem(text.path, what, _CUT, at)
    for path, page in module.each(Page):
        if page.checklist and len(page.checklist) > MOST_ITEMS:
            what = f"This checklist has {len(page.checklist)} items."
            yield module.problem((*path, "checklist"), what, _CUT)


_CUT = f"Make two lists or two pages of it: at most {MOST_ITEMS}."


@rule(
    "R06",
    f"A paragraph has at most {MOST_WORDS} words",
    why="A wall of text is skipped. White space and lists let a reader find what matters.",
    source=f"{CDC}; {PEMAT}",
    severity="warning",
    bad="# a page\ntext: >-\n" + "  Ask how deep it is, and go in to see.\n" * 7,
    good="# a page\ntext: Ask how deep it is, and go in to see.\n",
)
def check_walls(module: Written[Module]) -> Iterator[Problem]:
    """A problem at each longer paragraph."""
    for text in module.texts:
        at = 0
        for block in _paragraphs(text):
            at = offset_of(block, text.node.text, at)
            if len(block.split()) > MOST_WORDS:
                what = f"This paragraph has {len(block.split())} words."
                cure = "Break it with an empty line, or make a list of it."
                yield module.problem(text.path, what, cure, at)


def _paragraphs(text: Text) -> Iterator[str]:
    content = parsed(text)
    if content.faults:
        return
    if isinstance(content, prose.Prose):
        for block in content.blocks:
            if isinstance(block, prose.Paragraph):
                yield "".join(each.text for each in block.inlines if isinstance(each, prose.Span))
    else:
        yield words_in(text)
