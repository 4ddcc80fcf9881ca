"""Starts what `deploy/run.py` starts, over a folder of the tests.

Everything is as on a kiosk, but for the folder, the course, and where the clinic's file is.
"""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

from course.kiosk.foot import FONT, lock_for
from tests.paths import ROOT, TEA
from tests.processes import PATIENCE

DEPLOY = ROOT / "deploy"


def lock(folder: Path) -> Path:
    """The lock for the foot that is installed, with the clinic's file of the checkout."""
    told = subprocess.run(
        ["foot", "--version"], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    found = lock_for(told.stdout, DEPLOY / "foot")
    copy = folder / found.name
    own = str(DEPLOY / "foot.ini")
    copy.write_text(found.read_text().replace("/etc/prolo-kiosk/foot.ini", own))
    return copy


def main(data: Path) -> int:
    run = runpy.run_path(str(DEPLOY / "run.py"))
    course = (
        *run["COURSE"][: run["COURSE"].index(sys.executable)],
        *(sys.executable, "-I", str(ROOT / "app.py")),
        *("--modules", str(TEA), "--data-dir", str(data / "data"), "kiosk"),
    )
    foot = ("/usr/bin/foot", f"--config={lock(data)}", f"--override=font={FONT}:size=22")
    return int(run["main"]((*run["CAGE"], *foot, *course)))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
