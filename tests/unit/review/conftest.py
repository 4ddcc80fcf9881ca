"""A copy of the small course, and the document that its reviewer reads."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course import language
from course.content import loader
from course.content.compiled import Edition
from course.review import page
from course.review.document import Document
from tests.paths import TEA
from tests.unit.content.course_edits import change

Written = Callable[[], str]


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    folder = tmp_path / "tea"
    shutil.copytree(TEA, folder)
    return folder


@pytest.fixture
def document(tea: Path) -> Written:
    """Writes the document of the copy as it is when it is asked for."""

    def written() -> str:
        under = loader.under_review(tea)
        edition = Edition.of(under.course, language.load("en"), tea)
        made = Document(under, edition)
        return "\n".join(page.lines(made.title, "en", made.blocks(), lambda name: f"data:{name}"))

    return written


def call_module(tea: Path, name: str) -> None:
    """Give the last module of the copy another id."""
    (tea / "en" / "trying.yaml").rename(tea / "en" / f"{name}.yaml")
    change(tea, f"en/{name}.yaml", "id: trying", f"id: {name}")
    change(tea, "course.yaml", "[making, keeping, trying]", f"[making, keeping, {name}]")
    change(tea, "course.yaml", "[keeping, trying]", f"[keeping, {name}]")
