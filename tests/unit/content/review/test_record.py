"""What is kept of a review outlasts the visit of whoever signed, word for word."""

import datetime
from pathlib import Path

import pytest

from course.content import loader
from course.content.review import desk, record
from course.content.review.items import mark_of, of_module
from course.content.review.record import Approved, Asked, Record
from course.errors import ContentError, UsageError
from tests.unit.content.course_edits import change
from tests.unit.content.review.conftest import ADA, DAYS, sign

ON = datetime.date(2026, 11, 20)
ASKED = Asked(item="making/try-it", by="Ada Wells", on=ON, asks='Is it "hot": {or} # not?')
APPROVED = Approved(
    item="making/try-it", by="Ada Wells", role="Physician", on=ON, mark="0" * 12, note="Fine: yes"
)


def test_nobody_has_signed_where_nothing_is_kept(tea: Path) -> None:
    review = record.read(tea, "en")
    assert (record.sound(review), review.signed, review.kept) == (Record(), None, {})


def test_what_is_written_is_read_again(tea: Path) -> None:
    under = loader.under_review(tea)
    modules = [module.id for module in under.course.modules]
    made, kept = desk.sign(Record(), under.now, modules, ADA, DAYS)
    made, kept = desk.approve(made, kept, under.now, "making/try-it", APPROVED)
    made = desk.ask(made, under.now, ASKED)
    record.write(tea, "en", made, kept)
    found = record.read(tea, "en")
    assert found.written.problems == []
    assert found.kept == under.now
    assert found.is_whole
    assert record.sound(found).questions == (ASKED,)
    (approved,) = record.sound(found).approved
    assert (approved.note, approved.mark) == (
        "Fine: yes",
        mark_of({"making/try-it": under.now["making/try-it"]}),
    )
    assert found.signed is not None
    assert (found.signed.by, found.signed.on, found.signed.next) == ("Ada Wells", *DAYS)
    own = {name: mark_of(of_module(name, under.now)) for name in modules}
    assert found.signed.modules == own


def test_everybody_may_read_what_was_signed(tea: Path) -> None:
    sign(tea)
    for name in (record.file_of("en"), record.words_of("en")):
        assert (tea / name).stat().st_mode & 0o444 == 0o444


def test_words_that_were_edited_are_not_those_that_were_signed(tea: Path) -> None:
    sign(tea)
    change(tea, record.words_of("en"), "right: true", "right: false")
    assert not record.read(tea, "en").is_whole
    (tea / record.words_of("en")).unlink()
    assert not record.read(tea, "en").is_whole


def test_a_file_at_fault_is_no_signature_and_is_not_written_over(tea: Path) -> None:
    sign(tea)
    change(tea, record.file_of("en"), "signed:", "signd:")
    review = record.read(tea, "en")
    assert review.signed is None
    with pytest.raises(ContentError, match="signd"):
        record.sound(review)


def test_what_cannot_be_written_is_told(tea: Path) -> None:
    (tea / "review").write_text("in the way", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        sign(tea)
