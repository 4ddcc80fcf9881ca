"""A learner's file of each schema that was ever written opens with everything in it."""

import shutil
from pathlib import Path

import pytest

from progress.learners import LearnerStore
from tests.paths import FIXTURES
from tests.unit.progress.samples import answer, at_question, page, tick

KEPT = sorted((FIXTURES / "learners").glob("schema-*.json"))


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.name.split(".")[0])
def test_a_file_of_each_schema_opens_without_a_loss(kept: Path, tmp_path: Path) -> None:
    _, code, _ = kept.name.split(".")
    shutil.copy(kept, tmp_path / f"{code}.json")
    learner = LearnerStore(tmp_path).open(code)
    assert learner.recovered is None
    assert learner.answers() == (answer(1), answer(2, "a1b2c3d4=yes"))
    assert learner.pages() == (page(),)
    assert learner.picked() == (tick(),)
    assert learner.learner.place == at_question(2)
