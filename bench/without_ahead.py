"""The program, drawing no picture before it is on show.

Takes what `app.py` takes.
"""

import sys

from course.cli import main
from course.ui import course_app

NEVER = 1e9
"""Seconds."""

if __name__ == "__main__":
    vars(course_app)["IDLE"] = NEVER
    sys.exit(main())
