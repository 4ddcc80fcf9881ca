"""The files that set a machine up, checked by the programs that read them."""

from __future__ import annotations

import re
import runpy
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.kiosk import foot
from tests.paths import ROOT
from tests.processes import PATIENCE, state, until

DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
SCRIPTS = sorted(DEPLOY.glob("*.sh"))


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not here")


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


EXPOSURE = 2.0


@needs("systemd-analyze")
@pytest.mark.parametrize("name", ["prolo-kiosk", "prolo-kiosk-console"])
def test_little_is_left_to_whoever_breaks_out_of_the_course(name: str, tmp_path: Path) -> None:
    unit = tmp_path / f"{name}.service"
    unit.write_text((DEPLOY / unit.name).read_text())
    told = run("systemd-analyze", "--no-pager", "security", "--offline=true", unit)
    found = re.search(r"Overall exposure level for .*: ([0-9.]+)", told)
    assert found is not None, told
    assert float(found[1]) <= EXPOSURE


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_units(unit: Path, tmp_path: Path) -> None:
    # What they start is not installed where the tests run.
    text = re.sub(
        r"^(Exec\w+=\+?)(/opt|/etc|/usr)\S+", r"\1/bin/true", unit.read_text(), flags=re.M
    )
    copy = tmp_path / unit.name
    copy.write_text(text)
    told = run("systemd-analyze", "verify", "--man=no", copy)
    assert unit.name not in told


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_nobody_is_root_and_nothing_reaches_a_network(unit: Path) -> None:
    text = unit.read_text()
    assert "User=kiosk" in text
    assert "NoNewPrivileges=yes" in text
    # The login session is in the slice of the user, not in the service.
    assert "IPAddressDeny=any" in (DEPLOY / "slice.conf").read_text()


@needs("sh")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_the_scripts_can_be_read(script: Path) -> None:
    run("sh", "-n", script)
    if shutil.which("shellcheck"):
        run("shellcheck", script)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    """Starts `run.py` with something else than cage."""
    environment = {
        "RUNTIME_DIRECTORY": str(tmp_path),
        "NOTIFY_SOCKET": str(tmp_path / "systemd"),
        "PYTHONSTARTUP": "/nowhere",
        "TEXTUAL_LOG": "/nowhere",
    }
    begun = []

    def start(shown: str) -> subprocess.Popen[bytes]:
        program = (
            f"import runpy, sys; run = runpy.run_path({str(DEPLOY / 'run.py')!r}); "
            "run['main'].__globals__['PAUSE'] = 0.0; "
            f"sys.exit(run['main']((sys.executable, '-c', {shown!r})))"
        )
        begun.append(subprocess.Popen([sys.executable, "-c", program], env=environment, cwd=ROOT))
        return begun[-1]

    yield start
    for each in begun:
        each.kill()
        each.wait()


END = "import os, sys; open(os.environ['PROLO_KIOSK_STATUS'], 'w').write('42\\n')"
SAY = (
    "import os, signal, socket; place = os.environ['NOTIFY_SOCKET']; "
    "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(str(os.getpid()).encode(), place); "
    "signal.pause()"
)


@needs("foot")
def test_without_the_clinics_file_the_lock_holds_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(tmp_path))
    program = runpy.run_path(str(DEPLOY / "run.py"))
    program["foot"].__globals__["CLINICS"] = foot.CLINICS.with_name("gone.ini")
    lock = Path(program["foot"]()[1].removeprefix("--config="))
    assert lock.parent == tmp_path
    held = foot.read(lock.read_text())
    assert ("main", "include") not in held
    assert held["key-bindings", "font-increase"] == "none"


def test_the_status_of_the_supervisor_gets_through(
    started: Callable[[str], subprocess.Popen[bytes]],
) -> None:
    assert started(END).wait(PATIENCE) == 42
    assert started("raise SystemExit(3)").wait(PATIENCE) == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGABRT])
def test_passes_on_what_is_told_and_takes_cage_along(
    started: Callable[[str], subprocess.Popen[bytes]], tmp_path: Path, number: signal.Signals
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "systemd"))
        systemd.settimeout(PATIENCE)
        shows = started(SAY)
        cage = systemd.recv(100).decode()
        shows.send_signal(number)
        assert shows.wait(PATIENCE) == (0 if number == signal.SIGTERM else -number)
        until(lambda: state(int(cage)) in ("", "Z"))


BEAT = (
    "import os, signal, socket, sys, time; place = os.environ['NOTIFY_SOCKET']; "
    "link = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); "
    "link.sendto(b'WATCHDOG=1 %d' % os.getpid(), place); time.sleep(600)"
)
STOPS = (
    "import os, signal, socket; place = os.environ['NOTIFY_SOCKET']; "
    "link = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); "
    "link.sendto(b'STOPPING=1 %d' % os.getpid(), place); os.kill(os.getpid(), signal.SIGSTOP)"
)
LEFT = (
    "import os, signal, socket, subprocess, time; place = os.environ['NOTIFY_SOCKET']; "
    "voice = subprocess.Popen(['/bin/sleep', '600'], start_new_session=True); "
    "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b'%d' % voice.pid, place)"
)


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as found:
        found.bind(str(tmp_path / "systemd"))
        found.settimeout(PATIENCE)
        yield found


def test_whoever_falls_silent_is_ended_with_all_that_it_started(
    started: Callable[[str], subprocess.Popen[bytes]], systemd: socket.socket
) -> None:
    shows = started(BEAT)
    cage = int(systemd.recv(100).split()[1])
    assert shows.wait(PATIENCE) == 75
    assert state(cage) in ("", "Z")


def test_cage_is_not_waited_for_once_the_supervisor_has_gone(
    started: Callable[[str], subprocess.Popen[bytes]], systemd: socket.socket
) -> None:
    shows = started(f"{END}; {STOPS}")
    cage = int(systemd.recv(100).split()[1])
    assert shows.wait(PATIENCE) == 42
    assert state(cage) in ("", "Z")


def test_nothing_that_was_started_is_left(
    started: Callable[[str], subprocess.Popen[bytes]], systemd: socket.socket
) -> None:
    shows = started(LEFT)
    voice = int(systemd.recv(100))
    assert shows.wait(PATIENCE) == 0
    assert state(voice) in ("", "Z")


def test_nothing_around_reaches_what_is_shown(
    started: Callable[[str], subprocess.Popen[bytes]],
    systemd: socket.socket,
) -> None:
    tell = (
        "import os, socket; place = os.environ['NOTIFY_SOCKET']; "
        "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto("
        "' '.join(sorted(os.environ)).encode(), place)"
    )
    shows = started(tell)
    known = set(systemd.recv(4096).decode().split())
    assert shows.wait(PATIENCE) == 0
    ours = {"NOTIFY_SOCKET", "PATH", "PROLO_KIOSK_STATUS", "WATCHDOG_USEC", "LC_CTYPE"}
    assert known - ours <= {"HOME", "USER", "LOGNAME", "TERM", "LC_ALL"}
