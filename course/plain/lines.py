"""A view as lines of at most 72 characters: what it says, then what can be typed."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import TextWrapper

from course.language import Words
from course.plain.choices import Choice, Choices
from course.speech.characters import without_marks
from course.speech.telling import Group, Numbers, Said, digit_by_digit, tell
from course.views.model import BigDigits, Block

WIDTH = 72


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


def offered(choices: Choices, words: Words) -> str:
    """A line for each choice: the cards, then the buttons."""
    parts = ([_choice(each, choices, words) for each in part] for part in _parts(choices))
    return "\n\n".join("\n".join(lines) for lines in parts)


def unknown(choices: Choices, words: Words) -> str:
    """What can be typed, said to someone who typed something else."""
    numbers = ", ".join(each.sign for each in choices.every)
    if choices.enter is None:
        return _wrapped(words("plain.unknown", numbers=numbers))
    label = choices.enter.label
    return _wrapped(words("plain.unknown_enter", numbers=numbers, label=label))


def _parts(choices: Choices) -> list[tuple[Choice, ...]]:
    return [part for part in (choices.cards, choices.buttons) if part]


def _choice(choice: Choice, choices: Choices, words: Words) -> str:
    text = words("plain.choice", number=choice.sign, label=choice.label)
    if choice == choices.enter:
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
