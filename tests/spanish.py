"""Three modules of the shipped course as they once were, two of them in Spanish."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from course.content import translators
from course.content.source import nodes, yaml_reader
from course.content.translation.sheet import Said
from course.content.translators import Taken
from tests.paths import FIXTURES, MODULES

SPANISH = FIXTURES / "spanish"
BY, ON = "A translator", datetime.date(2026, 11, 27)


def the_original(folder: Path) -> Path:
    """The course in English, in a folder that is not there yet; tells the folder."""
    shutil.copytree(SPANISH / "course", folder)
    shutil.copytree(MODULES / "pictures", folder / "pictures")
    return folder


def partly_spanish(folder: Path) -> Path:
    """The course, with the interface and two of its modules in Spanish; tells the folder."""
    the_original(folder)
    shutil.copytree(SPANISH / "language", folder / "language")
    bring(folder, *said_in(folder, ""))
    return folder


def said_in(folder: Path, place: str) -> list[Said]:
    """What the translator says of all items that begin so."""
    root = yaml_reader.read(SPANISH, "said.yaml").root
    assert isinstance(root, nodes.Mapping)
    known = {each.name: each for each in translators.under_translation(folder, "es").items}
    found = []
    for name, entry in root.entries.items():
        assert isinstance(entry.value, nodes.Mapping)
        originals = {unit.at: unit.original for unit in known[name].units}
        for at, text in entry.value.entries.items():
            assert isinstance(text.value, nodes.Scalar)
            if name.startswith(place):
                found.append(Said(name, at, originals[at], text.value.text, text.value.line))
    return found


def bring(folder: Path, *said: Said) -> Taken:
    """Take over what was translated."""
    under = translators.under_translation(folder, "es")
    return translators.take(under, said, BY, ON)
