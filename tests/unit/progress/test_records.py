import datetime
from typing import Any

import msgspec
import pytest

from progress.records import Answer, Bookmark, Learner, document, moment
from tests.unit.progress.samples import NOON, answer, at_question, page, tick

TYPED_BY_A_PERSON = ["John Smith", "555-0100 x", "my knee hurts", "José", "a\n", "", "x" * 41]


def test_every_kind_of_record_can_be_kept() -> None:
    for record in (answer(), page(), tick(), at_question()):
        assert msgspec.convert(document(record), type(record)) == record


@pytest.mark.parametrize(
    "choice",
    ["a1b2c3d4", "a1b2c3d4=yes", "a1b2c3d4=unsure", "emergency", "a1b2c3d4,00000000", "unsure"],
)
def test_every_way_to_answer_can_be_kept(choice: str) -> None:
    assert document(answer(choice=choice))["choice"] == choice


@pytest.mark.parametrize("field", ["module", "question", "hash", "choice", "result", "when"])
@pytest.mark.parametrize("text", TYPED_BY_A_PERSON)
def test_what_a_person_types_is_never_kept(field: str, text: str) -> None:
    with pytest.raises(ValueError, match=f"Answer may not be kept: see \\$.{field}") as caught:
        document(_with(answer(), field, text))
    assert text == "" or text not in str(caught.value)


@pytest.mark.parametrize("seconds", [-1, 1.5, True, float("nan"), "7"])
def test_seconds_are_whole_and_not_negative(seconds: Any) -> None:
    with pytest.raises(ValueError, match="seconds"):
        document(_with(answer(), "seconds", seconds))


@pytest.mark.parametrize("language", TYPED_BY_A_PERSON)
def test_a_language_is_two_letters(language: str) -> None:
    with pytest.raises(ValueError, match="language"):
        document(Learner(language=language, created=NOON, last_seen=NOON))


@pytest.mark.parametrize(
    "parts",
    [
        ("map", "risks"),
        ("result",),
        ("result", "risks", "one"),
        ("page", "risks"),
        ("question", None, "one"),
        ("finish", None, "one"),
        ("kitchen",),
    ],
)
def test_a_bookmark_names_just_what_its_kind_needs(parts: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="bookmark"):
        Bookmark(*parts)


def test_moments_are_in_utc_and_sort_by_time() -> None:
    east = datetime.timezone(datetime.timedelta(hours=5))
    noon = datetime.datetime(2026, 11, 22, 17, 0, 0, tzinfo=east)
    assert moment(noon) == NOON
    assert moment(noon - datetime.timedelta(days=300)) < NOON < moment(noon.replace(year=10000 - 1))


def _with(record: Answer, field: str, value: Any) -> Answer:
    return msgspec.structs.replace(record, **{field: value})
