"""The sound small course, broken in one place: the tables in tests/fixtures/bad/edits.

Each entry of a table is an edit to the sound course and what is said of it. What cannot be told as
an edit is a whole file in tests/fixtures/bad/whole, called like its entry.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from tests.marked import mark_as_translated
from tests.paths import BAD


class Edit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that stands once in a file, and the text that takes its place."""

    file: str
    old: str = ""
    """Empty if the file is a new one."""
    new: str = ""

    def make(self, folder: Path) -> None:
        path = folder / self.file
        if not self.old:
            with path.open("x", encoding="utf-8") as opened:
                opened.write(self.new)
            return
        text = path.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, (self.file, self.old)
        path.write_text(text.replace(self.old, self.new), encoding="utf-8")


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to break the sound course."""

    name: str
    says: str
    """The code of the rule, the place, and how what is wrong begins."""
    old: str = ""
    new: str = ""
    file: str = ""
    """Where it is broken, if that is not where it is told."""
    also: tuple[Edit, ...] = ()
    language: str = ""
    """A second language, in which the course says the same before it is broken."""

    @property
    def code(self) -> str:
        """The code of the rule that is broken."""
        return self.says.split(" ", 1)[0]

    @property
    def is_whole(self) -> bool:
        """Whether a whole file takes the place of the sound one."""
        return not (self.old or self.new or self.language)

    def break_course(self, sound: Path) -> None:
        """Break the copy of the sound course in a folder."""
        file = self.file or self.says.split(" ", 1)[1].partition(":")[0]
        if self.language:
            _translate(sound, self.language)
            mark_as_translated(sound, self.language)
        if self.is_whole:
            shutil.copy(BAD / "whole" / f"{self.name}.yaml", sound / file)
        elif self.old or self.new:
            Edit(file, self.old, self.new).make(sound)
        for edit in self.also:
            edit.make(sound)
        if self.language and self.code != "L05":
            mark_as_translated(sound, self.language)


def _translate(sound: Path, language: str) -> None:
    shutil.copytree(sound / "en", sound / language)
    shutil.copy(sound / "glossary" / "en.yaml", sound / "glossary" / f"{language}.yaml")
    for edit in (
        Edit("course.yaml", "{en: Water}", f"{{en: Water, {language}: Agua}}"),
        Edit("course.yaml", "languages: [en]", f"languages: [en, {language}]"),
        Edit(
            "claims.yaml", "dangerous.}", f"dangerous., {language}: El agua honda es peligrosa.}}"
        ),
        Edit("triage.yaml", "deep water}", f"deep water, {language}: Solo en agua honda}}"),
        Edit("triage.yaml", "a minute.}", f"a minute., {language}: Se puede ahogar.}}"),
    ):
        edit.make(sound)


FAULTS = [
    fault
    for table in sorted((BAD / "edits").glob("*.yaml"))
    for fault in msgspec.yaml.decode(table.read_bytes(), type=list[Fault])
]
