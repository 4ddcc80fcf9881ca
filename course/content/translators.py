"""A course for whoever translates it: what there is to do, and what they bring back.

A text stands in the files of the course once all is there that it needs: a module with all of its
texts, a danger sign with its own, and before all of them what `course.yaml` and `triage.yaml` say.
Until then it waits in the record, so that no reader meets half of a page.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from course import language as interface
from course.content import prose, spoken
from course.content.folder import Folder
from course.content.kept import put
from course.content.source.binding import Written
from course.content.source.characters import FORBIDDEN
from course.content.source.spelling import suggest
from course.content.todo import is_open
from course.content.translation import placing, record, units
from course.content.translation.record import Record, Translated
from course.content.translation.sheet import Said
from course.content.translation.units import OPTIONAL, WORDS, Item, Stock, Texts
from course.errors import ContentError, UsageError

FRAME = "frame"
"""The place of what no module can be shown without: what `course.yaml` says, and danger signs."""
CLAIMS, GLOSSARY = "claims", "glossary"
_LANGUAGE = re.compile(r"[a-z]{2}")


class UnderTranslation(Struct, frozen=True):
    """A course and one of its languages, or one that it is to have."""

    files: Folder
    language: str
    title: str
    original: Stock
    translation: Stock
    record: Record
    items: tuple[Item, ...]
    modules: tuple[str, ...]

    @property
    def is_listed(self) -> bool:
        """Whether the course file names the language."""
        return self.language in self.files.languages()


class Refused(Struct, frozen=True):
    """A text that was not taken over."""

    said: Said
    why: str


class Taken(Struct, frozen=True):
    """What became of the texts that somebody brought."""

    count: int
    items: tuple[str, ...]
    """The items that are new or have changed."""
    written: tuple[str, ...]
    """The files that were written, beside the record."""
    waiting: int
    """How many texts wait for the rest of what they belong to."""
    refused: tuple[Refused, ...]


def under_translation(folder: Path, language: str) -> UnderTranslation:
    """A course for its translator. Raises UsageError for a language that nobody can translate into,
    and ContentError if the original has faults."""
    files = Folder(folder)
    original_language = next(iter(files.languages()), "en")
    if not _LANGUAGE.fullmatch(language):
        raise UsageError(f'"{language}": Write the two letters of a language, as in es.')
    if language == original_language:
        raise UsageError(f'The course is written in "{language}": translate it into another one.')
    draft = files.draft([original_language], datetime.date.today())
    if problems := [*draft.faults()]:
        raise ContentError(problems)
    (original,) = draft.editions
    edition = files.edition(language, draft)
    kept = edition.translated or record.read(folder, language)
    if kept.value is None:
        raise ContentError(kept.problems)
    shared: dict[str, Written[Any]] = {
        "course": files.course,
        "triage": files.triage,
        CLAIMS: files.claims,
    }
    stocks = (
        Stock(
            language=original_language,
            shared=shared,
            glossary=original.glossary,
            modules=original.modules,
            words=interface.load(interface.FIRST).table,
        ),
        Stock(
            language=language,
            shared=shared,
            glossary=edition.glossary,
            modules={
                name: each for name, each in edition.modules.items() if name not in edition.borrowed
            },
            words=_words(folder, language),
            own_words=spoken.read(folder, language).value or {},
        ),
    )
    return UnderTranslation(
        files=files,
        language=language,
        title=(files.course.value.title[original_language] if files.course.value else ""),
        original=stocks[0],
        translation=stocks[1],
        record=kept.value,
        items=tuple(units.items(*stocks, kept.value)),
        modules=tuple(original.modules),
    )


def group_of(item: str) -> str:
    """The place that an item belongs to: a module, the frame, claims, glossary or words."""
    first = item.partition("/")[0]
    return FRAME if first in ("course", "triage") else first


def at_place(under: UnderTranslation, place: str | None) -> list[Item]:
    """The items of a place: all but the words of the interface if none is named.

    Of a module these are also the claims that it cites, which its pages cannot do without. Raises
    UsageError if there is no such place.
    """
    if place is None:
        return [each for each in under.items if group_of(each.name) != WORDS]
    found = [each for each in under.items if place in (each.name, group_of(each.name))]
    if not found:
        known = [*dict.fromkeys(group_of(each.name) for each in under.items)]
        names = [*known, *(each.name for each in under.items)]
        raise UsageError(f'There is nothing called "{place}". {suggest(place, names)}')
    cites = {
        f"{CLAIMS}/{name}"
        for each in found
        for name in units.claims_of({unit.at: unit.original for unit in each.units})
    }
    return [*found, *(each for each in under.items if each.name in cites and each not in found)]


def take(under: UnderTranslation, brought: Iterable[Said], by: str, on: datetime.date) -> Taken:
    """Take over what somebody translated.

    Raises ContentError, and changes nothing, where a file of the course would have faults by it.
    """
    known = {each.name: each for each in under.items}
    fresh: dict[str, dict[str, str]] = {}
    refused: list[Refused] = []
    for said in brought:
        text, why = _fitting(known.get(said.item), said)
        if why:
            refused.append(Refused(said, why))
        elif text is not None:
            fresh.setdefault(said.item, {})[said.at] = text
    kept = dict(under.record)
    for name, texts in fresh.items():
        kept[name] = _translated(known[name], texts, kept.get(name), by, on)
    return _placed(under, kept, sum(map(len, fresh.values())), [*fresh], refused)


def confirm(under: UnderTranslation, items: Iterable[Item], by: str, on: datetime.date) -> Taken:
    """Keep that items say what their originals say now; of those that are not whole, nothing."""
    kept, names = dict(under.record), []
    for item in items:
        if item.state in ("unmarked", "changed"):
            before = kept.get(item.name)
            texts = {unit.at: unit.said for unit in item.units}
            now = _translated(item, texts, before, by, on)
            kept[item.name] = structs.replace(now, said=before.said if before else {})
            names.append(item.name)
    return _placed(under, kept, 0, names, [])


def _placed(
    under: UnderTranslation,
    kept: Record,
    count: int,
    names: list[str],
    refused: list[Refused],
) -> Taken:
    """Write what is whole into the course, and keep the rest."""
    there = units.said_of(under.translation)
    known = {each.name: each for each in under.items}
    said = {
        name: {**there.get(name, {}), **(kept[name].said if name in kept else {})} for name in known
    }
    wanted = placing.Wanted(
        language=under.language,
        original=under.original,
        translation=under.translation,
        said=said,
        changed=frozenset(name for name in known if name in kept and kept[name].said),
        whole=frozenset(name for name, each in known.items() if _is_whole(each, said[name])),
        is_listed=under.is_listed,
    )
    made = placing.files_of(wanted)
    for each in made:
        for name in each.items & kept.keys():
            kept[name] = structs.replace(kept[name], said={})
    for each in made:
        put(under.files.path / each.shown, each.text)
    record.write(under.files.path, under.language, _in_order(kept, known))
    waiting = sum(len(each.said) for each in kept.values())
    shown = tuple(each.shown for each in made)
    return Taken(count, tuple(names), shown, waiting, tuple(refused))


def _is_whole(item: Item, said: Texts) -> bool:
    return all(said.get(unit.at) for unit in item.units if unit.at != OPTIONAL)


def _fitting(item: Item | None, said: Said) -> tuple[str | None, str]:
    """The text as it is kept; None where nothing is new about it; or why it is not taken over."""
    unit = next((each for each in item.units if each.at == said.at), None) if item else None
    if item is None or unit is None:
        return None, "The course has no such text any more."
    if said.original.split() != unit.original.split():
        return None, "The original is another one now: export it once more."
    if said.is_open:
        return None, ""
    if is_open(said.said):
        return None, "It is still a to-do, and no translation."
    text = said.said if "\n" in unit.original else " ".join(said.said.split())
    if found := FORBIDDEN.search(text):
        return None, f"It has a character that nobody can see (U+{ord(found.group()):04X})."
    if lost := [each for each in prose.cited(unit.original) if each not in prose.cited(text)]:
        marks = ", ".join(f"[^{each}]" for each in dict.fromkeys(lost))
        return None, f"It lost {marks}: write that behind the same sentence as in the original."
    is_confirmed = said.is_sure and (unit.was or item.state == "unmarked")
    if text.split() == unit.said.split() and not is_confirmed:
        why = "It says the same as before, and the original has changed."
        return None, f"{why} If it still fits, confirm it with --done." if unit.was else ""
    return text, ""


def _translated(
    item: Item, texts: Mapping[str, str], before: Translated | None, by: str, on: datetime.date
) -> Translated:
    """What to keep of an item of which some texts are new."""
    said = {unit.at: texts.get(unit.at) or unit.said for unit in item.units}
    said = {at: text for at, text in said.items() if text}
    # What has changed in the original, and was not looked at, keeps the mark of the old one.
    is_current = all(unit.at in texts for unit in item.units if unit.was)
    if before is not None and before.of != item.mark and not is_current:
        return structs.replace(before, said=said)
    was = {unit.at: unit.original for unit in item.units}
    return Translated(of=item.mark, by=by, on=on, was=was, said=said)


def _words(folder: Path, language: str) -> Texts:
    own = spoken.read(folder, language).value or {}
    if not own and language not in interface.languages():
        return {}
    lacking = interface.lacking(language, own)
    table = interface.beside(language, own).table
    return {name: said for name, said in table.items() if name not in lacking}


def _in_order(kept: Record, known: Iterable[str]) -> Record:
    """The entries in the order of the course; of what it has no more, none."""
    return {name: kept[name] for name in known if name in kept}
