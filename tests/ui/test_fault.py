"""A fault in the program itself: no traceback, and nothing of what a person chose."""

import pytest

from course.errors import place_of
from course.flow.navigator import Navigator
from course.ui.course_app import FAULT
from tests.ui.conftest import Opening

SECRET = "what-they-chose"


def fail(*_: object) -> None:
    chosen = SECRET
    raise ValueError(chosen)


async def test_a_fault_ends_the_program_and_shows_only_its_kind_and_place(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, int | None]] = []

    async def visit() -> None:
        async with opened() as person:
            monkeypatch.setattr(Navigator, "press", fail)
            await person.press("1")
            app = person.app
            seen.append((str(app._exit_renderables), app.return_code))

    with pytest.raises(ValueError, match=SECRET):
        await visit()
    ((said, status),) = seen
    assert status == FAULT
    assert "ValueError at ui/test_fault.py:" in said
    assert SECRET not in said


def test_the_place_of_an_error_holds_nothing_of_its_text() -> None:
    with pytest.raises(ValueError, match=SECRET) as error:
        fail()
    assert "ValueError at ui/test_fault.py:" in place_of(error.value)
    assert SECRET not in place_of(error.value)
