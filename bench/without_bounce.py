"""The program, taking every press for one of its own, however soon it follows the one before.

Takes what `app.py` takes. People need the pause; whoever turns thousands of pages does not.
"""

import sys

from course.cli import main
from course.ui.stage import state

if __name__ == "__main__":
    vars(state)["ONE_PRESS"] = 0.0
    sys.exit(main())
