"""How fast a text is read."""

from __future__ import annotations

from typing import Literal, get_args

Pace = Literal["slower", "normal", "faster"]
PACES: tuple[Pace, ...] = get_args(Pace)
"""All of them, the slowest first."""
