"""A copy of the small course, and what is kept of its review."""

import datetime
import shutil
from pathlib import Path

import pytest

from course.content import loader
from course.content.review import desk, record
from course.content.review.desk import Person
from tests.paths import TEA

ADA = Person("Ada Wells", "Physician")
DAYS = (datetime.date(2026, 11, 20), datetime.date(2027, 11, 20))


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    folder = tmp_path / "tea"
    shutil.copytree(TEA, folder)
    return folder


def sign(folder: Path, language: str | None = None) -> None:
    """Have all of it signed as it stands."""
    under = loader.under_review(folder, language)
    modules = [module.id for module in under.course.modules]
    made, kept = desk.sign(record.sound(under.review), under.now, modules, ADA, DAYS)
    record.write(folder, under.course.language, made, kept)
