import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progress.checked_json import decode, encode

VALUES = st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"))


@settings(deadline=None)
@given(VALUES)
def test_a_file_gives_back_what_was_put_into_it(value: object) -> None:
    tables = {"answers": {"1": {"field": value, "place": {"field": value}}}}
    content = encode(tables)
    assert decode(content) == tables
    found = json.loads(content)
    del found["checksum"]
    assert found == tables


@pytest.mark.parametrize("row", [{1: "a"}, {"a": (1, 2)}, {"a": {"b": float("nan")}}])
def test_what_a_file_would_give_back_as_something_else_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="read as it was written"):
        encode({"answers": {"1": row}})
