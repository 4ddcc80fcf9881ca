"""The course that ships, read once."""

from pathlib import Path

import pytest

from course import locations
from course.content import loader
from course.content.model import Course


@pytest.fixture(scope="session")
def modules() -> Path:
    return locations.find().modules


@pytest.fixture(scope="session")
def course(modules: Path) -> Course:
    return loader.load(modules)
