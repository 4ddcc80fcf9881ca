"""Who has checked a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.views.context import Context


def reviewed(context: Context) -> str:
    """Who has checked the course and when, and whether it changed since; or that nobody has."""
    review, words = context.course.review, context.words
    if review.by is None or review.on is None:
        return words("about.no_review")
    told = words("about.reviewed", by=review.by, role=review.role or "", on=review.on)
    return f"{told} {words('about.changed')}" if context.course.changed else told
