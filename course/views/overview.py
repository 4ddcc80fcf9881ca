"""The course as a whole: its start, its map, its end, and who stands behind it."""

from __future__ import annotations

from course.content import prose
from course.content.model import Course
from course.views.context import Context
from course.views.model import (
    BigDigits,
    Block,
    Box,
    Button,
    Card,
    Heading,
    Note,
    Plain,
    Terms,
    Title,
    View,
)
from course.visit.achievement import ModuleState
from course.visit.visit import Visit

CODE_LENGTH = 9
GROUP = 3


def welcome_view(context: Context) -> View:
    """Where everybody begins."""
    words, course = context.words, context.course
    needed = [module for module in course.modules if module.id not in course.optional]
    minutes = sum(module.minutes for module in needed)
    parts = words.counted("part", len(needed))
    optional = len(course.modules) - len(needed)
    more = words("welcome.more", count=optional) if optional else ""
    blocks: list[Block] = [
        Title(course.title),
        Plain(words("welcome.what", parts=parts, minutes=minutes, more=more)),
        Plain(words("welcome.privacy")),
        Plain(words("welcome.other_way")),
        Box("warning", words("callout.warning"), prose.verbatim(_unwell(context))),
    ]
    return View(
        section=context.clinic.name or "",
        blocks=tuple(blocks),
        cards=(Card("start", words("welcome.start")), Card("code", words("welcome.code"))),
        paired=True,
        help="welcome",
        extra=context.button("about"),
    )


def code_view(visit: Visit, context: Context, leaving: bool) -> View:
    """The learner's code, to write down: at the start, and again when they leave."""
    words = context.words
    back = context.button("back") if leaving else None
    on = context.button("done" if leaving else "next")
    if not visit.keeping.is_kept:
        blocks: tuple[Block, ...] = (
            Heading(words("code.not_kept")),
            Plain(words("code.not_kept_why")),
        )
        return View(context.course.title, blocks, help="code", back=back, next=on)
    return View(
        section=context.course.title,
        blocks=(
            Heading(words("code.leaving" if leaving else "code.title")),
            BigDigits(" ".join(_groups(visit.keeping.code))),
            Plain(words("code.write_down"), strong=True),
            Plain(words("code.why")),
        ),
        help="code",
        back=back,
        extra=context.button("forget") if leaving else None,
        next=on,
    )


def forget_view(context: Context) -> View:
    """The question before everything that is kept of a learner is removed."""
    words = context.words
    return View(
        section=context.course.title,
        blocks=(Heading(words("forget.title")), Plain(words("forget.what"))),
        cards=(Card("keep", words("forget.no")), Card("forget", words("forget.yes"))),
        help="forget",
        back=context.button("back"),
    )


def help_view(help_name: str, menu: tuple[Button, ...], context: Context) -> View:
    """What to do here, whom to call if something is wrong, and what else there is."""
    words = context.words
    look = Card("look", words("button.look"))
    return View(
        section=context.course.title,
        blocks=(
            Heading(words("help.title")),
            Plain(words(f"help.{help_name}")),
            Box("warning", words("callout.warning"), prose.verbatim(_unwell(context))),
        ),
        cards=(*(Card(button.id, button.label) for button in menu), look),
        back=context.button("close"),
    )


def message_view(name: str, context: Context) -> View:
    """Something that a person should know, once; `name` is its name among the words."""
    words = context.words
    return View(
        section=context.course.title,
        blocks=(Heading(words(f"{name}.title")), Plain(words(f"{name}.what"))),
        help="message",
        next=context.button("go_on"),
    )


def map_view(visit: Visit, context: Context) -> View:
    """The modules, what is done and how long each takes."""
    words = context.words
    states = visit.achieved.states()
    done = sum(state.done for state in states)
    upcoming = visit.achieved.upcoming
    on = "go_on" if any(state.done or state.started for state in states) else "begin"
    glossary = (context.button("words"),) if context.course.glossary else ()
    blocks: list[Block] = []
    if visit.keeping.recovered:
        blocks.append(Plain(words("map.recovered"), strong=True))
    blocks.append(
        Plain(words("map.how") if done == 0 else words("map.done", done=done, of=len(states)))
    )
    return View(
        section=context.course.title,
        blocks=tuple(blocks),
        cards=tuple(_card(state, context) for state in states),
        help="map",
        menu=(*glossary, context.button("about")),
        back=context.button("stop"),
        next=context.button("finish")
        if upcoming is None
        else Button("go_on", words(f"button.{on}")),
        next_at_once=True,
    )


def _card(state: ModuleState, context: Context) -> Card:
    words = context.words
    status = words.counted("minute", state.module.minutes)
    if state.module.id in context.course.optional:
        status = f"{words('map.optional')}, {status}"
    if state.done:
        status = words("map.is_done")
    elif state.started:
        status = f"{words('map.is_started')}, {status}"
    return Card(state.module.id, state.module.title, status, "done" if state.done else "open")


def finish_view(visit: Visit, context: Context) -> View:
    """The end: what to remember, one sentence a module."""
    words = context.words
    done = [state.module for state in visit.achieved.states() if state.done]
    messages = [Note(module.title, prose.verbatim(module.key_message)) for module in done]
    gain = visit.before_and_after.gain()
    # To be told that one knows nothing yet helps nobody.
    known = gain if gain and gain[1] else None
    told = (
        [Plain(words("finish.gain", before=known[0], after=known[1], of=known[2]))] if known else []
    )
    return View(
        section=context.course.title,
        blocks=(
            Heading(words("finish.title")),
            Plain(words("finish.what")),
            *messages,
            *told,
            Plain(words("finish.ask"), strong=True),
        ),
        help="finish",
        back=Button("contents", words("button.contents_back")),
        next=context.button("done"),
    )


def words_view(context: Context) -> View:
    """Every word that the course explains, in the order of the alphabet."""
    terms = sorted(context.course.glossary, key=lambda term: term.term.lower())
    return View(
        section=context.course.title,
        blocks=(Heading(context.words("words.title")), Terms(tuple(terms))),
        help="words",
        back=context.button("back"),
    )


def about_view(context: Context) -> View:
    """Who has reviewed the course, what it rests on and what it cannot do."""
    words = context.words
    return View(
        section=context.course.title,
        blocks=(
            Heading(words("about.title")),
            Box("ask", words("about.review"), prose.verbatim(_review(context.course, context))),
            Plain(words("about.sources", count=len(context.course.sources))),
            Plain(words("about.not_advice")),
            Plain(words("about.kept")),
            Box("warning", words("callout.warning"), prose.verbatim(_unwell(context))),
        ),
        help="words",
        back=context.button("back"),
    )


def _unwell(context: Context) -> str:
    return context.words("welcome.unwell", number=context.emergency_number)


def _review(course: Course, context: Context) -> str:
    words, review = context.words, course.review
    if review.by is None or review.on is None:
        return words("about.no_review")
    return words("about.reviewed", by=review.by, role=review.role or "", on=review.on)


def number_pad_view(typed: str, trouble: str, context: Context) -> View:
    """The code as far as it is typed, and what is wrong with the one before."""
    words = context.words
    if trouble:
        blocks: tuple[Block, ...] = (Plain(words(f"pad.{trouble}"), strong=True),)
    else:
        code = " ".join(_groups(typed.ljust(CODE_LENGTH, "_")))
        blocks = (Plain(words("pad.how")), BigDigits(code))
    return View(
        section=context.course.title, blocks=blocks, help="pad", back=context.button("back")
    )


def _groups(code: str) -> list[str]:
    return [code[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP)]
