"""The other kiosks, as a command or the course itself reaches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import CourseError

if TYPE_CHECKING:
    from course.clinic import Clinic
    from course.locations import Locations
    from course.visit.elsewhere import Elsewhere

FILE = "fleet.yaml"
"""In the data folder, where a kiosk has a hub."""


def elsewhere(where: Locations, own: Clinic) -> Elsewhere | None:
    """The other kiosks; None where there is one alone, and then nothing of a fleet is imported."""
    if not (where.data / FILE).exists():
        return None
    from course.fleet import settings
    from course.fleet.door import ClosedDoor, Door

    try:
        fleet = settings.load(where.data)
    except CourseError:
        # `prolo sync` says what is wrong; the course goes on by itself.
        return ClosedDoor()
    return None if fleet is None else Door(where.data, fleet.secret, own.keep_days)
