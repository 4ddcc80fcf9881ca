"""Signing, approving and asking."""

import datetime

import pytest

from course.content.review import desk
from course.content.review.items import Items
from course.content.review.record import Approved, Asked, Record
from course.errors import UsageError
from tests.unit.content.review.conftest import ADA, DAYS

ON = datetime.date(2026, 11, 20)
NOW: Items = {"tea": "1", "tea/cup": "2", "tea/pot": "3"}


def given(item: str, note: str | None = None) -> Approved:
    return Approved(item=item, by="Bo", role="Nurse", on=ON, mark="0" * 12, note=note)


def asked(item: str) -> Asked:
    return Asked(item=item, by="Bo", on=ON, asks="Is it so?")


def test_all_is_signed_as_it_stands() -> None:
    made, kept = desk.sign(Record(), NOW, ["tea"], ADA, DAYS)
    assert kept == NOW
    assert made.signed is not None
    assert (made.signed.by, made.signed.role) == ("Ada Wells", "Physician")


def test_nobody_signs_over_an_open_question() -> None:
    made = desk.ask(Record(), NOW, asked("tea/cup"))
    with pytest.raises(UsageError, match="tea/cup"):
        desk.sign(made, NOW, ["tea"], ADA, DAYS)
    made, _ = desk.approve(made, {}, NOW, "tea/cup", given("tea/cup"))
    assert desk.sign(made, NOW, ["tea"], ADA, DAYS)[0].questions == ()


def test_one_item_is_approved_by_itself_in_its_place() -> None:
    _, kept = desk.approve(Record(), NOW, NOW | {"tea/cup": "new"}, "tea/cup", given("tea/cup"))
    assert list(kept.items()) == [("tea", "1"), ("tea/cup", "new"), ("tea/pot", "3")]


def test_an_item_that_is_gone_is_approved_as_gone() -> None:
    _, kept = desk.approve(Record(), NOW, {"tea": "1"}, "tea/cup", given("tea/cup"))
    assert kept == {"tea": "1", "tea/pot": "3"}


def test_a_note_stands_as_long_as_its_item_does() -> None:
    made, kept = desk.approve(Record(), {}, NOW, "tea/cup", given("tea/cup", "Well said."))
    made, kept = desk.approve(made, kept, NOW, "tea/pot", given("tea/pot"))
    assert [each.note for each in made.approved] == ["Well said.", None]
    made, _ = desk.sign(made, NOW | {"tea/cup": "new"}, ["tea"], ADA, DAYS)
    assert [each.item for each in made.approved] == ["tea/pot"]


def test_the_nearest_item_is_named() -> None:
    for ask in (
        lambda: desk.approve(Record(), NOW, NOW, "tea/cups", given("tea/cups")),
        lambda: desk.ask(Record(), NOW, asked("tea/cups")),
    ):
        with pytest.raises(UsageError, match='Did you mean "tea/cup"'):
            ask()
