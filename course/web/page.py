"""The whole course as one page: it asks nothing of any network, and works from a file."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from course.clinic import Clinic
from course.web.around import FIRST, Around
from course.web.ends import Ends
from course.web.one_page import OnePage
from course.web.pictures import Pictures, classes
from course.web.runs import Runs
from course.web.states import States
from course.web.take import Take
from course.web.walk import WAY, Walk
from course.web.writer import Writer

if TYPE_CHECKING:
    from course.content.compiled import Edition

HERE = Path(__file__).parent
WORKER = "worker.js"
"""The file beside a page that keeps it for when there is no network; only where it is served."""


class Colors(Struct, frozen=True):
    """The colors of a page in one look: by their roles, and as style sheets of drawings."""

    roles: Mapping[str, str]
    drawings: str


class Page:
    """The page of a course, in all of its languages."""

    def __init__(
        self, editions: Sequence[Edition], clinic: Clinic, looks: tuple[Colors, Colors], today: date
    ) -> None:
        """`looks` are one for light surroundings and one for dark ones."""
        self._editions, self._looks, self._today = editions, looks, today
        # Nobody can count the answers of a page that sends nothing.
        number = clinic.emergency_number or editions[0].head.emergency_number
        self._clinic = structs.replace(clinic, evaluation="off", emergency_number=number)
        self._pictures = Pictures(editions[0])

    def html(self) -> str:
        """All of it."""
        sections = [self._language(number) for number in range(len(self._editions))]
        # The first screen stands last: it shows wherever no other section is asked for.
        main = "".join(inner for inner, _ in sections)
        firsts = "".join(first for _, first in reversed(sections))
        return self.framed(f"{main}{firsts}", _read("script.js"))

    def printable(self, number: int = 0) -> str:
        """All of one language from its first line to its last, for paper."""
        edition = self._editions[number]
        places = edition.course.places
        writer = Writer(edition.words, self._clinic, self._pictures, places)
        return self.framed(OnePage(Walk(edition, self._clinic), writer).html())

    def framed(self, main: str, script: str = "") -> str:
        """A document with what stands in it."""
        head, title = self._editions[0].head, escape(self._editions[0].head.title)
        style = self.style()
        policy = "; ".join(
            (
                "default-src 'none'",
                f"style-src '{_hash(style)}'",
                f"script-src '{_hash(script)}'" if script else "script-src 'none'",
                "img-src data:",
                "worker-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )
        told = f' data-course="{escape(head.id)}" data-title="{title}"'
        scripted = f"<script>{script}</script>" if script else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(head.language)}"><head><meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>{title}</title>\n<style>{style}</style></head>\n"
            f"<body>{self._pictures.symbols()}<main{told}>\n{main}</main>\n{scripted}</body></html>\n"
        )

    def style(self) -> str:
        """The style sheet, with the colors of both looks."""
        light, dark = (_roles(look) + _of_pictures(look.drawings) for look in self._looks)
        plain = _read("style.css")
        on_paper = f"@media print{{{light}}}"
        return f"{light}@media (prefers-color-scheme:dark){{{dark}}}{plain}{on_paper}"

    def _language(self, number: int) -> tuple[str, str]:
        """All sections of a language but the first screen, and the first screen."""
        edition, clinic = self._editions[number], self._clinic
        before = f"{edition.head.language}:" if number else ""
        walk = Walk(edition, clinic)
        places = edition.course.places
        writer = Writer(edition.words, clinic, self._pictures, places, before)
        runs = Runs(edition, clinic)
        states = States(edition.course, runs, writer)
        around = Around(edition, clinic, walk, writer)
        told = []
        for section in walk.sections():
            if section.id.endswith(WAY) and section.faces[0].view.layout == "way":
                told.append(states.way(section))
            elif section.told.done:
                told.append(states.result(section))
            else:
                told.append(writer.section(section))
        told += Ends(edition.course, runs, writer).sections()
        told.append(Take(edition.course, walk, writer, self._today).section())
        told += around.opened()
        return "".join(told), around.first(self._others(number))

    def _others(self, number: int) -> str:
        """Links to the first screen in the other languages."""
        links = []
        for other, edition in enumerate(self._editions):
            if other != number:
                language, name = escape(edition.head.language), escape(edition.words("name"))
                before = f"{language}:" if other else ""
                links.append(
                    f'<li><a class="card" lang="{language}" href="#{before}{FIRST}">{name}</a></li>'
                )
        return f'<ul class="cards short">{"".join(links)}</ul>' if links else ""


def worker(page: str) -> str:
    """The script that keeps a page on a device; another page has another one."""
    return _read(WORKER).replace("EDITION", hashlib.sha256(page.encode()).hexdigest()[:12])


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """A text as a policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _roles(look: Colors) -> str:
    told = "".join(f"--{name}:{color};" for name, color in look.roles.items())
    return f":root{{{told}}}"


def _of_pictures(css: str) -> str:
    """A style sheet of drawings, for the classes that they have in a page."""
    selectors = re.compile(r"\.([a-z][a-z0-9-]*)(?=[^{}]*\{)")
    return selectors.sub(lambda name: f".{classes(name[1])}", css.replace("\n", ""))
