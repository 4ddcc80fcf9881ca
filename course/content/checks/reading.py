"""Every page and question can be read at school grade 6, and no sentence is long. English only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from course.content import wording
from course.content.checks.rule import CDC, PLAIN, rule, same_rule
from course.content.checks.texts import offset_of
from course.content.model import Claim, Module, Page, Question, Term
from course.content.reading import LIMIT, LONGEST_SENTENCE, Meter, meter_for, sentences_of
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.content.source.spelling import quoted
from course.errors import Problem


@rule(
    "R01",
    f"Each page and question reads at school grade {LIMIT} or lower",
    why=(
        "Many adults find a text of grade 8 hard, and more so when they are ill or afraid. The "
        "grade is Flesch-Kincaid; terms of the glossary and medicines count as easy."
    ),
    source=f"{CDC}; AHRQ Health Literacy Universal Precautions Toolkit",
    bad="""\
# a page
text: Ask for immediate hydration instructions regarding recreational underwater activities.
""",
    good="""\
# a page
text: Ask how much to drink, and when to swim.
""",
)
def check(module: Written[Module], glossary: Written[dict[str, Term]]) -> Iterator[Problem]:
    """Grades and long sentences of one module."""
    meter = meter_for(term for _, term in glossary.each(Term))
    aims = [text for key in ("goal", "key_message") if (text := module.text(key))]
    yield from _grade(module, ("goal",), "The goal with the key message", aims, meter)
    for path, part in module.parts:
        if isinstance(part, Page):
            named = f'The page "{part.id}"'
            yield from _grade(module, path, named, wording.of_page(part), meter)
        elif isinstance(part, Question):
            named = f'The question "{part.id}"'
            yield from _grade(module, path, named, wording.of_question(part), meter)


@rule(
    "R02",
    f"No sentence has more than {LONGEST_SENTENCE} words",
    why="Who is tired or in pain has lost the start of a long sentence at its end.",
    source=PLAIN,
    bad="""\
# a page
text: >-
  Ask how deep the lake is and how cold it is and who goes in and who stays out of it.
""",
    good="""\
# a page
text: Ask how deep the lake is. Ask how cold it is.
""",
)
def check_sentences(written: Written[Any]) -> Iterator[Problem]:
    """No sentence has more words than a tired reader can hold."""
    yield from _sentences(written, (*written.texts, *written.exact))


@same_rule("R02")
def check_claims(claims: Written[dict[str, Claim]]) -> Iterator[Problem]:
    """No sentence of a claim is long."""
    yield from _sentences(claims, [text for text in claims.texts if text.path[-1] == "en"])


def _sentences(written: Written[Any], texts: Iterable[Text]) -> Iterator[Problem]:
    for text in texts:
        for sentence in sentences_of(text.node.text):
            words = sentence.split()
            if len(words) > LONGEST_SENTENCE:
                yield written.problem(
                    text.path,
                    f"This sentence has {len(words)} words.",
                    f"Make two of it, or take words out: at most {LONGEST_SENTENCE}.",
                    offset_of(sentence, text.node.text),
                )


def _grade(
    module: Written[Module], path: Path, named: str, texts: Iterable[str], meter: Meter
) -> Iterator[Problem]:
    texts = tuple(texts)
    grade = meter.measure(texts).grade
    if grade <= LIMIT:
        return
    hardest = meter.hardest(texts)
    words = f" Long words: {quoted(hardest)}." if hardest else ""
    yield module.problem(
        path,
        f"{named} reads at school grade {grade:.1f}.",
        f"Use shorter words and sentences, down to {LIMIT}; explain what has to stay in the "
        f"glossary.{words}",
    )
