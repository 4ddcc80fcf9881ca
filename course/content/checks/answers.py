"""Answers that teach and give nothing away: what an author should mend in a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from course.content import prose, wording
from course.content.checks.draft import ModuleFile, Told
from course.content.checks.questions import all_questions
from course.content.checks.rule import ITEMS, PEMAT, rule
from course.content.checks.scope import MODULE, OPTION
from course.content.checks.words import Words
from course.content.checks.words.phrases import Phrases, PlainWords, compiled, either
from course.content.kinds.piece import Piece
from course.content.kinds.questions import Choice, Option, Question, Triage
from course.content.model import Module, Page
from course.content.signs import Sign
from course.content.source.binding import Written
from course.content.source.nodes import Path
from course.content.texts import whole_name
from course.errors import Problem

LONGEST = 12
"""The words of an answer."""
FEWEST = 3
"""So many choices a module must have before their pattern says anything."""

_WORD = re.compile(r"[^\W\d_]{3,}")


class AllOfThem(Words, frozen=True):
    """What an option says that speaks of the other options."""

    all_of_them: Phrases

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of them."""
        return compiled(either(self.all_of_them))


class SmallWords(Words, frozen=True):
    """Words that two texts may have in common without telling of the same thing."""

    small_words: PlainWords

    @cached_property
    def small(self) -> frozenset[str]:
        """All of them, in small letters."""
        return frozenset(word.casefold() for word in self.small_words)

    def others_of(self, text: str) -> set[str]:
        """The beginnings of the words that carry a text's meaning, so that wet and wetter meet.

        None in scripts without capital letters: most of those put no blank between words.
        """
        words = (word.casefold() for word in _WORD.findall(text) if word.lower() != word.upper())
        return {word[:5].rstrip("es") for word in words if word not in self.small}


_LONG = """\
# a question
- id: {name}
  kind: choice
  ask: What does water do?
  options:
    - {{text: {first}, because: Water is wet.}}
    - {{text: {second}, because: Water is wet.}}
  hint: Put a hand into it.
  page: wet
"""


def _choices(*answers: tuple[str, str]) -> str:
    """Some choices with their options, for an example."""
    parts = [_LONG.format(name=f"q{n}", first=a, second=b) for n, (a, b) in enumerate(answers)]
    return parts[0] + "".join(part.removeprefix("# a question\n") for part in parts[1:])


_WET = "It makes you wet, right: true"
_DRY = "It keeps you dry"


@rule(
    "Q06",
    'No option is "all of the above" or "none of the above"',
    why="Options are shuffled, and such an option is right too often for who knows only a part.",
    source=ITEMS,
    scope=OPTION,
    words=AllOfThem,
    bad=_choices((_WET, "All of the above")),
    good=_choices((_WET, _DRY)),
)
def check_all_of_them(option: Told[Option], words: AllOfThem) -> Iterator[Problem]:
    """A problem at each option that speaks of the other options."""
    if found := words.pattern.search(option.it.text):
        what = f'This option says "{found.group()}".'
        cure = "Say what it means, or ask with rows of yes and no."
        yield option.problem(what, cure, "text", offset=found.start())


@rule(
    "Q07",
    "The right option is not the longest one in every choice of a module",
    why="Who sees that the longest answer is right needs to know nothing else.",
    source=ITEMS,
    scope=MODULE,
    severity="warning",
    bad=_choices(
        (_WET, "It is dry"), (_DRY, "It makes you very wet, right: true"), (_WET, "It is dry")
    ),
    good=_choices((_WET, "It keeps you very dry"), (_DRY, _WET), (_WET, "It is dry")),
)
def check_longest(module: ModuleFile) -> Iterator[Problem]:
    """A problem at the last right option, if each right one is clearly the longest."""
    marked = list(_right_options(module))
    if len(marked) >= FEWEST and all(_is_longest(choice, at) for _, choice, at in marked):
        path, _, at = marked[-1]
        what = f"In all {len(marked)} choices of this module the right option is the longest."
        cure = "Shorten some right options, or say more in some of the others."
        yield module.problem((*path, "options", at, "text"), what, cure)


@rule(
    "Q08",
    "The right option does not stand in the same place in every choice of a module",
    why=(
        "The screen shuffles the options. Paper and a voice that reads the file do not, and an "
        "author who always begins with the right one writes the others with less care."
    ),
    source=ITEMS,
    scope=MODULE,
    severity="warning",
    bad=_choices((_WET, "It keeps you very dry"), (_WET, _DRY), (_WET, _DRY)),
    good=_choices((_WET, "It keeps you very dry"), (_DRY, _WET), (_WET, _DRY)),
)
def check_place(module: ModuleFile) -> Iterator[Problem]:
    """A problem at the last right option, if all stand in one place."""
    marked = list(_right_options(module))
    if len(marked) >= FEWEST and len({at for _, _, at in marked}) == 1:
        path, _, at = marked[-1]
        what = f"In all {len(marked)} choices of this module the right option is number {at + 1}."
        yield module.problem((*path, "options", at, "text"), what, "Move some of them.")


@rule(
    "Q09",
    f"An answer has at most {LONGEST} words",
    why="A reader compares the answers, and has to hold all of them in mind.",
    source=f"{ITEMS}; CDC Clear Communication Index",
    scope=MODULE,
    severity="warning",
    bad=_choices((_WET, "It keeps you dry and warm and well and so on for a day and a night")),
    good=_choices((_WET, _DRY)),
)
def check_words(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each answer of too many words."""
    for path, piece in module.each(Piece):
        for key in piece.answers:
            words = len(getattr(piece, key).split())
            if words > LONGEST:
                what = f"This answer has {words} words."
                cure = f"Shorten it to {LONGEST}; the reason belongs under because."
                yield module.problem((*path, key), what, cure)


@rule(
    "Q10",
    "The page that a question names teaches what it asks",
    why='"Show me" must lead to the answer, or a wrong answer teaches nothing.',
    source=f"{PEMAT}; {ITEMS}",
    scope=MODULE,
    words=SmallWords,
    bad="""\
# a question
- id: what
  kind: choice
  ask: Who builds boats?
  options:
    - {text: Carpenters, right: true, because: They build boats.}
    - {text: Bakers, because: They bake bread.}
  hint: Look at a boat.
  page: wet
""",
    good=_choices((_WET, _DRY)),
)
def check_taught(module: ModuleFile, words: SmallWords) -> Iterator[Problem]:
    """A problem at the page of a question with which it has no word in common."""
    signs = module.edition.signs
    for path, question in all_questions(module):
        asked = words.others_of(" ".join(map(prose.plain, wording.of_question(question))))
        where, name = whole_name(question.page, module.text("id") or "")
        pages = module.edition.modules.get(where, module).each(Page)
        page = next((page for _, page in pages if page.id == name), None)
        if page is None or _is_about_a_row(question, page, signs):
            continue
        told = words.others_of(_told_on(page, signs))
        if asked and not asked & told:
            what = f'The page "{question.page}" has no word in common with this question.'
            cure = "Name the page that teaches it, or teach it there."
            yield module.problem((*path, "page"), what, cure)


def _is_about_a_row(question: Question, page: Page, signs: Mapping[str, Sign]) -> bool:
    """Whether a story is about a sign that a page shows: that page teaches it in any words."""
    return (
        isinstance(question, Triage)
        and page.triage is not None
        and question.sign in signs
        and page.triage.is_shown(question.sign, signs[question.sign])
    )


def _told_on(page: Page, signs: Mapping[str, Sign]) -> str:
    told = [page.title, *map(prose.plain, wording.of_page(page))]
    told += map(prose.plain, wording.of_signs(page, signs))
    for figure in wording.figures_of(page):
        told += [figure.alt, *wording.labels_of_figure(figure)]
    return " ".join(told)


def _right_options(module: Written[Module]) -> Iterator[tuple[Path, Choice, int]]:
    for path, question in all_questions(module):
        if isinstance(question, Choice):
            right = [at for at, option in enumerate(question.options) if option.right]
            if len(right) == 1:
                yield path, question, right[0]


def _is_longest(choice: Choice, at: int) -> bool:
    others = [len(option.text) for n, option in enumerate(choice.options) if n != at]
    return len(choice.options[at].text) > max(others)
