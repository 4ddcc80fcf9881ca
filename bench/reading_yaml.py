"""What strictness costs: one module read by us and by PyYAML's own loaders.

    python -m bench.reading_yaml [FILE]

Prints each as a multiple of CSafeLoader in the same run. PyYAML's loaders give dicts without
lines; ours gives places, types and every fault.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from course.content import prose
from course.content.checks import names, pages, questions, texts
from course.content.model import Module
from course.content.source import yaml_reader
from course.content.source.binding import Written, bind

ROUNDS = 40
DEFAULT = Path(__file__).parent.parent / "modules" / "en" / "risks.yaml"


def bound(text: str) -> Written[Module]:
    document = yaml_reader.parse(text, "module.yaml")
    written: Written[Module] = Written("module.yaml", document.root, problems=document.problems)
    bind(written, Module)
    return written


def checked(text: str) -> list[Any]:
    """Everything but the sources, with no text parsed before."""
    prose.parse.cache_clear()
    written = bound(text)
    checks = (
        names.check_module(written, "module"),
        texts.check(written),
        pages.check(written),
        questions.check(written, "en"),
    )
    return [problem for check in checks for problem in check]


def ways(text: str) -> dict[str, Callable[[], Any]]:
    found: dict[str, Callable[[], Any]] = {
        "SafeLoader": lambda: yaml.load(text, Loader=yaml.SafeLoader),
        "CSafeLoader": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
        "C parse events alone": lambda: list(yaml.parse(text, Loader=yaml.CSafeLoader)),
        "ours, the tree": lambda: yaml_reader.parse(text, "module.yaml"),
        "ours, the types as well": lambda: bound(text),
        "ours, the checks as well": lambda: checked(text),
    }
    return found


def main() -> None:
    """Measure in turns, so that a busy moment of the machine falls on all alike."""
    path = Path(sys.argv[1]) if sys.argv[1:] else DEFAULT
    text = path.read_text(encoding="utf-8")
    readers = ways(text)
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(ROUNDS):
        for name, reader in readers.items():
            began = time.perf_counter()
            reader()
            seconds[name].append(time.perf_counter() - began)
    base = statistics.median(seconds["CSafeLoader"])
    print(f"{path.name}: {text.count(chr(10))} lines")
    for name, taken in seconds.items():
        median = statistics.median(taken)
        print(f"{name:<26}{median * 1000:8.2f} ms {median / base:6.2f}x")


if __name__ == "__main__":
    main()
