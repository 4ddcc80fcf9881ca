"""Bars on a terminal, silence elsewhere."""

import io

import pytest

from course.learners.terminal import with_progress_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stderr", "is_shown"), [(Terminal(), True), (io.StringIO(), False)])
def test_a_bar_is_shown_on_a_terminal_only(
    stderr: io.StringIO, is_shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", stderr)
    assert list(with_progress_bar(range(5), lambda: 5, "Reading")) == list(range(5))
    assert ("Reading" in stderr.getvalue()) == is_shown
    # Nothing of it stays.
    assert not stderr.getvalue().rpartition("\r")[2]


def test_a_bar_knows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = Terminal()
    monkeypatch.setattr("sys.stderr", stderr)
    for each in with_progress_bar(range(100), lambda: 50, "Reading"):
        told = stderr.getvalue().rpartition("\r")[2]
        assert told.endswith(f"{min(each * 2, 100)}%")
