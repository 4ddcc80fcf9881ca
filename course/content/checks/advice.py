"""Nothing tells a reader to do less for a danger sign than the one table says.

What is looked for is too little care, told to the reader: to wait or to rest, or to call, where the
table says to be faster. A sign is known by the ways to name it that are kept with the words of a
language; where several rows name it, the least urgent one counts. More care than the table says is
no fault here, nor is a sign in words that are not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from course.content import prose
from course.content.checks.care import Advising, clauses_of, is_less, order_of, passages
from course.content.checks.draft import ModuleFile, Told
from course.content.checks.rule import PROJECT, rule, same_rule
from course.content.checks.scope import MODULE, PAGE, QUESTION
from course.content.checks.texts import offset_of, parsed
from course.content.kinds.piece import Piece
from course.content.kinds.questions import Question, Triage
from course.content.model import Page
from course.content.reading import sentences_of
from course.content.signs import DangerSign, Level, urgency
from course.content.source.binding import Text
from course.errors import Problem


class Table(Struct, frozen=True):
    """What the rows say of each sign, and of what they rest on."""

    words: Advising
    floors: Mapping[int, Level]
    """The least urgent level of the rows that name a sign, by its number."""
    claims: Mapping[str, Level]
    """The same for each claim that a row rests on."""

    @classmethod
    def of(cls, module: ModuleFile, words: Advising) -> Table:
        """The table in the language of a module."""
        floors: dict[int, Level] = {}
        for row in module.edition.signs.values():
            for number in words.named(prose.plain(row.sign)):
                floors[number] = min(floors.get(number, row.level), row.level, key=urgency)
        claims: dict[str, Level] = {}
        draft = module.edition.draft
        for _, written in draft.triage.each(DangerSign):
            for name in {*written.sources} & draft.claims.entries().keys():
                claims[name] = min(claims.get(name, written.level), written.level, key=urgency)
        return cls(words, floors, claims)

    def less(self, advice: str, signs: Mapping[int, str]) -> tuple[str, Level] | None:
        """The first of some signs for which this is too little, and its level."""
        for number, sign in signs.items():
            if number in self.floors and is_less(advice, self.floors[number]):
                return sign, self.floors[number]
        return None


_TOLD = """\
# triage.yaml
chest:
  sign: {{en: Your chest hurts}}
  level: emergency
  why: {{en: A lung may have collapsed.}}
  sources: [book]
# a question
- id: far
  kind: triage
  ask: You swim in the water, and your chest hurts.
  sign: chest
  hint: {hint}
  page: wet
- id: near
  kind: triage
  ask: You come out of the water. It hurts to breathe.
  sign: chest
  hint: What does your chest do?
  page: wet
"""


@rule(
    "X09",
    "The hint of a story about a danger sign does not say what to do",
    why="It is shown before the second try. What it gives away, nobody has to know.",
    source=PROJECT,
    scope=QUESTION,
    words=Advising,
    bad=_TOLD.format(hint="Call 911 when it hurts."),
    good=_TOLD.format(hint="Where does it hurt?"),
)
def check_hint(question: Told[Question], words: Advising) -> Iterator[Problem]:
    """A problem at a hint that tells the reader to call, to wait or to rest."""
    if not isinstance(question.it, Triage):
        return
    for clause in clauses_of(question.it.hint):
        if words.advice(clause):
            what = "This hint says what to do."
            yield question.problem(what, "Ask what kind of sign it is.", "hint")
            return


_ROWS = _TOLD.format(hint="What does your chest do?")


@rule(
    "X08",
    "Nobody is told to do less for a danger sign than the table says",
    why=(
        "Two places that say two things leave the reader to choose, and waiting is what people "
        "choose. What to do for a sign stands in triage.yaml alone. Looked for is too little "
        "care: to wait, to rest or to call, told to the reader, beside a sign of the table, under "
        "a heading, or in an answer to a question about it."
    ),
    source=PROJECT,
    scope=MODULE,
    words=Advising,
    bad=f"""\
