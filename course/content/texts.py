"""The kinds of text that an educator writes, and the mapping they stand in."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct, inspect

# The description of a pattern is what an error tells its author to write.
Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=40,
        description="small letters and digits, with a hyphen between words, as in before-you-go",
    ),
]
Formerly = tuple[Id, ...]
"""The ids that something had before, for visits that were kept then."""
QuestionName = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=81,
        description="a module and one of its questions, as in preparation/aspirin",
    ),
]
AnyQuestion = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$",
        max_length=81,
        description="a question of this module, or of another one, as in preparation/aspirin",
    ),
]
AnyPage = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$",
        max_length=81,
        description="a page of this module, or of another one, as in preparation/medicines",
    ),
]
Row = Annotated[
    str,
    Meta(
        pattern=r"^[A-Z][0-9]{1,2}$",
        description="a row of the list of what must be said, as in S31",
    ),
]
Language = Annotated[
    str, Meta(pattern=r"^[a-z]{2}$", description="the two letters of a language, as in en")
]
_ONE_LINE = Meta(
    pattern=r"^[^\n]*\S[^\n]*$",
    description="a text without line breaks; to write it on several lines, put it under a >",
    extra={"markup": "exact"},
)
Title = Annotated[str, Meta(max_length=60), _ONE_LINE]
"""A short text shown exactly as it is written."""
Short = Annotated[str, Meta(max_length=104), _ONE_LINE]
"""As exactly, and two lines of the smallest screen at most."""
Line = Annotated[str, Meta(max_length=300), _ONE_LINE]
"""A text shown exactly as it is written: no stress, no citations."""
Inline = Annotated[str, Meta(max_length=600, extra={"markup": "inline"})]
"""A text that may hold `**strong**`, `*stress*` and `[^citation]`."""
Prose = Annotated[str, Meta(max_length=4000, extra={"markup": "prose"})]
"""Paragraphs and lists of inline text."""
Translated = Annotated[dict[Language, Inline], Meta(min_length=1)]
TranslatedTitle = Annotated[dict[Language, Title], Meta(min_length=1)]
TranslatedShort = Annotated[dict[Language, Short], Meta(min_length=1)]


FILLED_IN = {"filled_in": True}
"""Marks what no educator writes: it is looked up elsewhere in the course when that is loaded."""


def is_written(wanted: inspect.Type) -> bool:
    """Whether what has this type stands in a file, and is not looked up."""
    return not (isinstance(wanted, inspect.Metadata) and (wanted.extra or {}).get("filled_in"))


def whole_name(written: str, module: str) -> tuple[str, str]:
    """The module and the id that a name means which stands in a module."""
    other, slash, name = written.partition("/")
    return (other, name) if slash else (module, written)


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything that an educator writes as a mapping."""
