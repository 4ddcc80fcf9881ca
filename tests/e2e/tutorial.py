"""Somebody who does what docs/tutorial.md says, word for word, from an empty folder."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.paths import DOCS, ROOT
from tests.terminal import Terminal

TUTORIAL = DOCS / "tutorial.md"
_BLOCK = re.compile(r"^```(sh|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ANSWERS = re.compile(r"Answer `([^`]+)`, then `([^`]+)`, then `([^`]+)`")
_FILE = re.compile(r"Open the file `([^`]+)`")
_MISTAKE = re.compile(r"Change `([^`]+)` to `([^`]+)`")
_PICTURE = re.compile(r"\]\(pictures/([\w-]+)\.png\)")
SHELL = "cd {folder}; printf '$ %s\\r\\n' '{line}'; exec \"$0\" \"$@\""
QUESTIONS = ("title of the course:", "title of its first part:", "come from:")
LARGE = (112, 31)
SMALL = (80, 24)


def pictures() -> list[str]:
    """The names of the pictures of the tutorial, in their order."""
    return _PICTURE.findall(TUTORIAL.read_text(encoding="utf-8"))


def walk(folder: Path) -> Iterator[Terminal]:
    """The screen at each picture of the tutorial, one after the other."""
    told = TUTORIAL.read_text(encoding="utf-8")
    blocks = [text for _, text in _BLOCK.findall(told)]
    new, preview, page, question, aims, source, check, run = map(str, blocks)
    with _typed(new, folder, SMALL) as terminal:
        for asked, answer in zip(QUESTIONS, _found(_ANSWERS, told), strict=True):
            terminal.until(asked)
            terminal.type(f"{answer}\n")
        terminal.until("prolo check")
        yield terminal
    (name,) = _found(_FILE, told)
    file = folder / name
    with _typed(preview, folder, LARGE) as terminal:
        terminal.until("To do: what is this page about?")
        terminal.until("error")
        yield terminal
        _put(file, r"  - id: first-page\n.*?(?=^questions:)", page)
        terminal.until("Clear the floor")
        terminal.until("error")
        yield terminal
        right, wrong = _found(_MISTAKE, told)
        _put(file, right, wrong)
        terminal.until("cannot be shown")
        yield terminal
        _put(file, wrong, right)
        _put(file, r"^questions:\n.*\Z", question)
        terminal.until("There is a loose rug in the hall")
        terminal.press(terminal.sign("Step over it with care"))
        terminal.until("In the dark you may miss it.")
        terminal.press("a")
        terminal.until("right: Pick it up")
        yield terminal
        _put(file, r"^goal:.*?(?=^pages:)", aims)
        _put(folder / "my-course" / "sources.yaml", r"  authors:.*\Z", source)
        terminal.press("f")
        terminal.until("No faults found")
    with _typed(check, folder, SMALL) as terminal:
        terminal.until("my-course: no faults found")
    with _typed(run, folder, SMALL) as terminal:
        terminal.until("Start")
        yield terminal


def _typed(line: str, folder: Path, size: tuple[int, int]) -> Terminal:
    """A terminal in which somebody types a line of the tutorial."""
    line = line.strip()
    program, *words = line.split()
    assert program == "prolo"
    shell = SHELL.format(folder=folder, line=line)
    command = ["/bin/sh", "-c", shell, sys.executable, str(ROOT / "app.py")]
    width, height = size
    return Terminal(*words, width=width, height=height, command=command)


def _put(file: Path, old: str, new: str) -> None:
    """Put something in the place of what stands there, and save."""
    text = file.read_text(encoding="utf-8")
    found, count = re.subn(old, lambda _: new, text, count=1, flags=re.MULTILINE | re.DOTALL)
    assert count == 1, f"{old!r} is not in {file}"
    file.write_text(found, encoding="utf-8")


def _found(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = pattern.search(text)
    assert found is not None, f"{pattern.pattern} is not in the tutorial"
    return found.groups()
