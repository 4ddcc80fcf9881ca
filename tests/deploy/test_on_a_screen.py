"""The kiosk as it is set up, in foot in cage, on a display that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from course.kiosk import foot
from tests.deploy.frozen import WITHIN, away, is_up
from tests.deploy.hands import deeds
from tests.deploy.screen import MISSING, NAMES, SIZE, KioskScreen

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
MANY = 1000


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[KioskScreen]:
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:2]:
        parent.chmod(0o755)
    found = KioskScreen(tmp_path)
    yield found
    found.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_no_key_no_wheel_and_no_click_changes_the_terminal(screen: KioskScreen, seed: int) -> None:
    screen.until(lambda: is_up(screen))
    cells, before = screen.cells(), {each: screen.pid(each) for each in NAMES}
    assert cells >= foot.LEAST
    defaults = foot.read(foot.DEFAULTS.read_text(), commented=True)
    for at, deed in enumerate(deeds(defaults, MANY, seed, SIZE)):
        screen.tool(*deed)
        if at % 50 == 0:
            screen.look_after()
            assert screen.cells() == cells, deed
    screen.until(lambda: is_up(screen))
    assert screen.cells() == cells
    assert {each: screen.pid(each) for each in NAMES} == before
    assert screen.ended == []
    names = {Path(words[0]).name for words in screen.family().values()}
    assert names <= {
        "python",
        "cage",
        "foot",
        "Xwayland",
        *(f"python3.{each}" for each in range(20)),
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_what_stands_still_is_back_before_anybody_calls(screen: KioskScreen, name: str) -> None:
    assert away(screen, name) <= WITHIN
