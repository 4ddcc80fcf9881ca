"""The calendar, as a program for calendars reads it."""

import datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest

from course.clinic import Clinic
from course.handout import ics, reminders
from course.handout.reminders import Entry
from course.views.days import Appointment
from tests.desk import context_of
from tests.unit.handout.visits import FULL, TODAY, VISIT, shipped, shortest

Read = dict[str, datetime.date]


def made(clinic: Clinic = FULL, appointment: Appointment = VISIT) -> str:
    entries = reminders.entries(shortest(), context_of(shipped(), clinic), appointment)
    return ics.calendar(entries, "en", appointment.today)


def events(text: str) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors
    return [each for each in calendar.walk("VEVENT") if isinstance(each, icalendar.Event)]


def days(text: str) -> dict[str, datetime.date]:
    return {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events(text)}


def test_the_visit_and_the_day_on_which_something_is_to_be_done() -> None:
    assert days(made()) == {
        "Ask if I stop Advil, Motrin, or Aleve": datetime.date(2026, 12, 4),
        "Your visit at Lakeside Joint and Spine Clinic": datetime.date(2026, 12, 11),
    }


def test_without_days_of_the_clinic_only_the_visit_and_what_to_ask() -> None:
    assert days(made(Clinic())) == {"Your visit": VISIT.on}
    (event,) = events(made(Clinic()))
    assert "ask your clinic how many days before" in str(event["DESCRIPTION"])


def test_a_day_that_is_past_is_no_reminder() -> None:
    soon = Appointment(TODAY + datetime.timedelta(days=3), TODAY)
    assert list(days(made(FULL, soon)).values()) == [soon.on]


@pytest.mark.parametrize(
    ("zone", "on"),
    [
        ("America/New_York", datetime.date(2026, 11, 1)),
        ("America/New_York", datetime.date(2026, 11, 2)),
        ("America/New_York", datetime.date(2027, 3, 14)),
        ("America/New_York", datetime.date(2027, 3, 15)),
        ("America/New_York", datetime.date(2027, 3, 20)),
        ("Europe/Madrid", datetime.date(2027, 3, 29)),
        ("America/Sao_Paulo", datetime.date(2027, 2, 21)),
        ("Pacific/Auckland", datetime.date(2027, 4, 5)),
    ],
)
def test_each_day_stays_the_same_day_when_the_clock_is_changed(
    zone: str, on: datetime.date
) -> None:
    text = made(FULL, Appointment(on, on - datetime.timedelta(days=30)))
    assert sorted(days(text).values()) == [on - datetime.timedelta(days=7), on]
    reminded = set()
    for event in events(text):
        start = datetime.datetime.combine(event.decoded("DTSTART"), datetime.time(), ZoneInfo(zone))
        for alarm in event.walk("VALARM"):
            # Of a phone that counts in hours that pass, not in hours of the clock.
            there = start.astimezone(datetime.UTC) + alarm.decoded("TRIGGER")
            reminded.add(there.astimezone(ZoneInfo(zone)).date())
    before = [datetime.timedelta(days=days) for days in (7, 7, 1)]
    assert reminded == {on - each for each in before}


def test_nothing_in_it_says_who_somebody_is() -> None:
    visit = shortest()
    entries = reminders.entries(visit, context_of(shipped(), FULL), VISIT)
    text = ics.calendar(entries, "en", TODAY)
    assert visit.record.code not in text
    assert "knee" not in text.lower()


def test_lines_are_folded_and_signs_are_kept_as_the_standard_has_it() -> None:
    title = "Ask: aspirin, or not; a\\b " + "ñandú ☎ " * 20
    text = ics.calendar([Entry(TODAY, title.strip(), "One,\ntwo")], "en", TODAY)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("\n") == text.count("\r\n")
    (event,) = events(text)
    assert str(event["SUMMARY"]) == title.strip()
    assert str(event["DESCRIPTION"]) == "One,\ntwo"
