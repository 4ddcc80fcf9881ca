"""The program, as if none of its extras were installed.

Takes what `app.py` takes.
"""

import sys

from course.cli import main

EXTRAS = ("resvg_py", "PIL", "hibari_tts", "typst", "polib", "nats", "nkeys", "nacl")
"""The packages of the extras, by the names under which they are imported."""

if __name__ == "__main__":
    # What stands for a package that is not there, to Python.
    vars(sys)["modules"].update(dict.fromkeys(EXTRAS))
    sys.exit(main())
