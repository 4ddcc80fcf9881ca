"""`prolo export`: the course in another form."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from course import clinic, durable
from course.cli.parser import Parser
from course.content.compiled import Library
from course.errors import UsageError

if TYPE_CHECKING:
    from course.locations import Locations

_WHATS = {"web": "write the whole course as one page for a browser"}


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    parser.add_commands("form", _WHATS, required=True)
    folder = "the folder that the page is written into; it is made if it is not there"
    parser.commands["web"].add_argument("folder", type=Path, metavar="DIR", help=folder)
    one_page = "write it to be printed: all of it from the first line to the last"
    parser.commands["web"].add_argument("--one-page", action="store_true", help=one_page)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Write the page, and say where it is.

    Raises as the course does that cannot be opened, and UsageError where nothing can be written.
    """
    # It takes a while to load, and nothing else needs it.
    from course.ui.styles import drawings
    from course.ui.styles.themes import DARK, LIGHT
    from course.web import page

    light, dark = (
        page.Colors(
            {name: str(role) for name, role in theme.variables.items()}, drawings.css(theme)
        )
        for theme in (LIGHT, DARK)
    )
    library = Library(where.modules, where.cache)
    languages = (asked.language,) if asked.language else library.languages
    editions = [library.edition(language) for language in languages]
    made = page.Page(editions, clinic.load(where.clinic), (light, dark), date.today())
    if asked.one_page:
        for number, language in enumerate(languages):
            _write(asked.folder / f"print-{language}.html", made.printable(number))
        return 0
    html = made.html()
    _write(asked.folder / "index.html", html)
    _write(asked.folder / page.WORKER, page.worker(html))
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        durable.write(path, text.encode())
        # Whoever serves it is somebody else.
        path.chmod(0o644)
    except OSError as error:
        raise UsageError(f"{path}: It cannot be written ({error.strerror}).") from None
    print(path)
