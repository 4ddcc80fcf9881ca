"""What a person says for this visit alone: it is never written, and goes with the visit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.printing import Job


@dataclass
class ForNow:
    """Kept in memory. No part of it is shown where a fault is told."""

    appointment: date | None = field(default=None, repr=False)
    """The day of the person's visit to the clinic."""
    question: str = field(default="", repr=False)
    """What they want to ask, in their own words."""
    first: tuple[str, ...] = field(default=(), repr=False)
    """The questions that matter most to them, by their keys, the one that matters most first."""
    printed: list[Job] = field(default_factory=list, repr=False)
    """The pages that were sent to the printer."""
    with_code: list[Job] = field(default_factory=list, repr=False)
    """Those of them that have the code on them."""
    told_code: bool = field(default=False, repr=False)
    """Whether the code was typed, or shown to who asked for it or may see it."""

    @property
    def has_code(self) -> bool:
        """Whether somebody has the code of the visit, or may have it on paper."""
        return self.told_code or any(job.may_come for job in self.with_code)

    @property
    def snapshot(self) -> tuple[date | None, str, tuple[str, ...]]:
        """All of it, to tell whether something has changed."""
        return self.appointment, self.question, self.first
