"""What is recorded of a course: every phrase that anybody may be told, once."""

from __future__ import annotations

from msgspec import structs

from course.clinic import Clinic
from course.content.compiled import Edition
from course.flow import rehearsal
from course.speech.spoken import lines


def phrases(edition: Edition, clinic: Clinic) -> list[str]:
    """In the order in which people come to them.

    What names a number of the clinic is none of them: no recording of such a number can be wrong.
    """
    unnumbered = structs.replace(clinic, phone=None, after_hours=None, emergency_number=None)
    views = dict.fromkeys(rehearsal.everything(edition, unnumbered))
    said = (line.phrases for view in views for line in lines(view, edition.words))
    return list(dict.fromkeys(phrase for each in said for phrase in each))
