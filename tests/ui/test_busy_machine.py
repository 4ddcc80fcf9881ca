"""On a machine that has other things to do."""

import itertools

import pytest
from textual import timer

from tests.ui.conftest import Opening
from tests.ui.person import wait_until


class LateTime:
    """A clock that has moved on by more than a timer's time whenever somebody looks at it."""

    def __init__(self) -> None:
        self._looks = itertools.count()

    def get_time(self) -> float:
        return next(self._looks) * 0.1


async def test_a_window_that_grows_is_filled_however_late_its_timer_starts(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened((80, 24)) as person:
        monkeypatch.setattr(timer, "_time", LateTime())
        await person.resize(100, 32)
        await person.resize(80, 24)
        assert person.stage.size == (80, 24)


async def test_a_press_is_settled_however_late_its_timer_starts(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as person:
        settled: list[bool] = []

        def settle() -> bool:
            settled.append(True)
            return False

        monkeypatch.setattr(person.app.navigator, "settle", settle)
        monkeypatch.setattr(timer, "_time", LateTime())
        await person.press("1")
        await wait_until(lambda: settled)
