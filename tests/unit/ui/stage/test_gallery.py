"""Pictures are drawn once, those on show first, and nobody waits for one."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

import pytest

from course.ui.stage import gallery
from course.ui.stage.gallery import Gallery, Ready, Wanted

PATIENCE = 20.0
"""Seconds; a guard, not a measurement."""


class Panic(BaseException):
    """What ends a renderer, and is no Exception."""


class Easel:
    """Draws, and tells what was drawn; holds on where it is told to."""

    def __init__(self) -> None:
        self.drawn: list[str] = []
        self.told = 0
        self.free = threading.Event()
        self.free.set()
        self._came = threading.Condition()
        self.gallery = Gallery(self._tell)

    def _tell(self) -> None:
        with self._came:
            self.told += 1
            self._came.notify_all()

    def wanted(self, name: str) -> Wanted:
        def draw(_number: int) -> str:
            assert self.free.wait(PATIENCE)
            with self._came:
                self.drawn.append(name)
                self._came.notify_all()
            if name == "broken":
                raise ValueError(name)
            if name == "panic":
                raise Panic
            return f"<{name}>"

        return Wanted((name,), draw)

    def show(self, *names: str) -> list[str | None]:
        found = self.gallery.show(map(self.wanted, names))
        return [each and each.text for each in found]

    def prepare(self, *pages: Sequence[str]) -> None:
        self.gallery.prepare([self.wanted(name) for name in page] for page in pages)

    def until(self, *names: str) -> None:
        with self._came:
            assert self._came.wait_for(lambda: self.drawn == [*names], PATIENCE), self.drawn

    def until_told(self, times: int) -> None:
        with self._came:
            assert self._came.wait_for(lambda: self.told == times, PATIENCE)


def test_a_picture_comes_later_and_is_there_from_then_on() -> None:
    easel = Easel()
    assert easel.show("knee") == [None]
    easel.until_told(1)
    assert easel.show("knee") == ["<knee>"]
    assert easel.drawn == ["knee"]


def test_what_cannot_be_drawn_is_not_tried_again() -> None:
    easel = Easel()
    easel.show("broken")
    easel.until_told(1)
    assert easel.show("broken") == [""]
    assert easel.drawn == ["broken"]


def test_what_is_prepared_is_there_at_once_and_tells_nobody() -> None:
    easel = Easel()
    easel.prepare(["knee"], [], ["hip", "back"])
    easel.until("knee", "hip", "back")
    easel.show("foot")
    easel.until_told(1)
    assert easel.show("back", "knee", "hip") == ["<back>", "<knee>", "<hip>"]
    assert easel.drawn == ["knee", "hip", "back", "foot"]


def test_what_is_on_show_comes_before_what_is_prepared() -> None:
    easel = Easel()
    easel.free.clear()
    easel.prepare(["knee"], ["hip"], ["back"])
    easel.show("foot")
    easel.free.set()
    easel.until_told(1)
    assert "foot" in easel.drawn[:2]
    easel.until(*easel.drawn[:2], *[n for n in ("knee", "hip", "back") if n not in easel.drawn[:2]])


def test_a_press_ends_what_is_prepared() -> None:
    easel = Easel()
    easel.free.clear()
    easel.prepare(["knee"], ["hip"])
    easel.gallery.rest()
    easel.free.set()
    easel.show("foot")
    easel.until_told(1)
    assert "hip" not in easel.drawn
    assert set(easel.drawn) <= {"knee", "foot"}


def test_what_cannot_be_looked_at_beforehand_is_left_alone() -> None:
    easel = Easel()

    def pages() -> Iterator[Sequence[Wanted]]:
        yield [easel.wanted("knee")]
        raise LookupError

    easel.gallery.prepare(pages())
    easel.until("knee")
    easel.show("hip")
    easel.until_told(1)


def test_only_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "MOST", 2)
    easel = Easel()
    for told, name in enumerate(("knee", "hip", "back"), start=1):
        easel.show(name)
        easel.until_told(told)
    assert easel.show("back", "hip") == ["<back>", "<hip>"]
    assert easel.show("knee") == [None]


def test_what_is_on_show_is_kept_whatever_is_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "MOST", 2)
    easel = Easel()
    easel.show("knee")
    easel.until_told(1)
    assert easel.show("knee") == ["<knee>"]
    easel.prepare(["hip"], ["back"], ["foot"])
    easel.until("knee", "hip", "back", "foot")
    assert easel.show("knee") == ["<knee>"]


def test_a_renderer_that_panics_ends_no_other_picture() -> None:
    easel = Easel()
    easel.show("panic")
    easel.until_told(1)
    easel.show("knee")
    easel.until_told(2)
    assert easel.show("knee") == ["<knee>"]


def test_each_has_a_number_of_its_own() -> None:
    easel = Easel()
    easel.prepare(["knee", "hip"])
    easel.until("knee", "hip")
    easel.show("foot")
    easel.until_told(1)
    found = easel.gallery.show(map(easel.wanted, ("knee", "hip", "foot")))
    assert len({each.number for each in found if isinstance(each, Ready)}) == 3
