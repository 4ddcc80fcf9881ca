"""What the clinic has settled for itself, and what a page says where it has settled nothing."""

from pathlib import Path
from typing import get_args

import pytest

from course.clinic import Clinic, load
from course.content.loader import load as load_course
from course.content.model import ClinicNote
from course.errors import ContentError
from course.views.codes import forget_view
from course.views.overview import about_view
from course.views.page import clinic_text
from tests.desk import context_of
from tests.paths import TEA

COURSE = load_course(TEA)
FULL = Clinic(
    phone="555-0100",
    after_hours="555-0199",
    anti_inflammatory_days=5,
    heat="no",
    sedation="yes",
)


def told(note: ClinicNote, clinic: Clinic) -> str:
    return clinic_text(note, context_of(COURSE, clinic))


@pytest.mark.parametrize("note", get_args(ClinicNote))
def test_a_setting_that_nobody_set_says_to_ask_or_leaves_it_to_the_page(note: ClinicNote) -> None:
    text = told(note, Clinic())
    assert text == "" or text.startswith("Ask")
    assert not any(character.isdigit() for character in text)
    assert "None" not in text


def test_the_clinics_own_numbers_stand_where_it_has_set_them() -> None:
    assert "555-0100" in told("phones", FULL)
    assert "555-0199" in told("phones", FULL)
    assert "5 days" in told("anti-inflammatories", FULL)
    assert "never stop a medicine" in told("anti-inflammatories", FULL)
    assert "no heat" in told("heat", FULL)
    assert "drive you home" in told("sedation", FULL)


def test_one_day_is_no_days() -> None:
    assert "stop 1 day before" in told("anti-inflammatories", Clinic(anti_inflammatory_days=1))


def test_a_settings_file_tells_each_of_its_faults(tmp_path: Path) -> None:
    file = tmp_path / "clinic.yaml"
    file.write_text("phone: call us\nheat: maybe\nkeep_days: 0\nnickname: x\n", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load(file)
    lines = {problem.line for problem in error.value.problems}
    assert lines == {1, 2, 3, 4}


def test_no_settings_file_sets_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "clinic.yaml") == Clinic()


@pytest.mark.parametrize("written", ["", "\n\n", "# name: Tea Clinic\n# phone: 555-0100\n"])
def test_a_settings_file_with_nothing_in_it_sets_nothing(tmp_path: Path, written: str) -> None:
    (tmp_path / "clinic.yaml").write_text(written, encoding="utf-8")
    assert load(tmp_path / "clinic.yaml") == Clinic()


def test_where_answers_are_kept_elsewhere_nobody_is_told_that_all_of_them_go() -> None:
    here, elsewhere = (
        context_of(COURSE, clinic)
        for clinic in (Clinic(), Clinic(xapi="https://lrs.example.org/xapi"))
    )
    for view in (forget_view, lambda context: about_view(context, 1)):
        assert "elsewhere" not in str(view(here).blocks)
        assert "kept elsewhere" in str(view(elsewhere).blocks)
    assert "all that you did" in str(forget_view(here).blocks)
    assert "all that you did" not in str(forget_view(elsewhere).blocks)
