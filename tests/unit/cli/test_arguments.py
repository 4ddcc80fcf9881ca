"""What is typed behind `prolo`: options at any place, and what is said of a mistake."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

import course
from course.cli import SUBCOMMANDS, main
from tests.paths import BAD, ROOT, TEA

INTERNAL = ("check-incoming", "--part", "keep-modules", "SUPPRESS", "'course'", '"course"')


def refused(capsys: pytest.CaptureFixture[str], line: str) -> str:
    """What is said of a line that is not understood, its status being 2 and its output empty."""
    with pytest.raises(SystemExit) as ended:
        main(line.split())
    out, err = capsys.readouterr()
    assert ended.value.code == 2
    assert out == ""
    return err


def helped(capsys: pytest.CaptureFixture[str], line: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*line.split(), "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "line", ["--data-dir {} where", "where --data-dir {}", "where --data-dir={}"]
)
def test_an_option_of_every_command_stands_before_or_behind_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str
) -> None:
    assert main(line.format(tmp_path).split()) == 0
    assert f"learners  {tmp_path / 'learners'}" in capsys.readouterr().out


def test_it_may_stand_between_two_commands_or_behind_both(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "learners").mkdir(mode=0o700)
    modules, data = f"--modules {TEA}", f"--data-dir {tmp_path}"
    for line in (f"learners {modules} {data} list", f"learners {modules} list {data}"):
        assert main(line.split()) == 0
        assert capsys.readouterr().out.startswith("code")


def test_two_of_them_may_stand_at_two_places(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(f"--modules {TEA} where --data-dir {tmp_path}".split()) == 0
    out = capsys.readouterr().out
    assert f"modules   {TEA}" in out
    assert f"data      {tmp_path}" in out


def test_so_it_is_with_the_kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("314159\n314159\n"))
    assert main(f"kiosk --data-dir {tmp_path} set-pin".split()) == 0
    assert (tmp_path / "clinic.yaml").exists()


def test_the_check_takes_a_language_and_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(f"check --language es {BAD / 'sound'}".split()) == 0
    assert "no faults found" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        "--langauge es",
        "--langauge es check",
        "check --langauge es",
        "check --langauge=es",
        "learners --langauge es list",
        "learners show --langauge es",
        "kiosk --langauge es",
        "kiosk doctor --langauge es",
        "--data-dir check --langauge es",
    ],
)
def test_a_misspelt_option_brings_the_nearest_and_no_word_about_its_value(
    capsys: pytest.CaptureFixture[str], line: str
) -> None:
    said = refused(capsys, line)
    assert "There is no option --langauge. Did you mean --language?" in said
    assert "es " not in said
    assert "'es'" not in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("chekc", 'prolo: There is no command "chekc". Did you mean check?'),
        ("learners lst", 'prolo learners: There is no command "lst". Did you mean list?'),
        ("kiosk set_pin", 'prolo kiosk: There is no command "set_pin". Did you mean set-pin?'),
        ("--data x", "prolo: There is no option --data. Did you mean --data-dir?"),
        ("kiosk --plain", "prolo kiosk: --plain is an option of prolo."),
        ("--today 2026-01-01 check", "prolo: --today is an option of prolo check."),
        ("--xyz 3", "prolo: There is no option --xyz.\nprolo --help lists what there is."),
        ("check --today soon", "give a day of the calendar, as in 2026-11-22"),
        ("learners show", "the following arguments are required: CODE"),
        ("learners purge --older-than -5", "give a whole number of days, 0 or more"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_its_cure(
    capsys: pytest.CaptureFixture[str], line: str, said: str
) -> None:
    assert said in refused(capsys, line)


@pytest.mark.parametrize(
    "line", ["kiosk x", "kiosk course", "kiosk check-incomin", "kiosk --par course", "kiosk --k"]
)
def test_what_only_the_supervisor_starts_is_in_no_message(
    capsys: pytest.CaptureFixture[str], line: str
) -> None:
    said = refused(capsys, line).replace(line.split()[1], "")
    assert not [each for each in INTERNAL if each in said]


@pytest.mark.parametrize("line", ["", *SUBCOMMANDS, "kiosk doctor", "learners purge"])
def test_nor_is_it_in_any_help(capsys: pytest.CaptureFixture[str], line: str) -> None:
    said = helped(capsys, line)
    assert not [each for each in INTERNAL if each in said]
    assert "--language CODE" in said


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"prolo {course.__version__}\n"


def test_what_is_understood_loads_nothing_that_only_a_mistake_needs() -> None:
    asked = (
        "import sys; from course.cli import main; main(['where'])\n"
        "print([name for name in sys.modules if name == 'difflib' or name.startswith('course.')])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True
    )
    loaded = ran.stdout.splitlines()[-1]
    assert "course.cli.where" in loaded
    for name in ("difflib", "course.cli.kiosk", "course.cli.check", "course.content"):
        assert f"'{name}'" not in loaded


def test_where_there_can_be_no_kiosk_it_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert main(["kiosk"]) == 2
    assert capsys.readouterr().err.startswith("A kiosk runs on Linux alone.")
