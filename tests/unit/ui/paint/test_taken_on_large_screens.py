"""What goes home on a large screen: on panels in both halves of it, and all of it in sight."""

import pytest
from textual.geometry import Size

from course.handout.screen import views
from course.handout.slip import slip
from course.ui.paint.layouts.parts import has_parts
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.model import Heading, View
from tests.desk import context_of
from tests.unit.handout.visits import FULL, VISIT, longest, shipped, taken

CONTEXT = context_of(shipped(), FULL)
KIT = Kit(CONTEXT.edition, LIGHT)
SIZES = (Size(112, 31), Size(160, 50))


def with_parts() -> list[View]:
    pages = taken(longest("knee"), FULL, VISIT), slip(longest("back"), CONTEXT)
    return [view for page in pages for view in views(page, CONTEXT) if has_parts(view)]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_of_it_is_out_of_sight(size: Size) -> None:
    found = with_parts()
    assert len(found) > 4
    assert [Sheet(view, size, KIT).over for view in found] == [0] * len(found)


@pytest.mark.parametrize("size", SIZES)
def test_several_parts_stand_beside_each_other(size: Size) -> None:
    several = [v for v in with_parts() if sum(isinstance(b, Heading) for b in v.blocks) > 1]
    assert several
    for view in several:
        sheet = Sheet(view, size, KIT)
        window = sheet.window
        rows = [strip.text for strip in sheet.rows(0, None)[window.y : window.bottom]]
        assert any(row[: size.width // 2].strip() for row in rows)
        assert any(row[size.width // 2 + 2 :].strip() for row in rows)
