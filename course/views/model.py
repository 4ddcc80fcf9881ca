"""The parts of which every view is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from course.content import prose
from course.views.press import Go, Press, Spot

if TYPE_CHECKING:
    from course.content.kinds.figures import Figure
    from course.content.model import Term
    from course.content.prose import Inline, Prose
    from course.content.signs import Level

Tone = Literal["plain", "good", "care"]


class Heading(Struct, frozen=True):
    text: str


class Text(Struct, frozen=True):
    prose: Prose


class Drawing(Struct, frozen=True):
    figure: Figure


class Box(Struct, frozen=True):
    """A callout: what to remember, to take care of or to ask."""

    kind: Literal["key", "warning", "ask"]
    label: str
    inlines: tuple[Inline, ...]


class Note(Struct, frozen=True):
    """A label and what it introduces; both in one paragraph."""

    label: str
    inlines: tuple[Inline, ...]
    tone: Tone = "plain"


class Plain(Struct, frozen=True):
    """A text shown exactly as it is written."""

    text: str
    strong: bool = False


class Noticed(Struct, frozen=True):
    """A danger sign, and why it is one; `why` is empty where it is not told."""

    sign: tuple[Inline, ...]
    why: tuple[Inline, ...] = ()
    picture: str = ""
    """The name of a picture that shows what the sign says; empty if there is none."""


class Advice(Struct, frozen=True):
    """What to do, and for which signs: it is said first, on a band in the colour of its level."""

    level: Level
    text: str
    """As in "Call 911"."""
    number: str = ""
    """The number in that text, which may stand in large digits."""
    more: str = ""
    """Whole sentences, such as the telephone numbers of the clinic."""
    signs: tuple[Noticed, ...] = ()
    apart: bool = True
    """Whether each sign stands for itself, or all of them in one run of text."""


class Terms(Struct, frozen=True):
    terms: tuple[Term, ...]


class BigDigits(Struct, frozen=True):
    """A learner's code, large enough to copy."""

    digits: str
    at: int | None = None
    """Which of its characters is looked at; None if none is."""


class Square(Struct, frozen=True):
    """A code for the camera of a phone."""

    text: str
    """What it holds."""
    instead: str
    """What is said where it cannot be drawn."""


Block = Heading | Text | Drawing | Box | Note | Plain | Advice | Terms | BigDigits | Square


class Passage(Struct, frozen=True):
    """What of a view is read aloud at once: a block or a part of it, or a card by its press."""

    of: Block | Press
    part: int = 0
    """Of a text, which paragraph or item; of an advice, 0 or which sign."""


class Verdict(Struct, frozen=True):
    """What became of an answer, said first and by its own sign."""

    tone: Literal["good", "safe", "unsure", "care", "danger"]
    text: str
    label: str
    """What stands before the choice: "You chose"."""
    chose: tuple[str, ...]
    """What the person chose: one text, or the steps of an order."""


class Card(Struct, frozen=True):
    """Something to choose. Its state is said in words and by a mark, never by colour alone."""

    press: Press
    text: str
    status: str = ""
    """A word or two about it, such as "Done" or its minutes."""
    mark: str = ""
    """`open`, `done`, `here` or `picked`; empty where a card has no state."""
    ticks: bool = False
    """Whether it is a box to tick, which is drawn as one."""
    picture: str = ""
    """The name of a picture that goes with its words."""
    about: tuple[str, ...] = ()
    """What it leads to, in words that are shown where there is room for all of them."""


class Mapped(Struct, frozen=True):
    """A picture of all places to choose from, for whoever sees it; its cards stand beside it."""

    picture: str
    """Its name; each place is the part of it with the same id."""
    places: tuple[str, ...]
    """Picking one chooses it, whether or not it has a card."""
    chosen: str = ""
    """The one that was chosen before; empty for none."""


class Button(Struct, frozen=True):
    spot: Spot
    label: str

    @property
    def press(self) -> Go:
        """What pressing it means."""
        return Go(self.spot)


Layout = Literal[
    "first",
    "pad",
    "keyboard",
    "code",
    "phone",
    "way",
    "page",
    "map",
    "question",
    "feedback",
    "result",
    "finish",
    "list",
    "still-there",
    "attract",
    "notice",
]
"""How a front end composes a view. `list`: a text with cards, as Help has; `notice`: a text alone
on the screen, with nothing to press."""


