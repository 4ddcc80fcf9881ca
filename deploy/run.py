#!/opt/prolo-kiosk/bin/python -I
"""Shows the course in foot in cage, and stands for them before systemd.

The login session that cage needs (PAMName=) moves all that runs in it out of the service's control
group. systemd then believes only the first process of the service, which is this one: it passes on
what the supervisor tells, ends all of it when the supervisor falls silent, and ends with the
supervisor's status. Debian 12's cage does not hand that status on.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from course.kiosk.foot import CLINICS, FONT, lock_for, read, screen, size_for
from course.kiosk.supervisor import child

HERE = Path(__file__).resolve().parent
DATA = "/var/lib/prolo-kiosk"
# Whoever presses ctrl+c before the course is loaded ends nothing: what is ignored stays ignored.
COURSE = (
    "/usr/bin/env", "--ignore-signal=INT", "--ignore-signal=QUIT", "--ignore-signal=TSTP",
    sys.executable, "-I", str(Path(sys.executable).with_name("prolo")), "--data-dir", DATA, "kiosk",
)  # fmt: skip
CAGE = ("/usr/bin/cage", "-d", "--")
XTERM = (
    "/usr/bin/xterm", "-fullscreen", "-fa", "DejaVu Sans Mono", "-fs", "20",
    "-xrm", "XTerm*saveLines:0", "-xrm", "XTerm*allowWindowOps:false",
    "-xrm", "XTerm*omitTranslation:default popup-menu fullscreen", "-e",
)  # fmt: skip
PASSED_ON = (
    "HOME", "USER", "LOGNAME", "TERM", "LC_ALL", "XDG_RUNTIME_DIR", "XDG_SESSION_ID", "XDG_SEAT",
    "XDG_SESSION_TYPE", "XDG_VTNR", "XKB_DEFAULT_LAYOUT", "XKB_DEFAULT_OPTIONS", "WLR_BACKENDS",
    "WLR_LIBINPUT_NO_DEVICES", "WLR_RENDERER", "DISPLAY",
)  # fmt: skip
"""The variables that what is shown may know; whatever else is around could change what it does."""
GRACE = 8.0
"""Seconds that all of it has to end by itself once systemd asks for the end."""
LEAVE = 3.0
"""Seconds that foot and cage have to end once the supervisor says that it does; none where it says
that they are stuck."""
SILENCE = 6.0
"""Seconds without a sign of life from the supervisor, once it was up, after which all is ended."""
SHORT, PAUSE = 3.0, 2.0
"""Seconds; what ended sooner than this does so again, and it is not tried without a pause."""
STOOD_STILL = 75


def foot() -> tuple[str, ...]:
    """foot with the lock for its version, and letters for the screen if the clinic chose none."""
    told = subprocess.run(
        ["/usr/bin/foot", "--version"], capture_output=True, text=True, check=False
    ).stdout
    lock = lock_for(told, HERE / "foot")
    try:
        chosen = read(CLINICS.read_text(errors="replace"))
    except OSError:
        # foot would read no further than to the file that it cannot include.
        chosen = {}
        whole = lock.read_text()
        lock = Path(os.environ["RUNTIME_DIRECTORY"]) / lock.name
        lock.write_text(re.sub(r"^include=.*\n", "", whole, flags=re.MULTILINE))
    command = ("/usr/bin/foot", f"--config={lock}")
    pixels = screen()
    if pixels is None or ("main", "font") in chosen:
        return command
    return (*command, f"--override=font={FONT}:size={size_for(*pixels)}")


def shown(arguments: list[str]) -> tuple[str, ...]:
    """What to start: cage with foot, or with xterm, or the course alone on a bare console.

    With `--doctor` it is the doctor, which stays on the screen.
    """
    course = COURSE if "--doctor" not in arguments else (*COURSE, "doctor")
    rest = tuple(each for each in arguments if each not in ("--console", "--xterm", "--doctor"))
    if "--console" in arguments:
        return (*course, *rest)
    if "--xterm" in arguments:
        return (*CAGE, *XTERM, *course, *rest)
    hold = ("--hold",) if "--doctor" in arguments else ()
    return (*CAGE, *foot(), *hold, *course, *rest)


def main(command: tuple[str, ...]) -> int:
    """Run until the course has ended or systemd asks for the end; gives the exit status."""
    place = Path(os.environ["RUNTIME_DIRECTORY"])
    word, told = place / "status", place / "notify"
    for old in (word, told):
        old.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(str(told))
    listening.settimeout(0.2)
    for each in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
        signal.signal(each, signal.SIG_IGN)
    ending: list[float] = []
    for each in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, lambda _number, _frame: ending.append(time.monotonic()))
    # What ends is then ours to end whole, whoever started it.
    child.adopt()
    began, spared = time.monotonic(), child.children()
    running = subprocess.Popen(
        command,
        env={
            **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "NOTIFY_SOCKET": str(told),
            "WATCHDOG_USEC": str(int(SILENCE * 1e6)),
            "PROLO_KIOSK_STATUS": str(word),
        },
        preexec_fn=child.die_with_parent,
    )
    status = _watch(running, listening, ending, word)
    # Not what keeps the login session.
    child.kill_left_behind(spared)
    if ending:
        return 0
    if time.monotonic() - began < SHORT:
        time.sleep(PAUSE)
    return status


def _watch(
    running: subprocess.Popen[bytes], listening: socket.socket, ending: list[float], word: Path
) -> int:
    """Pass on what is told until it has ended, by itself or because it has to; gives its status."""
    until: float | None = None
    while running.poll() is None:
        now = time.monotonic()
        if ending:
            running.terminate()
            until = min(until or now + GRACE, ending[0] + GRACE)
        if until is not None and now >= until:
            # What the supervisor says only because it is ended does not count.
            told = _left(word)
            running.kill()
            running.wait()
            return STOOD_STILL if told is None else told
        with suppress(TimeoutError):
            message = listening.recv(4096)
            _tell(message)
            leaves, stuck = b"STOPPING=1" in message, b"EXIT_STATUS=%d" % STOOD_STILL in message
            until = time.monotonic() + (0.0 if stuck else LEAVE if leaves else SILENCE)
    told = _left(word)
    return abs(running.returncode) if told is None else told


def _left(word: Path) -> int | None:
    """The status that the supervisor has left, if it has."""
    text = word.read_text().strip() if word.exists() else ""
    return int(text) if text.isdigit() else None


def _tell(message: bytes) -> None:
    address = os.environ.get("NOTIFY_SOCKET", "")
    if address.startswith("@"):
        address = "\0" + address[1:]
    if address:
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
            systemd.sendto(message, address)


if __name__ == "__main__":
    sys.exit(main(shown(sys.argv[1:])))
