"""The whole visit in plain lines through a pipe: the same progress as by keys on the screen."""

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from course.plain.choices import Choice
from tests.paths import ROOT
from tests.slow import one_now
from tests.terminal import ARROWS, ENTER, PROGRAM, Terminal
from tests.unit.plain.way import code_in, kept, shadow_of, way

MODULES = ROOT / "modules"
TEA = ROOT / "tests" / "fixtures" / "tea"
START, CODE = {TEA: 1, MODULES: 7}, {TEA: 2, MODULES: 8}
"""What is typed on the first screen for all of the course, and for a code."""
MORE = "More \u2193"
END = "You have reached the end"


def plain(
    folder: Path, typed: Sequence[object], modules: Path = MODULES, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """`printf ... | prolo --plain`: all of it is typed before anything is said."""
    printf = "".join(f"{line}\\n" for line in typed)
    words = [*PROGRAM, "--plain", "--data-dir", str(folder), "--modules", str(modules)]
    return subprocess.run(
        ["/bin/sh", "-c", 'text=$1; shift; printf "$text" | "$@"', "sh", printf, *words],
        capture_output=True,
        env={**os.environ, **variables},
        check=True,
    )


def begun(folder: Path, modules: Path) -> str:
    """The code of a learner who has begun in plain mode, and left again at once."""
    plain(folder, [START[modules]], modules)
    return code_in(folder)


def plan(folder: Path, modules: Path) -> list[Choice]:
    """All that the only learner in a folder will choose up to the finish."""
    return list(way(shadow_of(folder, modules, folder / "shadow")))


def by_digits(terminal: Terminal, choice: Choice) -> None:
    terminal.press(str(choice.sign))


def drawn(terminal: Terminal, choice: Choice) -> re.Match[str] | None:
    """The sign of a choice, what marks it, and how its text begins; on one line of the screen."""
    shown = rf"(?<=[ ┃]){re.escape(choice.sign)}  ?(▶ )?([□✓←] )?{re.escape(choice.label[:4])}"
    return re.search(shown, "\n".join(terminal.lines))


def by_clicks(terminal: Terminal, choice: Choice) -> None:
    """Tap what shows the sign and the text, wherever it stands."""
    found = drawn(terminal, choice)
    assert found, f"{choice} is nowhere:\n" + "\n".join(terminal.lines)
    above, _, before = found.string[: found.start()].rpartition("\n")
    at = f"{len(before) + 1};{above.count(chr(10)) + (2 if above else 1)}"
    terminal.press(f"\x1b[<0;{at}M\x1b[<0;{at}m")


def by_arrows(terminal: Terminal, choice: Choice) -> None:
    """Move the focus until it stands there, then Enter."""
    for arrow in (*["down"] * 9, *["right"] * 3, *["up"] * 9, "left", *["down"] * 9, "right"):
        found = drawn(terminal, choice)
        if found and found[1]:
            terminal.press(ENTER)
            return
        terminal.press(ARROWS[arrow])
    raise AssertionError(f"{choice} was not reached:\n" + "\n".join(terminal.lines))


def on_screen(
    folder: Path,
    modules: Path,
    code: str,
    choices: Sequence[Choice],
    point: Callable[[Terminal, Choice], None] = by_digits,
) -> str:
    """The same choices in the full-screen program; gives what stands there then."""
    where = ("--data-dir", str(folder), "--modules", str(modules))
    with Terminal(*where, width=100, height=44, quick=True) as terminal:
        terminal.until("I have a code")
        if not code:
            terminal.press(str(START[modules]))
            terminal.until("If you are called away")
            terminal.press("9")
            code = code_in(folder)
        else:
            terminal.press(terminal.sign("I have a code"))
            terminal.until("Press the nine numbers")
            terminal.press(code)
        for choice in choices:
            while choice.sign == "9" and MORE in terminal.text:
                terminal.press("9")
            point(terminal, choice)
        terminal.settle()
        return terminal.text


@pytest.mark.parametrize("modules", one_now([TEA, MODULES]))
def test_the_whole_course_as_on_the_screen(tmp_path: Path, modules: Path) -> None:
    here, there = tmp_path / "plain", tmp_path / "screen"
    code = begun(here, modules)
    told = plain(here, [CODE[modules], code, *(each.sign for each in plan(here, modules))], modules)
    assert END in told.stdout.decode()
    assert told.stderr == b""
    begun(there, modules)
    assert END in on_screen(there, modules, code_in(there), plan(there, modules))
    assert kept(here) == kept(there)
    assert kept(here)["answers"]


@pytest.mark.parametrize("point", one_now([by_clicks, by_arrows]))
@pytest.mark.parametrize("modules", one_now([TEA, MODULES]))
def test_clicks_and_arrows_leave_the_same_progress(
    tmp_path: Path, modules: Path, point: Callable[[Terminal, Choice], None]
) -> None:
    here, there = tmp_path / "plain", tmp_path / "screen"
    code = begun(here, modules)
    plain(here, [CODE[modules], code, *(each.sign for each in plan(here, modules))], modules)
    begun(there, modules)
    shown = on_screen(there, modules, code_in(there), plan(there, modules), point)
    assert END in shown
    assert kept(here) == kept(there)


@pytest.mark.slow
def test_what_is_told_holds_no_control_and_no_needless_character(tmp_path: Path) -> None:
    code = begun(tmp_path, MODULES)
    choices = [each.sign for each in plan(tmp_path, MODULES)]
    told = plain(tmp_path, [CODE[MODULES], code, *choices, "?", "", "x", 99, "", "", "-"]).stdout
    assert all(byte >= 0x20 or byte == 0x0A for byte in told)
    written = "".join(path.read_text() for path in MODULES.rglob("*.yaml"))
    needed = {letter for letter in written if not letter.isascii()}
    assert {letter for letter in told.decode() if not letter.isascii()} <= needed


@pytest.mark.parametrize("first", one_now(["plain", "screen"]))
def test_begun_in_one_and_gone_on_in_the_other(tmp_path: Path, first: str) -> None:
    only, both = tmp_path / "only", tmp_path / "both"
    code = begun(only, TEA)
    plain(only, [CODE[TEA], code, *(each.sign for each in plan(only, TEA))], TEA)
    if first == "plain":
        code = begun(both, TEA)
    else:
        on_screen(both, TEA, "", [])
        code = code_in(both)
    choices = plan(both, TEA)
    half = len(choices) // 2
    if first == "plain":
        plain(both, [CODE[TEA], code, *(each.sign for each in choices[:half])], TEA)
        shown = on_screen(both, TEA, code, choices[half:])
    else:
        on_screen(both, TEA, code, choices[:half])
        told = plain(both, [CODE[TEA], code, *(each.sign for each in choices[half:])], TEA)
        shown = told.stdout.decode()
    assert END in shown
    assert kept(both) == kept(only)


def test_plain_lines_are_chosen_by_themselves_without_a_terminal(tmp_path: Path) -> None:
    words = [*PROGRAM, "--data-dir", str(tmp_path)]
    told = subprocess.run(words, input=b"", capture_output=True, check=True).stdout
    assert re.search(rb"^7: Everything", told, re.MULTILINE)
    assert b"\x1b" not in told


@pytest.mark.parametrize("term", ["dumb", ""])
def test_plain_lines_are_chosen_by_themselves_on_a_terminal_without_a_cursor(
    tmp_path: Path, term: str
) -> None:
    command = ["/usr/bin/env", f"TERM={term}", *PROGRAM]
    with Terminal("--data-dir", str(tmp_path), command=command) as terminal:
        terminal.until("Type a number, then press Enter:")
        terminal.press("1\n")
        terminal.until("If you are called away")
        assert b"\x1b" not in terminal.raw
        os.write(terminal._fd, b"\x04")
        assert terminal.wait() == 0
        assert "Goodbye." in terminal.text


def test_ctrl_c_ends_without_a_traceback(tmp_path: Path) -> None:
    with Terminal("--plain", "--data-dir", str(tmp_path)) as terminal:
        terminal.until("Type a number, then press Enter:")
        os.write(terminal._fd, b"\x03")
        assert terminal.wait() == 130
        assert "Goodbye." in terminal.text
        assert "Traceback" not in terminal.text


def test_a_reader_who_has_gone_is_no_fault(tmp_path: Path) -> None:
    words = [*PROGRAM, "--plain", "--data-dir", str(tmp_path)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdin
        assert program.stdout
        assert program.stderr
        program.stdout.readline()
        program.stdout.close()
        program.stdin.write(b"\n" * 10)
        program.stdin.close()
        assert program.stderr.read() == b""
        assert program.wait() == 0


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-", ">/dev/full", "< /dev/null"])
def test_no_input_or_no_output_is_no_fault(tmp_path: Path, closed: str) -> None:
    command = f'"$@" {closed}'
    words = [*PROGRAM, "--plain", "--data-dir", str(tmp_path)]
    ran = subprocess.run(
        ["/bin/sh", "-c", command, "sh", *words], input=b"1\n", capture_output=True, check=True
    )
    assert ran.stderr == b""


def test_letters_that_the_encoding_has_not_are_replaced(tmp_path: Path) -> None:
    modules = tmp_path / "modules"
    copied = [path for path in TEA.rglob("*") if path.is_file()]
    for path in copied:
        to = modules / path.relative_to(TEA)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(
            path.read_text().replace("A good cup of tea", "Th\u00e9 \u201cvert\u201d \u4e2d")
        )
    told = plain(tmp_path, [], modules, PYTHONIOENCODING="ascii").stdout
    assert b'The "vert" ?' in told
    assert "Th\u00e9 \u201cvert\u201d \u4e2d" in plain(tmp_path, [], modules).stdout.decode()
