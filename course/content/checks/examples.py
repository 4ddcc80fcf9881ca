"""Pieces that the examples of several rules are made of; none of them breaks a rule.

Each begins with the line that says where it belongs.
"""

from __future__ import annotations

from course.content.translation.record import mark_of

CHOICE = """\
# a question
- id: what
  kind: choice
  ask: What does water do?
  options:
    - {text: It makes you wet, right: true, because: Water is wet.}
    - {text: It keeps you dry, because: Water is wet.}
  hint: Put a hand into it.
  page: wet
"""

TIED = """\
# claims.yaml
deep:
  sources: [book]
  never_without: [shore]
shore:
  sources: [book]
"""
"""Two claims, one of which never stands without the other."""

SIGN = """\
# triage.yaml
deep:
  sign: {en: You cannot swim back}
  level: emergency
  why: {en: The water is cold.}
  sources: [book]
"""
STORIES = """\
# a question
- id: far
  kind: triage
  ask: The water is deep, and you cannot swim back.
  sign: deep
  hint: Is the water cold?
  page: wet
- id: farther
  kind: triage
  ask: You cannot swim back to the boat.
  sign: deep
  hint: Is the water cold?
  page: wet
"""
"""A danger sign, and two stories about it."""


def paper(checked: str = "2026-11-22") -> str:
    """A second source, beside the book that is always there, and the day of its last reading."""
    return f"""\
# sources.yaml
paper:
  title: The paper of water
  authors: Wells A
  published: Example Press
  year: 2018
  kind: review
  url: https://example.org/paper
  checked: {checked}
"""


WET = {
    "page.title": "Water is wet",
    "page.text": "Water makes your hands wet. [^book]",
    "page.callout.text": "How deep is the lake?",
}
_ORIGINALS = {
    "course": {"title": "Water"},
    "water": {
        "title": "Water",
        "goal": "Know what water does.",
        "key_message": "Water is wet.",
    },
    "water/wet": WET,
    "water/what": {
        "question.ask": "What does water do?",
        "question.options.0.text": "It makes you wet",
        "question.options.0.because": "Water is wet.",
        "question.options.1.text": "It keeps you dry",
        "question.options.1.because": "Water is wet.",
        "question.hint": "Put a hand into it.",
    },
}
"""What is translated of the course in which the examples stand."""


def marked(language: str) -> str:
    """Who translated it into a language, and of which words."""
    lines = [f"# translated/{language}.yaml\n"]
    for name, texts in _ORIGINALS.items():
        lines.append(f"{name}: {{of: {mark_of(texts)}, by: A Wells, on: 2026-11-22}}\n")
    return "".join(lines)


def spanish(page: str = "wet", number: str = "") -> str:
    """The module in a second language: the id of its page, and what is added to the text there."""
    return f"""\
# course.yaml
languages: [en, es]
title: {{en: Water, es: Agua}}
{marked("es")}# es/water.yaml
format: 1
id: water
title: Agua
goal: Saber lo que hace el agua.
key_message: El agua moja.
pages:
  - id: {page}
    title: El agua moja
    text: El agua moja las manos{number}. [^book] Pregunte al personal.
    callout: {{kind: ask, text: El agua moja mucho?}}
"""
