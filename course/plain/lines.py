"""A view as lines of at most 72 characters: what it says, then what can be typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import TextWrapper

from course.language import Words
from course.plain.choices import Choice, Choices
from course.speech.characters import without_marks
from course.speech.telling import Group, Numbers, Said, digit_by_digit, tell
from course.views.model import SIGNS, BigDigits, Block
from course.views.press import Go, Spot

WIDTH = 72
SHOWN = 8
"""Characters of what was typed that are said again, at most."""
RUN = 3
"""Numbers that follow each other and are said as a range, at least."""
IN_FEW_WORDS = (Spot.NEXT, Spot.HINT, Spot.BACK, Spot.HELP)
"""The buttons that are named at every step, and in this order; Help names the others."""


def told(blocks: Sequence[Block], words: Words, numbers: Numbers | None = None) -> str:
    """Blocks as paragraphs with an empty line between them; a list stands together."""
    groups: list[Group] = []
    for block in blocks:
        if isinstance(block, BigDigits):
            # In groups it is short under the fingers; one by one no voice makes hundreds of it.
            one_by_one = words("plain.digits", digits=digit_by_digit(block.digits))
            groups.append((Said(block.digits), Said(one_by_one)))
        else:
            groups += tell([block], words, numbers or {})
    return "\n\n".join("\n".join(_wrapped(s.text, s.lead) for s in group) for group in groups)


def place(section: str, said: str) -> str:
    """Where in the course a view is; empty where there is nothing to say."""
    return _wrapped(", ".join(filter(None, map(without_marks, (section, said)))))


def offered(some: Iterable[Choice], choices: Choices, words: Words) -> str:
    """A line for each of some choices, with its number; Enter is told with what it does."""
    return "\n".join(_choice(each, choices, words) for each in some)


def in_few_words(choices: Choices, words: Words) -> str:
    """What can be typed, for somebody who was told it in full before: it ends with a colon."""
    enter = choices.enter
    cards = ranges((each.sign for each in choices.cards if each != enter), words)
    buttons = {each.press: each for each in choices.buttons}
    found = [buttons[Go(spot)] for spot in IN_FEW_WORDS if Go(spot) in buttons]
    named = {each: f"{each.sign} {each.label[:1].lower()}{each.label[1:]}" for each in found}
    if enter in choices.cards:
        cards.insert(0, words("plain.enter_or", choice=enter.sign))
    elif enter in named and enter.sign != SIGNS[Spot.NEXT]:
        named[enter] = words("plain.enter_or", choice=named[enter])
    return words("plain.few", choices=", ".join([*cards, *named.values()]))


def unknown(typed: str, choices: Choices, words: Words) -> str:
    """That this is nothing that can be typed here, and what is, in one line."""
    shown = without_marks(typed)
    shown = shown if len(shown) <= SHOWN else f"{shown[: SHOWN - 3]}..."
    signs = ", ".join(ranges((each.sign for each in choices.every), words))
    if choices.enter is None:
        return words("plain.unknown", typed=shown, numbers=signs)
    enter = choices.enter.sign
    return words("plain.unknown_enter", typed=shown, numbers=signs, enter=enter)


def ranges(signs: Iterable[str], words: Words) -> list[str]:
    """Signs in their order, numbers that follow each other as one range."""
    found: list[str] = []
    for run in _runs(signs):
        if len(run) < RUN:
            found += run
        else:
            found.append(words("plain.range", first=run[0], last=run[-1]))
    return found


def _runs(signs: Iterable[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for sign in signs:
        if run and not (sign.isdecimal() and run[-1].isdecimal() and int(sign) == int(run[-1]) + 1):
            yield run
            run = []
        run.append(sign)
    if run:
        yield run


def _choice(choice: Choice, choices: Choices, words: Words) -> str:
    text = words("plain.choice", number=choice.sign, label=choice.label)
    if choices.enter is not None and choice.press == choices.enter.press:
        text = words("plain.enter", choice=text)
    return _wrapped(text, rest="   ")


def _wrapped(text: str, lead: str = "", rest: str = "") -> str:
    first = f"{lead} " if lead else ""
    # Addresses are never broken, however long: they could not be copied.
    return TextWrapper(
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest or " " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    ).fill(text)
