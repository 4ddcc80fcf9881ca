"""The program, taking a course of any number of modules.

Takes what `app.py` takes. A map shows eight cards, so no real course may have more.
"""

import sys
from typing import Annotated

from msgspec import Meta

from course.cli import main
from course.content import loader
from course.content.model import CourseFile
from course.content.texts import Id


class LongCourseFile(CourseFile, frozen=True, kw_only=True):
    """`course.yaml` as it is written, but longer."""

    modules: Annotated[tuple[Id, ...], Meta(min_length=1)]


if __name__ == "__main__":
    vars(loader)["CourseFile"] = LongCourseFile
    sys.exit(main())
