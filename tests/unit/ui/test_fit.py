"""What does not fit a small screen is what needs More there, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Size

from course.content import loader
from course.content.checks.fit import SIZES, TooHigh
from course.content.model import Course
from course.ui.fit import too_high
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.model import Drawing, View
from tests.paths import MODULES, TEA
from tests.slow import one_now
from tests.unit.ui.paint import views

LESSONS = ("page", "map", "question", "feedback", "result", "finish")


def lessons(modules: Path) -> list[tuple[str, View]]:
    """The views that authors answer for, found in another way than by pressing."""
    rounds = ("before ", "after ")
    return [
        (name, view)
        for name, view in views.every(modules)
        if view.layout in LESSONS and view.help and not name.startswith(rounds)
    ]


def item(name: str, course: Course) -> str:
    """The page, question or result that a view is of, or the finish, by the name of the view."""
    name, _, state = name.partition(", ")
    module, _, rest = name.partition("/")
    if " shows its page" in rest:
        question = course.module(module).question(rest.partition(" ")[0])
        return f"{module}/{question.page}"
    return f"{module}/result" if state == "known" else name


def named(found: TooHigh, course: Course) -> str:
    """The same of what is found."""
    match found.path:
        case ("pages", int(index), *_):
            return f"{found.module}/{course.module(found.module).pages[index].id}"
        case ("questions", int(index), *_):
            return f"{found.module}/{course.module(found.module).questions[index].id}"
        case _:
            return f"{found.module}/result" if found.module else "finish"


@pytest.mark.parametrize("modules", one_now([TEA, MODULES]), ids=["tea", "shipped"])
def test_whatever_needs_more_is_told_and_nothing_else(modules: Path) -> None:
    course = loader.load(modules)
    kit = Kit(views.context(modules).edition, LIGHT)
    needs_more = {
        item(name, course)
        for name, view in lessons(modules)
        if any(Sheet(view, Size(*size), kit).last for size in SIZES)
    }
    found = {named(each, course) for each in too_high(course)}
    assert needs_more <= found
    # Those views are of one clinic, and of nobody who missed everything.
    pages = {f"{module.id}/{page.id}": page for module in course.modules for page in module.pages}
    others = [pages[name] for name in found - needs_more - {"finish"}]
    assert all(page.clinic or page.checklist for page in others)


@pytest.mark.parametrize("modules", [MODULES, TEA], ids=["shipped", "tea"])
def test_what_fits_a_small_screen_without_a_figure_fits_a_larger_one(modules: Path) -> None:
    kit = Kit(views.context(modules).edition, LIGHT)
    for name, view in lessons(modules):
        over = [Sheet(view, Size(*size), kit).over for size in SIZES]
        if not over[0] and not any(isinstance(block, Drawing) for block in view.blocks):
            assert not any(over), name
