"""What the clinic has set reaches the kiosk that is started with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.cli import main
from course.kiosk.settings import Settings


class StartedError(Exception):
    """In place of a kiosk that runs."""


@pytest.mark.parametrize(("written", "seconds"), [("idle: 120\n", 120), ("", 90)])
def test_the_clinic_says_after_how_many_seconds_it_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, seconds: int
) -> None:
    (tmp_path / "clinic.yaml").write_text(written)
    started: list[Settings] = []

    def show(*given: Any) -> None:
        started.extend(each for each in given if isinstance(each, Settings))
        raise StartedError

    monkeypatch.setattr("course.ui.kiosk.app.run", show)
    with pytest.raises(StartedError):
        main(["--data-dir", str(tmp_path), "kiosk", "--part", "course"])
    assert [each.times.idle for each in started] == [seconds]
