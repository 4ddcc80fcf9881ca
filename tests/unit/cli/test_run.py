"""What happens when the course is opened, besides its first page."""

import os
from pathlib import Path

from course.cli.run import remove_old_visits
from course.content import loader
from course.locations import Locations
from progress.learners import LearnerStore
from tests.desk import navigator_for
from tests.paths import TEA
from tests.unit.reports.population import Population


def test_visits_that_ended_long_ago_are_gone_once_the_course_is_open(tmp_path: Path) -> None:
    where = Locations(TEA, tmp_path, tmp_path / "clinic.yaml", tmp_path / "cache")
    course = loader.load(TEA)
    where.learners.mkdir()
    Population(course, seed=1).write(where.learners, 3)
    old = list(where.learners.iterdir())
    for path in old:
        os.utime(path, (0, 0))
    new = LearnerStore(where.learners).create("en").code
    remove_old_visits(where, navigator_for(TEA, where.learners), keep_days=3)
    assert not any(path.exists() for path in old)
    assert (where.learners / f"{new}.json").exists()
