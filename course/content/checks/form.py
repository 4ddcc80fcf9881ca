"""Rules of form that the readers of files hold themselves; here is only what is said of them."""

from __future__ import annotations

from course.content.checks.rule import PROJECT, declare
from course.content.source.binding import MISWRITTEN
from course.content.source.yaml_reader import UNREADABLE

NO_FILE, UNREAD = "F09", "F10"

declare(
    UNREADABLE,
    "Each file can be read: YAML in UTF-8, without its traps",
    why=(
        "YAML drops the rest of a sentence behind a #, copies what has a star in front of it, and "
        "takes a tab for a fault. The check says so before words get lost."
    ),
    stops=True,
    bad="""\
# a page
text: Ask for room #3 if you get lost.
callout: {kind: ask, text: Where is it #3}
""",
    good="""\
# a page
text: "Ask for room #3 if you get lost."
""",
)
declare(
    MISWRITTEN,
    "Keys and values are those of the format",
    why=(
        "A misspelt key would be lost without a word: no reason for an answer, no hint, no right "
        "option. So what is missing, unknown, empty, too long or out of range is an error."
    ),
    stops=True,
    bad="""\
# a page
text: Ask how deep it is.
wy: It may be deep.
""",
    good="""\
# a page
text: Ask how deep it is.
why: It may be deep. [^book]
""",
)
declare(
    NO_FILE,
    "Each module and each picture has its file",
    why="Without the file there is nothing to show.",
    stops=True,
    bad="""\
# course.yaml
modules: [water, watter]
""",
    good="""\
# course.yaml
modules: [water]
""",
)
declare(
    UNREAD,
    "Each file of the course is used",
    why="A file that nothing reads most often has a misspelt name.",
    source=PROJECT,
    bad="""\
# pictures/pnod.yaml
drawing: a pond
""",
    good="""\
# a page
text: Ask how deep it is.
""",
)
