"""What docs/authoring.md tells authors to write passes the check."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from course import clinic
from course.clinic import Clinic
from course.content import loader
from course.content.checks.silenced import Silenced
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
    """The course of the guide, and a module of the pages and questions shown alone."""
    examples = EXAMPLE.findall(GUIDE.read_text(encoding="utf-8"))
    pages = [text for name, text in examples if name in ("a page", "parts of a page")]
    questions = [text for name, text in examples if name == "a question"]
    assert len(pages) == 17
    assert len(questions) == 8
    files = {name: text for name, text in examples if name.endswith(".yaml")}
    head = HEAD.format(name="examples")
    files |= dict(PICTURE.findall(GUIDE.read_text(encoding="utf-8")))
    files["en/examples.yaml"] = f"{head}{''.join(pages)}questions:\n{''.join(questions)}"
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    change(tmp_path, "course.yaml", "how-many-visits]", "how-many-visits, examples]")
    return tmp_path


def test_every_example_passes_the_check(written: Path) -> None:
    assert found(written) == []
    course = loader.load(written)
    assert course.evaluation == (("sleepy-medicine", "ride"),)
    assert set(course.pictures) == set(course.svgs) == {"knee"}


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


def test_the_small_course_is_complete_without_the_examples(written: Path) -> None:
    change(written, "course.yaml", ", examples]", "]")
    (written / "en" / "examples.yaml").unlink()
    (written / "pictures" / "knee.yaml").unlink()
    (written / "pictures" / "knee.svg").unlink()
    assert found(written) == []
