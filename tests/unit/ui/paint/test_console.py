"""On the console of Linux: only signs that its fonts have, and everything still told apart."""

from __future__ import annotations

from functools import cache

import pytest
from textual.geometry import Size

from course.ui.paint.brush import FEWER, Brush
from course.ui.paint.sheet import Kit, Sheet
from course.ui.paint.text import marks
from course.ui.styles.themes import NAMED
from tests.paths import MODULES, TEA
from tests.slow import one_now
from tests.unit.ui.paint import views

IN_BOTH = (
    "─│┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬█░■▲▶▼◀♦•←↑→↓∞≈≡≤≥"
    "¡¢£¥§ª«¬°±²·º»¼½¿\u00d7÷ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ"
)
"""Beyond ASCII, what the built-in font of the kernel (code page 437, with what it shows for other
characters) and Debian's fonts for Latin letters both have."""
SIZES = ((60, 22), (80, 24), (112, 31))


@cache
def kits() -> tuple[Kit, Kit]:
    """As a console draws, on the shipped course and on a small one."""
    shipped, tea = (
        Kit(views.context(modules).edition, NAMED, fewer_signs=True) for modules in (MODULES, TEA)
    )
    return shipped, tea


@pytest.mark.parametrize("size", one_now(SIZES))
def test_every_sign_is_one_that_the_fonts_of_a_console_have(size: tuple[int, int]) -> None:
    lacking = set()
    for modules, kit in zip((MODULES, TEA), kits(), strict=True):
        for name, view in (*views.every(modules), *views.of_kiosk()):
            sheet = Sheet(view, Size(*size), kit)
            held = [slot.press for slot in sheet.slots(0)]
            for top, press in ((0, None), (0, held[0] if held else None), (sheet.last, None)):
                said = "".join(row.text for row in sheet.rows(top, press))
                lacking |= {(name, each) for each in said if not each.isascii()} - {
                    (name, each) for each in IN_BOTH
                }
    assert not lacking


def test_each_sign_has_one_of_its_own_width_in_its_place() -> None:
    assert all(len(chr(there)) == 1 for there in FEWER.values())
    assert {chr(there) for there in FEWER.values()} <= {*IN_BOTH, *map(chr, range(32, 127))}


@pytest.mark.parametrize(("one", "other"), ["✓□", "●○", "▄▁", "▀ "])
def test_what_is_told_apart_by_a_sign_is_so_on_a_console(one: str, other: str) -> None:
    brush = Brush(NAMED, fewer_signs=True)
    assert brush.cells(one).text != brush.cells(other).text


def test_the_number_of_a_source_never_runs_into_the_one_before_it() -> None:
    assert marks(["a", "b"]) == {"a": "¹", "b": "²"}
    assert marks(["a", "b"], fewer_signs=True) == {"a": " [1]", "b": " [2]"}
    cited = [(n, v) for n, v in views.every(MODULES) if v.cites and v.layout == "page"]
    name, view = cited[0]
    said = "\n".join(row.text for row in Sheet(view, Size(80, 24), kits()[0]).rows(0, None))
    assert "[1]" in said, name
