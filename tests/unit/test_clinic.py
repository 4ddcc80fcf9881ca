"""The clinic's settings: each fault is told with its place and its cure, all at once."""

from pathlib import Path

import pytest

from course import clinic
from course.errors import ContentError


def test_a_misspelt_key_is_told_with_its_line_and_the_nearest_key(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text("name: Tea Clinic\nafter_hour: 555-0100\nidel: 90\n")
    with pytest.raises(ContentError) as error:
        clinic.load(path)
    assert str(error.value).splitlines() == [
        'clinic.yaml:2:1: There is no key "after_hour" here. Did you mean "after_hours"?',
        'clinic.yaml:3:1: There is no key "idel" here. Did you mean "idle"?',
    ]


def test_a_key_like_no_other_brings_the_place_where_all_stand(tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text("fax: 555-0100\n")
    with pytest.raises(ContentError) as error:
        clinic.load(path)
    assert str(error.value).startswith('clinic.yaml:1:1: There is no key "fax" here. Use one of:')


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert clinic.load(tmp_path / "none.yaml") == clinic.Clinic()
