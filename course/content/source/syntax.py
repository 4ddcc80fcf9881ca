"""What a YAML parser complains of, in the words of a person who writes a course.

The parser in C and the one in Python word their complaints differently; both are known here.
"""

from __future__ import annotations

import re

import yaml

from course.content.source.files import UnreadableError

_Complaint = tuple[tuple[str, ...], str, str]
"""Words of the parser, what is wrong, and how to mend it."""

_QUOTES = "Put the whole text in quotation marks."
_IN_QUOTES: _Complaint = (
    ("escape", "hex", "Unicode"),
    "A backslash in double quotation marks has a meaning of its own.",
    "Use single quotation marks around this text.",
)
_NEVER_CLOSED: _Complaint = (
    ("end of stream", "document separator", "document indicator"),
    "The quotation mark that opens here is never closed.",
    "Close it at the end of its text.",
)
_NO_COLON: _Complaint = (
    ("could not find expected ':'",),
    "This line has no colon with a space after it.",
    'A key is followed by a colon and a space, as in "title: Tea"; '
    "a text that goes on must be indented under its key.",
)
_BY_PROBLEM: tuple[_Complaint, ...] = (
    (
        ("cannot start any token", "node content"),
        "A text cannot begin with this character.",
        _QUOTES,
    ),
    (
        ("mapping keys are not allowed",),
        "A text cannot begin with a question mark and a space.",
        _QUOTES,
    ),
    (
        ("unexpected ':'",),
        "A text that stands in brackets ends in a colon here.",
        _QUOTES,
    ),
    (
        ("entries are not allowed",),
        "A dash for a list stands here in the middle of a line.",
        "Begin the list on the next line; if the dash belongs to a text, put the text in "
        "quotation marks.",
    ),
    (
        ("document start",),
        "The file has ended before this line.",
        "Delete a line of three dots above it, or line it up with the first key of the file.",
    ),
)
_BY_CONTEXT: tuple[_Complaint, ...] = (
    (
        ("an alias",),
        "A text cannot begin with a star.",
        "Put the whole text in quotation marks, or on the next line under a >.",
    ),
    (("an anchor",), "A text cannot begin with &.", _QUOTES),
    (("a tag",), "A text cannot begin with an exclamation mark.", _QUOTES),
    (
        ("a block scalar",),
        "After | or > the text must begin on the next line.",
        "Move it there, indented; or put the whole text in quotation marks.",
    ),
)
_IN_QUOTATION = re.compile(r""""(?:\\.|[^"\\])*"|'[^']*'""")
_BLOCK = re.compile(r"[:-] +[|>][-+]?\s*$")
_BRACKETS = (("flow sequence", "[", "]"), ("flow mapping", "{", "}"))


LOST = (
    "Everything after this # would be dropped.",
    "To keep it, put the whole text in quotation marks; "
    "if it is a note to yourself, give it a line of its own.",
)
"""What is said of a `#` that cuts a text short."""


