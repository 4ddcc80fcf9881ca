"""Pages for a browser of the small courses, made once for all tests."""

from datetime import date
from pathlib import Path

import pytest

from course import language
from course.clinic import Clinic
from course.content import loader
from course.content.compiled import Edition
from course.web.page import Colors, Page
from tests.paths import BILINGUAL, TEA
from tests.unit.web.reading import Read

TODAY = date(2026, 11, 27)
COLORS = Colors({"ink": "#000", "paper": "#fff"}, ".skin{fill:#abc}")
CLINIC = Clinic(name="The <Clinic>", phone="555-0100")


def edition(folder: Path, name: str = "en") -> Edition:
    return Edition.of(loader.load(folder, name), language.load(name), folder)


def page(*editions: Edition) -> Page:
    return Page(editions, CLINIC, (COLORS, COLORS), TODAY)


@pytest.fixture(scope="session")
def tea() -> Edition:
    return edition(TEA)


@pytest.fixture(scope="session")
def visit() -> Edition:
    """A course about a visit for a shot."""
    return edition(BILINGUAL)


@pytest.fixture(scope="session")
def tea_page(tea: Edition) -> Read:
    return Read(page(tea).html())


@pytest.fixture(scope="session")
def visit_page(visit: Edition) -> Read:
    return Read(page(visit).html())


@pytest.fixture(params=("tea_page", "visit_page"))
def read(request: pytest.FixtureRequest) -> Read:
    """Each of these pages."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Read)
    return found
