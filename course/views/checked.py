"""Who has checked a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.content.model import Review
    from course.views.context import Context


def reviewed(review: Review, context: Context) -> str:
    """Who has checked the course and when, or that nobody has."""
    words = context.words
    if review.by is None or review.on is None:
        return words("about.no_review")
    return words("about.reviewed", by=review.by, role=review.role or "", on=review.on)
