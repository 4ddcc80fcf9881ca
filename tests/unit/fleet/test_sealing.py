"""What the hub holds opens with the key of the clinic, under its own name, and in no other way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.fleet.sealing import LEAST, Seal, SealBrokenError

KEY = b"k" * 32


@given(st.binary(max_size=5_000), st.text(max_size=40))
def test_what_was_sealed_opens(content: bytes, name: str) -> None:
    assert Seal(KEY).open(Seal(KEY).close(content, name), name) == content


def test_it_opens_with_no_other_key_and_under_no_other_name() -> None:
    sealed = Seal(KEY).close(b"an answer", "one")
    for seal, name in ((Seal(b"x" * 32), "one"), (Seal(KEY), "two")):
        with pytest.raises(SealBrokenError):
            seal.open(sealed, name)


def test_what_was_changed_does_not_open() -> None:
    sealed = Seal(KEY).close(b"an answer", "one")
    for at in range(0, len(sealed), 97):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(SealBrokenError):
            Seal(KEY).open(changed, "one")


def test_its_length_tells_little() -> None:
    lengths = {len(Seal(KEY).close(b"x" * n, "one")) for n in range(1, 900)}
    assert len(lengths) == 1
    assert len(Seal(KEY).close(bytes(range(256)) * 1, "one")) >= LEAST
