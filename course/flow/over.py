"""What opens over the place where a person is, by what they press there."""

from __future__ import annotations

from collections.abc import Callable

from course.flow.around import CodeShown, Help, Reading
from course.flow.lesson import Way
from course.flow.place import Place
from course.flow.take_home import Staff, TakeHome
from course.views.model import View
from course.views.press import Spot


def _phone() -> Place:
    # None of these is on the way to the first screen.
    from course.flow.on_phone import Phone

    return Phone()


def _visit_day() -> Place:
    from course.flow.visit_day import VisitDay

    return VisitDay()


def _questions() -> Place:
    from course.flow.asking import Questions

    return Questions()


OVER: dict[Spot, Callable[[Place, View], Place]] = {
    Spot.STOP: lambda _place, _view: CodeShown(leaving=True, asked=True),
    Spot.WAY: lambda _place, _view: Way(),
    Spot.HELP: lambda place, _view: Help(place),
    Spot.SOURCES: lambda _place, view: Reading(Spot.SOURCES, view.cites),
    Spot.TAKE: lambda _place, _view: TakeHome(),
    Spot.SHARE: lambda _place, _view: Staff(),
    Spot.PHONE: lambda _place, _view: _phone(),
    Spot.DAY: lambda _place, _view: _visit_day(),
    Spot.QUESTIONS: lambda _place, _view: _questions(),
    Spot.ABOUT: lambda _place, _view: Reading(Spot.ABOUT),
    Spot.GLOSSARY: lambda _place, _view: Reading(Spot.GLOSSARY),
}
"""What opens over any place that offers it in its view; Back leads from it to that place."""
