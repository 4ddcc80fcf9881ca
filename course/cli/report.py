"""`prolo report`: what the answers say about the course, and what to change first."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course import clinic
from course.cli.parser import Parser
from course.content import loader
from course.errors import CourseError, UsageError
from course.learners import place
from course.learners.counts import Counts
from course.learners.retention import removed
from course.locations import Locations
from course.reports import evaluation_text, exports, text, web
from course.reports.evaluation import counted, set_aside
from course.reports.figures import Report
from course.reports.gather import Kept, gather
from course.reports.period import period
from course.reports.report import report
from course.reports.wordings import editions


def add_arguments(parser: Parser) -> None:
    """Say what can be asked for."""
    forms = "how it is printed; if not given, as a table; html is a page with charts"
    parser.add_argument(
        "--format", choices=("table", "json", "csv", "html"), default="table", help=forms
    )
    since = "only visits that began on this day or later, such as 2026-11-02; a Monday"
    parser.add_argument("--since", metavar="DAY", help=since)
    until = "only visits that began on this day or before; a Sunday"
    parser.add_argument("--until", metavar="DAY", help=until)
    small = "show figures that rest on fewer than 11 people as well"
    parser.add_argument("--small-cells", action="store_true", help=small)
    fleet = "of all kiosks at the hub: the keeper's folder, or that of one clinic in it"
    parser.add_argument("--fleet", type=Path, metavar="FOLDER", help=fleet)
    evaluation = "say what the course does, from the two halves of a randomised evaluation"
    parser.add_argument("--evaluation", action="store_true", help=evaluation)


def run(asked: argparse.Namespace, where: Locations) -> int:
    """Print the report in the form asked for; what cannot be read does not stop it.

    The status is 1 if there was such a thing. Raises UsageError for days that are none.
    """
    if asked.evaluation:
        return _evaluation(asked, where)
    if asked.fleet:
        return _fleet(asked, where)
    within = period(asked.since, asked.until, asked.small_cells)
    place.look(where.learners, "prolo report")
    place.name(where.learners)
    courses = editions(where.modules, asked.language)
    status = 0
    try:
        gone = removed(where.learners)
    except CourseError as error:
        print(error, file=sys.stderr)
        gone = Counts()
        status = 1
    kept = gather(where.learners, courses[0], within)
    _print(report(courses, kept, gone, asked.small_cells), asked.format)
    return 1 if kept.unreadable else status


def _fleet(asked: argparse.Namespace, where: Locations) -> int:
    from course.cli.fleet import counted_at_hubs

    found = counted_at_hubs(asked.fleet)
    courses = editions(where.modules, asked.language)
    kept = Kept(courses[0])
    kept.counts.add(found.kept)
    print(f"Counts of {', '.join(found.kiosks) or 'no kiosk'}", file=sys.stderr)
    _print(report(courses, kept, found.removed, asked.small_cells), asked.format)
    return 0


def _evaluation(asked: argparse.Namespace, where: Locations) -> int:
    if asked.format != "table":
        raise UsageError("The evaluation is printed as a table only. Leave --format out.")
    if asked.since or asked.until:
        raise UsageError("No day of an evaluation is kept. Leave --since and --until out.")
    # The plan is in the words of the original.
    course = loader.load(where.modules)
    kept = counted(where.data)
    if not course.evaluation and not kept:
        raise UsageError(
            "There is no evaluation to report: course.yaml names no questions under evaluation."
        )
    place.look(where.learners, "prolo report --evaluation", may_make=True)
    is_on = clinic.load(where.clinic).evaluation == "randomised"
    for line in evaluation_text.lines(course, kept, is_on, asked.small_cells):
        print(line)
    for name in set_aside(where.data):
        print(f"What was counted in {where.data / name} is damaged, and not in these figures.")
    return 0


def _print(found: Report, form: str) -> None:
    match form:
        case "json":
            exports.write_json(found, sys.stdout)
        case "csv":
            exports.write_csv(found, sys.stdout)
        case _:
            lines = web.lines(found) if form == "html" else text.lines(found)
            sys.stdout.writelines(f"{line}\n" for line in lines)