def explain(error: yaml.YAMLError, text: str) -> UnreadableError:
    """The parser's complaint about `text` as a place, a fault and a cure."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return UnreadableError("The file is not YAML.", "Compare it with a file that works.")
    problem, context = error.problem or "", error.context or ""
    here, began = error.problem_mark, error.context_mark or error.problem_mark
    if "mapping values" in problem:
        return _colon(here, text)
    if "quoted" in context or "simple key" in context:
        for parts, what, cure in (_NEVER_CLOSED, _IN_QUOTES, _NO_COLON):
            if any(part in problem for part in parts):
                return _dash(began, text) or _at(began, what, cure)
    for parts, what, cure in _BY_CONTEXT:
        if any(part in context for part in parts):
            return _at(began, what, cure)
    lines = text.rstrip().split("\n")
    if "node content" in problem and here.line >= len(lines):
        what = "The file ends here, and a bracket is still open."
        return UnreadableError(what, "Close it with a } or a ].", len(lines), len(lines[-1]))
    for parts, what, cure in _BY_PROBLEM:
        if any(part in problem for part in parts):
            return _at(here, what, cure)
    for part, opened, closed in _BRACKETS:
        if part in context:
            return _bracket(began, here, opened, closed, text)
    return _misplaced(here, text)


def _at(mark: yaml.Mark, what: str, cure: str) -> UnreadableError:
    return UnreadableError(what, cure, mark.line + 1, mark.column + 1)


def _before(mark: yaml.Mark, text: str) -> tuple[str, str]:
    """What stands before the mark on its line, and the last line above it that is not empty."""
    lines = text.split("\n")[: mark.line + 1]
    above = next((line for line in reversed(lines[: mark.line]) if line.strip()), "")
    return lines[-1][: mark.column], above


def _dash(mark: yaml.Mark, text: str) -> UnreadableError | None:
    """An item of a list whose dash has grown together with its first word."""
    line = "".join(text.split("\n")[mark.line : mark.line + 1])
    if re.match(r" *-[^\s-]", line) and not line[: mark.column].strip():
        what = "No space follows the dash here."
        return _at(mark, what, 'Put a space after it, as in "- id: tea".')
    return None


def _colon(mark: yaml.Mark, text: str) -> UnreadableError:
    before, above = _before(mark, text)
    if re.search(r":\s", before):
        return _at(mark, "A text has a colon with a space after it here.", _QUOTES)
    if re.match(r"\s*(?:- +)?[\w-]+:\S", above):
        what = "In the line above, no space follows the colon of the key."
        return _at(mark, what, 'Put a space after it, as in "title: Tea".')
    return _at(
        mark,
        "The key before this colon does not line up with the keys above it.",
        "Give it the same number of spaces; if it goes on with the text above, put that text "
        "in quotation marks.",
    )


def _bracket(
    began: yaml.Mark, here: yaml.Mark, opened: str, closed: str, text: str
) -> UnreadableError:
    before, _ = _before(here, text)
    if here.line > began.line and re.fullmatch(r"[\s-]*[\w-]*", before):
        if lost := _lost(began, here, text):
            return lost
        return _at(
            began, f"The {opened} that opens here is never closed.", f"Close it with a {closed}."
        )
    return _at(
        here,
        f"The {opened} of line {began.line + 1} is still open here, "
        f"where a comma or a {closed} should stand.",
        "If a text has a comma, a colon or a bracket in it, put that text in quotation marks; "
        f"or close the {opened}.",
    )


def _lost(began: yaml.Mark, here: yaml.Mark, text: str) -> UnreadableError | None:
    """A `#` that has taken the rest of its line away, and with it what closes the bracket."""
    lines = text.split("\n")
    for number in range(began.line, here.line):
        start = began.column if number == began.line else 0
        # A # between quotation marks takes nothing away.
        bare = _IN_QUOTATION.sub(lambda quotation: "x" * len(quotation[0]), lines[number])
        found = re.compile(r"\s#").search(bare, start)
        if found and re.search(r"[\]},]", bare[found.end() :]):
            return UnreadableError(*LOST, number + 1, found.start() + 2)
    return None


def _further_left(mark: yaml.Mark, text: str) -> bool:
    """Whether a line belongs to a text under a | or > whose lines above it are pushed in more."""
    lines = [line for line in text.split("\n")[: mark.line + 1] if line.strip()]
    indents = [len(line) - len(line.lstrip(" ")) for line in lines]
    for line, indent in zip(reversed(lines[:-1]), reversed(indents[:-1]), strict=True):
        if indent <= indents[-1]:
            return indent < indents[-1] and bool(_BLOCK.search(line))
    return False


def _misplaced(mark: yaml.Mark, text: str) -> UnreadableError:
    """Something stands where the parser had finished with the lines before."""
    before, above = _before(mark, text)
    if fault := _dash(mark, text):
        return fault
    match before.rstrip()[-1:]:
        case "]" | "}" as bracket:
            return _at(mark, f"The text goes on after a {bracket} that ends a list.", _QUOTES)
        case '"' | "'" as quote:
            return _at(
                mark,
                f"The text goes on after the {quote} that ends it.",
                f"Put the other kind of quotation marks around it, or write {quote * 2} inside."
                if quote == "'"
                else "Put single quotation marks around the whole text.",
            )
        case _:
            pass
    if _further_left(mark, text):
        return _at(
            mark,
            "This line begins further to the left than the first line of its text.",
            "If it belongs to the text, begin it where the text begins; over a drawing write |2 in "
            "place of |. If it begins with a key, give it as many spaces as the key of the text.",
        )
    if above.lstrip().startswith("#"):
        return _at(
            mark,
            "The line with # above this one has ended the text before it.",
            "Move that line, or put the text under a > with the # inside it.",
        )
    return _at(
        mark,
        "This line does not fit under the lines above it.",
        "Give it the same number of spaces as the lines it belongs with; if it goes on with a "
        "text, put that text in quotation marks.",
    )
