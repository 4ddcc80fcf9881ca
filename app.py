"""Starts the course from a checkout."""

import gc
import sys

if __name__ == "__main__":
    # Before anything is loaded; the command line says when it is wanted.
    gc.disable()
    from course.start import main

    sys.exit(main())
