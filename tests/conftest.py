"""What every test shares."""

from itertools import count
from pathlib import Path

import pytest

_TESTS = count()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def _no_real_data(monkeypatch: pytest.MonkeyPatch, _homes: Path) -> None:
    """No test, and no process that it starts, reads or writes the data of whoever runs it."""
    # pytest's own way to number folders looks through all that there are, thousands in the end.
    home = _homes / str(next(_TESTS))
    # Windows asks the system for the folder, unless the last one names another.
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        folder = home / name
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))
