"""Programs by the names of CUPS's own, which print into a folder and fail as they are told to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_HOW = """#!/bin/sh
cd "{folder}" || exit 9
[ -e hangs ] && exec sleep 60
"""
_LP = """
[ -e slow ] && sleep 3
[ -e gone ] && { echo "lp: The printer or class does not exist." >&2; exit 1; }
count=$(($(cat count) + 1))
echo $count > count
cat > "page-$count"
[ -e waits ] && echo "Q-$count kiosk 1024 today" > waiting
echo "request id is Q-$count (0 file(s))"
"""
_LPSTAT = """
case "$*" in
  "-p Q")
    [ -e gone ] && { echo 'lpstat: Invalid destination name in list "Q".' >&2; exit 1; }
    [ -e stopped ] && { echo "printer Q disabled since today -"; exit 0; }
    echo "printer Q is idle.  enabled since today" ;;
  *not-completed*) cat waiting 2>/dev/null; exit 0 ;;
  *completed*)
    echo "Q-$(cat count)  kiosk  1024  today"
    [ -e aborts ] && printf '\\tAlerts: aborted-by-system\\n' ;;
esac
exit 0
"""
_CANCEL = '[ -e keeps ] && exit 1\necho "$1" >> canceled\nrm -f waiting\n'


class Cups:
    """What is printed, and what is wrong with it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder / "spool"
        programs = folder / "bin"
        for each in (self._folder, programs):
            each.mkdir()
        (self._folder / "count").write_text("0")
        for name, does in {"lp": _LP, "lpstat": _LPSTAT, "cancel": _CANCEL}.items():
            path = programs / name
            path.write_text(_HOW.format(folder=self._folder) + does)
            path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
        # A CUPS of this machine is not asked.
        if "CUPS_SERVER" not in os.environ:
            monkeypatch.setenv("CUPS_SERVER", str(folder / "none"))

    def be(self, *what: str) -> None:
        """Be `gone`, `stopped`, `slow` to take a page, one whose pages `waits`, one that `keeps`
        them whoever takes them back, one that `aborts`, or one that `hangs`."""
        for each in ("gone", "stopped", "slow", "waits", "keeps", "aborts", "hangs"):
            path = self._folder / each
            path.unlink(missing_ok=True)
            if each in what:
                path.touch()

    @property
    def pages(self) -> list[bytes]:
        """What was sent to it."""
        return [each.read_bytes() for each in sorted(self._folder.glob("page-*"))]

    @property
    def canceled(self) -> list[str]:
        """The jobs that were taken back."""
        path = self._folder / "canceled"
        return path.read_text().split() if path.exists() else []
