"""Questions in GIFT, the plain text of Moodle: `::title:: question { =right ~wrong #feedback }`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from course.content.importing.brought import Answer, Brought, Left, Question, plain, told, why_not

_TITLE = re.compile(r"^\s*::.*?(?<!\\)::", re.DOTALL)
_FORMAT = re.compile(r"^\s*\[(?:html|moodle|plain|markdown)\]\s*")
_TAG = re.compile(r"<[^<>]*>")
_WEIGHT = re.compile(r"^%(-?[0-9.]+)%")
_TRUTH = re.compile(r"^\s*(T|TRUE|F|FALSE)\s*(?=#|$)")
_ANSWER = re.compile(r"(?<!\\)([=~])")
_REASON = re.compile(r"(?<!\\)#")
_ARROW = re.compile(r"\s*(?<!\\)->\s*")
_CLOSED = re.compile(r"(?<!\\)\}[ \t]*\n")
"""The end of a line that ends the answers of a question."""
_OPENED = re.compile(r"(?<!\\)\{")
_ESCAPED = re.compile(r"\\([~=#{}:\\])")


class _Block(Struct, frozen=True):
    """The lines of one question."""

    line: int
    text: str


def read(text: str) -> Brought:
    """The questions of a file. Raises nothing."""
    questions: list[Question] = []
    left: list[Left] = []
    for block in (each for some in _blocks(text) for each in _parted(some)):
        found = _question(block)
        if isinstance(found, Left):
            left.append(found)
        elif why := why_not(found):
            left.append(Left(block.line, told(found.ask), why))
        else:
            questions.append(found)
    return Brought(questions=tuple(questions), left=tuple(left))


def _blocks(text: str) -> Iterator[_Block]:
    """The questions, parted by empty lines outside of their braces."""
    lines: list[str] = []
    begun = 1
    for number, line in enumerate(text.split("\n"), start=1):
        if line.lstrip().startswith(("//", "$CATEGORY")):
            continue
        held = "\n".join(lines)
        is_open = len(re.findall(r"(?<!\\)\{", held)) > len(re.findall(r"(?<!\\)\}", held))
        if line.strip() or (is_open and lines):
            begun = begun if lines else number
            lines.append(line)
        elif lines:
            yield _Block(begun, held)
            lines = []
    if lines:
        yield _Block(begun, "\n".join(lines))


def _parted(block: _Block) -> Iterator[_Block]:
    """The questions of a block, where the empty lines between them are missing."""
    ends = [0, *(found.end() for found in _CLOSED.finditer(block.text)), len(block.text)]
    texts = [block.text[start:end] for start, end in pairwise(ends)]
    begun, held = block.line, ""
    for text in texts:
        # What has no answers of its own belongs to the question before it.
        if held and _OPENED.search(text):
            yield _Block(begun, held.rstrip("\n"))
            begun, held = begun + held.count("\n"), ""
        held += text
    yield _Block(begun, held)


def _question(block: _Block) -> Question | Left:
    body = _FORMAT.sub("", _TITLE.sub("", block.text))
    found = re.search(r"(?<!\\)\{(.*?)(?<!\\)\}", body, re.DOTALL)
    if found is None:
        return Left(block.line, told(body), "It has no answers in braces.")
    ask = _text(body[: found.start()])
    after = _text(body[found.end() :])
    if after:
        return Left(block.line, told(f"{ask} ... {after}"), "A gap in a sentence cannot be filled.")
    inside = found[1].strip()
    inside, _, general = inside.partition("####")
    if not inside:
        return Question("reflect", block.line, ask, model=_text(general))
    if inside.startswith("#"):
        return Left(block.line, told(ask), "A number cannot be typed in the course.")
    if truth := _TRUTH.match(inside):
        return _truth(block, ask, truth[1].startswith("T"), inside[truth.end() :], general)
    return _answers(block, ask, inside, _text(general))


def _truth(block: _Block, ask: str, is_true: bool, rest: str, general: str) -> Question:
    """A statement: it becomes a row that is answered with yes or no."""
    reasons = [_text(each) for each in _REASON.split(rest) if each.strip()]
    because = _text(general) or (reasons[-1] if reasons else "")
    answer = Answer(ask, right=is_true, because=because)
    return Question("rows", block.line, "Is this so?", (answer,))


def _answers(block: _Block, ask: str, inside: str, general: str) -> Question | Left:
    head, *parts = _ANSWER.split(inside)
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    if head.strip() or not pairs:
        return Left(block.line, told(ask), "Its answers do not begin with = or ~.")
    if all(_ARROW.search(text) for _, text in pairs):
        matched = [_ARROW.split(_REASON.split(text)[0], maxsplit=1) for _, text in pairs]
        answers = tuple(Answer(_text(a), other=_text(b), because=general) for a, b in matched)
        return Question("match", block.line, ask, answers)
    answers = tuple(_answer(sign, text) for sign, text in pairs)
    if all(sign == "=" for sign, _ in pairs):
        return Left(block.line, told(ask), "A word cannot be typed in the course.")
    answers = tuple(
        Answer(each.text, each.right, each.because or (general if each.right else ""))
        for each in answers
    )
    return Question("choice", block.line, ask, answers)


def _answer(sign: str, text: str) -> Answer:
    said, *reasons = _REASON.split(text, maxsplit=1)
    weight = _WEIGHT.match(said.strip())
    is_right = float(weight[1]) == 100 if weight else sign == "="
    if weight and 0 < float(weight[1]) < 100:
        is_right = True  # Several are right in part: the course refuses that, and says so.
    text = _text(_WEIGHT.sub("", said.strip()))
    return Answer(text, is_right, _text(reasons[0]) if reasons else "")


def _text(written: str) -> str:
    return plain(_ESCAPED.sub(r"\1", _TAG.sub(" ", _FORMAT.sub("", written))))
