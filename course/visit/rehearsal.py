"""A visit of nobody, for whoever looks at what a course shows before anybody comes."""

from __future__ import annotations

from course.content.model import Course
from course.visit.record import Record
from course.visit.route import MAP, Place
from course.visit.visit import Visit
from progress.learner_file import LearnerFile


def rehearsal(course: Course, place: Place = MAP) -> Visit:
    """A visit that is at a place of the course, or on its map; nothing of it is kept."""
    learner = LearnerFile.in_memory(course.language)
    record = Record(learner)
    record.move(place)
    record.flush()
    return Visit(course, learner)
