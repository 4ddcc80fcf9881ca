"""On the screen: a question is chosen, its pages follow, and the way comes after them."""

from pathlib import Path

import pytest

from tests.asks import ASKS, HURT, with_asks
from tests.ui.conftest import Opening


@pytest.mark.parametrize("size", [(60, 22), (80, 24), (112, 31)], ids=str)
async def test_a_question_leads_to_its_pages(
    opened: Opening, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(size, with_asks(tmp_path)) as person:
        for said in (*ASKS.values(), "Main points", "Everything", "I have a code", "112"):
            assert said in person.words
        assert "More" not in person.words
        await person.press("enter", "9")
        assert ASKS["hurt"] in person.words
        assert f"1 of {len(HURT)}" in person.words
        assert "The water is still hot" in person.words
        await person.press("9")
        assert f"2 of {len(HURT)}" in person.words
        await person.press("0", "0")
        assert "Your way" in person.words
