"""The yardstick: a bare Textual app that updates one Static, in a box of fixed size.

`python bench/bare.py FILE`: the file has texts with a form feed between them. The first is shown at
the start, and each key shows the next one.
"""

import sys
from itertools import cycle
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Static

TEXTS = cycle(Path(sys.argv[1]).read_text(encoding="utf-8").split("\f"))


class Bare(App[None]):
    """Nothing could do less."""

    CSS = "Static { height: 1fr; }"

    def compose(self) -> ComposeResult:
        yield Static(next(TEXTS), markup=False)

    def on_key(self) -> None:
        # Without the layout of a box that stays as it is, which would cost a second frame.
        self.query_one(Static).update(next(TEXTS), layout=False)


Bare().run()
