"""Where things are kept."""

from pathlib import Path

import pytest

from course import locations


def test_what_can_be_made_again_lies_below_the_data_folder_that_was_named(tmp_path: Path) -> None:
    assert locations.find(data=tmp_path).cache == tmp_path / "cache"


def test_else_it_lies_where_the_system_keeps_such_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = "platformdirs.user_cache_path"
    monkeypatch.setattr(platform, lambda name, appauthor: tmp_path / name / str(appauthor))
    where = locations.find()
    assert where.cache == tmp_path / "prolotherapy-course" / "False"
    assert where.data not in where.cache.parents


def test_no_test_finds_the_data_of_whoever_runs_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    found = locations.find()
    for path in (found.data, found.cache):
        assert tmp_path_factory.getbasetemp() in path.parents
