"""`prolo voice`: the lines of the course, spoken once by a natural voice and kept."""

from __future__ import annotations

import argparse
from pathlib import Path

from course import clinic
from course.cli.parser import Parser
from course.content.compiled import Library
from course.learners.terminal import with_progress_bar
from course.locations import Locations
from course.speech.recorded import rendering, store
from course.speech.recorded.encoder import Encoder
from course.speech.recorded.rendering import Plan, Sum

_WHATS = {
    "render": "speak every line that has no recording yet",
    "status": "say how much there is, and how much is missing",
}


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    parser.add_commands("action", _WHATS, required=True)
    what = "the folder of a course; if not given, the course in use"
    for name in _WHATS:
        parser.commands[name].add_argument("folder", nargs="?", type=Path, metavar="DIR", help=what)
    prune = "then remove what no line of this course needs any more"
    parser.commands["render"].add_argument("--prune", action="store_true", help=prune)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Speak what is missing, or say what is.

    Raises UsageError if the voice or the encoder is not installed, CourseError if nothing can be
    kept, and as `loader.load` does.
    """
    modules = asked.folder or where.modules
    library = Library(modules, where.cache)
    plans = list(rendering.plans(modules, library, clinic.load(where.clinic), where.cache))
    for language in library.languages:
        if all(each.language != language for each in plans):
            print(f"{language}: it has no natural voice; the machine's own one reads it")
    if asked.action == "render":
        encode = Encoder.find()
        for each in plans:
            _render(each, where.cache, encode)
    else:
        for each in plans:
            there = {one.path for one in each.wanted} - {one.path for one in each.missing()}
            print(_told(each, rendering.total(there)))
    unneeded = store.every(where.cache) - {one.path for each in plans for one in each.wanted}
    if asked.action == "render" and asked.prune:
        store.forget(unneeded)
        print(f"removed: {len(unneeded)}")
    elif unneeded:
        size = rendering.total(unneeded).bytes
        print(f"no line of this course needs them: {len(unneeded)}, {_megabytes(size)}")
    return 0


def _render(plan: Plan, cache: Path, encode: Encoder) -> None:
    missing = len(plan.missing())
    spoken = rendering.render(plan, encode, cache)
    for _ in with_progress_bar(spoken, lambda: missing, f"Speaking {plan.language}"):
        pass
    print(_told(plan, rendering.total(each.path for each in plan.wanted)))
    print(f"    made now: {missing}; there already: {len(plan.wanted) - missing}")


def _told(plan: Plan, there: Sum) -> str:
    minutes = round(there.seconds / 60)
    return (
        f"{plan.language}: {there.count} of {len(plan.wanted)} recordings, "
        f"{minutes} minutes of speech, {_megabytes(there.bytes)}"
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
