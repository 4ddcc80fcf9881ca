"""What docs/authoring.md tells authors to write passes the check."""

import re
import shutil
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from course import clinic
from course.clinic import Clinic
from course.content import loader
from course.content.checks.silenced import Silenced
from course.content.drafting import meanings, schemas
from course.content.kinds.figures import Label, Picture
from course.content.model import (
    ChecklistItem,
    Claim,
    ClinicNote,
    CourseFile,
    Module,
    Page,
    Reading,
    Source,
    Term,
)
from course.content.signs import DangerSign
from tests.paths import DOCS
from tests.unit.content.course_edits import change, found

GUIDE = DOCS / "authoring.md"
SMALL = DOCS / "small-course"
EXAMPLE = re.compile(r"^```yaml\n# ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PICTURE = re.compile(r"^```xml\n<!-- ([^\n]+) -->\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEAD = """\
format: 1
id: {name}
title: Examples
goal: See how it is done.
key_message: Ask what to do with your pills.
pages:
- id: the-day
  title: The day
  text: >-
    Ask what to do on the day, such as when to eat. Ask about your pills. Ask how you get home. Ask
    what is a bad sign, and what to do if you are sore or stiff.
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The small course, and a module of the pages and questions that the guide shows."""
    course = tmp_path / "course"
    shutil.copytree(SMALL, course)
    guide = GUIDE.read_text(encoding="utf-8")
    examples = EXAMPLE.findall(guide)
    pages = [text for name, text in examples if name in ("a page", "parts of a page")]
    questions = [text for name, text in examples if name == "a question"]
    assert len(pages) == 15
    assert len(questions) == 8
    files = {name: text for name, text in examples if name.startswith("pictures/")}
    files |= dict(PICTURE.findall(guide))
    files["en/examples.yaml"] = f"{HEAD.format(name='examples')}{''.join(pages)}questions:\n" + (
        "".join(questions)
    )
    for name, text in files.items():
        path = course / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    change(course, "course.yaml", "how-many-visits]", "how-many-visits, examples]")
    return course


def test_every_example_passes_the_check(written: Path) -> None:
    assert found(written) == []
    course = loader.load(written)
    assert course.evaluation == (("sleepy-medicine", "ride"),)
    assert set(course.pictures) == set(course.svgs) == {"knee"}


def test_the_small_course_passes_by_itself() -> None:
    assert found(SMALL) == []


def test_what_the_guide_shows_of_a_file_stands_in_the_small_course() -> None:
    shown = {
        name: text
        for name, text in EXAMPLE.findall(GUIDE.read_text(encoding="utf-8"))
        if name.endswith(".yaml") and not name.startswith("pictures/")
    }
    assert len(shown) == 7
    for name, text in shown.items():
        assert text in (SMALL / name).read_text(encoding="utf-8"), name


def test_the_settings_of_a_clinic_are_read(tmp_path: Path) -> None:
    (text,) = [text for name, text in EXAMPLE.findall(GUIDE.read_text("utf-8")) if "clinic" in name]
    (tmp_path / "clinic.yaml").write_text(text, encoding="utf-8")
    settings = clinic.load(tmp_path / "clinic.yaml")
    assert settings.anti_inflammatory_days is None
    assert settings.heat == "no"


def test_each_key_of_the_format_stands_in_the_guide() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    parts = (
        Clinic,
        CourseFile,
        Source,
        Reading,
        Claim,
        DangerSign,
        Term,
        Module,
        Page,
        ChecklistItem,
        Label,
        Picture,
        Silenced,
    )
    keys = {field.encode_name for part in parts for field in msgspec.structs.fields(part)}
    notes = {str(note) for note in get_args(ClinicNote)}
    assert {key for key in keys | notes if f"`{key}" not in guide} == set()


def test_editors_are_told_what_the_guide_says() -> None:
    said = meanings.written(GUIDE.read_text(encoding="utf-8"))
    assert schemas.MEANINGS.read_text(encoding="utf-8") == said
