"""Pages that were written elsewhere become a module that can be read, with what it lacks to do."""

import shutil
from pathlib import Path

import pytest

from course.cli import main
from course.content import loader
from course.content.importing import markdown, module
from tests.unit.content.course_edits import TODAY, change

TEXT = """\
---
title: Falls
---
Some words before.

# Why people *fall*

**Most** falls are at home: on [stairs](https://example.org), on rugs.[^1] See ![a rug](rug.png).

- One
- Two
  - Below two

## What to do

1. Hold the rail
2. Wait

> Someone said so.

| When | What |
|------|------|
| Day  | Walk, and rest |
| Night | Light |

```
code
```

<div>html</div>

# Empty
"""


def test_headings_begin_pages_and_all_else_is_told() -> None:
    brought = markdown.read(TEXT)
    assert [(page.title, page.text) for page in brought.pages] == [
        ("", "Some words before."),
        (
            "Why people fall",
            "**Most** falls are at home: on stairs, on rugs. See .\n\n- One\n- Two",
        ),
        ("What to do", "1. Hold the rail\n2. Wait"),
    ]
    assert brought.pages[2].table == (
        ("When", "What"),
        ("Day", "Walk, and rest"),
        ("Night", "Light"),
    )
    assert [(each.line, each.what) for each in brought.left] == [
        (8, '"https://example.org"'),
        (8, '"[^1]"'),
        (8, '"a rug (rug.png)"'),
        (12, '"Below two"'),
        (19, '"Someone said so."'),
        (26, '"code"'),
        (30, '"<div>html</div>"'),
        (32, '"Empty"'),
    ]


def test_what_is_written_is_read_again(sound: Path) -> None:
    text, left = module.written("falls", "Falls", markdown.read(TEXT), "falls.md")
    (sound / "en" / "falls.yaml").write_text(text, encoding="utf-8")
    change(sound, "course.yaml", "modules: [", "modules: [falls, ")
    assert left == ()
    course = loader.load(sound)
    page = course.module("falls").page("what-to-do")
    assert page.text == "1. Hold the rail\n2. Wait"
    codes = {
        each.code
        for each in loader.findings(sound, TODAY)
        if each.file == "en/falls.yaml" and each.severity == "error"
    }
    # What it states, its author has to find a source for, and what it lacks, to write.
    assert codes <= {"S05", "S06", "W12"}


def test_a_module_of_questions(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "my falls.gift"
    file.write_text(
        "Which: rail? {=Left # It holds. ~Right}\n\nIs it? {T}\n\nHow many? {#3}\n", "utf-8"
    )
    before = {path: path.read_bytes() for path in sound.rglob("*") if path.is_file()}
    assert main(["import", str(file), "--modules", str(sound)]) == 1
    out = capsys.readouterr().out
    assert '5: "How many?" was left. A number cannot be typed in the course.' in out
    written = sound / "en" / "my-falls.yaml"
    assert "ask: |\n      Which: rail?\n" in written.read_text("utf-8")
    assert {path: path.read_bytes() for path in before} == before
    change(sound, "course.yaml", "modules: [", "modules: [my-falls, ")
    questions = loader.load(sound).module("my-falls").questions
    assert [each.kind for each in questions] == ["choice", "choice"]


def test_it_says_what_to_do_next_and_why_it_ends_with_one(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "falls.md"
    file.write_text("# Rails\n\nHold it.\n\n    code\n", encoding="utf-8")
    assert main(["import", str(file), "--modules", str(sound)]) == 1
    out = capsys.readouterr().out
    assert "1 thing could not be taken over, told above. So this ends with the status 1." in out
    told = " ".join(out.partition("What to do next:")[2].split())
    written = sound / "en" / "falls.yaml"
    steps = (
        "add falls to",
        "what was left",
        'behind each "To do:"',
        "prolo preview",
        "prolo check",
    )
    assert [told.index(step) for step in steps] == sorted(told.index(step) for step in steps)
    assert f"prolo check {written}" in told
    file.write_text("# Rails\n\nHold it.\n", encoding="utf-8")
    assert main(["import", str(file), "--modules", str(sound), "--module", "rails"]) == 0
    assert "could not be taken over" not in capsys.readouterr().out


def test_without_a_course_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "falls.md"
    file.write_text("# Rails\n\nHold it.\n", encoding="utf-8")
    assert main(["import", str(file), "--modules", str(tmp_path)]) == 2
    assert "prolo new course" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == [file]


def test_nothing_is_overwritten(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "one.md"
    file.write_text("# A\n\nWords.\n", encoding="utf-8")
    before = (sound / "en" / "one.yaml").read_bytes()
    assert main(["import", str(file), "--modules", str(sound)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (sound / "en" / "one.yaml").read_bytes() == before


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_a_file_of_a_word_processor(sound: Path, tmp_path: Path) -> None:
    import subprocess

    source, file = tmp_path / "falls.md", tmp_path / "falls.docx"
    source.write_text(TEXT, encoding="utf-8")
    subprocess.run(["pandoc", str(source), "-o", str(file)], check=True, capture_output=True)
    assert main(["import", str(file), "--modules", str(sound)]) == 1
    assert "Hold the rail" in (sound / "en" / "falls.yaml").read_text("utf-8")


def test_without_pandoc_it_says_what_to_do(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    (tmp_path / "a.docx").write_bytes(b"PK")
    assert main(["import", str(tmp_path / "a.docx"), "--modules", str(sound)]) == 2
    assert "install pandoc" in capsys.readouterr().err
