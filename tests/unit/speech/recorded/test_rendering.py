"""What a course needs is spoken once, kept whole, and found again by what was said."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course.clinic import Clinic
from course.content.compiled import Library
from course.errors import CourseError, UsageError
from course.speech.pace import PACES
from course.speech.pronunciations import Pronunciations
from course.speech.recorded import engines, rendering, store
from course.speech.recorded.rendering import Plan
from course.speech.recorded.script import phrases
from course.speech.recorded.store import Manner, Store
from tests.paths import MODULES, TEA
from tests.unit.speech.recorded.fakes import SomeEngine, encode

Planned = Callable[..., Plan]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> SomeEngine:
    """In place of all engines."""
    engine = SomeEngine()
    monkeypatch.setattr(engines, "ENGINES", {"en": ("os", lambda: engine)})
    return engine


@pytest.fixture
def planned(engine: SomeEngine, tmp_path: Path) -> Planned:  # noqa: ARG001 - what plans ask for
    def plan(modules: Path = TEA, clinic: Clinic | None = None) -> Plan:
        library = Library(modules, None)
        (found,) = rendering.plans(modules, library, clinic or Clinic(), tmp_path)
        return found

    return plan


def render(plan: Plan, cache: Path) -> list[Path]:
    return list(rendering.render(plan, encode, cache))


def test_each_phrase_is_spoken_once_at_each_pace_the_usual_one_first(
    planned: Planned, engine: SomeEngine, tmp_path: Path
) -> None:
    plan = planned()
    made = render(plan, tmp_path)
    said = phrases(Library(TEA, None).edition(), Clinic())
    assert len(made) == len(set(made)) == len(PACES) * len(said)
    assert [pace for _, pace in engine.spoken[: len(said)]] == ["normal"] * len(said)
    assert {phrase for phrase, _ in engine.spoken} == set(said)
    assert set(made) == store.every(tmp_path)
    assert planned().missing() == []
    assert render(planned(), tmp_path) == []


def test_the_same_bytes_come_twice(planned: Planned, tmp_path: Path) -> None:
    first = {path: path.read_bytes() for path in render(planned(), tmp_path)}
    store.forget(first)
    assert {path: path.read_bytes() for path in render(planned(), tmp_path)} == first


def test_only_what_was_edited_is_spoken_again(
    planned: Planned, engine: SomeEngine, tmp_path: Path
) -> None:
    modules = tmp_path / "modules"
    shutil.copytree(TEA, modules)
    render(planned(modules), tmp_path)
    engine.spoken.clear()
    page = modules / "en" / "making.yaml"
    text = page.read_text(encoding="utf-8")
    assert text.count("What you need") > 0
    page.write_text(text.replace("What you need", "What you will need"), encoding="utf-8")
    render(planned(modules), tmp_path)
    assert {phrase for phrase, _ in engine.spoken} >= {"What you will need."}
    assert len(engine.spoken) <= 2 * len(PACES)


def test_what_was_broken_off_goes_on_where_it_was(
    planned: Planned, engine: SomeEngine, tmp_path: Path
) -> None:
    plan = planned()
    spoken = rendering.render(plan, encode, tmp_path)
    for _ in range(3):
        next(spoken)
    spoken.close()
    there = len(store.every(tmp_path))
    assert 3 <= there < len(plan.wanted)
    assert store.manner_of(tmp_path, "en") == plan.manner
    engine.spoken.clear()
    render(planned(), tmp_path)
    assert len(engine.spoken) == len(plan.wanted) - there


def test_numbers_of_the_clinic_are_in_no_recording(planned: Planned) -> None:
    own = Clinic(phone="555-0142", after_hours="555-0143", emergency_number="117", heat="yes")
    said = " ".join(each.said for each in planned(TEA, own).wanted)
    assert "5 5 5" not in said
    assert "117" not in said


def test_a_change_of_how_a_word_is_said_is_another_recording(tmp_path: Path) -> None:
    manner = Manner("some", "1")
    plain = Store(tmp_path, manner, Pronunciations())
    other = Store(tmp_path, manner, Pronunciations({"PRP": "P R P"}))
    assert plain.path("PRP.", "normal") != other.path("PRP.", "normal")
    assert plain.path("It.", "normal") == other.path("It.", "normal")
    assert plain.path("It.", "normal") != plain.path("It.", "slower")
    newer = Store(tmp_path, Manner("some", "2"), Pronunciations())
    assert plain.path("It.", "normal") != newer.path("It.", "normal")


def test_phrases_are_read_together_or_not_at_all(tmp_path: Path) -> None:
    kept = Store(tmp_path, Manner("some", "1"), Pronunciations())
    store.keep(kept.path("1.", "normal"), b"one ")
    store.keep(kept.path("Eat.", "normal"), b"eat")
    assert kept.read(("1.", "Eat."), "normal") == b"one eat"
    assert kept.read(("1.", "Drink."), "normal") is None
    assert kept.read(("1.", "Eat."), "slower") is None
    assert kept.read((), "normal") is None


@pytest.mark.parametrize("written", [b"", b"{", b"[]", b'{"engine": 1}', b"\xff" * 9000])
def test_a_damaged_name_of_a_voice_names_none(written: bytes, tmp_path: Path) -> None:
    (tmp_path / store.FOLDER).mkdir()
    (tmp_path / store.FOLDER / "en.json").write_bytes(written)
    assert store.manner_of(tmp_path, "en") is None


def test_a_language_without_an_engine_needs_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engines, "ENGINES", {})
    assert list(rendering.plans(TEA, Library(TEA, None), Clinic(), tmp_path)) == []


def test_an_engine_that_is_not_installed_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engines, "ENGINES", {"en": ("no_such_module", SomeEngine)})
    assert not engines.is_there()
    with pytest.raises(UsageError, match=r"pip install .*\[voice\]"):
        list(rendering.plans(TEA, Library(TEA, None), Clinic(), tmp_path))
    rendering.complete(TEA, Clinic(), tmp_path)
    assert not (tmp_path / store.FOLDER).exists()


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be made unwritable there")
def test_a_place_that_cannot_be_written_is_told(planned: Planned, tmp_path: Path) -> None:
    (tmp_path / store.FOLDER).write_text("a file")
    with pytest.raises(CourseError, match="Recordings cannot be kept here"):
        render(planned(), tmp_path)


@pytest.mark.slow
def test_what_is_recorded_is_the_same_each_time_and_what_a_person_misses_is_in_it() -> None:
    edition = Library(MODULES, None).edition()
    said = phrases(edition, Clinic())
    # The options of a question stand in another order for each person.
    assert sorted(phrases(edition, Clinic())) == sorted(said)
    # An answer that is told once both others were tried, one of which had to be put right.
    assert "The answer: If the label lists acetaminophen." in said
