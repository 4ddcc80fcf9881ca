"""What the doctor says, and what it says it of."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pytest

from course.cli import main
from course.kiosk.doctor import boot as boot
from course.kiosk.doctor import finding as finding
from course.kiosk.doctor import probe as probe
from course.kiosk.doctor.finding import Finding
from tests.paths import ROOT

FOOT = b"\x1b[?1006;2$y\x1bP1$r0;48:2::1:2:3m\x1b\\\x1b[?62;4;22c"
XTERM = b"\x1b[?1006;2$y\x1bP1$r0;48:2:1:2:3m\x1b\\\x1b[?64;1c"
FEW = b"\x1b[?1006;2$y\x1bP1$r0;48;5;16m\x1b\\\x1b[?64;1c"
CONSOLE = b"\x1b[?6c"
DEVICES = """I: Bus=0003 Vendor=046d
N: Name="Logitech Mouse"
H: Handlers=mouse0 event3
B: PROP=0

I: Bus=0003 Vendor=0eef
N: Name="eGalax Touch"
H: Handlers=event5
B: PROP=2

I: Bus=0011
N: Name="AT Keyboard"
H: Handlers=sysrq kbd event0
B: PROP=0
"""
NOW = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.mark.parametrize(
    ("said", "mouse", "colour"),
    [
        (FOOT, True, True),
        (XTERM, True, True),
        (FEW, True, False),
        (CONSOLE, False, None),
        (b"", False, None),
        (b"\x1b[?1006;0$y\x1b[?1;2c", False, None),
    ],
)
def test_understands_terminals(said: bytes, mouse: bool, colour: bool | None) -> None:
    assert probe.understood(said) == probe.Answers(mouse, colour)


def test_knows_mice_and_touch_screens_from_keyboards(tmp_path: Path) -> None:
    (tmp_path / "devices").write_text(DEVICES)
    assert probe.pointers(tmp_path / "devices") == ["Logitech Mouse", "eGalax Touch"]
    assert probe.pointers(tmp_path / "none") == []


def test_reads_what_cups_is_set_to(tmp_path: Path) -> None:
    conf = tmp_path / "cupsd.conf"
    conf.write_text("# PreserveJobFiles Yes\nLogLevel warn\npreservejobfiles\tNo \n<Policy p>\n")
    assert probe.cups(conf) == {"loglevel": "warn", "preservejobfiles": "No"}
    assert probe.cups(tmp_path / "none") is None


def test_what_a_section_of_cups_says_is_not_what_cups_is_set_to(tmp_path: Path) -> None:
    conf = tmp_path / "cupsd.conf"
    conf.write_text(
        "  PreserveJobFiles Yes\n<Policy p>\nPreserveJobFiles No\n<Limit All>\nLogLevel none\n"
        "</Limit>\nMaxJobs 3\n</policy>\n# <Location />\nLogLevel warn\n<Location />\nOrder deny\n"
        "</Location>\nMaxLogSize 0\n"
    )
    assert probe.cups(conf) == {
        "preservejobfiles": "Yes",
        "loglevel": "warn",
        "maxlogsize": "0",
    }


def test_counts_sound_cards(tmp_path: Path) -> None:
    (tmp_path / "cards").write_text(" 0 [PCH            ]: HDA-Intel - HDA\n      HDA Intel\n")
    assert probe.sound_cards(tmp_path / "cards") == 1
    (tmp_path / "cards").write_text("--- no soundcards ---\n")
    assert probe.sound_cards(tmp_path / "cards") == 0


def test_the_last_word_on_the_boot_menu_counts(tmp_path: Path) -> None:
    assert probe.grub_setting("GRUB_TIMEOUT", tmp_path) is None
    (tmp_path / "grub").write_text("GRUB_DEFAULT=0\nGRUB_TIMEOUT=5\n#GRUB_TIMEOUT=7\n")
    assert probe.grub_setting("GRUB_TIMEOUT", tmp_path) == "5"
    (tmp_path / "grub.d").mkdir()
    (tmp_path / "grub.d" / "prolo-kiosk.cfg").write_text('GRUB_TIMEOUT="0"\n')
    assert probe.grub_setting("GRUB_TIMEOUT", tmp_path) == "0"


def test_reads_what_the_kernel_was_started_with(tmp_path: Path) -> None:
    (tmp_path / "cmdline").write_text("BOOT_IMAGE=/vmlinuz root=/dev/sda1 fsck.repair=yes\n")
    assert "fsck.repair=yes" in probe.kernel_arguments(tmp_path / "cmdline")
    assert probe.kernel_arguments(tmp_path / "none") == []


def test_grub_is_told_to_have_the_disk_mended_besides_what_the_clinic_set() -> None:
    asked = '. deploy/grub.cfg; echo "$GRUB_CMDLINE_LINUX"'
    done = subprocess.run(
        ["sh", "-c", asked],
        cwd=ROOT,
        env={"GRUB_CMDLINE_LINUX": "console=tty0"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["console=tty0", "fsck.repair=yes"]


@pytest.mark.parametrize(
    ("written", "says"),
    [("", "There is none."), ("staff_pin_hash: hello\n", "staff_pin_hash cannot be read.")],
)
def test_no_pin_is_told_from_one_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, says: str
) -> None:
    (tmp_path / "clinic.yaml").write_text(written)
    main(["--data-dir", str(tmp_path), "kiosk", "doctor"])
    (line,) = [each for each in capsys.readouterr().out.splitlines() if " PIN " in each]
    assert says in line
    assert line.endswith("prolo kiosk set-pin")


def test_sees_masks(tmp_path: Path) -> None:
    folder = tmp_path / "systemd/system"
    folder.mkdir(parents=True)
    assert not probe.is_masked("x.target", (str(tmp_path),))
    (folder / "x.target").symlink_to("/dev/null")
    assert probe.is_masked("x.target", (str(tmp_path),))


LEVELS: list[tuple[Finding, str]] = [
    (finding.size(80, 24), "ok"),
    (finding.size(60, 20), "note"),
    (finding.size(59, 22), "mend"),
    (finding.colours(True, "truecolor", "foot"), "ok"),
    (finding.colours(None, "truecolor", "foot"), "ok"),
    (finding.colours(False, "truecolor", "screen"), "mend"),
    (finding.colours(True, "", "foot"), "mend"),
    (finding.colours(None, "", "linux"), "note"),
    (finding.mouse(True, ["Mouse"]), "ok"),
    (finding.mouse(True, []), "note"),
    (finding.mouse(False, ["Mouse"]), "note"),
    (finding.glyphs(""), "ok"),
    (finding.glyphs("⌫"), "mend"),
    (finding.glyphs(None), "note"),
    (finding.disk(5000), "ok"),
    (finding.disk(100), "mend"),
    (finding.disk(None), "mend"),
    (finding.clock(NOW, NOW - HOUR, True), "ok"),
    (finding.clock(NOW, NOW - HOUR, False), "note"),
    (finding.clock(NOW, NOW + HOUR, True), "mend"),
    (finding.user(0), "mend"),
    (finding.user(999), "ok"),
    (finding.folder("/d", 0o40700, True), "ok"),
    (finding.folder("/d", 0o40755, True), "mend"),
    (finding.folder("/d", 0o40700, False), "mend"),
    (finding.folder("/d", None, True), "note"),
    (finding.folder("/d", None, False), "mend"),
    (finding.settings([], True, 0o100600)[0], "ok"),
    (finding.settings([], True, 0o100644)[0], "mend"),
    (finding.settings([], False, None)[0], "mend"),
    (finding.settings(["clinic.yaml:1:1: x"], False, None)[0], "mend"),
    (finding.modules([]), "ok"),
    (finding.modules(["course.yaml:1:1: x", "y"]), "mend"),
    (finding.sound(1, True), "ok"),
    (finding.sound(0, True), "note"),
    (finding.sound(1, False), "note"),
    (finding.sysrq(0), "ok"),
    (finding.sysrq(None), "ok"),
    (finding.sysrq(438), "mend"),
    (finding.printed_copies({}), "mend"),
    (finding.printed_copies({"preservejobfiles": "Yes"}), "mend"),
    (finding.printed_copies({"preservejobfiles": "No"}), "ok"),
    (finding.printed_copies({"preservejobfiles": "off", "preservejobhistory": "No"}), "mend"),
    (finding.printed_copies(None), "note"),
    (finding.settings([], None, 0o100600)[0], "mend"),
    (boot.burst("none"), "ok"),
    (boot.burst("reboot-force"), "mend"),
    (boot.burst(None), "mend"),
    (boot.keys({"HandlePowerKey": "ignore"}), "ok"),
    (boot.keys({"HandlePowerKey": "poweroff"}), "mend"),
    (boot.keys({"HandlePowerKey": "ignore", "HandleSuspendKey": None}), "mend"),
    (boot.logins("0"), "ok"),
    (boot.logins("6"), "mend"),
    (boot.logins(None), "mend"),
    (boot.menu(True, "0"), "ok"),
    (boot.menu(True, "5"), "mend"),
    (boot.menu(True, None), "mend"),
    (boot.menu(False, None), "note"),
    (boot.password(True), "ok"),
    (boot.password(False), "mend"),
    (boot.repair(["quiet", "fsck.repair=yes"]), "ok"),
    (boot.repair(["quiet", "fsck.repair=preen"]), "mend"),
    (boot.repair([]), "mend"),
    (boot.lock([], []), "ok"),
    (boot.lock(["key-bindings: font-increase"], []), "mend"),
    (boot.lock([], ["main: shell"]), "mend"),
    (boot.lock(None, []), "note"),
    (finding.ctrl_alt_del(True), "ok"),
    (finding.ctrl_alt_del(False), "mend"),
]


@pytest.mark.parametrize(("found", "level"), LEVELS)
def test_what_has_to_be_mended(found: Finding, level: str) -> None:
    assert found.level == level
    assert level == "ok" or found.cure or found.name == "settings"


def test_one_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--data-dir", str(tmp_path / "data"), "kiosk", "doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    assert {line[:5].strip() for line in lines[:-1]} <= {"ok", "note", "MEND"}
    names = {line.split()[1] for line in lines[:-1]}
    assert names >= {"font", "sound", "disk", "clock", "user", "PIN", "modules", "sysrq", "burst"}


def test_a_misspelt_setting_and_a_fault_of_the_course_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "clinic.yaml").write_text("name: Lakeside\nidel: 120\n")
    modules = tmp_path / "modules"
    modules.mkdir()
    (modules / "course.yaml").write_text("formt: 1\n")
    main(["--data-dir", str(tmp_path), "--modules", str(modules), "kiosk", "doctor"])
    told = capsys.readouterr().out
    assert 'clinic.yaml:2:1: There is no key "idel" here. Did you mean "idle"?' in told
    assert "The first: course.yaml:1:1: " in told
