"""A course with everything that a front end needs of it, for tests."""

import time
from collections.abc import Callable
from pathlib import Path

from course import language
from course.clinic import Clinic, Setting
from course.content.compiled import Edition, Library
from course.content.model import Course
from course.flow.navigator import Navigator
from course.views.context import Context
from course.visit.reception import Reception


def context_of(course: Course, clinic: Clinic | None = None) -> Context:
    """What views need of a course that was read whole."""
    return Context(Edition.of(course, language.load(course.language)), clinic or Clinic())


def reception_for(
    course: Course,
    folder: Path,
    clock: Callable[[], float] = time.monotonic,
    evaluation: Setting = "off",
    wall: Callable[[], float] = time.time,
) -> Reception:
    """Where visits to a course in one language begin."""
    return Reception(lambda _: course, (course.language,), folder, clock, evaluation, wall)


def navigator_for(
    modules: Path, learners: Path, clinic: Clinic | None = None, *, is_typed: bool = False
) -> Navigator:
    """A conductor through the course in a folder; its visits are kept in another."""
    library = Library(modules, None)

    def desk() -> Reception:
        return Reception(
            lambda each: library.edition(each).course,
            library.languages,
            learners,
            evaluation=own.evaluation,
        )

    own = clinic or Clinic()
    return Navigator(library, own, desk, is_typed=is_typed)
