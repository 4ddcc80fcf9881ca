"""The course as a whole: its start, its map, its end, and who stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.content import prose
from course.views.model import Block, Box, Card, Plain, Terms, View
from course.views.original import language_of
from course.views.press import Go, Pick, Speak, Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.content.model import Module
    from course.language import Words
    from course.views.context import Context
    from course.visit.achievement import ModuleState
    from course.visit.route import Path
    from course.visit.visit import Visit


def first_view(context: Context) -> View:
    """Where everybody begins: with what they came to ask, where the course has asks for that.

    Not where a clinic finds out what the course does: then each person takes it from the start.
    """
    if context.head.asks and context.clinic.evaluation == "off":
        return _asking(context)
    words, head = context.words, context.head
    parts = words.counted("part", head.parts)
    more = words("welcome.more", count=head.optional) if head.optional else ""
    return View(
        layout="first",
        section=context.clinic.name or "",
        title=head.title,
        blocks=(
            Plain(words("welcome.what", parts=parts, minutes=head.minutes, more=more)),
            Plain(words("welcome.privacy")),
            Plain(words("welcome.other_way")),
            Box("warning", words("callout.warning"), prose.verbatim(unwell(context))),
        ),
        cards=(
            Card(Go(Spot.START), words("welcome.start")),
            Card(Go(Spot.CODE), words("welcome.code")),
        ),
        languages=language_cards(context),
        help="welcome",
        tools=context.tools(),
        menu=(context.button(Spot.ABOUT),),
    )


def _asking(context: Context) -> View:
    words, head = context.words, context.head
    essentials = Card(
        Go(Spot.ESSENTIALS),
        words("essentials.title"),
        words("map.minutes", minutes=head.essentials),
    )
    return View(
        layout="first",
        section=_named(context),
        said=context.clinic.name or "",
        title=head.welcome or words("welcome.asks"),
        blocks=(
            Box("warning", words("welcome.ill"), prose.verbatim(_help_now(context))),
            Plain(words("welcome.no_name")),
        ),
        cards=(
            *(Card(Pick(name), ask) for name, ask in head.asks.items()),
            *((essentials,) if head.essentials else ()),
            Card(Go(Spot.START), words("welcome.all"), words("map.minutes", minutes=head.minutes)),
            Card(Go(Spot.CODE), words("welcome.code")),
        ),
        languages=language_cards(context),
        help="asks",
        tools=context.tools(),
        menu=(context.button(Spot.ABOUT),),
    )


def _named(context: Context) -> str:
    title = context.head.title
    return title if context.head.is_reviewed else context.words("welcome.unchecked", title=title)


def language_cards(context: Context) -> tuple[Card, ...]:
    """A card for each language of the course, in its own words; the one in use is `done`."""
    return tuple(
        Card(Speak(each), name, mark="done" if each == context.words.language else "")
        for each, name in context.languages
    )


def message_view(name: str, context: Context) -> View:
    """Something that a person should know, once; `name` is its name among the words."""
    words = context.words
    return View(
        layout="list",
        section=context.head.title,
        title=words(f"{name}.title"),
        blocks=(Plain(words(f"{name}.what")),),
        help="message",
        tools=context.tools(),
        next=context.button(Spot.NEXT, "go_on"),
    )


def way_view(visit: Visit, context: Context) -> View:
    """The modules, what is done and how long each takes. Back leads to the page it came from."""
    # Not on the way to the first screen.
    from course.visit.route import is_in_a_module

    words = context.words
    states = visit.achieved.states()
    # Nobody loses a part that they went through: a question that comes back is told on its card.
    done = sum(state.done or state.again > 0 for state in states)
    is_open = any(state.done or state.started for state in states)
    blocks: list[Block] = []
    if visit.record.recovered:
        blocks.append(Plain(words("map.recovered"), strong=True))
    if visit.ended is not None:
        blocks.append(Plain(_ended(visit.ended, context), strong=True))
    upcoming = visit.achieved.upcoming
    if upcoming is not None and visit.ended is None and context.of(upcoming.id) is context:
        goal = upcoming.goal[0].lower() + upcoming.goal[1:]
        number = [state.module for state in states].index(upcoming) + 1
        blocks.append(Plain(words("map.next", number=number, goal=goal)))
    glossary = (context.button(Spot.GLOSSARY),) if context.course.glossary else ()
    left = context.head.minutes_of(
        state.module.id
        for state in states
        if not (state.done or state.again or _optional(state, context))
    )
    on = "finish" if upcoming is None else "go_on" if is_open else "begin"
    return View(
        layout="way",
        section=context.course.title,
        said=_left(done, len(states), left, context),
        step=(done, len(states)),
        title=words("map.title"),
        blocks=tuple(blocks),
        cards=tuple(_card(state, visit, context) for state in states),
        help="map",
        tools=context.tools(Spot.STOP),
        menu=(*glossary, context.button(Spot.ABOUT), context.button(Spot.TAKE)),
        back=context.button(Spot.BACK) if is_in_a_module(visit.place) else None,
        next=context.button(Spot.NEXT, on),
    )


def _ended(path: Path, context: Context) -> str:
    if path.ask:
        return context.words("map.asked", asked=context.course.asks[path.ask])
    return context.words("map.essentials")


def _left(done: int, of: int, minutes: int, context: Context) -> str:
    left = context.words("map.left", minutes=minutes) if minutes else ""
    parts = context.words("map.done", done=done, of=of) if done else ""
    return ", ".join(filter(None, (parts, left)))


def _optional(state: ModuleState, context: Context) -> bool:
    return state.module.id in context.course.optional


def _card(state: ModuleState, visit: Visit, context: Context) -> Card:
    # Not on the way to the first screen.
    from course.content import own_pictures

    words, module = context.words, state.module
    status = words("map.minutes", minutes=context.head.minutes_of([module.id]))
    if other := language_of(module.id, context):
        status = f"{words('map.original', language=other)}, {status}"
    if _optional(state, context):
        status = f"{words('map.optional')}, {status}"
    mark = "open"
    if state.done:
        status, mark = words("map.is_done"), "done"
    elif visit.place.module == module.id:
        status, mark = words("map.is_here"), "here"
    elif state.again:
        status = words.counted("more_question", state.again)
    sign = own_pictures.of_part(module.id)
    picture = sign if sign in context.course.svgs else ""
    return Card(Pick(module.id), module.title, status, mark, picture=picture)


def finish_view(visit: Visit, context: Context) -> View:
    """The end: what to look at again, and what comes before one leaves."""
    # Not on the way to the first screen.
    from course.content import own_pictures
    from course.views.result import is_sure_of_all, open_modules

    words = context.words
    again = open_modules(visit)
    gain = visit.rounds.gain()
    said = [Plain(words("finish.gain", before=gain[0], after=gain[1], of=gain[2]))] if gain else []
    return View(
        layout="finish",
        section=context.course.title,
        title=words("finish.title"),
        blocks=(
            *([Plain(words("finish.sure"), strong=True)] if is_sure_of_all(visit) else []),
            *said,
            Plain(words("finish.ask")),
            Plain(words("finish.next")),
        ),
        cards=(
            *((_again(again, words),) if again else ()),
            Card(Go(Spot.SHARE), words("button.share")),
        ),
        help="finish",
        tools=context.tools(),
        menu=(context.button(Spot.TAKE),),
        back=context.button(Spot.BACK, "contents_back"),
        next=context.button(Spot.NEXT),
        picture=own_pictures.TALK,
    )


def _again(parts: Sequence[Module], words: Words) -> Card:
    about = tuple(part.title for part in parts)
    return Card(Go(Spot.AGAIN), words("result.again"), about=about)


def glossary_view(context: Context) -> View:
    """Every word that the course explains, in the order of the alphabet."""
    terms = sorted(context.course.glossary, key=lambda term: term.term.lower())
    return View(
        layout="list",
        section=context.course.title,
        title=context.words("words.title"),
        blocks=(Terms(tuple(terms)),),
        help="words",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def about_view(context: Context, at: int = 0) -> View:
    """Who stands behind the course, and on its second page what it rests on and cannot do."""
    words = context.words
    is_last = at + 1 == len(ABOUT)
    return View(
        layout="list",
        section=context.course.title,
        said=words("top.step", step=at + 1, of=len(ABOUT)),
        title=words("about.title"),
        blocks=ABOUT[at](context),
        help="words",
        tools=context.tools(),
        back=context.button(Spot.BACK),
        next=context.button(Spot.NEXT, "close" if is_last else "next"),
    )


def _behind_it(context: Context) -> tuple[Block, ...]:
    # Not on the way to the first screen.
    from course.views.checked import reviewed

    words, made = context.words, context.course.made
    blocks: list[Block] = [Box("ask", words("about.review"), prose.verbatim(reviewed(context)))]
    if made is not None:
        name = "about.made" if made.updated is None else "about.updated"
        blocks += [
            Plain(words(name, on=made.on, updated=made.updated)),
            Plain(words("about.paid", paid_by=made.paid_by[words.language])),
        ]
    return (*blocks, Plain(words("about.upkeep")))


def _within_it(context: Context) -> tuple[Block, ...]:
    words = context.words
    is_counted = context.clinic.evaluation == "randomised"
    elsewhere = (Plain(words("about.elsewhere")),) if context.clinic.xapi is not None else ()
    return (
        Plain(words("about.sources", count=len(context.course.sources))),
        Plain(words("about.not_advice")),
        Plain(words("about.counted" if is_counted else "about.kept")),
        *elsewhere,
        Box("warning", words("callout.warning"), prose.verbatim(unwell(context))),
    )


ABOUT = (_behind_it, _within_it)
"""The pages about the course, in their order."""


def _help_now(context: Context) -> str:
    return context.words("welcome.help_now", number=context.emergency_number)


def unwell(context: Context) -> str:
    """What to do for who feels very unwell."""
    return context.words("welcome.unwell", number=context.emergency_number)
