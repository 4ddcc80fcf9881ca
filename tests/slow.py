"""What takes long: `make test` tries one of most kinds, `make test-all` the rest."""

from __future__ import annotations

from collections.abc import Iterable

import pytest


def one_now(cases: Iterable[object]) -> list[object]:
    """The cases, all but the first marked as slow."""
    first, *rest = cases
    return [first, *(pytest.param(case, marks=pytest.mark.slow) for case in rest)]
