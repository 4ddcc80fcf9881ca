"""Draws the moving picture of the README, `docs/pictures/visit.gif`: `make pictures`.

Somebody sits down and goes through a small part of the course, as a large kiosk shows it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from make_pictures import HIGH, PICTURES, WIDE, drawn, hang
from PIL import Image
from textual.geometry import Size

from course.flow.navigator import Navigator
from course.ui.paint.sheet import Kit, Sheet
from course.ui.styles.themes import LIGHT
from course.views.model import View
from course.views.press import Press
from tests.desk import navigator_for
from tests.paths import MODULES

SIZE = Size(112, 31)
READ, PRESSED = 2600, 600
"""Milliseconds for which a view is shown, and for which what is pressed on it is pointed out."""
LARGEST = 2_000_000
"""Bytes."""
COLORS = 255
WAY = (
    *("When do I call", "Next", "Next", "Knee", "Next", "Next", "Next", "Next", "Next", "Next"),
    *("Next", "Going home", "Next", "Next", "Next", "Rest at home"),
)
"""What is pressed, by the first words on it."""


def pressed(view: View, label: str) -> Press:
    """What is pressed by what says so. Raises LookupError if nothing does."""
    cards = [(card.text, card.press) for card in view.cards]
    buttons = [(each.label, each.press) for each in (view.next, view.back, *view.tools) if each]
    for text, press in (*cards, *buttons):
        if text.startswith(label):
            return press
    raise LookupError(f"nothing on {view.title!r} says {label!r}")


def visit(navigator: Navigator) -> Iterator[tuple[View, Press | None]]:
    """Each view, first as it comes and then with what is pressed next pointed out."""
    for label in WAY:
        view = navigator.view()
        press = pressed(view, label)
        yield view, None
        yield view, press
        navigator.press(press)
    yield navigator.view(), None


def frames(navigator: Navigator) -> Iterator[tuple[Image.Image, int]]:
    """Each frame, and how long it is shown."""
    edition = navigator.context.edition
    kit = Kit(edition, LIGHT, cell=(WIDE, HIGH))
    for view, press in visit(navigator):
        sheet = Sheet(view, SIZE, kit)
        held = press or sheet.first_held(0)
        image = drawn(sheet.rows(0, held))
        hang(image, sheet.pictures(0, held), edition, LIGHT)
        yield image, PRESSED if press else READ


def main() -> None:
    """Draw it, or say that it is too large."""
    with TemporaryDirectory() as folder:
        found = [*frames(navigator_for(MODULES, Path(folder)))]
    images = [image.quantize(COLORS, dither=Image.Dither.NONE) for image, _ in found]
    path = PICTURES / "visit.gif"
    images[0].save(
        path,
        save_all=True,
        append_images=images[1:],
        duration=[time for _, time in found],
        loop=0,
        optimize=True,
    )
    size = path.stat().st_size
    print(f"{size // 1024:5} KB  {path}")
    if size > LARGEST:
        sys.exit(f"{path} has more than {LARGEST} bytes.")


if __name__ == "__main__":
    main()
