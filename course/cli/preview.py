"""`prolo preview`: the page that is being written as people see it, and what is to be mended."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course import clinic
from course.cli.check import course_of
from course.cli.parser import Parser
from course.content.drafting.bench import Bench, Focus
from course.content.folder import Folder
from course.errors import UsageError
from course.language import Words
from course.locations import Locations
from course.plain import lines
from course.plain.choices import choices
from course.ui.fit import too_high_at
from course.ui.preview.app import PreviewApp
from course.views.model import View, told


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    place = (
        "the folder of a course, a file in it, or the id of a module or of a page, as in "
        "risks/emergency; if not given, the first page of the course in use"
    )
    parser.add_argument("place", nargs="?", default="", metavar="PLACE", help=place)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Show it until it is ended; the status is the app's own."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("The preview needs a terminal. Look at the findings with prolo check.")
    folder, focus = _place(asked.place, where.modules)
    if asked.language:
        focus = Focus(asked.language, focus.module, focus.item)
    app = PreviewApp(
        folder,
        clinic.load(where.clinic),
        plain,
        lambda tell: Bench(folder, focus, tell, too_high_at),
    )
    app.run()
    return app.return_code or 0


def plain(view: View, words: Words) -> str:
    """A view as plain mode tells it to somebody who comes to it first."""
    can = choices(view, words)
    parts = (
        lines.place(view.section, view.said),
        lines.told(told(view), words),
        lines.offered(can.cards, can, words),
        lines.offered(can.buttons, can, words),
    )
    return "\n\n".join(filter(None, parts))


def _place(place: str, modules: Path) -> tuple[Path, Focus]:
    """The folder of a course, and where in it to begin. Raises UsageError."""
    path = Path(place or modules)
    if path.exists():
        folder = course_of(path)
        files = Folder(folder)
        inside = path.resolve().relative_to(folder.resolve()).parts
        language = inside[0] if inside and inside[0] in files.languages() else ""
        module = path.stem if language and len(inside) > 1 else ""
        return folder, _focus(files, language, module, "")
    module, _, item = place.partition("/")
    files = Folder(modules)
    if module not in files.course.names("modules"):
        raise UsageError(
            f"There is no file or folder {place}, and no module {module} in the course in use. "
            "Give the folder of a course, a file in it, or the id of a module."
        )
    return modules, _focus(files, "", module, item)


def _focus(files: Folder, language: str, module: str, item: str) -> Focus:
    names = files.course.names("modules")
    return Focus(
        language or next(iter(files.languages()), "en"),
        module or next(iter(names), ""),
        item,
    )
