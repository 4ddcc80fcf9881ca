"""The day of a person's visit, found by its week and then by its day: nothing is typed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from course.views.days import day
from course.views.model import Card, Plain, View
from course.views.press import Go, Pick, Spot

if TYPE_CHECKING:
    from course.views.context import Context

WEEKS, PAGES = 4, 6
"""Weeks on a view, and such views: nearly half a year."""
WEEK = timedelta(days=7)


def weeks_view(at: int, chosen: date | None, context: Context, today: date) -> View:
    """So many weeks, the first of all being that of today; `chosen` is the day of now."""
    words = context.words
    monday = today - timedelta(days=today.weekday()) + at * WEEKS * WEEK
    cards = [_week(monday + number * WEEK, context, today) for number in range(WEEKS)]
    if chosen:
        cards.append(Card(Go(Spot.CLEAR), words("visit_day.none")))
    if at + 1 < PAGES:
        cards.append(Card(Go(Spot.NEXT), words("visit_day.later")))
    said = words("visit_day.chosen", on=day(chosen, words)) if chosen else words("visit_day.what")
    return View(
        layout="list",
        section=words("button.take"),
        title=words("visit_day.week"),
        blocks=(Plain(said),),
        cards=tuple(cards),
        card_first=True,
        help="visit_day",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def days_view(monday: date, context: Context, today: date) -> View:
    """The days of a week that are still to come."""
    words = context.words
    days = [monday + timedelta(days=number) for number in range(7)]
    return View(
        layout="list",
        section=words("button.take"),
        title=words("visit_day.day"),
        cards=tuple(Card(Pick(str(on)), day(on, words)) for on in days if on >= today),
        short_cards=True,
        help="visit_day",
        tools=context.tools(),
        back=context.button(Spot.BACK),
    )


def _week(monday: date, context: Context, today: date) -> Card:
    words = context.words
    start = max(monday, today)
    span = _span(start, monday + timedelta(days=6), context)
    named = {0: words("visit_day.this"), 1: words("visit_day.next")}
    text = named.get((monday - today + timedelta(days=6)).days // 7, "")
    return Card(Pick(str(monday)), text or span, status=span if text else "")


def _span(start: date, end: date, context: Context) -> str:
    """From a day to another one, the month once where it is the same."""
    last = str(end.day) if end.month == start.month else _short(end, context)
    return context.words("visit_day.span", start=_short(start, context), end=last)


def _short(on: date, context: Context) -> str:
    """A day without its weekday, such as "December 11"."""
    words = context.words
    return words("calendar.short", month=words(f"calendar.month.{on.month}"), day=on.day)
