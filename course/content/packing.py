"""A course in one file, to be handed on: which course it is, and a mark of all that is in it.

The file is a ZIP archive with every file of the course and `pack.json`, which lists them. The same
course makes the same bytes, whenever and wherever it is packed.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

import msgspec
from msgspec import Struct

from course import durable
from course.content import loader
from course.content.model import Course
from course.errors import UsageError

MANIFEST = "pack.json"
MOST_FILES = 5_000
MOST_BYTES = 200_000_000
"""Of all files of a course together."""
_MOST_OF_MANIFEST = 2_000_000
_ALL_MAY_READ = 0o644
_THEN = (1980, 1, 1, 0, 0, 0)
"""The day that every entry has: the first one that an archive can tell."""
_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")
"""A name of a file or folder that every system takes for one, and that leads nowhere else."""


class Packed(Struct, frozen=True, forbid_unknown_fields=True):
    """What a pack says of itself."""

    format: int
    course: str
    title: str
    languages: tuple[str, ...]
    version: str
    """The day on which the course was last brought up to date; empty if it names none."""
    files: dict[str, str]
    """The SHA-256 of each file, by its path."""
    mark: str
    """Of all of them."""


def pack(folder: Path, into: Path) -> Packed:
    """Write the course in `folder` into one file.

    Raises ContentError if the course does not open, and UsageError if there is something else in
    its folder, or if the file is there already.
    """
    if os.path.lexists(into):
        raise UsageError(f"{into} is there already. Give another name, or move it away.")
    course = loader.load(folder)
    paths = [*_files(folder)]
    contents = {shown: (folder / shown).read_bytes() for shown in paths}
    if sum(map(len, contents.values())) > MOST_BYTES or len(contents) > MOST_FILES:
        raise UsageError(f"{folder} holds more than a course can: {_limits()}")
    about = _about(course, contents)
    try:
        with durable.replacing(into) as file:
            _write(file, {MANIFEST: msgspec.json.encode(about), **contents})
            Path(file.name).chmod(_ALL_MAY_READ)
    except OSError as error:
        raise UsageError(f"{into}: It cannot be written ({error.strerror}).") from None
    return about


def unpack(file: Path, folder: Path) -> Packed:
    """Put the course of a pack into a new folder, once all of it was looked at.

    Raises UsageError if the pack is damaged, was altered, leads out of the folder or is too large,
    or if the folder is there already; and ContentError if its course does not open. Then nothing is
    left of it.
    """
    if os.path.lexists(folder):
        raise UsageError(f"{folder} is there already. Give a folder that is not.")
    if not folder.absolute().parent.is_dir():
        raise UsageError(f"There is no folder {folder.absolute().parent}.")
    try:
        with zipfile.ZipFile(file) as archive:
            about, contents = _read(archive, file)
    except (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise _refused(file, f"it is no pack, or is damaged ({error})") from None
    return _put(about, contents, file, folder)


def _put(about: Packed, contents: dict[str, bytes], file: Path, folder: Path) -> Packed:
    # Not at the start of the program.
    from shutil import rmtree
    from tempfile import mkdtemp

    new = Path(mkdtemp(prefix=".", suffix=".new", dir=folder.absolute().parent))
    try:
        for shown, content in contents.items():
            path = new / shown
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        new.chmod(0o755)
        course = loader.load(new)
        if (course.id, course.title) != (about.course, about.title):
            raise _refused(file, "it holds another course than it says")
        new.rename(folder)
    except OSError as error:
        raise UsageError(f"{folder}: It cannot be written ({error.strerror}).") from None
    finally:
        rmtree(new, ignore_errors=True)
    return about


def _read(archive: zipfile.ZipFile, file: Path) -> tuple[Packed, dict[str, bytes]]:
    """What an archive says of itself, and its files, of which each is one that it names."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES + 1 or sum(each.file_size for each in entries) > MOST_BYTES:
        raise _refused(file, f"it holds more than a course can: {_limits()}")
    names = [each.filename for each in entries]
    if len({each.casefold() for each in names}) < len(names):
        raise _refused(file, "it holds two files of one name")
    for each in entries:
        if not _is_safe(each):
            raise _refused(file, f'it holds "{each.filename[:100]}", which no course does')
    if MANIFEST not in names:
        raise _refused(file, f"it has no {MANIFEST}")
    about = _manifest(_bytes(archive, MANIFEST, _MOST_OF_MANIFEST, file), file)
    if {*about.files} != {*names} - {MANIFEST}:
        raise _refused(file, "its files are not those that it names")
    contents = {name: _bytes(archive, name, MOST_BYTES, file) for name in about.files}
    for name, content in contents.items():
        if _digest(content) != about.files[name]:
            raise _refused(file, f"{name} is not as it was packed")
    if about.mark != _mark(about.files):
        raise _refused(file, "its mark is not that of its files")
    return about, contents


def _manifest(content: bytes, file: Path) -> Packed:
    try:
        about = msgspec.json.decode(content, type=Packed)
    except msgspec.MsgspecError:
        raise _refused(file, f"{MANIFEST} cannot be read") from None
    if about.format != 1:
        raise _refused(file, "a newer version of the program packed it")
    return about


def _bytes(archive: zipfile.ZipFile, name: str, most: int, file: Path) -> bytes:
    # What an archive says of a size may be a lie.
    with archive.open(name) as entry:
        content = entry.read(most + 1)
    if len(content) > most or len(content) != archive.getinfo(name).file_size:
        raise _refused(file, f"{name} has another size than it says")
    return content


def _is_safe(entry: zipfile.ZipInfo) -> bool:
    """Whether it is a plain file, below the folder into which it would be put."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    is_file = kind in (0, stat.S_IFREG) and not entry.is_dir() and not entry.flag_bits & 0x1
    parts = entry.filename.split("/")
    return is_file and len(parts) <= 4 and all(_PART.fullmatch(part) for part in parts)


def _files(folder: Path) -> Iterator[str]:
    """The files of a course, by their paths; what an editor or a system hides is none of them."""
    for path in sorted(folder.rglob("*")):
        shown = path.relative_to(folder)
        if any(part.startswith(".") or part == "__pycache__" for part in shown.parts):
            continue
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise UsageError(f"{path} is a link, or no file: put the file itself in its place.")
        if path.is_dir():
            continue
        if not all(_PART.fullmatch(part) for part in shown.parts):
            raise UsageError(f"{path}: Use letters, digits, dots and hyphens in its name.")
        if shown.as_posix() != MANIFEST:
            yield PurePosixPath(shown.as_posix()).as_posix()


def _about(course: Course, contents: dict[str, bytes]) -> Packed:
    files = {shown: _digest(content) for shown, content in contents.items()}
    return Packed(
        format=1,
        course=course.id,
        title=course.title,
        languages=course.languages,
        version=_version(course),
        files=files,
        mark=_mark(files),
    )


def _version(course: Course) -> str:
    day: datetime.date | None = None
    if course.made is not None:
        day = course.made.updated or course.made.on
    return day.isoformat() if day else ""


def _write(file: IO[bytes], contents: dict[str, bytes]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, _THEN)
            entry.create_system = 3  # As on every system but Windows, which would write its own.
            entry.external_attr = (stat.S_IFREG | _ALL_MAY_READ) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _mark(files: dict[str, str]) -> str:
    return _digest(msgspec.json.encode(sorted(files.items())))


def _limits() -> str:
    return f"at most {MOST_FILES} files of {MOST_BYTES // 1_000_000} MB together."


def _refused(file: Path, why: str) -> UsageError:
    return UsageError(f"{file} was not unpacked: {why}. Ask whoever packed it for it once more.")
