"""From the folder of a course to the course, or to everything that is wrong with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from pathlib import Path
from typing import TypeVar

from msgspec import Struct, structs

from course.content import prose
from course.content.checks import fit, partial, runner, signed, silenced
from course.content.checks.draft import Draft, LanguageDraft
from course.content.checks.words.own import Without
from course.content.folder import Folder
from course.content.kinds.figures import Drawn, Picture
from course.content.model import Ask, Course, Module, Reading, Review
from course.content.pictures import has_words, squared
from course.content.review import record
from course.content.review.items import Items, items
from course.content.signs import DangerSign, Sign
from course.content.source.binding import Written
from course.content.source.spelling import quoted
from course.content.source.svg_bounds import bounds, middles
from course.content.source.svg_reader import Vector
from course.errors import ContentError, Problem, UsageError
from course.language import Words

T = TypeVar("T")


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
    return _opened(_edition(files, language))


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


def _opened(edition: LanguageDraft) -> Course:
    """A course without faults in one of its languages."""
    draft, chosen = edition.draft, edition.language
    course = _sound(draft.course)
    table = _sound(draft.triage)
    signs = _told(table, chosen)
    first = _told(table, course.languages[0]) if edition.borrowed else signs
    return Course(
        id=course.id,
        language=chosen,
        languages=course.languages,
        title=course.title[chosen],
        modules=tuple(
            _filled_in(
                _called_before(_sound(each), edition), first if name in edition.borrowed else signs
            )
            for name, each in edition.modules.items()
        ),
        optional=frozenset(course.optional),
        evaluation=tuple(_named(name) for name in course.evaluation),
        review=_reviewed(edition),
        changed=signed.is_changed(edition),
        made=course.made,
        emergency_number=course.emergency_number,
        sources=_sound(draft.sources),
        claims=_sound(draft.claims),
        glossary=tuple(_sound(edition.glossary).values()),
        pictures=_drawings(edition),
        svgs={name: _drawn(each) for name, each in edition.svgs.items()},
        triage=signs,
        asks={name: each.ask[chosen] for name, each in course.asks.items() if each.first},
        welcome=course.welcome.get(chosen, ""),
        places={name: each[chosen] for name, each in course.places.items()},
        untranslated=edition.borrowed,
    )


def _drawings(edition: LanguageDraft) -> dict[str, Picture]:
    """The drawings in cells. One with words in it that the original shows as well is in another
    language: a translation has its own, or says in words what it shows."""
    others = edition.original.pictures if edition.original else {}
    drawn = {name: squared(_sound(each)) for name, each in edition.pictures.items()}
    return {name: each for name, each in drawn.items() if name not in others or not has_words(each)}


def _reviewed(edition: LanguageDraft) -> Review:
    """Who signed what stands in an edition, or stood there."""
    found = edition.review.signed if edition.review else None
    if found is None:
        return Review(None, None, None, None)
    return Review(found.by, found.role, found.on, found.next)


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
    readings = _sound(files.readings)
    return Behind(tuple(readings), _sound(files.triage), _sound(files.course).asks)


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
        _opened(edition), _behind(files), items(stand), review, quieted, signed.without(edition)
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


def examine(folder: Path, today: datetime.date, measure: fit.Measure | None = None) -> Examined:
    """What is to be mended in the course in `folder`, and what was not looked for. Raises nothing.

    `today` is the day on which claims, sources and the review are past theirs or not. `measure`
    says of a course that opens what of it does not fit a small screen; None asks nobody.
    """
    files = Folder(folder)
    draft = files.draft(files.languages(), today)
    quiet = files.read_if_there(silenced.FILE, tuple[silenced.Silenced, ...])
    draft.unread, draft.unshown = list(files.unread()), list(files.unshown())
    problems = {*draft.faults(), *quiet.problems, *runner.run(draft)}
    tongues = {each.language: Words(each.language, {**each.interface}) for each in draft.editions}
    if measure is not None:
        for edition in filter(None, [_that_opens(each, problems) for each in draft.editions]):
            problems.update(fit.check(edition, measure(_opened(edition), tongues)))
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
        problems.update(fit.check(edition, seen(_opened(edition), words)))
    left = silenced.apply(quiet, problems, files.read_files)
    return sorted(each for each in left if each.file == file)


def _stops(problem: Problem) -> bool:
    """Whether a course does not open as long as this is not mended."""
    rule = runner.rules().get(problem.code)
    return rule is None or rule.stops


def _told(table: dict[str, DangerSign], language: str) -> dict[str, Sign]:
    """The table of danger signs in a language; its texts are parsed, to be kept so."""
    signs = {name: row.told(language) for name, row in table.items()}
    for row in signs.values():
        prose.parse(row.sign)
        prose.parse(row.why)
    return signs


def _called_before(module: Module, edition: LanguageDraft) -> Module:
    """A module with the former names that its original says: a translation need not repeat them."""
    written = edition.original and edition.original.modules.get(module.id)
    original = written.value if written else None
    if original is None:
        return module
    pages = {each.id: each.formerly for each in original.pages}
    questions = {each.id: each.formerly for each in original.questions}
    return structs.replace(
        module,
        formerly=original.formerly,
        pages=tuple(
            structs.replace(each, formerly=pages.get(each.id, ())) for each in module.pages
        ),
        questions=tuple(
            structs.replace(each, formerly=questions.get(each.id, ())) for each in module.questions
        ),
    )


def _filled_in(module: Module, signs: Mapping[str, Sign]) -> Module:
    """A module whose questions know what they look up in the table of danger signs."""
    return structs.replace(module, questions=tuple(q.filled_in(signs) for q in module.questions))


def _named(written: str) -> tuple[str, str]:
    module, _, question = written.partition("/")
    return module, question


_measured: dict[str, tuple[Vector, Drawn]] = {}
"""The last answer for each picture, by its file: whoever writes a course has it opened again and
again with the same pictures."""


def _drawn(picture: Vector) -> Drawn:
    if picture.view_box is None:
        raise ContentError(picture.problems)
    known = _measured.get(picture.file)
    if known is None or known[0] is not picture:
        box = bounds(picture.elements, *picture.view_box)
        drawn = Drawn(*picture.view_box, box, picture.ids, middles(picture.elements))
        known = _measured[picture.file] = picture, drawn
    return known[1]


def _sound(written: Written[T]) -> T:
    if written.value is None:
        raise ContentError(written.problems)
    return written.value
