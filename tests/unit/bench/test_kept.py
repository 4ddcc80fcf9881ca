"""Where a learner is can be read from the file that the program writes."""

from pathlib import Path

from bench import kept
from bench.kept import Kept
from progress.learners import LearnerStore
from progress.records import Bookmark
from tests.unit.progress.samples import answer


def test_place_and_answers(tmp_path: Path) -> None:
    learner = LearnerStore(tmp_path / "learners").create("en")
    assert kept.parse(kept.content(tmp_path)) == Kept(("map", None, None), 0)
    with learner.saving() as changes:
        changes.answer(answer(1))
        changes.answer(answer(2))
        changes.bookmark(Bookmark("page", "preparation", "tell-us"))
    assert kept.parse(kept.content(tmp_path)) == Kept(("page", "preparation", "tell-us"), 2)
