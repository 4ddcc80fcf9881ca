"""Starts the course from a checkout."""

import gc
import sys

if __name__ == "__main__":
    # What is made for the first frame stays: to look through it for garbage only holds it up.
    gc.disable()
    from course.cli import main

    sys.exit(main())
