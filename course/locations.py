"""Where modules, clinic settings and progress live. Nothing else knows a path."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from course.errors import UsageError

APPLICATION = "prolotherapy-course"


@dataclass(frozen=True)
class Locations:
    """The folders and files of one run."""

    modules: Path
    data: Path
    clinic: Path
    """The clinic's settings; the file need not exist unless it was asked for by name."""
    cache: Path
    """What can be made again at any time; below the data folder where that was asked for."""

    @property
    def learners(self) -> Path:
        """The folder with one file for each learner."""
        return self.data / "learners"

    @property
    def unprinted(self) -> Path:
        """How many pages were not printed, while there are any; nothing of what they said."""
        return self.data / "unprinted.json"


def find(
    modules: Path | None = None, data: Path | None = None, clinic: Path | None = None
) -> Locations:
    """The paths to use, each as asked for or else its usual place.

    Raises UsageError if a path that was asked for is not there.
    """
    if modules is not None and not modules.is_dir():
        raise UsageError(f"There is no folder {modules}. Give --modules the folder of a course.")
    if clinic is not None and not clinic.is_file():
        raise UsageError(f"There is no file {clinic}. Give --clinic the clinic's settings file.")
    # Whoever runs a kiosk finds everything in the one folder that they named.
    cache = data / "cache" if data else _user_folder("cache")
    data = data or _user_folder("data")
    return Locations(modules or _shipped_modules(), data, clinic or data / "clinic.yaml", cache)


def _user_folder(kind: Literal["data", "cache"]) -> Path:
    # Not where a data folder is named.
    import platformdirs

    find = platformdirs.user_data_path if kind == "data" else platformdirs.user_cache_path
    return find(APPLICATION, appauthor=False)


def _shipped_modules() -> Path:
    here = Path(__file__).resolve().parent
    installed = here / "_modules"
    return installed if installed.is_dir() else here.parent / "modules"
