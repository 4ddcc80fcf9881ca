"""Which looks a terminal can show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.theme import Theme

MANY_COLORS = ("truecolor", "24bit")
MANY_COLORS_OF = ("256color", "kitty")
"""How the names of terminals end that have more than the sixteen colours by name."""


def looks(themes: Sequence[Theme], surroundings: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the themes to choose from, the first one first, by the variables around.

    A terminal of sixteen colours takes the nearest one for any other, and a text may vanish: it
    gets those that are made of its own colours, and every other terminal the rest.
    """
    few = has_few_colors(surroundings)
    return tuple(theme.name for theme in themes if theme.ansi == few) or (themes[0].name,)


def has_few_colors(surroundings: Mapping[str, str]) -> bool:
    """Whether a terminal has sixteen colours or fewer, by the rules that Textual draws by."""
    if surroundings.get("COLORTERM", "").strip().lower() in MANY_COLORS:
        return False
    # Windows names no terminal, and has colours.
    term = surroundings.get("TERM", "").strip().lower()
    return bool(term) and term.rpartition("-")[2] not in MANY_COLORS_OF


def has_fewer_signs(surroundings: Mapping[str, str]) -> bool:
    """Whether a terminal lacks some signs: the console of Linux knows 256 of them in all."""
    return surroundings.get("TERM", "").strip().lower().partition("-")[0] == "linux"
