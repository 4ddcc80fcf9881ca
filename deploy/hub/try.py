"""A hub and two kiosks on this machine, to try: `make fleet`. Nothing of it is left at the end.

Two kiosks are two data folders; each opens in a terminal of its own, by a command that is printed.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from course.cli import main as prolo
from course.fleet.enrol import enrol

KIOSKS = ("hall", "desk")
CONF = """
listen: "127.0.0.1:{port}"
jetstream {{ store_dir: "{folder}/store", max_file_store: 4GB }}
accounts {{
{accounts}
}}
"""


def main() -> int:
    server = shutil.which("nats-server", path="/usr/sbin:/usr/bin:/usr/local/bin")
    if server is None:
        print("There is no nats-server here: apt-get install nats-server", file=sys.stderr)
        return 2
    folder = Path(tempfile.mkdtemp(prefix="fleet-"))
    running: list[subprocess.Popen[bytes]] = []
    try:
        port = _free_port()
        enrol(folder, "north", KIOSKS, f"nats://127.0.0.1:{port}", None)
        accounts = (folder / "hub" / "clinics" / "north.conf").read_text(encoding="utf-8")
        conf = folder / "hub.conf"
        conf.write_text(CONF.format(port=port, folder=folder, accounts=accounts), encoding="utf-8")
        running.append(subprocess.Popen([server, "-c", conf], stderr=subprocess.DEVNULL))
        _wait_for(port)
        if status := prolo(["--data-dir", str(folder / "north" / "keeper"), "fleet", "buckets"]):
            return status
        for kiosk in KIOSKS:
            data = str(folder / "north" / kiosk)
            command = [sys.executable, "-m", "app", "--data-dir", data, "sync"]
            running.append(subprocess.Popen(command))
        print("A hub and two kiosks. Open each in a terminal of its own:")
        for kiosk in KIOSKS:
            print(
                f"  {Path(sys.executable).parent / 'prolo'} --data-dir {folder / 'north' / kiosk}"
            )
        print("Begin at one, note the code, and type it at the other one. ctrl+c ends all of it.")
        running[0].wait()
    except KeyboardInterrupt:
        print()
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait()
        shutil.rmtree(folder)
    return 0


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_for(port: int) -> None:
    ends = time.monotonic() + 10
    while time.monotonic() < ends:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
