"""A translation rests on what its original rests on."""

from __future__ import annotations

from collections.abc import Iterator

from course.content import prose
from course.content.checks.draft import ModuleFile
from course.content.checks.examples import paper, spanish
from course.content.checks.rule import PROJECT, rule
from course.content.checks.scope import MODULE
from course.content.model import Module
from course.content.source.binding import Text, Written
from course.errors import Problem


@rule(
    "L10",
    "A translation cites in each text what the original cites there",
    why=(
        "A mark that got lost on the way takes the source from a fact, and with it what must stand "
        "beside that fact; one that came in claims a source that nobody read for it."
    ),
    source=PROJECT,
    scope=MODULE,
    bad=paper() + spanish().replace("[^book]", "[^book] [^paper]"),
    good=spanish(),
)
def check(module: ModuleFile) -> Iterator[Problem]:
    """A problem at each text that cites less than its original, or more."""
    if module.original is None:
        return
    there = dict(_cited(module.original))
    for place, (text, here) in _cited(module).items():
        if place not in there:
            continue  # That a part of it is missing is told already.
        before = there[place][1]
        gone = [name for name in before if name not in here]
        more = [name for name in here if name not in before]
        if gone:
            what = f"{_named(gone)} of {module.original.file} got lost here."
            cure = "Write it behind the same sentence as in the original."
            yield module.problem(text.path, what, cure)
        elif more:
            what = f"{_named(more)} is not in {module.original.file}."
            yield module.problem(text.path, what, "Leave it out, or cite it there too.")


def _cited(module: Written[Module]) -> dict[tuple[str, ...], tuple[Text, tuple[str, ...]]]:
    """Each text with what it cites, by the page or question that it is in and its place there."""
    names = {(key, at): name for key in ("pages", "questions") for at, name in module.ids(key)}
    found = {}
    for text in module.texts:
        first, *rest = text.path
        owner = names.get((str(first), rest[0])) if rest and isinstance(rest[0], int) else None
        if owner is not None:
            place = (str(first), owner, *map(str, rest[1:]))
            found[place] = (text, prose.cited(text.node.text))
    return found


def _named(ids: list[str]) -> str:
    return ", ".join(f"[^{name}]" for name in dict.fromkeys(ids))
