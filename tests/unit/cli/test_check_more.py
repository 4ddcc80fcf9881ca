"""`prolo check --fix`, `--due` and `--watch`."""

import datetime
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from course.cli import main
from course.cli.drawn import bar
from course.cli.watch import watch
from course.content import loader
from course.content.due import due
from tests.paths import BAD
from tests.unit.content.course_edits import TODAY, change

WHY = "why: Drink some of it each day."
DAY = ("--today", "2026-11-27")


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(BAD / "sound", folder)
    return folder


def test_it_mends_and_says_so_and_then_checks(
    sound: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(sound, "en/one.yaml", WHY, 'why: "Drink &amp; eat. It is painless. [^book]"')
    assert main(["check", str(sound), "--fix", *DAY]) == 1
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == (
        "Mended en/one.yaml: what the web writes for a sign is now that sign (line 15)"
    )
    assert "X04" in "".join(rest)
    assert "F23" not in "".join(rest)


def test_it_lists_what_is_due(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(sound), "--due", *DAY]) == 0
    assert capsys.readouterr().out == "Nothing is due in the next 90 days.\n"
    assert main(["check", str(sound), "--due", "--today", "2098-12-01"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == sorted(lines)
    assert any('claims.yaml:5: the claim "deep" is to be read again' in line for line in lines)
    assert any("(past)  sources.yaml:" in line and "two years" in line for line in lines)


def test_a_day_beyond_the_next_ninety_is_not_due(sound: Path) -> None:
    last = datetime.date(2099, 1, 1)
    claims = [due(sound, last - datetime.timedelta(days)) for days in (90, 91)]
    assert [any(each.file == "claims.yaml" for each in found) for found in claims] == [True, False]


def test_it_looks_again_after_each_change_and_not_before(tmp_path: Path) -> None:
    file = tmp_path / "en" / "one.yaml"
    file.parent.mkdir()
    file.write_text("a", encoding="utf-8")
    looks: list[str] = []
    pauses: list[Callable[[], object]] = [
        lambda: None,
        lambda: file.write_text("longer", encoding="utf-8"),
        lambda: None,
        lambda: file.unlink(),
        lambda: (_ for _ in ()).throw(KeyboardInterrupt),
    ]

    def look() -> None:
        looks.append(file.read_text("utf-8") if file.exists() else "gone")

    def pause(_: float) -> None:
        pauses.pop(0)()

    with pytest.raises(KeyboardInterrupt):
        watch(tmp_path, look, pause)
    assert looks == ["a", "longer", "gone"]


def test_watching_ends_with_ctrl_c(
    sound: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", stop)
    assert main(["check", str(sound), "--watch", *DAY]) == 0
    assert str(sound) in capsys.readouterr().out


def test_a_bar_shows_how_far_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bar("Looking") is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = bar("Looking")
    assert progress is not None
    progress(1, 4)
    assert "Looking [#######" in capsys.readouterr().err
    progress(4, 4)
    assert capsys.readouterr().err.strip() == ""


def test_the_rules_tell_how_far_they_are(sound: Path) -> None:
    told: list[float] = []
    loader.examine(sound, TODAY, tell=lambda done, of: told.append(done / of))
    assert told == sorted(told)
    assert len({*told}) > 10
    assert told[-1] == 1
