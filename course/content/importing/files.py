"""Which file is read how, and what becomes of it in the course."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from course.content.importing import gift, markdown, moodle, table
from course.content.importing.brought import Brought
from course.content.source.files import UnreadableError, read_text
from course.errors import ContentError, Problem, UsageError

WORD = (".docx", ".odt", ".rtf")
"""The endings of files of word processors."""
_READERS: dict[str, Callable[[str], Brought]] = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".gift": gift.read,
    ".txt": gift.read,
    ".xml": moodle.read,
    ".csv": table.read,
    ".tsv": table.read,
}
_MOST_BYTES = 50_000_000
_SECONDS = 60
"""So long pandoc may take."""


def read(path: Path) -> Brought:
    """What a file brings. Raises UsageError if nothing reads it, ContentError if it is damaged."""
    ending = path.suffix.lower()
    if not path.is_file():
        raise UsageError(f"There is no file {path}.")
    if ending in WORD:
        return markdown.read(_converted(path))
    if ending not in _READERS:
        known = ", ".join(sorted((*_READERS, *WORD)))
        raise UsageError(f"{path}: Give a file that ends in one of: {known}.")
    try:
        return _READERS[ending](read_text(path.absolute().parent, path.name))
    except UnreadableError as fault:
        problem = Problem(str(path), fault.line, fault.column, fault.what, fault.cure)
        raise ContentError([problem]) from None


def _converted(path: Path) -> str:
    """A file of a word processor as Markdown. Raises UsageError without pandoc, or if it fails."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        raise UsageError(
            f"{path}: To read files of word processors, install pandoc (https://pandoc.org), or "
            "save the text as Markdown."
        )
    if path.stat().st_size > _MOST_BYTES:
        raise UsageError(f"{path} is larger than {_MOST_BYTES // 1_000_000} MB.")
    command = [pandoc, "--sandbox", "--wrap=none", "--to=gfm-raw_html", str(path.absolute())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise UsageError(f"{path}: pandoc did not come to an end with it.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()[:300]
        raise UsageError(f"{path}: pandoc cannot read it ({said}).")
    return done.stdout.decode("utf-8", "replace")
