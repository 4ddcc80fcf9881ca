"""What shows only to some people, as attributes that the script of the page reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from msgspec import structs

from course.web.model import ALWAYS, Way, When, for_some


def shown(when: When) -> str:
    """The attributes of an element. Without the script it shows as to somebody of whom nothing is
    known."""
    told = ""
    for name, known in (("if", when.any_of), ("all", when.all_of), ("unless", when.none_of)):
        told += f' data-{name}="{escape(" ".join(known))}"' if known else ""
    return f"{told} hidden" if when.any_of or when.all_of else told


def first_of(ways: Sequence[Way]) -> Iterable[tuple[Way, When]]:
    """Each way with when it is the one: those before it go first."""
    before: tuple[str, ...] = ()
    for way in ways:
        yield way, structs.replace(way.when, none_of=(*way.when.none_of, *before))
        before += way.when.any_of


def alternatives(
    told: Iterable[tuple[frozenset[str], str]], every: frozenset[str], tag: str = "div"
) -> str:
    """What is told to those with their own shot in some places; what is the same stands once."""
    together: dict[str, frozenset[str]] = {}
    for owns, html in told:
        together[html] = together.get(html, frozenset()) | owns
    if len(together) == 1:
        return next(iter(together))
    first = next(iter(together))
    written = []
    for html, owns in together.items():
        # Without the script the first one shows, even where all depends on the place.
        when = for_some(owns, every) if "" in every or html != first else _unless(every - owns)
        written.append(f"<{tag}{shown(when)}>{html}</{tag}>" if when != ALWAYS else html)
    return "".join(written)


def _unless(owns: frozenset[str]) -> When:
    return When(none_of=tuple(f"own:{name}" for name in sorted(owns)))
