"""Every page and question can be read at school grade 6, and no sentence is long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from msgspec import Meta

from course.content import wording
from course.content.checks.draft import LanguageDraft, ModuleFile, Told
from course.content.checks.rule import CDC, PLAIN, rule, same_rule
from course.content.checks.safety import Medicines
from course.content.checks.scope import LANGUAGE, MODULE, TEXT
from course.content.checks.texts import offset_of
from course.content.checks.words import Words
from course.content.checks.words.phrases import Group, PlainWords
from course.content.kinds.questions import Question
from course.content.model import Module, Page, Term
from course.content.reading import LIMIT, Meter, meter_for, sentences_of
from course.content.source.binding import Text, Written
from course.content.source.nodes import Path
from course.content.source.spelling import quoted
from course.errors import Problem


class Grade(Words, frozen=True):
    """How a text is measured."""

    grade: Literal["flesch-kincaid"]
    """The formula: it is one of English alone."""
    medicines: Medicines
    known: PlainWords
    """Names that have no plainer word."""

    def meter(self, glossary: Iterable[Term]) -> Meter:
        """A meter that takes the names of medicines, and what needs no explaining, for easy."""
        return meter_for(glossary, (*self.medicines.every, *self.known))


class MostWords(Group, frozen=True):
    sentence: Annotated[int, Meta(ge=1, le=1000)]
    paragraph: Annotated[int, Meta(ge=1, le=1000)]


class Lengths(Words, frozen=True):
    """How many words a tired reader can hold: languages do not need equally many for one thing."""

    lengths: MostWords


@rule(
    "R01",
    f"Each page and question reads at school grade {LIMIT} or lower",
    why=(
        "Many adults find a text of grade 8 hard, and more so when they are ill or afraid. The "
        "grade is Flesch-Kincaid; terms of the glossary and medicines count as easy."
    ),
    source=f"{CDC}; AHRQ Health Literacy Universal Precautions Toolkit",
    scope=MODULE,
    words=Grade,
    bad="""\
# a page
text: Ask for immediate hydration instructions regarding recreational underwater activities.
""",
    good="""\
# a page
text: Ask how much to drink, and when to swim.
""",
)
def check(module: ModuleFile, words: Grade) -> Iterator[Problem]:
    """The grade of each page and question of a module."""
    glossary = module.edition.glossary
    if glossary.problems:
        return  # The terms that count as easy are not all known.
    meter = words.meter(term for _, term in glossary.each(Term))
    aims = [text for key in ("goal", "key_message") if (text := module.text(key))]
    yield from _grade(module, ("goal",), "The goal with the key message", aims, meter)
    signs = module.edition.signs
    for path, part in module.parts:
        if isinstance(part, Page):
            named = f'The page "{part.id}"'
            texts = [*wording.of_page(part), *wording.of_signs(part, signs)]
            yield from _grade(module, path, named, texts, meter)
        elif isinstance(part, Question):
            named = f'The question "{part.id}"'
            yield from _grade(module, path, named, wording.of_question(part), meter)


@rule(
    "R02",
    "No sentence is long",
    why=(
        "Who is tired or in pain has lost the start of a long sentence at its end. The most words "
        "are set for each language: 20 in English, the limit of plain-language guides for patients."
    ),
    source=PLAIN,
    scope=TEXT,
    words=Lengths,
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
def check_sentences(text: Told[Text], words: Lengths) -> Iterator[Problem]:
    """No sentence has more words than a tired reader can hold."""
    yield from _sentences(text.file, (text.it,), words)


@same_rule("R02", scope=LANGUAGE, words=Lengths)
def check_shared(edition: LanguageDraft, words: Lengths) -> Iterator[Problem]:
    """No sentence of the glossary, or of a claim in this language, is long."""
    claims = edition.draft.claims
    told = [text for text in claims.texts if text.path[-1] == edition.language]
    yield from _sentences(edition.glossary, edition.glossary.exact, words)
    yield from _sentences(claims, told, words)


def _sentences(written: Written[Any], texts: Iterable[Text], words: Lengths) -> Iterator[Problem]:
    most = words.lengths.sentence
    for text in texts:
        for sentence in sentences_of(text.node.text):
            size = len(sentence.split())
            if size > most:
                yield written.problem(
                    text.path,
                    f"This sentence has {size} words.",
                    f"Make two of it, or take words out: at most {most}.",
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
