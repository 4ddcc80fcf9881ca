"""What is told of the saves of somebody who writes."""

from __future__ import annotations

import datetime
import queue
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from course.content import loader
from course.content.drafting.bench import Bench, Checked, Focus, Measure, Opened
from tests.paths import BILINGUAL, TEA
from tests.processes import PATIENCE

HERE = Focus("en", "making", "what-you-need")


class Author:
    """Saves files, and is told what came of it."""

    def __init__(self, folder: Path, focus: Focus = HERE, measure: Measure = lambda *_: ()) -> None:
        self.folder = folder
        self._told: queue.Queue[Opened | Checked] = queue.Queue()
        today = datetime.date(2026, 11, 27)
        self.bench = Bench(folder, focus, self._told.put, measure, lambda: today)

    def save(self, old: str, new: str, file: str = "en/making.yaml") -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        # At once: between two writes on a busy machine the file would be seen empty.
        beside = path.with_name(".new")
        beside.write_text(text.replace(old, new, 1), encoding="utf-8")
        beside.replace(path)

    def opened(self) -> Opened:
        while not isinstance(found := self._told.get(timeout=PATIENCE), Opened):
            pass
        return found

    def checked(self) -> Checked:
        while not isinstance(found := self._told.get(timeout=PATIENCE), Checked):
            pass
        return found


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    found = Author(Path(shutil.copytree(TEA, tmp_path / "tea")))
    found.bench.start()
    assert found.opened().course is not None
    yield found
    found.bench.end()
    found.bench.join(PATIENCE)


def test_the_file_of_what_is_looked_at_is_checked(author: Author) -> None:
    assert author.checked() == Checked(HERE, ())
    author.save("title: What you need", "title: 'To do: what you need'")
    assert author.opened().changed == HERE
    assert [each.code for each in author.checked().problems] == ["W12"]


def test_a_save_is_opened_and_what_it_changed_is_named(author: Author) -> None:
    author.save("title: Hot water burns", "title: Hot water hurts")
    found = author.opened()
    assert found.course is not None
    assert found.saved == ("en/making.yaml",)
    assert found.changed is not None
    changed = found.course.module("making").page(found.changed.item)
    assert changed.title == "Hot water hurts"


def test_a_broken_save_names_its_faults_and_where_they_stand(author: Author) -> None:
    author.save("title: Hot water burns", "titel: Hot water burns")
    found = author.opened()
    assert found.course is None
    assert 'There is no key "titel" here.' in [each.what for each in found.problems]
    assert found.changed is not None
    author.save("titel: Hot water burns", "title: Hot water burns")
    assert author.opened().course is not None


def test_a_file_that_all_modules_share_changes_no_page(author: Author) -> None:
    author.save("A good cup of tea", "A better cup of tea", "course.yaml")
    found = author.opened()
    assert found.course is not None
    assert found.course.title == "A better cup of tea"
    assert found.changed is None


def test_a_course_that_is_gone_and_comes_back_does_not_end_it(
    author: Author, tmp_path: Path
) -> None:
    author.folder.rename(tmp_path / "away")
    assert author.opened().course is None
    (tmp_path / "away").rename(author.folder)
    assert author.opened().course is not None


def test_a_fault_of_the_program_is_told_as_one(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(loader, "load_from", fail)
    author.save("title: Hot water burns", "title: Hot water hurts")
    (problem,) = author.opened().problems
    assert "ZeroDivisionError" in problem.what
    assert "secret" not in problem.what
    monkeypatch.undo()
    author.save("title: Hot water hurts", "title: Hot water burns")
    assert author.opened().course is not None


def test_nothing_of_a_language_without_buttons_is_measured(tmp_path: Path) -> None:
    def fail(*_: object) -> NoReturn:
        raise AssertionError("measured")

    folder = Path(shutil.copytree(BILINGUAL, tmp_path / "visit"))
    author = Author(folder, Focus("es", "visit", "before"), fail)
    author.bench.start()
    assert author.opened().course is None
    assert [each.what for each in author.checked().problems] == []
    author.bench.end()
