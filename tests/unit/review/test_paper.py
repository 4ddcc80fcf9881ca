"""The document on paper: the same words, and what is said where nothing can make it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course.cli import main
from course.content import loader
from course.content.review.items import mark_of

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
