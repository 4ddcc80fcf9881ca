"""The kiosk on the screen: where its policy is enforced."""

import os

from course.kiosk.policy import environment

# Here, since every module below imports Textual.
environment.clear(os.environ)
