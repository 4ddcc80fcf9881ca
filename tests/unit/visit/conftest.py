"""Visits on courses of a test's own."""

from pathlib import Path

import pytest

from course.content.model import Course
from course.visit.visit import Visit
from tests.desk import reception_for
from tests.unit.visit.parts import Opened


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    def open_visit(course: Course, code: str | None = None) -> Visit:
        reception = reception_for(course, tmp_path)
        return reception.resume(code) if code else reception.begin(course.language)

    return open_visit
