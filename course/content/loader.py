"""From the folder of a course to the course, or to everything that is wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from copy import copy
from pathlib import Path

from msgspec import Struct

from course.content.checks import fit, partial, runner, signed, silenced
from course.content.checks.draft import Draft, LanguageDraft
from course.content.checks.words.own import Without
from course.content.folder import Folder
from course.content.model import Ask, Course, Reading
from course.content.opened import opened, sound
from course.content.review import record
from course.content.review.items import Items, items
from course.content.signs import DangerSign
from course.content.source.spelling import quoted
from course.errors import ContentError, Problem, UsageError
from course.language import Words


def load(folder: Path, language: str | None = None) -> Course:
    """The course in `folder`, in a language or in its original one.

    Raises ContentError with every problem of that language and of the files that all languages
    share, and UsageError if the course is not in that language. A translation is read beside its
    original, which tells the modules that are not in the language, or at fault in it; of other
    faults of the original nothing is said. What is out of date, or not part of the course, is no
    reason to keep a patient waiting: only `check` reports it.
    """
    return load_from(Folder(folder), language)


def load_from(files: Folder, language: str | None = None) -> Course:
    """The course in a folder, as `load` gives it, and with the same errors."""
    return opened(_edition(files, language))


def _edition(files: Folder, language: str | None) -> LanguageDraft:
    """A language of a course, or its original one, of which nothing keeps it from opening."""
    languages = files.languages()
    if language and languages and language not in languages:
        raise UsageError(f'The course is not in "{language}". Use one of: {quoted(languages)}.')
    chosen = language if language and language in languages else next(iter(languages), "en")
    draft = files.draft([chosen], datetime.date.today())
    return _settled(draft.editions[0], draft)


def _settled(edition: LanguageDraft, draft: Draft) -> LanguageDraft:
    """An edition of which nothing keeps it from opening: a module that is at fault in a translation
    is told in the original. Raises ContentError if that does not help."""
    draft = copy(draft)
    draft.editions = [edition]
    problems = _stopping(draft)
    files = {each.file: name for name, each in edition.modules.items()}
    at_fault = {files[each.file] for each in problems if each.file in files} - edition.borrowed
    if at_fault and edition.original is not None:
        edition = edition.borrowing(at_fault)
        draft.editions = [edition]
        problems = _stopping(draft)
    if problems:
        raise ContentError(list(problems))
    return edition


def _stopping(draft: Draft) -> set[Problem]:
    return {*draft.faults(), *runner.run(draft, stopping=True)}


class Behind(Struct, frozen=True):
    """What stands behind a course, for whoever reviews it; no reader of the course needs it."""

    readings: tuple[Reading, ...]
    signs: dict[str, DangerSign]
    """The table of danger signs as it is written."""
    asks: dict[str, Ask]
    """All that people come to ask, also what the first screen does not show."""


def behind(folder: Path) -> Behind:
    """What stands behind the course in `folder`. Raises ContentError if its files have faults."""
    return _behind(Folder(folder))


def _behind(files: Folder) -> Behind:
    readings = sound(files.readings)
    return Behind(tuple(readings), sound(files.triage), sound(files.course).asks)


class UnderReview(Struct, frozen=True):
    """A course in one language, with all that its reviewer needs."""

    course: Course
    behind: Behind
    now: Items
    """All that can be signed."""
    review: record.Review
    """What is kept of what was signed before."""
    let_stand: tuple[silenced.Silenced, ...]
    """The findings of the rules that its author lets stand."""
    without: tuple[Without, ...]
    """The words about safety that its author has the rules not look for."""


def under_review(folder: Path, language: str | None = None) -> UnderReview:
    """The course in `folder` for its reviewer. Raises as `load` does."""
    files = Folder(folder)
    edition = _edition(files, language)
    stand, review = signed.standing(edition), edition.review
    if stand is None or review is None:  # Then the course would not have opened.
        raise ContentError([*edition.draft.faults()])
    quiet = files.read_if_there(silenced.FILE, tuple[silenced.Silenced, ...])
    quieted = tuple(each for _, each in quiet.each(silenced.Silenced))
    return UnderReview(
        opened(edition), _behind(files), items(stand), review, quieted, signed.without(edition)
    )


def check(folder: Path, today: datetime.date) -> list[Problem]:
    """Every error of the course in `folder`, in reading order. Raises nothing."""
    return [each for each in findings(folder, today) if each.severity == "error"]


def findings(folder: Path, today: datetime.date) -> list[Problem]:
    """Everything that is to be mended in the course in `folder`, in reading order.

    That is what `load` finds in any of its languages, and what is to be mended although a reader
    can read it; without what `silenced.yaml` lets stand. Raises nothing.
    """
    return examine(folder, today).problems


class Examined(Struct, frozen=True):
    """All that the rules say of a course on a day."""

    problems: list[Problem]
    """What is to be mended, in reading order."""
    not_run: dict[str, dict[str, list[str]]]
    """For each language, the rules that do not run in it, each with the words that it lacks."""
    unsigned: tuple[str, ...] = ()
    """The languages in which nobody has signed anything."""
    unspoken: dict[str, list[str]] = {}
    """For each language in which the interface lacks words, their names: English is said there."""


def examine(
    folder: Path,
    today: datetime.date,
    measure: fit.Measure | None = None,
    tell: runner.Tell | None = None,
) -> Examined:
    """What is to be mended in the course in `folder`, and what was not looked for. Raises nothing.

    `today` is the day on which claims, sources and the review are past theirs or not. `measure`
    says of a course that opens what of it does not fit a small screen; None asks nobody. `tell` is
    told how far the rules are.
    """
    files = Folder(folder)
    draft = files.draft(files.languages(), today)
    quiet = files.read_if_there(silenced.FILE, tuple[silenced.Silenced, ...])
    draft.unread, draft.unshown = list(files.unread()), list(files.unshown())
    problems = {*draft.faults(), *quiet.problems, *runner.run(draft, tell=tell)}
    tongues = {each.language: Words(each.language, {**each.interface}) for each in draft.editions}
    if measure is not None:
        for edition in filter(None, [_that_opens(each, problems) for each in draft.editions]):
            problems.update(fit.check(edition, measure(opened(edition), tongues)))
    left = sorted(silenced.apply(quiet, problems, files.read_files))
    unsigned = tuple(each.language for each in draft.editions if not signed.is_signed(each))
    return Examined(left, runner.not_run(draft), unsigned, partial.unspoken(draft))


def _that_opens(edition: LanguageDraft, problems: Iterable[Problem]) -> LanguageDraft | None:
    """An edition as people would see it; None where nobody would see anything."""
    if not any(map(_stops, problems)):
        return edition
    try:
        return _settled(edition, edition.draft)
    except ContentError:
        return None


def examine_module(
    files: Folder,
    today: datetime.date,
    language: str,
    module: str,
    seen: Callable[[Course, Words], Iterable[fit.TooHigh]] | None = None,
    goes_on: Callable[[], bool] = lambda: True,
) -> list[Problem]:
    """What is to be mended in one module, in reading order, by its rules alone. Raises nothing.

    `seen` says of the course what of this module does not fit, if it opens; None asks nobody. Once
    it no longer `goes_on`, not all is found.
    """
    file = f"{language}/{module}.yaml"
    draft = files.draft([language], today)
    quiet = files.read_if_there(silenced.FILE, tuple[silenced.Silenced, ...])
    problems = {*draft.faults(), *runner.run(draft, file=file, goes_on=goes_on)}
    (edition,) = draft.editions
    is_seen = seen is not None and module in edition.modules and goes_on()
    if seen is not None and is_seen and not any(map(_stops, problems)):
        words = Words(edition.language, {**edition.interface})
        problems.update(fit.check(edition, seen(opened(edition), words)))
    left = silenced.apply(quiet, problems, files.read_files)
    return sorted(each for each in left if each.file == file)


def _stops(problem: Problem) -> bool:
    """Whether a course does not open as long as this is not mended."""
    rule = runner.rules().get(problem.code)
    return rule is None or rule.stops
