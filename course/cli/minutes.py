"""`prolo minutes`: how long each part of a course takes, for whoever wants to make it shorter."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from course.cli.parser import Parser
from course.content import loader, spoken
from course.content.minutes import Clock, Taken, added
from course.content.model import Course, Module
from course.locations import Locations

_ROW = "{:<44} {:>7} {:>7} {:>5}"


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    what = "the folder of a course; if not given, the course in use"
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=what)
    pages = "show each page and question of the modules as well"
    parser.add_argument("--pages", action="store_true", help=pages)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Print a row for each module, for all that nobody may skip, and for the short ways.

    Raises as `loader.load` does.
    """
    folder = asked.folder or where.modules
    course = loader.load(folder, asked.language)
    clock = Clock(course, spoken.words(folder, course.language))
    print(_ROW.format("", "seconds", "presses", "words"))
    for name, taken in _rows(course, clock, asked.pages):
        print(_ROW.format(name, round(taken.seconds), taken.presses, taken.words))
    return 0


def _rows(course: Course, clock: Clock, pages: bool) -> Iterator[tuple[str, Taken]]:
    for module in course.modules:
        yield module.id, clock.module(module)
        yield from _within(module, clock) if pages else ()
    needed = (each for each in course.modules if each.id not in course.optional)
    yield "all that nobody may skip", added(map(clock.module, needed))
    yield "essentials", clock.pages(course.essentials())
    for ask in course.asks:
        yield f"asks: {ask}", clock.pages(course.answering(ask))


def _within(module: Module, clock: Clock) -> Iterator[tuple[str, Taken]]:
    on_pages = {page.check.question for page in module.pages if page.check}
    for page in module.pages:
        yield f"  {page.id}", clock.pages([(module, page)])
    for question in module.questions:
        if question.id not in on_pages:
            spare = " (spare)" if clock.is_spare(module, question) else ""
            yield f"  {question.id}{spare}", clock.question(question)
