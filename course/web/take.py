"""What goes home, as a section: the page of the handout, put together from what was done here.

It is asked of the handout for somebody who did nothing, and then for one who did one thing, for
each thing that can be ticked or missed. What only such a person has on it shows once it was done.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from course.handout.model import TICKED, Band, Handout, Item, Part
from course.handout.take_home import take_home
from course.visit.route import MAP, Place
from course.web.conditions import alternatives, shown
from course.web.model import Way, When
from course.web.walk import TAKE, Walk
from course.web.writer import Writer

if TYPE_CHECKING:
    from course.content.model import Course
    from course.flow.navigator import Navigator

Key = tuple[str, str]
"""The lead and the words of an item."""


class _Listed:
    """A part, and which facts bring each of its items."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.items: dict[Key, Item] = {}
        self.brought: dict[Key, tuple[str, ...]] = {}
        """The facts of which one has to be known; none for what is always there."""
        self.ticked: dict[Key, str] = {}
        """The fact that ticks an item that is always there."""

    def add(self, part: Part, fact: str) -> None:
        """What of it there is once a fact is known."""
        for item in part.items:
            key = item.lead, item.text
            if key not in self.items:
                self.items[key] = item
                self.brought[key] = (fact,) if fact else ()
            elif self.brought[key] and fact not in self.brought[key]:
                self.brought[key] = (*self.brought[key], fact)
            elif item.mark == TICKED != self.items[key].mark:
                self.ticked[key] = fact


class Take:
    """Writes this section."""

    def __init__(self, course: Course, walk: Walk, writer: Writer, today: date) -> None:
        self._course, self._walk, self._writer = course, walk, writer
        self._today = today

    def section(self) -> str:
        """All of it."""
        writer, words = self._writer, self._writer.words
        owns = [(frozenset((own,)), self._of(own)) for own in ("", *self._course.places)]
        first = owns[0][1]
        told = f'<h1 tabindex="-1">{escape(first.title)}</h1>'
        told += alternatives(((own, self._card(each)) for own, each in owns), writer.every)
        lists = [*self._lists().values()]
        told += "".join(self._part(each) for each in lists)
        told_last = filter(None, (*first.foot, first.sources))
        foot = "".join(f"<p>{escape(text)}</p>" for text in told_last)
        told += f'<div class="foot">{foot}</div>'
        prints = escape(words("web.print"))
        told += f'<button type="button" class="card print" data-print hidden>{prints}</button>'
        back = writer.link(escape(words("button.close")), Way("first", returns=True), "back")
        return writer.framed(TAKE, f'{told}<div class="ends">{back}</div>', "take")

    def _of(self, own: str) -> Handout:
        return self._handout(self._walk.begun(MAP, None, own))

    def _handout(self, nav: Navigator) -> Handout:
        return take_home(nav.visit, nav.context, self._today)

    def _lists(self) -> dict[str, _Listed]:
        """Every part that somebody may have, by its title."""
        found: dict[str, _Listed] = {}
        for fact, handout in (("", self._of("")), *self._facts()):
            for part in handout.parts:
                found.setdefault(part.title, _Listed(part)).add(part, fact)
        order = ("under", "beside", "below")
        return dict(sorted(found.items(), key=lambda each: order.index(each[1].part.place)))

    def _facts(self) -> Iterator[tuple[str, Handout]]:
        """Each thing that can be done, and what goes home with whoever did only that."""
        for module in self._course.modules:
            for page in module.pages:
                place = Place("page", module.id, page.id)
                for item in page.checklist or ():
                    nav = self._walk.begun(place, None, "")
                    if nav.visit.place == place:
                        nav.visit.tick(item.id, True)
                        yield f"tick:{module.id}/{page.id}/{item.id}", self._handout(nav)
            for question in module.questions:
                if question.key_point:
                    name = module.id, question.id
                    nav = self._walk.begun(MAP, None, "", (name,))
                    yield f"open:{'/'.join(name)}", self._handout(nav)

    def _card(self, handout: Handout) -> str:
        """Where the shots are, and when to get help."""
        told = "".join(f"<p>{escape(text)}</p>" for text in handout.under)
        if handout.bands:
            told += f"<h2>{escape(handout.help)}</h2>"
            told += "".join(map(self._band, handout.bands))
            told += f'<p class="strong">{escape(handout.unsure)}</p>'
        return told

    def _band(self, band: Band) -> str:
        # The first number in the words is the one to call.
        sign = f'<span aria-hidden="true" class="level">{escape(band.sign)}</span>'
        text = self._writer.dialed(band.text)
        told = f"<h3>{sign} {text}</h3>"
        told += "".join(
            f"<p>{self._writer.dialed(each)}</p>" for each in (band.more, band.write) if each
        )
        signs = ""
        for group in band.groups:
            signs += f'<p class="after">{escape(group.after)}</p>' if group.after else ""
            items = "".join(f"<li>{escape(sign)}</li>" for sign in group.signs)
            signs += f'<ul class="signs in-one">{items}</ul>'
        return f'<div class="advice {band.level}"><div class="band">{told}</div>{signs}</div>'

    def _part(self, listed: _Listed) -> str:
        items = "".join(self._item(key, item, listed) for key, item in listed.items.items())
        facts = [fact for some in listed.brought.values() for fact in some]
        always = not all(listed.brought.values())
        when = "" if always else shown(When(tuple(facts)))
        title = f"<h2>{escape(listed.part.title)}</h2>"
        return f'<div class="part"{when}>{title}<ul>{items}</ul></div>'

    def _item(self, key: Key, item: Item, listed: _Listed) -> str:
        when = shown(When(brought)) if (brought := listed.brought[key]) else ""
        lead = f"<strong>{escape(item.lead)}</strong> " if item.lead else ""
        mark = ""
        if fact := listed.ticked.get(key):
            done = escape(self._writer.words("listen.picked"))
            mark = (
                f'<span aria-hidden="true"{shown(When(none_of=(fact,)))}>{item.mark} </span>'
                f'<span{shown(When((fact,)))}><span aria-hidden="true">{TICKED} </span>'
                f'<span class="heard">{done}: </span></span>'
            )
        kind = ' class="box"' if mark else ""
        return f"<li{kind}{when}>{mark}{lead}{escape(item.text)}</li>"