class View(Struct, frozen=True, kw_only=True):
    """One place, ready to be drawn. The buttons stand in the same spots on every view."""

    layout: Layout
    section: str
    """Where in the course this is; it stands on top."""
    said: str = ""
    """How far, as in "3 of 9". It stands on top, on the other side."""
    step: tuple[int, int] | None = None
    """The step, from 1, and how many there are; drawn as pieces."""
    title: str = ""
    title_asks: bool = False
    """Whether the title is what is asked; else it only says what a question belongs to."""
    verdict: Verdict | None = None
    blocks: tuple[Block, ...] = ()
    """What there is to read, the figure included, in its order."""
    asked: tuple[Block, ...] = ()
    """The question with its instruction, which never leaves the sight of its answers."""
    hints: tuple[Block, ...] = ()
    """What stands between the question and its answers."""
    cards: tuple[Card, ...] = ()
    typed: str = ""
    """Characters that a keyboard may type here; each means the pick of itself."""
    mapped: Mapped | None = None
    short_cards: bool = False
    """Whether the texts of the cards are short enough to stand beside each other."""
    card_first: bool = False
    """Whether a card is what most people press next, even where there is Next."""
    languages: tuple[Card, ...] = ()
    """The languages to choose from, each in its own words; `done` marks the one in use."""
    back: Button | None = None
    next: Button | None = None
    onward: str = ""
    """What comes after Next, where there is room for it."""
    tools: tuple[Button, ...] = ()
    """Listen, Sources, Hint, Stop: in the bar where there is room, and always cards of Help."""
    help: str = ""
    """The name of the words that say what to do here; empty where there is no Help."""
    menu: tuple[Button, ...] = ()
    """What Help offers here besides the tools."""
    cites: tuple[str, ...] = ()
    """The sources and claims that the view cites, in the order of their numbers."""
    picture: str = ""
    """The name of a picture that adds nothing to what is said, where there is room for one."""


SIGNS = {
    Spot.BACK: "0",
    Spot.NEXT: "9",
    Spot.HELP: "?",
    Spot.LISTEN: "*",
    Spot.SOURCES: "/",
    Spot.HINT: "/",
    Spot.STOP: "-",
}
"""The key that presses a button, the same on every view; each is on a number pad."""
LISTEN = Go(Spot.LISTEN)
ALOUD = (LISTEN, Go(Spot.READ))
"""What stands on a card for reading aloud, where there is a voice."""
CARDS = "12345678"
"""The keys of the cards, from the first on."""
SPARE = "/-+"
"""For what no digit is left: the keys of tools that are not on the view, and one that is no
tool's."""


def signs(view: View) -> dict[Press, str]:
    """The key of everything on a view that has one, in the order in which it is read.

    On a pad each digit is its own key, and the buttons have none; on a keyboard nothing has one,
    for keys write. Where the cards take all digits, those that are left have spare keys. Languages
    have the last of the digits that are free, or else the spare keys. Reading aloud, which not
    every front end has, keeps the key of Listen among the cards of Help, and moves no other.
    """
    if view.layout == "pad":
        return {card.press: card.text for card in view.cards if card.text in "0123456789"}
    if view.layout == "keyboard":
        return {}
    found: dict[Press, str] = {}
    others = [card for card in view.languages if card.mark != "done"]
    numbered = [card.press for card in view.cards if card.press not in ALOUD]
    used = {SIGNS[tool.spot] for tool in view.tools}
    keys = CARDS + "".join(sign for sign in SPARE if sign not in used)
    found.update(zip(numbered, keys, strict=False))
    found.update({card.press: SIGNS[Spot.LISTEN] for card in view.cards if card.press in ALOUD})
    free = CARDS[len(numbered) :]
    last = (free[-len(others) :] or keys[len(numbered) :]) if others else ""
    found.update(zip((card.press for card in others), last, strict=False))
    for button in (view.back, *view.tools, view.next):
        if button is not None:
            found[button.press] = SIGNS[button.spot]
    if view.help:
        found[Go(Spot.HELP)] = SIGNS[Spot.HELP]
    return found


def told(view: View) -> tuple[Block, ...]:
    """Everything that a view says, in the order of reading, for whoever does not see it."""
    title: tuple[Block, ...] = (Heading(view.title),) if view.title else ()
    if view.verdict is None:
        onward = (Plain(view.onward),) if view.onward else ()
        return (*title, *view.blocks, *view.asked, *view.hints, *onward)
    told = (*told_choice(view.verdict), told_verdict(view.verdict))
    return (*title, *view.asked, *told, *view.blocks, *view.hints)


def told_choice(verdict: Verdict) -> tuple[Block, ...]:
    """What the person chose."""
    label, chose = verdict.label, verdict.chose
    if len(chose) == 1:
        return (Note(label, prose.verbatim(chose[0])),)
    steps = tuple(prose.verbatim(each) for each in chose)
    return Heading(label), Text(prose.Prose((prose.Bullets(steps, ordered=True),)))


def told_verdict(verdict: Verdict) -> Block:
    """What became of it."""
    return Plain(verdict.text, strong=True)
