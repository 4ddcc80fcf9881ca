"""`prolo check`: which findings, in which form, with which status."""

import json
import shutil
from pathlib import Path

import pytest

from course.cli import main
from tests.languages import speaking
from tests.paths import BAD, BILINGUAL
from tests.unit.content.course_edits import change

WHY = "why: Drink some of it each day."
DAY = ("--today", "2026-11-27")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(BAD / "sound", folder)
    return folder


@pytest.fixture
def faulty(sound: Path) -> Path:
    """With a warning in one module, and an error in the other."""
    change(sound, "en/one.yaml", WHY, 'why: "The glass is filled by a child. [^book]"')
    change(sound, "en/more.yaml", "hint: Look at the pond.", "hint: It is safe. Look at the pond.")
    return sound


def ran(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    status = main(["check", *map(str, arguments)])
    return status, capsys.readouterr().out


@pytest.mark.slow
def test_the_course_in_use_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, *DAY) == (0, "")


def test_each_finding_has_its_line_its_place_and_its_cure(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out = ran(capsys, faulty, *DAY)
    assert status == 1
    assert out.splitlines() == [
        'en/more.yaml:59:11: S06 This sentence has a word of effect ("is safe") and no source.',
        "        hint: It is safe. Look at the pond.",
        "              ^^",
        "    To mend it: Add [^id] behind the sentence, with the id of its source, or take it out.",
        "",
        'en/one.yaml:15:21: R03 warning: "is filled by" is passive.',
        '        why: "The glass is filled by a child. [^book]"',
        "                        ^^",
        "    To mend it: Begin with who acts, as in: The nurse signs it.",
        "",
        "1 error, 1 warning",
    ]


def test_warnings_alone_are_no_failure(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out = ran(capsys, faulty / "en" / "one.yaml", *DAY)
    assert status == 0
    assert out.endswith("0 errors, 1 warning\n")


def test_the_settings_of_the_clinic_are_checked_as_well(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("name: Lakeside\nidel: 120\n")
    status = main(["--clinic", str(own), "check", str(sound), *DAY])
    out = capsys.readouterr().out
    assert status == 1
    assert out.startswith(f'{own}:2:1: F02 There is no key "idel" here.')
    assert "    idel: 120\n    ^^^^^\n" in out
    assert "    To mend it: " in out
    own.write_text("name: Lakeside\nidle: 120\n")
    assert main(["--clinic", str(own), "check", str(sound), *DAY]) == 0


def test_the_settings_in_the_data_folder_are_checked_with_the_course_in_use(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clinic.yaml").write_text("idel: 120\n")
    here = ["--modules", str(sound), "--data-dir", str(tmp_path), "check"]
    assert main([*here, *DAY]) == 1
    assert f"{tmp_path / 'clinic.yaml'}:1:1" in capsys.readouterr().out
    # Whoever asks for one file of a course asks for nothing else.
    assert main([*here, str(sound / "sources.yaml"), *DAY]) == 0


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        (["en/one.yaml"], {"en/one.yaml"}),
        (["en"], {"en/one.yaml", "en/more.yaml"}),
        (["sources.yaml", "en/more.yaml"], {"en/more.yaml"}),
        (["sources.yaml"], set()),
        ([".", "sources.yaml"], {"en/one.yaml", "en/more.yaml"}),
    ],
)
def test_only_what_is_asked_for(
    faulty: Path, capsys: pytest.CaptureFixture[str], paths: list[str], files: set[str]
) -> None:
    _, out = ran(capsys, *(faulty / path for path in paths), "--format", "json", *DAY)
    assert {each["file"] for each in json.loads(out)["findings"]} == files


def test_only_what_was_asked_for_is_said_to_be_sound(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(faulty / "sources.yaml"), *DAY]) == 0
    assert capsys.readouterr().err == f"{faulty / 'sources.yaml'}: no faults found\n"


def test_json_has_all_that_is_known(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = ran(capsys, faulty / "en" / "one.yaml", "--format", "json", *DAY)
    assert json.loads(out) == {
        "folder": str(faulty),
        "findings": [
            {
                "file": "en/one.yaml",
                "line": 15,
                "column": 21,
                "what": '"is filled by" is passive.',
                "cure": "Begin with who acts, as in: The nurse signs it.",
                "code": "R03",
                "severity": "warning",
            }
        ],
        "not_run": [],
        "unspoken": {},
    }


def test_github_shows_each_beside_its_line(
    faulty: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty.parent)
    change(faulty, "en/one.yaml", "Stay near the shore.", '"It is 100% safe. [^book]"')
    _, out = ran(capsys, faulty, "--format", "github", *DAY)
    assert [line.partition(" Say ")[0].partition("::This s")[0] for line in out.splitlines()] == [
        "::error file=course/en/more.yaml,line=59,col=11,title=S06",
        "::warning file=course/en/one.yaml,line=15,col=21,title=R03::"
        '"is filled by" is passive. Begin with who acts, as in: The nurse signs it.',
        '::error file=course/en/one.yaml,line=19,col=43,title=X04::This promises: "100%25 safe".',
    ]


class TestWhatWasNotLookedFor:
    """In a course of two languages, of which the rules know one less well."""

    LACKS = (
        'Not run in "es", because language/es.rules.yaml lacks their words: '
        "N04 (sums), R01 (grade), R02 (lengths), R03 (passives), R06 (lengths)"
    )

    @pytest.fixture(autouse=True)
    def spanish(self, monkeypatch: pytest.MonkeyPatch) -> None:
        speaking(monkeypatch, "en", "es")

    def test_is_told_on_a_line_for_each_language(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert ran(capsys, BILINGUAL, *DAY) == (0, f"{self.LACKS}\n")
        status, out = ran(capsys, BILINGUAL, "--today", "2030-01-01")
        assert status == 0
        assert out.endswith(f"\n0 errors, 1 warning\n{self.LACKS}\n")

    @pytest.mark.parametrize(
        ("path", "is_told"), [("es", True), ("es/visit.yaml", True), ("en", False)]
    )
    def test_is_told_where_that_language_is_asked_for(
        self, capsys: pytest.CaptureFixture[str], path: str, is_told: bool
    ) -> None:
        _, out = ran(capsys, BILINGUAL / path, *DAY)
        assert (out == f"{self.LACKS}\n") is is_told

    def test_is_told_to_a_program(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, out = ran(capsys, BILINGUAL, "--format", "json", *DAY)
        told = json.loads(out)["not_run"]
        assert told[:2] == [
            {"language": "es", "code": "N04", "lacks": ["sums"]},
            {"language": "es", "code": "R01", "lacks": ["grade"]},
        ]
        assert len(told) == 5

    def test_is_a_notice_on_github(self, capsys: pytest.CaptureFixture[str]) -> None:
        _, out = ran(capsys, BILINGUAL, "--format", "github", *DAY)
        assert out == f"::notice title=es::{self.LACKS}\n"


def test_the_day_can_be_given(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, sound, "--today", "2027-01-01")[0] == 0
    status, out = ran(capsys, sound, "--today", "2099-01-02")
    assert status == 1
    assert 'claims.yaml:5:14: S04 "deep" was to be read again by 2099-01-01.' in out


def test_faults_of_pronunciations_are_told_too(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sound / "pronunciations").mkdir()
    (sound / "pronunciations" / "en.yaml").write_text('PRP: "???"\n', encoding="utf-8")
    status, out = ran(capsys, sound, *DAY)
    assert status == 1
    assert out.startswith("pronunciations/en.yaml:1:6: F02 ")


def test_a_long_line_is_cut_around_its_place(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(sound, "en/one.yaml", WHY, f"why: {'Drink it. ' * 30}Ask a physician. {'Drink. ' * 20}")
    _, out = ran(capsys, sound, *DAY)
    at = out.splitlines().index(next(line for line in out.splitlines() if "R04" in line))
    _, quoted, marked, *_ = out.splitlines()[at:]
    assert len(quoted) < 110
    assert quoted[marked.index("^") :].startswith("physician.")
    assert quoted.strip().startswith("…")


@pytest.mark.parametrize(
    "arguments",
    [["no-such-folder"], ["--today", "tomorrow"], ["--format", "xml"]],
)
def test_wrong_usage(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    try:
        status: object = main(["check", *arguments])
    except SystemExit as stopped:
        status = stopped.code
    assert status == 2


def test_files_of_two_courses(sound: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(sound, other)
    assert main(["check", str(sound), str(other)]) == 2


def test_a_file_of_no_course(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.yaml")]) == 2
    assert main(["check", str(tmp_path)]) == 1
