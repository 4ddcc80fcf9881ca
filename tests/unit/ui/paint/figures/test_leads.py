"""Labels around a picture: each has a row or a place of its own, and a line to its point."""

from __future__ import annotations

from itertools import pairwise

import pytest

from course.content.kinds.figures import Drawn, Label
from course.ui.paint.figures.leads import Laid, alone, lay_out

CELL = (17, 34)
KNEE = Drawn(900, 560, (50, 0, 650, 560))
STAGES = Drawn(900, 560, (30, 0, 890, 500))


def labels(*named: tuple[int, int, str]) -> list[Label]:
    return [Label(at=(x, y), text=text) for x, y, text in named]


BESIDE = labels((366, 205, "kneecap"), (345, 388, "needle"), (470, 60, "thigh bone"))
BELOW = labels((105, 450, "Frayed"), (330, 450, "The shot"), (776, 455, "May mend?"))


def laid(drawn: Drawn, words: list[Label], columns: int, rows: int) -> Laid:
    found = lay_out("a", drawn, words, CELL, (columns, rows))
    assert found is not None
    assert found.rows <= rows
    return found


def test_words_stand_on_the_side_of_their_points() -> None:
    found = laid(KNEE, BESIDE, 54, 12)
    region = found.placed.region
    for _, column, text in found.words:
        if text == "thigh bone":
            assert column == region.right + 1
        else:
            assert column + len(text) == region.x - 1


def test_a_line_leads_from_the_row_of_a_word_to_its_point() -> None:
    found = laid(KNEE, BESIDE, 54, 12)
    left, top, width, height = found.placed.box
    rows = {text: row for row, _, text in found.words}
    ends = {end: start for start, end in found.placed.leads}
    for label in BESIDE:
        x, y = ends[label.at[0], label.at[1]]
        assert x == (left + width if label.text == "thigh bone" else left)
        assert int((y - top) / height * found.placed.region.height) == rows[label.text]


def test_words_of_one_height_have_rows_of_their_own() -> None:
    close = labels(*((300, 300 + n, f"part {n}") for n in range(5)))
    found = laid(KNEE, close, 54, 12)
    assert len({row for row, *_ in found.words}) == 5
    assert [text for *_, text in sorted(found.words)] == [label.text for label in close]


def test_at_the_edge_words_move_up() -> None:
    low = labels(*((300, 550 + n, f"part {n}") for n in range(4)))
    rows = [row for row, *_ in laid(KNEE, low, 54, 8).words]
    assert rows == [4, 5, 6, 7]


def test_words_whose_points_stand_in_one_row_stand_below_it() -> None:
    found = laid(STAGES, BELOW, 54, 9)
    assert {row for row, *_ in found.words} == {found.placed.region.height}
    columns = [(column, column + len(text)) for _, column, text in found.words]
    assert all(end < start for (_, end), (start, _) in pairwise(columns))
    bottom = found.placed.box[1] + found.placed.box[3]
    assert {start[1] for start, _ in found.placed.leads} == {bottom}
    assert [end for _, end in found.placed.leads] == [label.at for label in BELOW]


@pytest.mark.parametrize("size", [(54, 9), (30, 20), (104, 13), (116, 25)])
@pytest.mark.parametrize("cell", [(17, 34), (10, 20), (8, 19)])
@pytest.mark.parametrize("drawn", [KNEE, STAGES, Drawn(400, 400, (4, 4, 396, 400))])
def test_a_picture_keeps_its_proportion_and_is_all_there(
    drawn: Drawn, cell: tuple[int, int], size: tuple[int, int]
) -> None:
    for found in (alone("a", drawn, cell, size), lay_out("a", drawn, BESIDE, cell, size)):
        if found is None:
            continue
        left, top, width, height = found.placed.box
        region = found.placed.region
        across, down = region.width * cell[0] / width, region.height * cell[1] / height
        assert across == pytest.approx(down, rel=0.01)
        assert left <= drawn.box[0]
        assert top <= drawn.box[1]
        assert left + width >= drawn.box[2]
        assert top + height >= drawn.box[3]
        assert region.right <= size[0]
        assert region.bottom <= size[1]


def test_it_grows_with_its_room() -> None:
    sizes = [alone("a", KNEE, CELL, (54, rows)).placed.region.area for rows in range(5, 20)]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 4 * sizes[0]


@pytest.mark.parametrize(("columns", "rows"), [(30, 12), (54, 1)])
def test_words_without_room_are_not_squeezed_in(columns: int, rows: int) -> None:
    assert lay_out("a", KNEE, BESIDE, CELL, (columns, rows)) is None
    assert lay_out("a", STAGES, BELOW, CELL, (min(columns, 25), rows)) is None
