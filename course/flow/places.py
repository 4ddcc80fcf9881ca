"""The places that are not in a module: each gives a view, and knows where its presses lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass
