"""How words are said, and what is wrong with a file that says so."""

from pathlib import Path

import pytest

from course.errors import ContentError
from course.speech import pronunciations
from course.speech.pronunciations import Pronunciations
from tests.paths import MODULES


def load(folder: Path, text: str) -> Pronunciations:
    (folder / "pronunciations").mkdir(exist_ok=True)
    (folder / "pronunciations" / "en.yaml").write_text(text, encoding="utf-8")
    return pronunciations.load(folder, "en")


def test_no_file_changes_nothing(tmp_path: Path) -> None:
    assert pronunciations.load(tmp_path, "en")("PRP (MRI)") == "PRP (MRI)"


def test_whole_words_are_replaced_and_no_parts_of_words(tmp_path: Path) -> None:
    say = load(tmp_path, 'PRP: P R P\n"911": nine one one\nX-ray: ex ray\nX-rays: ex rays\n')
    assert say("PRP, MPRP, PRPs, PRP's, MRI-PRP; 911 9110") == (
        "P R P, MPRP, PRPs, P R P's, MRI-P R P; nine one one 9110"
    )
    assert say("X-rays and an X-ray") == "ex rays and an ex ray"


def test_small_letters_match_any_and_capitals_only_themselves(tmp_path: Path) -> None:
    say = load(tmp_path, "US: U S\ndextrose: dex trose\nstem cell: stemm sell\n")
    assert say("US and us, Dextrose, DEXTROSE, Stem cell") == (
        "U S and us, dex trose, dex trose, stemm sell"
    )


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("PRP: P R P\nPRP: again\n", 2, "already given"),
        ("PRP:\n", 1, "PRP"),
        ("PRP: [P, R, P]\n", 1, "there is a list"),
        ("- PRP\n", 1, "keys with values"),
        ('PRP: "P\\u202eR"\n', 1, "cannot be seen"),
        ('PRP: "[[pi:]]"\n', 1, "how it sounds"),
        (f"PRP: {'x' * 200}\n", 1, "Shorten it"),
        (f"{'x' * 90}: x\n", 1, "Shorten it"),
        ("(): x\n", 1, "as it stands in the course"),
        ("PRP: *a\n", 1, "star"),
        ("", 1, "empty"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, text: str, place: int, what: str) -> None:
    with pytest.raises(ContentError) as caught:
        load(tmp_path, text)
    first = caught.value.problems[0]
    assert (first.file, first.line) == ("pronunciations/en.yaml", place)
    assert what in str(caught.value)
    assert pronunciations.check(tmp_path) == caught.value.problems


def test_no_table_has_no_fault(tmp_path: Path) -> None:
    assert pronunciations.check(tmp_path) == []
    assert pronunciations.check(MODULES) == []


@pytest.mark.parametrize("file", sorted(MODULES.glob("pronunciations/*")), ids=lambda f: f.name)
def test_a_shipped_table_is_sound_and_says_every_word_in_another_way(file: Path) -> None:
    table = pronunciations.load(MODULES, file.stem)._table
    assert table
    for word, saying in table.items():
        assert word != saying
