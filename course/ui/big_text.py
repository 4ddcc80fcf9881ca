"""Letters three rows high, for a title."""

from __future__ import annotations

from functools import cache
from textwrap import dedent

FONT = "pagga"
"""Made of block characters, which every terminal font has."""
PAPER = "░"
"""What the font draws where there is no ink."""


@cache
def big_text(text: str) -> tuple[str, ...]:
    """The rows of `text`; none if the font, which has English letters only, cannot draw it."""
    from pyfiglet import Figlet

    if not text.isascii():
        return ()
    figlet = Figlet(font=FONT, width=1000)
    rows = figlet.renderText(text).replace(PAPER, " ").splitlines()
    # Every letter has a blank column before it, and the title is to begin where the text does.
    return tuple(dedent("\n".join(row.rstrip() for row in rows if row.strip())).splitlines())
