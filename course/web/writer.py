"""A section as HTML: what stands on top of it, what it says, and what can be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

from course.views.model import Button, Card, Plain, View
from course.views.press import Pick, Press, Spot
from course.web.blocks import Blocks
from course.web.conditions import alternatives, first_of, shown
from course.web.model import ALWAYS, Section, Way, Ways, When

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.language import Words
    from course.views.model import Block
    from course.web.pictures import Pictures

_ARROWS = "\u2190\u2192\u2193"
_TONES = {"good": "\u2713", "safe": "\u2713", "unsure": "?", "care": "\u2192", "danger": "!"}
"""What stands before a verdict, so that none is told by its color alone."""


class At(Struct, frozen=True):
    """What in a view is not always there."""

    items: Mapping[str, When] = {}
    """When headings and items of lists show, by their words."""
    cards: Mapping[Press, When] = {}
    """When cards show."""
    statuses: Mapping[Press, str] = {}
    """What stands on cards behind their words, as HTML."""


ALWAYS_ALIKE = At()


class Writer:
    """Writes the sections of a course in one language."""

    def __init__(
        self,
        words: Words,
        clinic: Clinic,
        pictures: Pictures,
        places: Mapping[str, str],
        before: str = "",
    ) -> None:
        """`places` are those of the body, each with what it is called. `before` stands before all
        ids, for a language that is not the first."""
        self.words = words
        self.every = frozenset(("", *places))
        """All whose own shot may be in one of the places, or in none that is known."""
        self._clinic, self._pictures, self._places = clinic, pictures, places
        self._before = before

    def section(self, section: Section) -> str:
        """All of it, for whoever comes by."""
        faces = section.faces
        every = self.every if "" in section.owns else section.owns
        head = alternatives(((f.owns, self.head(f.view)) for f in faces), every)
        body = alternatives(((f.owns, self.body(section, f.view, f.ways)) for f in faces), every)
        foot = alternatives(((f.owns, self.foot(f.view, f.ways)) for f in faces), every)
        return self.framed(section.id, head + body + foot, faces[0].view.layout, _told(section))

    def framed(self, name: str, inner: str, layout: str, told: str = "") -> str:
        """A section of what was written for it."""
        return (
            f'<section id="{escape(self._before + name)}" class="{layout}" '
            f'lang="{escape(self.words.language)}"{told}>{inner}</section>\n'
        )

    # On top

    def head(self, view: View) -> str:
        """Where in the course this is, and how far."""
        said = f'<span class="said">{escape(view.said)}</span>' if view.said else ""
        if not (view.section or said):
            return ""
        drawn = ""
        if view.step:
            at, of = view.step
            drawn = f'<progress value="{at}" max="{of}" aria-hidden="true"></progress>'
        return f'<p class="where"><span>{escape(view.section)}</span>{said}</p>{drawn}'

    # What it says

    def body(
        self,
        section: Section,
        view: View,
        ways: Ways,
        at: At = ALWAYS_ALIKE,
    ) -> str:
        """What there is to read and to choose."""
        blocks = Blocks(self.words, self._clinic, self._pictures, view.cites, at.items)
        picture = self._pictures.sign(view.picture) if view.picture else ""
        told = picture + self.title(view) + blocks.all(view.blocks if not view.verdict else ())
        if view.verdict:
            told += self._verdict(view, blocks) + blocks.all(view.blocks)
        elif asked := view.asked if view.title else view.asked[1:]:
            told += f'<div class="asked">{blocks.all(asked)}</div>'
        return told + blocks.all(view.hints) + self._cards(section, view, ways, at)

    def dialed(self, text: str) -> str:
        """A text in which the numbers to call can be touched."""
        return Blocks(self.words, self._clinic, self._pictures).dialed(escape(text))

    def title(self, view: View) -> str:
        """What it is called; what became of an answer is said by the words of that."""
        if view.verdict:
            tone = view.verdict.tone
            sign = f'<span aria-hidden="true">{_TONES[tone]}</span>'
            return f'<h1 tabindex="-1" class="{tone}">{sign} {escape(view.verdict.text)}</h1>'
        # Where nothing else is the title of a view, what was asked is.
        asked = next((each.text for each in view.asked if isinstance(each, Plain)), "")
        title = view.title or asked
        is_quiet = view.layout == "question" and view.title and not view.title_asks
        kind = ' class="quiet"' if is_quiet else ""
        return f'<h1 tabindex="-1"{kind}>{escape(title)}</h1>'

    def blocks(self, told: Iterable[Block]) -> str:
        """Blocks that cite nothing."""
        return Blocks(self.words, self._clinic, self._pictures).all(told)

    def _verdict(self, view: View, blocks: Blocks) -> str:
        """What was asked, and what was chosen."""
        if view.verdict is None:
            return ""
        label, chose = escape(view.verdict.label), view.verdict.chose
        if len(chose) == 1:
            said = f'<p class="chose"><strong>{label}</strong> {escape(chose[0])}</p>'
        else:
            steps = "".join(f"<li>{escape(each)}</li>" for each in chose)
            said = f'<div class="chose"><h2>{label}</h2><ol>{steps}</ol></div>'
        return f'<div class="asked">{blocks.all(view.asked)}</div>{said}'

    # What can be pressed

    def _cards(self, section: Section, view: View, ways: Ways, at: At) -> str:
        if section.order and view.layout == "question":
            return self._steps(section, view)
        picks = [card for card in view.cards if isinstance(card.press, Pick)]
        if view.mapped or any(card.press not in ways for card in picks):
            return self._picks(section, view)
        cards = [card for card in view.cards if card.press in ways]
        told = "".join(self._card(section, card, ways[card.press], at) for card in cards)
        kind = "cards short" if view.short_cards else "cards"
        return f'<ul class="{kind}">{told}</ul>' if told else ""

    def _card(self, section: Section, card: Card, ways: Sequence[Way], at: At) -> str:
        picture = self._pictures.sign(card.picture) if card.picture else ""
        status = f' <span class="status">{escape(card.status)}</span>' if card.status else ""
        if isinstance(card.press, Pick) and section.told.question and not section.told.is_begun:
            tried = When((f"tried:{section.told.question}/{card.press.id}",))
            said = escape(self.words("question.tried"))
            status = f' <span class="status"{shown(tried)}>{said}</span>'
        status = at.statuses.get(card.press, status)
        about = "".join(f' <span class="status">{escape(each)}</span>' for each in card.about)
        label = f"{picture}<span>{escape(card.text)}</span>{about}{status}"
        only = shown(at.cards[card.press]) if card.press in at.cards else ""
        return f"<li{only}>{self.links(label, ways, 'card')}</li>"

    def _picks(self, section: Section, view: View) -> str:
        """Boxes to tick, or places of which one is chosen."""
        name = escape(f"{self._before}{section.id}")
        title = f'<legend class="heard">{escape(view.title)}</legend>'
        if view.mapped or not any(card.ticks for card in view.cards):
            places = view.mapped.places if view.mapped else ()
            own = escape(self.words("place.own"))
            told = "".join(
                f'<li><label class="card"><input type="radio" name="{name}" '
                f'data-own="{escape(place)}"><span>{escape(self._places[place])}</span>'
                f' <span class="status">{own}</span></label></li>'
                for place in places or self._places
            )
            body = self._pictures.body(view.mapped.picture) if view.mapped else ""
            listed = f'<ul class="cards short">{told}</ul>'
            return f'<fieldset class="places">{title}{body}{listed}</fieldset>'
        told = "".join(
            f'<li><label class="card"><input type="checkbox" '
            f'data-tick="{escape(section.place)}/{escape(card.press.id)}">'
            f"<span>{escape(card.text)}</span></label></li>"
            for card in view.cards
            if isinstance(card.press, Pick)
        )
        return f'<fieldset>{title}<ul class="cards">{told}</ul></fieldset>'

    def _steps(self, section: Section, view: View) -> str:
        """Steps to be put in order: the script hands the answer in."""
        picked = escape(self.words("question.picked", number="#"))
        steps = "".join(
            f'<li><button type="button" class="card" data-step="{escape(card.press.id)}">'
            f'<span>{escape(card.text)}</span> <span class="status" data-picked="{picked}"></span>'
            "</button></li>"
            for card in view.cards
            if isinstance(card.press, Pick)
        )
        answers = "".join(
            self.links("", ways, "", f' data-answer="{escape(answer)}"')
            for answer, ways in section.answers.items()
        )
        right = section.answers[",".join(section.order)]
        label = escape(self.words("feedback.answer"))
        unscripted = f"<noscript><p>{self.links(label, right, 'card')}</p></noscript>"
        handed = f'<div class="answers" hidden>{answers}</div>{unscripted}'
        return f'<ul class="cards steps">{steps}</ul>{handed}'

    def foot(self, view: View, ways: Ways) -> str:
        """On and back, and below them what else there is."""
        ends = "".join(
            self.links(self.label(button), ways[button.press], name)
            for name, button in (("back", view.back), ("next", view.next))
            if button is not None and button.press in ways
        )
        others = [*view.tools, *view.menu]
        if view.help:
            others.append(Button(Spot.HELP, self.words("button.help")))
        tools = "".join(
            f"<li>{self.links(self.label(button), ways[button.press], 'tool')}</li>"
            for button in others
            if button.press in ways
        )
        return (f'<div class="ends">{ends}</div>' if ends else "") + (
            f'<ul class="tools">{tools}</ul>' if tools else ""
        )

    def label(self, button: Button) -> str:
        """The label of a button; its arrow is for who sees it."""
        told = escape(button.label)
        for arrow in _ARROWS:
            told = told.replace(arrow, f'<span aria-hidden="true">{arrow}</span>')
        return told

    def links(self, label: str, ways: Sequence[Way], kind: str, more: str = "") -> str:
        """A link for each of the ways that a press can lead."""
        return "".join(
            self.link(label, way, kind, more if when == ALWAYS else f"{more}{shown(when)}")
            for way, when in first_of(ways)
        )

    def link(self, label: str, way: Way, kind: str, more: str = "") -> str:
        """A link to a section."""
        then = f' data-then="{escape(self._before + way.then)}"' if way.then else ""
        returns = " data-returns" if way.returns else ""
        kind = f' class="{kind}"' if kind else ""
        return f'<a href="#{escape(self._before + way.to)}"{kind}{then}{returns}{more}>{label}</a>'


def _told(section: Section) -> str:
    """What coming to a section tells, as attributes that the script reads."""
    told, found = section.told, ""
    if told.is_begun:
        found += f' data-begins="{escape(told.question)}"'
    if told.answer:
        found += f' data-tried="{escape(f"{told.question}/{told.answer}")}"'
    if told.result:
        found += f' data-{told.result}="{escape(told.question)}"'
    if told.later:
        found += f' data-later="{escape(" ".join(told.later))}"'
    if told.done:
        found += f' data-done="{escape(told.done)}"'
    return found
