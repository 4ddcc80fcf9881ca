"""The rules of the house that no other tool holds: sizes, private names, who mirrors whom."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import course
import progress
from tests.paths import ROOT

SOURCES = sorted(path for name in ("course", "progress") for path in (ROOT / name).rglob("*.py"))
BESIDE = sorted(
    path for name in ("bench", "deploy", "docs", "tests") for path in (ROOT / name).rglob("*.py")
)
"""What is not shipped."""
UNIT = ROOT / "tests" / "unit"
MOST_LINES = 300
MOST_METHODS = 20

SILENCED = re.compile(
    r"# (?:(?:ruff: )?noqa(?:: *[A-Z]+\d+(?:, *[A-Z]+\d+)*)?|type: ignore(?:\[[\w, -]*\])?)"
    r"(?: *[-#] *(?P<why>\w.*))?$"
)
"""Of a comment that silences a check, the reason. It may stand in the line above as well."""
ADAPTER = "course/ui/textual_private.py"
"""The one file that may use what Textual keeps to itself; it says what and why."""
DOCUMENTED = {"os._exit", "sys._current_frames", "item._asdict"}
"""Begin with an underscore, and are in the documentation of Python all the same."""


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def methods(found: ast.ClassDef) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [e for e in found.body if isinstance(e, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_file_is_long() -> None:
    files = (*SOURCES, *BESIDE)
    lines = {where(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: count for name, count in lines.items() if count > MOST_LINES} == {}


def test_no_class_has_many_methods() -> None:
    count = {
        f"{where(path)}: {found.name}": len(methods(found))
        for path in (*SOURCES, *BESIDE)
        for found in ast.walk(tree(path))
        if isinstance(found, ast.ClassDef)
    }
    assert {name: number for name, number in count.items() if number > MOST_METHODS} == {}


def test_whatever_silences_a_check_says_why() -> None:
    silent = []
    for path in (*SOURCES, *BESIDE):
        above = ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            found = SILENCED.search(line)
            if found and not found["why"] and not above.lstrip().startswith("#"):
                silent.append(f"{where(path)}:{number}")
            above = line
    assert silent == []


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def imported(path: Path) -> Iterator[str]:
    """Private modules, and private names of modules, that a file imports."""
    for found in ast.walk(tree(path)):
        if isinstance(found, ast.Import):
            names = [each.name for each in found.names]
        elif isinstance(found, ast.ImportFrom):
            names = [f"{found.module}.{each.name}" for each in found.names]
        else:
            continue
        yield from (name for name in names if any(map(is_private, name.split("."))))


def touched(path: Path) -> Iterator[str]:
    """Private attributes of anything but `self` and `cls`, unless the file defines that name."""
    own = {name for found in ast.walk(tree(path)) for name in defined(found)}
    for found in ast.walk(tree(path)):
        if isinstance(found, ast.Attribute) and is_private(found.attr) and not of_itself(found):
            name = ast.unparse(found)
            if found.attr not in own and name not in DOCUMENTED:
                yield name


def defined(found: ast.AST) -> Iterator[str]:
    if isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef):
        yield found.name
    elif isinstance(found, ast.Name) and isinstance(found.ctx, ast.Store):
        yield found.id
    elif isinstance(found, ast.Attribute) and isinstance(found.ctx, ast.Store):
        yield from [found.attr] if of_itself(found) else []


def of_itself(found: ast.Attribute) -> bool:
    return isinstance(found.value, ast.Name) and found.value.id in ("self", "cls")


def inherited() -> Iterator[tuple[str, str]]:
    """Private names of a class in another file that a class of ours uses or replaces, and where."""
    for package in (course, progress):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for ours in vars(module).values():
                if inspect.isclass(ours) and ours.__module__ == found.name:
                    theirs = [
                        b for b in ours.__mro__ if b.__module__ not in (found.name, "builtins")
                    ]
                    file = where(Path(str(module.__file__)))
                    for name in private_in(ours) & set[str]().union(*map(private_in, theirs)):
                        yield file, f"{ours.__name__}.{name}"


def private_in(kind: type) -> set[str]:
    """The private methods of a class, and the private attributes of `self` that it uses."""
    file = getattr(sys.modules[kind.__module__], "__file__", None) or ""
    classes = _classes(Path(file)) if file.endswith(".py") else {}
    if (found := classes.get(kind.__name__)) is None:
        return set()
    names = [each.name for each in methods(found)]
    names += [e.attr for e in ast.walk(found) if isinstance(e, ast.Attribute) and of_itself(e)]
    return set(filter(is_private, names))


@cache
def _classes(path: Path) -> dict[str, ast.ClassDef]:
    return {each.name: each for each in tree(path).body if isinstance(each, ast.ClassDef)}


def test_nothing_private_to_another_module_is_used() -> None:
    found = [(where(path), name) for path in SOURCES for name in [*imported(path), *touched(path)]]
    found += inherited()
    assert [each for each in found if each[0] != ADAPTER] == []


def test_each_folder_of_these_tests_is_called_like_a_package() -> None:
    packages = {path.parent for path in SOURCES if path.name == "__init__.py"}
    # progress and bench stand beside course; all else that is tested here stands in it.
    mirrors = {UNIT / where(path).removeprefix("course").lstrip("/") for path in packages}
    mirrors.add(UNIT / "bench")
    assert {path.parent for path in UNIT.rglob("*.py")} - mirrors == set()
