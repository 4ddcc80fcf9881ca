"""A course as it goes over the hub: one archive, in parts, known by the hash of its bytes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from course import durable
from course.errors import CourseError
from course.fleet.hub import Hub
from course.fleet.orders import Package
from course.kiosk.updates.modules import MOST_BYTES, MOST_FILES, version_of
from course.kiosk.updates.places import remove

BUCKET = "course"
PART = 500_000
"""Bytes."""
_NAME = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/){0,6}[A-Za-z0-9_-][A-Za-z0-9._-]*")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class UnfitPackageError(CourseError):
    """What came is not what was ordered, or holds what no course does."""


def packed(folder: Path) -> tuple[Package, bytes]:
    """A folder of modules: what it is, and its bytes. Raises CourseError if it is no course."""
    mark = version_of(folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [path.relative_to(folder).as_posix() for path in files]
    # What begins with a point is no part of a course.
    seen = {
        name: path
        for name, path in zip(names, files, strict=True)
        if not any(part.startswith(".") for part in name.split("/"))
    }
    strange = [name for name in seen if not _NAME.fullmatch(name)]
    if not mark or not seen or strange:
        raise UnfitPackageError(
            f"{folder} is no folder of modules that can be sent"
            + (f": call {strange[0]} by letters, digits, points and hyphens." if strange else ".")
        )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, path in seen.items():
            # The same course is the same bytes, whenever it is packed.
            zipped.writestr(zipfile.ZipInfo(name, _LONG_AGO), path.read_bytes())
    content = archive.getvalue()
    digest = hashlib.sha256(content).hexdigest()
    return Package(digest, len(range(0, len(content), PART)), mark), content


def unpack(content: bytes, package: Package, target: Path) -> None:
    """Make the folder anew from what came. Raises UnfitPackageError, OSError."""
    if hashlib.sha256(content).hexdigest() != package.digest:
        raise UnfitPackageError("A course came that is not the one that was ordered.")
    arriving = target.with_name(f".{target.name}.arriving")
    remove(arriving)
    try:
        for name, data in _files(content):
            durable.write(arriving / name, data)
    except zipfile.BadZipFile:
        raise UnfitPackageError("A course came that cannot be unpacked.") from None
    remove(target)
    arriving.rename(target)
    durable.sync_folder(target.parent)


async def send(hub: Hub, package: Package, content: bytes) -> None:
    """Put the parts of a course to the hub. Raises HubAwayError."""
    for number in range(package.parts):
        part = content[number * PART : (number + 1) * PART]
        await hub.put(BUCKET, _key(package, number), part)


async def fetch(hub: Hub, package: Package) -> bytes:
    """Get them from there. Raises HubAwayError, UnfitPackageError if a part is not there."""
    parts = []
    for number in range(package.parts):
        entry = await hub.get(BUCKET, _key(package, number))
        if entry.value is None:
            raise UnfitPackageError("A course was ordered that the hub has not whole.")
        parts.append(entry.value)
    return b"".join(parts)


def _key(package: Package, number: int) -> str:
    return f"{package.digest}.{number}"


def _files(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        inside = zipped.infolist()
        if len(inside) > MOST_FILES or sum(each.file_size for each in inside) > MOST_BYTES:
            raise UnfitPackageError("A course came that is larger than a course can be.")
        for each in inside:
            if not _NAME.fullmatch(each.filename):
                raise UnfitPackageError("A course came with a file that belongs to no course.")
            yield each.filename, zipped.read(each)
