"""`prolo translate`: what is to be translated, a file for whoever does it, and what they bring."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

from course.cli.parser import Parser
from course.content import translators
from course.content.kept import put
from course.content.source import files
from course.content.source.characters import FORBIDDEN
from course.content.translation import po, sheet
from course.content.translation.record import file_of
from course.content.translation.sheet import Said
from course.content.translation.units import WORDS, Item
from course.content.translators import Taken, UnderTranslation
from course.errors import UsageError
from course.locations import Locations

_LONGEST = 300
_SHOWN = 20
"""So many texts that were not taken over are told one by one."""
_ROW = "{:<28}{:>8}{:>8}{:>10}  {}"


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    language = "the two letters of the language to translate into, such as es"
    parser.add_argument("into", metavar="LANGUAGE", help=language)
    place = (
        "a module, or a page of one as in preparation/medicines; frame for what comes first, "
        "claims, glossary, or words for those of the interface"
    )
    parser.add_argument("place", nargs="?", metavar="PLACE", help=place)
    written = "write what there is into this file, which ends in .yaml or .po"
    parser.add_argument("--write", type=Path, metavar="FILE", help=written)
    read = "take over what was translated in this file"
    parser.add_argument("--read", type=Path, metavar="FILE", help=read)
    done = "say that a translation fits its original as that is now"
    parser.add_argument("--done", action="store_true", help=done)
    parser.add_argument("--by", metavar="NAME", help="who has translated it")


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Do what was asked, or print how far the translation is; 1 if texts were not taken over.

    Raises UsageError and ContentError.
    """
    if sum(map(bool, (asked.write, asked.read, asked.done))) > 1:
        raise UsageError("Ask for one of --write, --read and --done.")
    under = translators.under_translation(where.modules, asked.into)
    if asked.write:
        return _write(asked.write, under, translators.at_place(under, asked.place))
    if asked.read:
        return _read(asked.read, under, _name(asked.by))
    items = translators.at_place(under, asked.place)
    if asked.done:
        if asked.place is None:
            raise UsageError("Name the module or the page that was compared, before --done.")
        return _told(translators.confirm(under, items, _name(asked.by), date.today()), under)
    for line in _items(items) if asked.place else _overview(under):
        print(line)
    return 0


def _write(file: Path, under: UnderTranslation, items: list[Item]) -> int:
    if file.exists():
        raise UsageError(f"{file} is there already. Give another name, or move it away.")
    form = _form(file)
    put(file, form.written(items, under.language, under.title))
    left = sum(each.left for each in items)
    texts = sum(len(each.units) for each in items)
    print(f"{file} has {texts} texts, of which {left} are not translated yet.")
    there = under.files.path
    named = "" if there == Path() else f" --modules {there}"
    print(f'Then: prolo translate {under.language} --read {file} --by "Your name"{named}')
    return 0


def _read(file: Path, under: UnderTranslation, by: str) -> int:
    if not file.is_file():
        raise UsageError(f"There is no file {file}.")
    if file.stat().st_size > files.MAX_BYTES * 10:
        raise UsageError(f"{file} is larger than 10 MB.")
    language, said = _form(file).read(file)
    if language != under.language:
        raise UsageError(f'{file} is for "{language}", and not for "{under.language}".')
    taken = translators.take(under, said, by, date.today())
    for each in taken.refused[:_SHOWN]:
        print(f"{file}:{each.said.line}: {_where(each.said)} was not taken over. {each.why}")
    if len(taken.refused) > _SHOWN:
        print(f"... and {len(taken.refused) - _SHOWN} more.")
    return _told(taken, under)


def _told(taken: Taken, under: UnderTranslation) -> int:
    print(f"{taken.count} texts taken over; {len(taken.items)} items are new or compared.")
    for shown in taken.written:
        print(f"Written: {under.files.path / shown}")
    if taken.waiting:
        print(
            f"{taken.waiting} texts wait in {file_of(under.language)} until what they belong to "
            "is whole."
        )
    if taken.written:
        print(f"Then: prolo check {under.files.path}")
    return 1 if taken.refused else 0


def _overview(under: UnderTranslation) -> Iterator[str]:
    """A row for each module, and for what stands beside them."""
    yield f'"{under.title}" into {under.language}'
    yield _ROW.format("", "texts", "left", "to look at", "by")
    places = dict.fromkeys(translators.group_of(each.name) for each in under.items)
    for place in places:
        items = [each for each in under.items if translators.group_of(each.name) == place]
        old = sum(each.state in ("changed", "unmarked") for each in items)
        by = Counter(each.by for each in items if each.by)
        texts, left = sum(len(each.units) for each in items), sum(each.left for each in items)
        yield _ROW.format(place, texts, left, old, ", ".join(by))
    if not under.is_listed:
        yield (
            'It is offered once "frame" and one module are translated, with the words '
            "of the interface."
        )
    elif missing := [each for each in under.modules if each not in under.translation.modules]:
        yield f"Offered in the original as long as they are not whole: {', '.join(missing)}"


def _items(items: list[Item]) -> Iterator[str]:
    for each in items:
        left = f", {each.left} of {len(each.units)} texts left" if each.left else ""
        yield f"{each.name}: {sheet.state_of(each)}{left}"
        for unit in each.units:
            if unit.was:
                yield f"  {unit.at} was: {' '.join(unit.was.split())}"
                yield f"  {unit.at} is:  {' '.join(unit.original.split())}"


def _where(said: Said) -> str:
    return f"{said.item} ({said.at})" if said.item.partition("/")[0] != WORDS else said.at


def _form(file: Path) -> ModuleType:
    forms = {".yaml": sheet, ".po": po}
    if file.suffix.lower() not in forms:
        raise UsageError(f"{file}: End its name with .yaml, or with .po for translators' tools.")
    return forms[file.suffix.lower()]


def _name(by: str | None) -> str:
    """Who has translated, on one line. Raises UsageError if nobody is named."""
    name = " ".join((by or "").split())
    if not name or len(name) > _LONGEST or FORBIDDEN.search(name):
        raise UsageError('Say who has translated it: --by "A translator".')
    return name
