"""Builds the kiosk's package for Debian 12 and 13: the program, what it needs, and its services.

    python deploy/deb.py OUT      OUT/prolo-kiosk_<version>_amd64.deb, and what is in it (CycloneDX)
    python deploy/deb.py --pin    write deploy/wheels.txt anew, after versions have changed

What is downloaded must have the hashes in wheels.txt. The same commit gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PINS = HERE / "wheels.txt"
PYTHONS = ("3.11", "3.13")
"""Those of Debian 12 and 13."""
PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
SCRIPTS = ("postinst", "prerm", "postrm")


def run(*command: str | Path, **more: str) -> str:
    """What a program says. Raises CalledProcessError."""
    return subprocess.run(
        [str(each) for each in command],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, **more},
    ).stdout


def download(folder: Path, *asked: str | Path) -> None:
    """Put the wheels for each Python into a folder."""
    for python in PYTHONS:
        platforms = [part for each in PLATFORMS for part in ("--platform", each)]
        run(
            *(sys.executable, "-m", "pip", "download", "--quiet", "--dest", folder),
            *("--only-binary", ":all:", "--implementation", "cp", "--python-version", python),
            *platforms,
            *asked,
        )


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def named(wheel: Path) -> tuple[str, str]:
    """The name and the version in the name of a wheel."""
    name, version = wheel.name.split("-")[:2]
    return name.lower().replace("_", "-"), version


def pins(folder: Path) -> str:
    """A line for each package in a folder of wheels, with the hashes of all its wheels."""
    hashes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for wheel in sorted(folder.glob("*.whl")):
        hashes[named(wheel)].append(f"--hash=sha256:{sha256(wheel)}")
    lines = [f"{name}=={version} {' '.join(found)}" for (name, version), found in hashes.items()]
    return "".join(f"{line}\n" for line in sorted(lines))


def pin() -> None:
    """Write what is to be downloaded, and its hashes."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["pictures"]]
    with tempfile.TemporaryDirectory() as place:
        download(Path(place), "--constraint", ROOT / "constraints.txt", *needed)
        PINS.write_text(pins(Path(place)))


def built(out: Path) -> Path:
    """Build the package; gives its path."""
    when = run("git", "log", "-1", "--format=%ct").strip()
    version = run(sys.executable, "-c", "import course; print(course.__version__)").strip()
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / "prolo-kiosk"
        its = tree / "usr" / "share" / "prolo-kiosk"
        wheels = its / "wheels"
        wheels.mkdir(parents=True)
        download(wheels, "--no-deps", "--require-hashes", "--requirement", PINS)
        run(
            *(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", wheels, ROOT),
            SOURCE_DATE_EPOCH=when,
        )
        (its / "requirements.txt").write_text(pins(wheels))
        (its / "version").write_text(f"{version}\n")
        shutil.copytree(
            HERE,
            its / "deploy",
            ignore=shutil.ignore_patterns("debian", "deb.py", "wheels.txt", "__pycache__"),
        )
        own = tree / "etc" / "prolo-kiosk"
        own.mkdir(parents=True)
        shutil.copy(HERE / "foot.ini", own)
        about = tree / "DEBIAN"
        about.mkdir()
        for path in (HERE / "debian").iterdir():
            text = path.read_text().replace("@VERSION@", version)
            (about / path.name).write_text(text)
        _same_everywhere(tree, int(when))
        out.mkdir(parents=True, exist_ok=True)
        package = out / f"prolo-kiosk_{version}_amd64.deb"
        run(
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "--build",
            tree,
            package,
            SOURCE_DATE_EPOCH=when,
        )
        bom = json.dumps(parts(wheels, version), indent=2, sort_keys=True)
        package.with_suffix(".cdx.json").write_text(f"{bom}\n")
    return package


def _same_everywhere(tree: Path, when: int) -> None:
    """Rights and times that do not depend on who builds, or when."""
    for path in sorted(tree.rglob("*"), reverse=True):
        runs = path.is_dir() or path.suffix == ".sh" or path.name in (*SCRIPTS, "run.py")
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (when, when))
    tree.chmod(0o755)
    os.utime(tree, (when, when))


def parts(wheels: Path, version: str) -> dict[str, object]:
    """What is in the package, in the form of CycloneDX."""
    components = [
        {
            "type": "library",
            "name": named(wheel)[0],
            "version": named(wheel)[1],
            "purl": f"pkg:pypi/{named(wheel)[0]}@{named(wheel)[1]}?file_name={wheel.name}",
            "hashes": [{"alg": "SHA-256", "content": sha256(wheel)}],
        }
        for wheel in sorted(wheels.glob("*.whl"))
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "prolo-kiosk", "version": version}
        },
        "components": components,
    }


if __name__ == "__main__":
    if sys.argv[1:] == ["--pin"]:
        pin()
    elif len(sys.argv) == 2 and not sys.argv[1].startswith("-"):
        print(built(Path(sys.argv[1])))
    else:
        sys.exit(__doc__)
