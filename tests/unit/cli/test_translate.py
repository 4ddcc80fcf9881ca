"""`prolo translate`, as a translator uses it."""

from pathlib import Path

import pytest

from course.cli import main
from course.content import loader
from tests.spanish import BY, partly_spanish, the_original


def ran(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    """The status, and all that was said."""
    status = main(["translate", "es", *words, "--modules", str(folder)])
    said = capsys.readouterr()
    return status, said.out + said.err


def test_says_how_far_each_part_is_and_by_whom(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = ran(capsys, partly_spanish(tmp_path / "course"))
    assert status == 0
    rows = {line.split()[0]: line.split()[1:] for line in out.split("\n") if line}
    assert rows["preparation"][1:] == ["0", "0", *BY.split()]
    assert rows["recovery"][0] == rows["recovery"][1]
    assert "Offered in the original as long as they are not whole: recovery" in out


def test_from_a_file_that_was_written_to_the_course(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = partly_spanish(tmp_path / "course")
    file = tmp_path / "es.yaml"
    status, out = ran(capsys, folder, "what-it-is/start-here", "--write", str(file))
    assert status == 0
    assert "of which 0 are not translated yet" in out
    text = file.read_text("utf-8")
    assert "          What matters most?\n        translation: |\n" in text
    file.write_text(text.replace("¿Qué es lo más importante?", "¿Qué importa: todo?"), "utf-8")
    status, out = ran(capsys, folder, "--read", str(file), "--by", "Luz")
    assert (status, out.split(";")[0]) == (0, "1 texts taken over")
    page = loader.load(folder, "es").module("what-it-is").page("start-here")
    assert page.title == "¿Qué importa: todo?"
    assert "by Luz" in ran(capsys, folder, "what-it-is/start-here")[1]


def test_what_changed_is_shown_and_can_be_confirmed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = partly_spanish(tmp_path / "course")
    module = folder / "en" / "what-it-is.yaml"
    module.write_text(
        module.read_text("utf-8").replace("Pick one. More", "Take one. More"), "utf-8"
    )
    spanish = (folder / "es" / "what-it-is.yaml").read_text("utf-8")
    _, out = ran(capsys, folder, "what-it-is")
    assert "what-it-is/your-place: the original has changed since, by A translator" in out
    assert "page.text was: Pick one." in out
    assert "page.text is:  Take one." in out
    status, _ = ran(capsys, folder, "what-it-is/your-place", "--done", "--by", BY)
    assert status == 0
    assert "what-it-is/your-place: done" in ran(capsys, folder, "what-it-is")[1]
    assert (folder / "es" / "what-it-is.yaml").read_text("utf-8") == spanish


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["preparaton"], 'Did you mean "preparation"?'),
        (["--done", "--by", "A"], "Name the module or the page"),
        (["frame", "--done"], "Say who has translated it"),
        (["--read", "gone.po", "--by", "A"], "There is no file gone.po."),
        (["--write", "es.txt"], "End its name with .yaml"),
    ],
)
def test_what_cannot_be_done_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    status, out = ran(capsys, the_original(tmp_path / "course"), *words)
    assert status == 2
    assert said in out


def test_a_file_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "es.yaml"
    file.write_text("mine", encoding="utf-8")
    folder = the_original(tmp_path / "course")
    assert ran(capsys, folder, "--write", str(file))[0] == 2
    assert file.read_text("utf-8") == "mine"


def test_a_language_that_the_program_does_not_speak(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = the_original(tmp_path / "course")
    words = tmp_path / "words.yaml"
    ran(capsys, folder, "words", "--write", str(words))
    assert "          Call us now\n" in words.read_text("utf-8")
