"""What two places know of one visit is joined: all of it, once, in whatever order they meet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from progress.codes import new_code
from progress.errors import NoSuchLearner
from progress.learners import LearnerStore
from progress.records import Answer, Bookmark, Learner, PageRead, Picked
from progress.snapshot import Snapshot
from progress.transfer import join, joined, packed, put, unpacked

CODE = new_code()
TIMES = [f"2026-03-01T10:00:0{n}Z" for n in range(4)]

_time = st.sampled_from(TIMES)
_answer = st.builds(
    Answer,
    module=st.just("m"),
    question=st.sampled_from(["a", "b"]),
    hash=st.just("0123456789ab"),
    choice=st.sampled_from(["yes", "no"]),
    result=st.sampled_from(["right", "wrong"]),
    seconds=st.integers(0, 2),
    when=_time,
)
_learner = st.builds(
    Learner,
    language=st.sampled_from(["en", "es"]),
    created=st.just(TIMES[0]),
    last_seen=_time,
    clock=st.sampled_from(["believed", "doubted"]),
    place=st.sampled_from([Bookmark("map"), Bookmark("page", "m", "p1")]),
)
_page = st.builds(PageRead, module=st.just("m"), page=st.sampled_from(["p1", "p2"]), when=_time)
_picked = st.builds(
    Picked,
    module=st.just("m"),
    page=st.just("p1"),
    item=st.sampled_from(["x", "y"]),
    ticked=st.booleans(),
    when=_time,
)


def _once(kind: st.SearchStrategy[Any], key: str) -> st.SearchStrategy[Any]:
    return st.lists(kind, max_size=3, unique_by=lambda one: getattr(one, key)).map(tuple)


_visit = st.builds(
    Snapshot,
    learner=_learner,
    answers=st.lists(_answer, max_size=5).map(tuple),
    pages=_once(_page, "page"),
    picked=_once(_picked, "item"),
)


def _content(visit: Snapshot) -> object:
    """What is in it, whatever the order."""
    return (
        visit.learner,
        sorted(map(repr, visit.answers)),
        {one.page for one in visit.pages},
        {one.item: (one.when, one.ticked) for one in visit.picked},
    )


@given(_visit, _visit)
def test_whoever_leads_all_of_it_is_there(one: Snapshot, other: Snapshot) -> None:
    assert _content(joined(one, other)) == _content(joined(other, one))


@given(_visit, _visit)
def test_joined_once_more_it_stays_as_it_is(one: Snapshot, other: Snapshot) -> None:
    both = joined(one, other)
    assert joined(both, one) == both
    assert joined(both, other) == both


@given(_visit, _visit)
def test_no_answer_is_lost_and_the_order_of_who_leads_stays(one: Snapshot, other: Snapshot) -> None:
    both = joined(one, other)
    assert both.answers[: len(one.answers)] == one.answers
    for each in {*one.answers, *other.answers}:
        most = max(one.answers.count(each), other.answers.count(each))
        assert both.answers.count(each) == most


@settings(max_examples=30)
@given(_visit)
def test_what_was_packed_comes_out_as_it_was(visit: Snapshot) -> None:
    assert unpacked(packed(visit)) == visit


def test_a_visit_that_goes_on_meanwhile_keeps_both_answers(tmp_path: Path) -> None:
    store = LearnerStore(tmp_path / "learners")
    here = store.create("en")
    code = here.code
    first, second, elsewhere = (_try(n) for n in range(3))
    with here.saving() as changes:
        changes.answer(first)
    known = Snapshot(here.learner, (first, elsewhere), (), ())
    join(tmp_path / "learners", code, known)
    with here.saving() as changes:
        changes.answer(second)
    assert here.answers() == (first, elsewhere, second)
    assert store.open(code).answers() == (first, elsewhere, second)


def test_who_was_forgotten_does_not_come_back_by_joining(tmp_path: Path) -> None:
    store = LearnerStore(tmp_path / "learners")
    here = store.create("en")
    known = Snapshot(here.learner, (_try(1),), (), ())
    store.forget(here.code)
    with pytest.raises(NoSuchLearner):
        join(tmp_path / "learners", here.code, known)
    assert not list((tmp_path / "learners").iterdir())


def test_a_visit_whose_copies_are_all_damaged_is_had_again(tmp_path: Path) -> None:
    store = LearnerStore(tmp_path / "learners")
    here = store.create("en")
    known = replace(Snapshot(here.learner, (), (), ()), answers=(_try(1),))
    for path in (tmp_path / "learners").glob("*.json*"):
        if path.stat().st_size:
            path.write_bytes(b"broken")
    join(tmp_path / "learners", here.code, known)
    assert store.open(here.code).answers() == (_try(1),)


def test_the_age_of_a_file_is_when_its_person_was_last_here(tmp_path: Path) -> None:
    learner = Learner(language="en", created=TIMES[0], last_seen=TIMES[1])
    assert put(tmp_path / "learners", CODE, Snapshot(learner, (), (), ()))
    join(tmp_path / "learners", CODE, Snapshot(learner, (_try(1),), (), ()))
    path = tmp_path / "learners" / f"{CODE}.json"
    assert path.stat().st_mtime < 1_800_000_000


def _try(seconds: int) -> Answer:
    return Answer(
        module="m",
        question="a",
        hash="0123456789ab",
        choice="yes",
        result="right",
        seconds=seconds,
        when=TIMES[seconds],
    )
