"""`prolo`: the course on the screen, or in plain lines where there is none."""

from __future__ import annotations

import argparse
import datetime
import threading

from course import clinic, language
from course.cli import plain
from course.content import loader
from course.content.model import Course
from course.learners import retention
from course.locations import Locations
from course.speech import pronunciations
from course.speech.speaker import Speaker
from course.views.context import Context
from course.visit.reception import Reception


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Open the course; the status is the app's own."""
    course = loader.load(where.modules, asked.language)
    own = clinic.load(where.clinic)
    context = Context(course, language.load(course.language), own)
    reception = Reception(course, where.learners)
    remove_old_in_the_background(where, course, own.keep_days)
    if asked.plain or plain.is_needed():
        return plain.run(context, reception)
    # Textual takes half a second to load, and plain mode does without it.
    from course.ui.course_app import CourseApp

    sayings = pronunciations.load(where.modules, course.language)

    def find_speaker() -> Speaker | None:
        return Speaker.find(course.language, sayings)

    app = CourseApp(context, reception, find_speaker)
    app.run()
    return app.return_code or 0


def remove_old_in_the_background(where: Locations, course: Course, keep_days: int) -> None:
    """Count and remove visits that ended long ago, while the first page shows.

    It may be cut short at any moment: what is left is done the next time.
    """
    now = datetime.datetime.now(datetime.UTC)
    work = (where.learners, course, keep_days, now)
    threading.Thread(target=retention.remove_old, args=work, daemon=True).start()
