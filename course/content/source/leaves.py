"""From one text of a YAML file to the value that the format wants in its place."""

from __future__ import annotations

import datetime
import re
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, inspect

from course.content.source.nodes import Path
from course.content.source.spelling import shortened, suggest

T = TypeVar("T")


class Unfit(Struct, frozen=True):
    """Why a text cannot stand where it does."""

    what: str
    cure: str


def leaf(wanted: inspect.Type, text: str, path: Path, description: str) -> Any:
    """The value of the wanted type that a text stands for; Unfit if it stands for none.

    `description` says what is needed there.
    """
    match wanted:
        case inspect.StrType(max_length=longest, pattern=pattern):
            if longest and len(text) > longest:
                what = f"{called(path)} has {len(text)} characters."
                return Unfit(what, f"Shorten it to {longest}.")
            if not pattern or re.search(pattern, text):
                return text
            need = description or "it as the guide for authors says"
        case inspect.LiteralType(values=values):
            known = {str(value): value for value in values}
            if text in known:
                return known[text]
            return Unfit(f'"{text}" cannot stand here.', suggest(text, known))
        case inspect.BoolType():
            if text in ("true", "false"):
                return text == "true"
            need = "true or false"
        case inspect.IntType(ge=least, le=most):
            number = _converted(text, int)
            if number is not None and (least or 0) <= number <= (most or number):
                return number
            need = description or f"a whole number from {least} to {most}, in digits alone"
        case _:
            day = _converted(text, datetime.date)
            if day is not None:
                return day
            need = "a day of the calendar as year, month and day: 2026-11-22"
    return Unfit(f'{called(path)} cannot be "{shortened(text)}".', f"Write {need}.")


def called(path: Path) -> str:
    """What the value at a path is called in what is said of it."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return f'"{key}"' if key else "This"


def _converted(text: str, wanted: type[T]) -> T | None:
    try:
        return msgspec.convert(text, wanted, strict=False)
    except msgspec.ValidationError:
        return None
