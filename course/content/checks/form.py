"""Files that are there and can be read; what stands in them is held by their readers."""

from __future__ import annotations

from collections.abc import Iterator

from course.content.checks.draft import Draft, LanguageDraft
from course.content.checks.rule import PROJECT, declare, rule
from course.content.checks.scope import COURSE, LANGUAGE
from course.content.source.binding import MISWRITTEN
from course.content.source.spelling import nearest, suggest
from course.content.source.yaml_reader import UNREADABLE
from course.errors import Problem

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


@rule(
    "F09",
    "Each module and each picture has its file",
    why="Without the file there is nothing to show.",
    scope=LANGUAGE,
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
def check_there(edition: LanguageDraft) -> Iterator[Problem]:
    """A problem at each name of a module or picture that has no file."""
    for absent in edition.absent:
        if absent.named_in is edition.draft.course:
            what = f"There is no file {absent.file} for this module."
            near = nearest(absent.file, absent.others)
            cure = f"Rename {near}, or mend the name here." if near else "Write it."
        else:
            shows = "sign" if absent.named_in is edition.draft.triage else "figure"
            what = f"There is no file {absent.file} for this {shows}."
            cure = "Put the file there, or mend its name."
            if absent.others:
                cure = suggest(absent.named_in.text(*absent.path) or "", absent.others)
        yield absent.named_in.problem(absent.path, what, cure)


@rule(
    "F10",
    "Each file of the course is used",
    why="A file that nothing reads most often has a misspelt name.",
    source=PROJECT,
    scope=COURSE,
    bad="""\
# pictures/pnod.yaml
drawing: a pond
""",
    good="""\
# a page
text: Ask how deep it is.
""",
)
def check_used(draft: Draft) -> Iterator[Problem]:
    """A problem at each file whose name may be misspelt."""
    for file in draft.unread:
        what = "Nothing reads this file."
        cure = "Mend its name, name it in course.yaml, or move it out of the course."
        yield Problem(file, 1, 1, what, cure)