# a page
text: Chest pain? Wait until the next day. If you then faint, get emergency help.
{_ROWS}""",
    good=f"""\
# a page
text: "Chest pain? Call 911, and wait for the ambulance."
{_ROWS}""",
)
def check_advice(module: ModuleFile, words: Advising) -> Iterator[Problem]:
    """A problem at each text that tells the reader to do too little for a sign."""
    table = Table.of(module, words)
    wrong = {
        (*path, key)
        for path, piece in module.each(Piece)
        for key in piece.on_card
        if piece.is_wrong
    }
    titles = {path: words.advice(page.title) for path, page in module.each(Page)}
    for text in (*module.texts, *module.exact):
        if text.path in wrong or text.path[-1] in ("ask", "title"):
            continue
        heading = titles.get(text.path[:2], "")
        for sign, level, said in (
            *_in_passages(text, heading, table),
            *_in_citations(text, table),
            *_in_answers(module, text, table),
        ):
            what = f'This is less than triage.yaml says for "{sign}": {level}.'
            cure = "Leave out what to do, and let the page show the row."
            yield module.problem(text.path, what, cure, offset_of(said, text.node.text))
            break


_Fault = tuple[str, Level, str]
"""A sign, its level, and the words that say to do less."""


def _in_passages(text: Text, heading: str, table: Table) -> Iterator[_Fault]:
    """In each paragraph and item of a list: what is said for the signs that it names."""
    lead = heading
    for passage, is_item in passages(text):
        clauses = [*clauses_of(passage)]
        said = [table.words.advice(clause) for clause in clauses]
        for at, clause in enumerate(clauses):
            advice = said[at]
            if not advice and at and clauses[at - 1].endswith(":"):
                advice = said[at - 1]
            if not advice:
                advice = next(filter(None, said[at + 1 :]), "") or lead
            if found := table.less(advice, table.words.named(clause)):
                yield (*found, clause)
        if not is_item:
            lead = (said[-1] or heading) if clauses and clauses[-1].endswith(":") else heading


def _in_citations(text: Text, table: Table) -> Iterator[_Fault]:
    """In each sentence for which a claim is cited on which a row rests."""
    if text.markup == "exact":
        return
    said = ""
    for each in parsed(text).inlines:
        if isinstance(each, prose.Span):
            said = each.text if each.text.strip() else said
            continue
        sentence = next(reversed([*sentences_of(said)]), "")
        level = table.claims.get(each.id)
        if level and is_less(table.words.advice(sentence), level):
            yield each.id, level, sentence


def _in_answers(module: ModuleFile, text: Text, table: Table) -> Iterator[_Fault]:
    """In what is said to an answer: the signs are those of the question and of its row."""
    if text.path[0] != "questions" or len(text.path) < 3:
        return
    asked = [module.text(*text.path[:2], "ask"), module.text(*text.path[:-1], "text")]
    context = [each for each in asked if each and each != text.node.text]
    signs = table.words.named(" ".join(context))
    clauses = (clause for passage, _ in passages(text) for clause in clauses_of(passage))
    said = [table.words.advice(clause) for clause in clauses]
    most = max(filter(None, said), key=order_of, default="")
    if found := table.less(most, signs):
        yield (*found, text.node.text)


@same_rule("X08", scope=PAGE, words=Advising)
def check_shown(page: Told[Page], words: Advising) -> Iterator[Problem]:
    """A problem at a text that tells to call where the rows of its page say to do more."""
    if page.it.triage is None:
        return
    level = page.it.triage.level
    for text in page.texts():
        for passage, _ in passages(text):
            for clause in clauses_of(passage):
                advice = words.advice(clause)
                if advice != "home" and is_less(advice, level):
                    what = f"The signs that this page shows need more than that: {level}."
                    cure = "Leave it out: what to do stands above the signs."
                    at = offset_of(clause, text.node.text)
                    yield page.file.problem(text.path, what, cure, at)
                    return
