"""`prolo`, for which presses that follow each other at once are several.

A second press within a moment counts as one that bounced. Whoever presses hundreds of times, and
does not ask about that, would wait for most of a test.
"""

import sys

from course.cli import main
from course.ui.stage import state


def take_quick_presses() -> None:
    state.ONE_PRESS = 0.0


if __name__ == "__main__":
    take_quick_presses()
    sys.exit(main())
