"""The document on paper: the same words, and what is said where nothing can make it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course.cli import main
from course.content import loader
from course.content.review.items import mark_of
from tests.slow import one_now
from tests.unit.content.course_edits import change
from tests.unit.review.conftest import call_module

POPPLER = shutil.which("pdftotext")


def test_it_is_a_pdf_with_the_words_and_the_mark(tea: Path, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="typst is not installed")
    if POPPLER is None:
        pytest.skip("pdftotext is not installed")
    file = tmp_path / "review.pdf"
    assert main(["review", "export", str(file), "--modules", str(tea), "--paper", "a4"]) == 0
    done = subprocess.run(
        [POPPLER, "-layout", str(file), "-"], capture_output=True, timeout=60, check=True
    )
    said = " ".join(done.stdout.decode().split())
    under = loader.under_review(tea)
    assert mark_of(under.now) in said
    for module in under.course.modules:
        for page in module.pages:
            assert f"{module.id}/{page.id}" in said
            assert page.title in said
    assert said.rstrip().partition("To be signed")[2].count("Name:") >= 1


@pytest.mark.parametrize("name", ["sources", "to-be-signed"])
def test_a_module_may_be_called_as_another_part_is(tea: Path, tmp_path: Path, name: str) -> None:
    pytest.importorskip("typst", reason="typst is not installed")
    call_module(tea, name)
    file = tmp_path / "review.pdf"
    assert main(["review", "export", str(file), "--modules", str(tea)]) == 0
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("sign", one_now(["\u4e2d", "\U0001f600"]))
def test_a_sign_that_no_font_has_is_named_with_what_to_do(
    tea: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], sign: str
) -> None:
    pytest.importorskip("typst", reason="typst is not installed")
    change(tea, "en/making.yaml", "title: Making tea", f"title: Making tea {sign}")
    file = tmp_path / "review.pdf"
    assert main(["review", "export", str(file), "--modules", str(tea)]) == 2
    said = capsys.readouterr().err
    assert f'"{sign}"' in said
    assert ".html" in said
    assert not file.exists()
    other = tmp_path / "review.html"
    assert main(["review", "export", str(other), "--modules", str(tea)]) == 0
    assert sign in other.read_text(encoding="utf-8")


def test_without_what_makes_it_it_says_so_and_writes_nothing(
    tea: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    file = tmp_path / "review.pdf"
    assert main(["review", "export", str(file), "--modules", str(tea)]) == 2
    said = capsys.readouterr().err
    assert "prolotherapy-course[paper]" in said
    assert ".html" in said
    assert not file.exists()
