"""One mistake gives one message: what only follows from it is not told as well."""

from pathlib import Path

import pytest

from tests.unit.content.course_edits import change, found


def places(folder: Path) -> list[str]:
    return [line.split(": ")[0] for line in found(folder)]


def test_a_folder_without_a_course_is_not_full_of_stray_files(sound: Path) -> None:
    assert places(sound.parent) == ["course.yaml:1:1", "sources.yaml:1:1"]
    (sound / "course.yaml").unlink()
    assert places(sound) == ["course.yaml:1:1"]


def test_pages_under_a_misspelt_key_are_not_missing_from_the_questions(sound: Path) -> None:
    change(sound, "en/one.yaml", "\npages:", "\npage:")
    assert places(sound) == ["en/one.yaml:7:1"]


def test_a_misspelt_optional_module_does_not_make_the_course_too_long(sound: Path) -> None:
    change(sound, "course.yaml", "[one, more]", "[one, more]\noptional: [mroe]\nmost_minutes: 4")
    assert places(sound) == ["course.yaml:6:12"]


def test_what_a_page_without_its_dash_cites_is_not_unused(sound: Path) -> None:
    change(sound, "en/one.yaml", "  - id: lake\n    title: At", "    id: lake\n    title: At")
    assert [place for place in places(sound) if not place.startswith("en/one.yaml")] == []
    assert "put a dash and a space before its first key" in found(sound)[0]


@pytest.mark.parametrize("name", ["pond.yaml", "pnod"])
def test_a_picture_under_a_wrong_name_is_no_stray_file(sound: Path, name: str) -> None:
    path = sound / "en" / "more.yaml"
    text = path.read_text(encoding="utf-8").replace("file: pond", f"file: {name}")
    path.write_text(text, encoding="utf-8")
    assert {place.split(":")[0] for place in places(sound)} == {"en/more.yaml"}


def test_an_empty_list_of_questions_has_nothing_to_suggest(sound: Path) -> None:
    (sound / "en" / "one.yaml").write_text("id: one\n", encoding="utf-8")
    assert found(sound)[0] == (
        'course.yaml:6:14: There is no question "hands" in en/one.yaml. '
        "None is written yet. Write it."
    )


def test_a_faulty_glossary_makes_no_page_hard(sound: Path) -> None:
    change(sound, "en/one.yaml", "why: Drink some", "why: Drink electrocardiographical dehydration")
    assert places(sound) == ["en/one.yaml:8:5"]
    change(sound, "glossary/en.yaml", "term:", "trem:")
    assert places(sound) == ["glossary/en.yaml:2:3"]


def test_faulty_claims_make_no_time_unsafe(sound: Path) -> None:
    text = "why: Some stop pills two days before. [^book]"
    change(sound, "en/one.yaml", "why: Drink some of it each day.", text)
    assert places(sound) == ["en/one.yaml:15:26"]
    change(sound, "claims.yaml", "sources: [book]", "sources: book")
    assert {place.split(":")[0] for place in places(sound)} == {"claims.yaml"}


class TestMissingFile:
    @pytest.mark.parametrize("name", ["one.yaml.txt", "one.YAML", "onne.yaml"])
    def test_one_that_may_be_meant_is_named(self, sound: Path, name: str) -> None:
        (sound / "en" / "one.yaml").rename(sound / "en" / name)
        assert found(sound)[0] == (
            "course.yaml:5:11: There is no file en/one.yaml for this module. "
            f"Rename en/{name}, or mend the name here."
        )

    def test_the_file_of_another_module_is_not(self, sound: Path) -> None:
        change(sound, "course.yaml", "[one, more]", "[one, more, ones]")
        assert found(sound) == [
            "course.yaml:5:22: There is no file en/ones.yaml for this module. Write it."
        ]
