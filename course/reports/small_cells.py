"""Record small groups hidden: no figure may rest on, or betray, fewer than eleven people.

One row is protected at a time. Its parts add up to its total, so a hidden part could be found by
subtraction. Hence:

- A total below 11 hides its whole row; one below 22 hides all its parts, for one of two parts is
  then below 11.
- Otherwise each part below 11 is `<11`. If there is one, the first part in a fixed order that is
  not small becomes a range as well: as wide as what a reader could work out anyway.
- Where that would still leave too little room, the next part is hidden too; where no part is left
  to hide, all are.
- 0 is shown where the rest of its row is: there is nobody in it.

The order is fixed, rather than by size, because the choice itself would tell something. What this
does not prevent: comparing rows with each other, or reports of different days.
"""

from __future__ import annotations

LEAST = 11
SMALL = f"<{LEAST}"
HIDDEN = "hidden"

Cell = int | str
"""A number of people, or `<11`, `hidden`, or a range such as `52-62`."""


def protect_total(total: int) -> Cell:
    """A number of people by itself."""
    return SMALL if 0 < total < LEAST else total


def protect(total: int, parts: dict[str, int]) -> dict[str, Cell]:
    """The parts of a total as they may be shown, in the same order; they must add up to it."""
    if len(parts) == 1 or total == 0:
        return {name: protect_total(part) for name, part in parts.items()}
    if total < LEAST:
        return dict.fromkeys(parts, SMALL)
    if total < 2 * LEAST:
        return dict.fromkeys(parts, HIDDEN)
    small = [name for name, part in parts.items() if 0 < part < LEAST]
    if not small:
        return dict(parts)
    withheld: list[str] = []
    together = sum(parts[name] for name in small)
    for name, part in parts.items():
        if part >= LEAST and not _is_vague(together, withheld):
            withheld.append(name)
            together += part
    if not _is_vague(together, withheld):
        return dict.fromkeys(parts, HIDDEN)
    low = max(LEAST, together - (LEAST - 1) * len(small))
    shown = f"{low}-{together}" if len(withheld) == 1 else HIDDEN
    return {
        name: SMALL if name in small else shown if name in withheld else part
        for name, part in parts.items()
    }


def _is_vague(together: int, withheld: list[str]) -> bool:
    """Whether the small parts may still be anything, given what they and the withheld come to."""
    return bool(withheld) and together >= LEAST * (len(withheld) + 1)


def is_full(people: int, groups: int) -> bool:
    """Whether so many people in so many small groups leave little open about each of them.

    Two groups of at most ten who are twenty together have ten each. Eight in a group on average
    leave room for each to be larger or smaller.
    """
    return people > 8 * groups


def rounded(people: int) -> Cell:
    """About how many people, in tens; what is shown as small stays so."""
    return protect_total(people) if people < LEAST else (people + 5) // 10 * 10
