"""What a reader is told of the sources, and of who stands behind the course."""

import datetime

import pytest
from msgspec.structs import replace

from course.content import prose
from course.content.loader import load
from course.content.model import Course, Made, Review, Source
from course.kiosk.machine import Machine
from course.views.kiosk import staff_view
from course.views.model import Box, Note, Plain, View
from course.views.overview import about_view
from course.views.page import out_of_date
from course.views.sources import sources_view
from tests.desk import context_of
from tests.paths import TEA

COURSE = load(TEA)
DAY = datetime.date(2026, 11, 22)
BOOK = COURSE.sources["leaf-handbook"]
SIGNED = replace(COURSE, review=Review("Ada Wells", "Physician", DAY, DAY))
CHANGED = replace(SIGNED, changed=True)
MACHINE = Machine("1.0", "", 512, 3, None, None, ())


def with_source(source: Source) -> Course:
    return replace(COURSE, sources=COURSE.sources | {"leaf-handbook": source})


def said(view: View) -> str:
    words = [block.text for block in view.blocks if isinstance(block, Plain)]
    for block in view.blocks:
        if isinstance(block, Box | Note):
            spans = [each.text for each in block.inlines if isinstance(each, prose.Span)]
            words.append("".join(spans))
    return " ".join(words)


def of_source(source: Source) -> str:
    return said(sources_view(("leaf-handbook",), context_of(with_source(source))))


class TestASource:
    def test_says_when_it_was_read(self) -> None:
        assert "Last read on 2026-11-22. https://" in of_source(BOOK)

    def test_that_nobody_has_read_says_so(self) -> None:
        assert "We have not read it ourselves. https://" in of_source(replace(BOOK, checked=None))

    def test_says_who_gains(self) -> None:
        gain = "Its authors sell leaves."
        assert f" {gain} https://" in of_source(replace(BOOK, interest=gain))
        assert gain in said(
            sources_view(("steeping-time",), context_of(with_source(replace(BOOK, interest=gain))))
        )

    def test_without_an_address_shows_none(self) -> None:
        told = of_source(replace(BOOK, url=None))
        assert "https" not in told
        assert told.endswith("Last read on 2026-11-22.")

    @pytest.mark.parametrize("cited", ["leaf-handbook", "steeping-time"])
    def test_past_its_day_makes_a_page_say_so(self, cited: str) -> None:
        course = with_source(replace(BOOK, review_by=DAY))
        assert not out_of_date((cited,), course, DAY)
        assert out_of_date((cited,), course, DAY + datetime.timedelta(days=1))


class TestAbout:
    def test_says_when_it_was_made_who_paid_and_who_checked_it(self) -> None:
        made = Made(on=DAY, paid_by={"en": "Nobody but us."})
        told = said(about_view(context_of(replace(COURSE, made=made))))
        assert "made on 2026-11-22." in told
        assert "Who paid for it? Nobody but us." in told

    @pytest.mark.parametrize("course", [SIGNED, CHANGED])
    def test_says_who_signed_it_and_whether_it_has_changed_since(self, course: Course) -> None:
        told = said(about_view(context_of(course)))
        assert "Ada Wells, Physician, checked it on 2026-11-22." in told
        assert ("changed since" in told) is course.changed
        staff = said(staff_view(MACHINE, None, False, context_of(course)))
        assert "Checked by Ada Wells, Physician, on 2026-11-22" in staff
        assert ("changed since" in staff) is course.changed

    def test_says_when_it_was_last_brought_up_to_date(self) -> None:
        later = DAY + datetime.timedelta(days=4)
        made = Made(on=DAY, updated=later, paid_by={"en": "Nobody but us."})
        told = said(about_view(context_of(replace(COURSE, made=made))))
        assert "up to date on 2026-11-26." in told

    def test_says_nothing_of_what_nobody_wrote(self) -> None:
        assert "paid" not in said(about_view(context_of(COURSE)))

    def test_goes_on_to_what_the_course_is_not(self) -> None:
        first, second = (about_view(context_of(COURSE), at) for at in (0, 1))
        assert first.next is not None
        assert second.next is not None
        assert (first.next.label, second.next.label) == ("Next →", "Close")
        assert "not medical advice" in said(second)
