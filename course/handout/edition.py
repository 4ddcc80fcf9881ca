"""Which edition of a course a page was made of."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from course.content.model import Course


def mark_of(course: Course) -> str:
    """Twelve hexadecimal digits that change with anything that the course says, or rests on."""
    told = (course.language, course.modules, course.triage, course.claims, course.sources)
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:12]
