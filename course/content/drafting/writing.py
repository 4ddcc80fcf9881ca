"""New files for a course, and new parts in its files. Nothing that is there is written over."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile

from msgspec import Struct

from course.content.drafting import schemas, templates
from course.content.drafting.added import Writing
from course.content.folder import Folder
from course.content.source import files, nodes
from course.content.source.spelling import suggest
from course.content.todo import MARK
from course.errors import UsageError

_LANGUAGE = re.compile(r"[a-z]{2}")
_NUMBER = re.compile(r"[0-9 +-]{2,20}")
_TITLE = 60
_SHOWN = 'Open {file} in your editor. Write your own words in the place of each "To do".'
_CHECK = "prolo check {folder}"
_LOOK = "prolo preview {place} shows the page as you save it. Let it run beside your editor."


class Made(Struct, frozen=True):
    """What was written, and what to do next."""

    written: tuple[Path, ...] = ()
    added_to: tuple[Path, ...] = ()
    next: tuple[str, ...] = ()


def new_course(
    folder: Path, *, title: str, part: str, source: str, language: str, emergency: str
) -> Made:
    """A course with one module, in a folder that is not there or empty. Raises UsageError."""
    if not _LANGUAGE.fullmatch(language):
        raise UsageError(f'"{language}" is no language. Write its two letters, as in en.')
    if not _NUMBER.fullmatch(emergency):
        raise UsageError(f'"{emergency}" is no telephone number. Write digits, as in 911.')
    name, module = _name(title), _name(part)
    texts = {
        "course.yaml": templates.course(name, _title(title), language, module, emergency),
        "sources.yaml": templates.sources(source.strip()),
        f"{language}/{module}.yaml": templates.module(module, _title(part), templates.SOURCE),
        **{f"{templates.SCHEMAS}/{kind}.json": schemas.written(kind) for kind in schemas.KINDS},
    }
    file = folder / language / f"{module}.yaml"
    written = tuple(_write(folder / shown, text) for shown, text in texts.items())
    return Made(
        written=tuple(path for path in written if path.suffix == ".yaml"),
        next=(
            _LOOK.format(place=folder),
            _SHOWN.format(file=file),
            f"Say in {folder / 'sources.yaml'} what your source is, and when you read it.",
            f"{_CHECK.format(folder=folder)} says what is left to do.",
        ),
    )


class Desk:
    """Somebody who adds to the course in a folder."""

    def __init__(self, folder: Path, language: str | None) -> None:
        """In a language of the course, or in its first one. Raises UsageError."""
        self._folder, self._files = folder, Folder(folder)
        languages = self._files.languages()
        self._language = language or next(iter(languages), "en")
        if language and language not in languages:
            raise UsageError(f'The course is not in "{language}". {suggest(language, languages)}')

    def module(self, title: str) -> Made:
        """A module with one page and one question, at the end of the course."""
        name = _name(title)
        course = self._text("course.yaml").with_name("modules", name)
        source = next(iter(self._files.sources.entries()), templates.SOURCE)
        path = self._folder / self._language / f"{name}.yaml"
        _write(path, templates.module(name, _title(title), source))
        self._replace("course.yaml", course)
        course_file = self._folder / "course.yaml"
        steps = (_LOOK.format(place=path), _SHOWN.format(file=path), self._check)
        return Made((path,), (course_file,), steps)

    def question(
        self, kind: str, module: str, name: str | None, page: str | None, sign: str | None
    ) -> Made:
        """A question at the end of a module."""
        _one_of(kind, templates.KINDS, "kind of question")
        shown = self._module(module)
        read = self._files.read(shown, dict)
        pages = read.names("pages")
        page = page or next(iter(pages), templates.PAGE)
        _one_of(page, pages, "page in this module")
        if kind == "triage":
            rows = list(self._files.triage.entries())
            if sign is None:
                raise UsageError(
                    f"Say which danger sign it is about: --sign ID. {suggest('', rows)}"
                )
            _one_of(sign, rows, "danger sign in triage.yaml")
        name = _free(name, kind, read.names("questions"))
        title = read.text("pages", pages.index(page), "title") or page
        about = title.removeprefix(MARK).strip().rstrip("?")
        item = templates.question(kind, name, page, sign or "", about)
        self._replace(shown, self._text(shown).with_item("questions", item))
        file = self._folder / shown
        todo = f'Open {file} in your editor. Write what is still "To do" in the question {name}.'
        steps = (_LOOK.format(place=file), todo, self._check)
        return Made((), (file,), steps)

    def figure(self, kind: str, place: str, picture: str | None) -> Made:
        """A figure on a page that has none."""
        _one_of(kind, templates.FIGURES, "kind of figure")
        module, _, page = place.partition("/")
        shown = self._module(module)
        read = self._files.read(shown, dict)
        pages = read.names("pages")
        _one_of(page, pages, "page in this module")
        at: nodes.Path = ("pages", pages.index(page))
        source = next(iter(self._files.sources.entries()), templates.SOURCE)
        picture = picture or page
        text = self._text(shown).with_key(at, "figure", templates.figure(kind, source, picture))
        drawn = []
        if kind == "drawing" and not self._files.there(f"pictures/{picture}.svg"):
            drawn = [_write(self._folder / "pictures" / f"{picture}.svg", templates.PICTURE)]
        if kind == "map" and not self._files.there(f"pictures/{picture}.yaml"):
            cells = f"{templates.modeline('picture', 1)}\n{templates.CELLS}"
            drawn = [_write(self._folder / "pictures" / f"{picture}.yaml", cells)]
        self._replace(shown, text)
        file = self._folder / shown
        todo = f'Open {file} in your editor. Write what is still "To do" on the page {page}.'
        steps = [_LOOK.format(place=file), todo, self._check]
        if kind == "drawing":
            svg = self._folder / "pictures" / f"{picture}.svg"
            steps.insert(1, f"Draw {svg} in a drawing program.")
        return Made(tuple(drawn), (file,), tuple(steps))

    def add_language(self, language: str) -> Made:
        """One more language of the course, in which nothing is written yet."""
        if not _LANGUAGE.fullmatch(language):
            raise UsageError(f'"{language}" is no language. Write its two letters, as in es.')
        if language in self._files.languages():
            raise UsageError(f'The course is in "{language}" already. Nothing was changed.')
        text = self._text("course.yaml").with_name("languages", language)
        ask = "what is the title in this language?"
        title = f"{language}: {templates.todo(ask, 0)}"
        short = f'{language}: "{MARK} {ask}"'
        text = Writing(text, "course.yaml").with_key(("title",), language, title, short)
        self._replace("course.yaml", text)
        steps = (
            f"prolo translate {language} --modules {self._folder} says what is still to be "
            "translated, and with --write FILE it writes a file to do that in.",
            self._check,
        )
        return Made((), (self._folder / "course.yaml",), steps)

    @property
    def _check(self) -> str:
        return f"{_CHECK.format(folder=self._folder)} says what is left to do."

    def _module(self, name: str) -> str:
        """The file of a module, below the folder. Raises UsageError."""
        _one_of(name, self._files.course.names("modules"), "module")
        return f"{self._language}/{name}.yaml"

    def _text(self, shown: str) -> Writing:
        try:
            return Writing(files.read_text(self._folder, shown), shown)
        except files.UnreadableError as error:
            raise UsageError(f"{self._folder / shown}: {error.what} {error.cure}") from None

    def _replace(self, shown: str, text: str) -> None:
        """Put a new text into a file that is there, whole or not at all."""
        path = self._folder / shown
        try:
            with NamedTemporaryFile(
                "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".", delete=False
            ) as file:
                file.write(text)
            shutil.copymode(path, file.name)
            os.replace(file.name, path)  # noqa: PTH105 - the name is a text
        except OSError as error:
            raise UsageError(f"{path} cannot be written ({error.strerror}).") from None


def _write(path: Path, text: str) -> Path:
    """Write a file that is not there yet. Raises UsageError if it is."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path} is there already, and stays as it is.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}).") from None
    return path


def _name(title: str) -> str:
    name = templates.name_of(title)
    if not name:
        raise UsageError(f'No id can be made of "{title}". Write a title with letters or digits.')
    return name


def _title(text: str) -> str:
    if len(text.strip()) > _TITLE:
        raise UsageError(f'"{text}" has more than {_TITLE} characters. Shorten it.')
    return text.strip()


def _one_of(word: str, known: tuple[str, ...] | list[str], what: str) -> None:
    if word not in known:
        raise UsageError(f'There is no {what} "{word}". {suggest(word, known)}')


def _free(asked: str | None, kind: str, taken: list[str]) -> str:
    """The id that was asked for, or the first one of the kind that is free. Raises UsageError."""
    if asked is not None:
        if asked in taken:
            raise UsageError(f'There is a question "{asked}" already. Give another --id.')
        return asked
    names = (f"{kind}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
