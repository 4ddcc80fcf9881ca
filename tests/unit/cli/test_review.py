"""`prolo review`, from the first page that a clinician reads to the edit after the signature."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pypdf
import pytest

from tests.paths import TEA
from tests.unit.cli.conftest import Ran, Run
from tests.unit.content.course_edits import change

WHO = ("--by", "Ada Wells", "--role", "Physician")
NEXT = str(date.today() + timedelta(days=365))


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    folder = tmp_path / "tea"
    shutil.copytree(TEA, folder)
    return folder


@pytest.fixture
def review(prolo: Run, tea: Path) -> Run:
    def run(*arguments: str) -> Ran:
        return prolo("review", *arguments, "--modules", str(tea))

    return run


def test_nobody_has_signed_yet(review: Run) -> None:
    ran = review("status")
    assert ran.status == 1
    assert "Nobody has signed it" in ran.out


def test_an_edit_after_the_signature_is_told_until_it_is_approved(review: Run, tea: Path) -> None:
    assert review("sign", *WHO, "--next", NEXT).status == 0
    ran = review("status")
    assert ran.status == 0
    assert f"Signed by Ada Wells, Physician, on {date.today()}, until {NEXT}." in ran.out
    change(tea, "triage.yaml", "level: emergency", "level: today")
    ran = review("status")
    assert ran.status == 1
    assert "- level: emergency\n  + level: today" in ran.out
    approved = review("approve", "triage/child-burn", *WHO, "--note", "So we do it.")
    assert approved.status == 0
    assert review("status").status == 0


def test_a_question_comes_back_to_the_author_and_holds_the_signature_up(review: Run) -> None:
    asked = review("ask", "making/try-it", "Why only fresh water?", "--by", "Ada Wells")
    assert asked.status == 0
    assert "making/try-it: Why only fresh water? (Ada Wells," in review("questions").out
    ran = review("sign", *WHO, "--next", NEXT)
    assert ran.status == 2
    assert "making/try-it" in ran.err
    review("approve", "making/try-it", *WHO)
    assert review("questions").out == "No question is open.\n"
    assert review("sign", *WHO, "--next", NEXT).status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("sign", *WHO, "--next", "2020-01-01"), "--next: 2020-01-01 is not after today"),
        (("sign", "--by", " ", "--role", "X", "--next", NEXT), "--by: Write 1 to 300"),
        (("approve", "making/try-it", *WHO, "--note", "a\u200bb"), "nobody can see"),
        (("approve", "making/tryit", *WHO), 'Did you mean "making/try-it"?'),
        (("ask", "nothing", "Why?", "--by", "Ada"), 'There is no item "nothing".'),
        (("export", "review.docx"), "End its name with .pdf"),
    ],
)
def test_what_cannot_be_is_told_with_its_cure(
    review: Run, tea: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = review(*arguments)
    assert ran.status == 2
    assert told in ran.err
    assert not (tea / "review").exists()


def test_kept_words_that_were_edited_are_made_right_by_no_approval(review: Run, tea: Path) -> None:
    review("sign", *WHO, "--next", NEXT)
    change(tea, "review/en.txt", "right: true", "right: false")
    for arguments in (("status",), ("approve", "making/try-it", *WHO)):
        ran = review(*arguments)
        assert ran.status == 2
        assert "does not hold the words that were signed" in ran.err
    assert review("sign", *WHO, "--next", NEXT).status == 0
    assert review("status").status == 0


def test_a_course_with_faults_is_not_signed(review: Run, tea: Path) -> None:
    change(tea, "course.yaml", "format: 1", "format: 2")
    ran = review("sign", *WHO, "--next", NEXT)
    assert ran.status == 1
    assert ran.err.startswith("course.yaml:")


def test_the_page_for_the_reviewer_is_one_file(review: Run, tmp_path: Path) -> None:
    page = tmp_path / "review.html"
    ran = review("export", str(page))
    assert ran.status == 0
    assert "making/cold-water" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("setting", "arguments", "size"),
    [
        ("", (), (612, 792)),
        ("paper: a4", (), (595, 842)),
        ("paper: a4", ("--paper", "letter"), (612, 792)),
    ],
)
def test_the_paper_is_the_one_of_the_clinic_unless_another_is_asked_for(
    review: Run,
    data: Path,
    tmp_path: Path,
    setting: str,
    arguments: tuple[str, ...],
    size: tuple[int, int],
) -> None:
    pytest.importorskip("typst", reason="typst is not installed")
    data.mkdir()
    (data / "clinic.yaml").write_text(setting, encoding="utf-8")
    file = tmp_path / "review.pdf"
    assert review("export", str(file), *arguments).status == 0
    box = pypdf.PdfReader(file).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size
