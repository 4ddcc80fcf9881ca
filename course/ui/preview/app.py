"""The page that is being written, and beside it what is to be mended in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from textual import events
from textual.message import Message
from textual.screen import Screen

from course.clinic import Clinic
from course.content.drafting.bench import FAULT, UNDO, Bench, Checked, Focus, Opened
from course.errors import Problem, place_of
from course.ui.paint.sheet import Kit, Sheet
from course.ui.preview import bars
from course.ui.preview.notes import Notes, Plain
from course.ui.preview.places import SIZES, next_size, places
from course.ui.preview.reader import Reader
from course.ui.preview.screen import STYLE, PreviewScreen
from course.ui.stage.looks import has_few_colors
from course.ui.stage.stage import Stage
from course.ui.styles.themes import NAMED, THEMES
from course.ui.textual_private import QuietApp
from course.views.press import Press

TOLD = ("f", "a", "r", "g", "p")
"""The keys that ask for something to be told of the page: findings first."""
STEP = {"n": 1, "b": -1}
"""The keys that turn to the next page, and the one before."""
SCROLL = {"d": 4, "u": -4}
"""The keys that scroll what is told, and by how many rows."""
ENDED = 70
"""The exit status after a fault of the program itself."""
WAITING = "The page shows here once the course opens."
MakeBench = Callable[[Callable[[Opened | Checked], object]], Bench]


class Told(Message):
    """Something came from the bench."""

    def __init__(self, what: Opened | Checked) -> None:
        super().__init__()
        self.what = what


class PreviewApp(QuietApp):
    """Shows what the bench tells. Whatever a save holds, the page of before stays until another
    one can be drawn."""

    ENABLE_COMMAND_PALETTE = False
    CSS = STYLE

    def __init__(self, folder: Path, clinic: Clinic, plain: Plain, make_bench: MakeBench) -> None:
        """`make_bench` is given whom to tell."""
        super().__init__()
        self._folder, self._clinic, self._plain = folder, clinic, plain
        self.bench = make_bench(self._tell)
        self._looks = [each.name for each in (*THEMES, NAMED)]
        for theme in (*THEMES, NAMED):
            self.register_theme(theme)
        self.theme = NAMED.name if has_few_colors(os.environ) else self._looks[0]
        self.title = f"prolo preview {folder}"
        self.reader: Reader | None = None
        self.stage: Stage | None = None
        self.page_size = SIZES[0]
        self.asked = TOLD[0]
        """What is told of the page, by its key."""
        self._is_long = False
        self.notes = Notes()
        self.shell = PreviewScreen(WAITING)

    def get_default_screen(self) -> Screen[None]:
        return self.shell

    def get_theme_variable_defaults(self) -> dict[str, str]:
        # Textual's own styles ask a theme of named colours for these two.
        return {"ansi-background": "ansi_black", "ansi-foreground": "ansi_bright_white"}

    def faulted(self, error: Exception) -> tuple[int, str]:
        return (
            ENDED,
            f"The preview has to end ({place_of(error)}). Your files are as you saved them.",
        )

    def on_ready(self) -> None:
        self.bench.start()
        self._lay_out()

    def on_unmount(self) -> None:
        self.bench.end()

    def on_resize(self) -> None:
        self._lay_out()

    # What the bench tells

    def _tell(self, what: Opened | Checked) -> None:
        """From another thread, perhaps when the app has ended."""
        with suppress(RuntimeError):
            self.post_message(Told(what))

    def on_told(self, message: Told) -> None:
        what = message.what
        self.notes.take(what)
        if isinstance(what, Opened):
            self._try(lambda: self._take(what))
        self._tell_of_page(anew=isinstance(what, Opened))

    def _take(self, opened: Opened) -> None:
        """Show what was opened, or what cannot be opened as it was before."""
        to = opened.changed
        if opened.course is None:
            reader = self.reader
            is_known = reader and to and to.item and to.language == reader.course.language
            if reader and to and is_known and reader.focus != to:
                reader.go(to)
                self._show(reader)
        elif self.reader is None:
            self._show(Reader(opened.course, self._folder, self._clinic, self.bench.focus))
        else:
            self._show(self.reader.renewed(opened.course, to))

    def _try(self, act: Callable[[], object]) -> None:
        """Do something with what an author wrote; what nobody foresaw in it is told as a fault."""
        try:
            act()
        except Exception as error:
            what = FAULT.format(where=place_of(error))
            self.notes.keeping = (Problem(self.bench.focus.file, 1, 1, what, UNDO),)

    # What is shown

    def _show(self, reader: Reader, press: Press | None = None) -> None:
        """Show where somebody is. Raises before anything is changed if that cannot be drawn."""
        view, context = reader.navigator.view(), reader.navigator.context
        Sheet(view, self.page_size, Kit(context.edition, self.current_theme)).rows(0, None)
        self.reader = reader
        if self.stage is None:
            self.stage = Stage(view, context, self._pressed)
            self.shell.show_stage(self.stage)
            self._lay_out()
        else:
            self.stage.show(view, context, press)
            self.stage.forget()
        self.bench.focus = reader.focus

    def _pressed(self, press: Press) -> None:
        """Follow what was pressed on the page."""
        if self.reader is not None:
            reader = self.reader
            self._try(lambda: self._after(reader, press))
            self._tell_of_page(anew=True)

    def _after(self, reader: Reader, press: Press) -> None:
        reader.press(press)
        self._show(reader, press)

    def _lay_out(self) -> None:
        at = places(self.size, self.page_size, is_long=self._is_long)
        self.shell.place(self.size, at.page, at.told)
        self._tell_of_page()

    def _tell_of_page(self, *, anew: bool = False) -> None:
        """Tell what is asked for, and what is on show."""
        self._try(
            lambda: self.shell.panel.tell(
                self.notes.lines(self.asked, self.reader, self.bench.focus.file, self._plain),
                anew=anew,
            )
        )
        focus = self.reader.focus if self.reader else self.bench.focus
        item = f"{focus.file} {focus.item}".strip()
        look = self.theme.removeprefix("course-")
        problems = self.notes.problems
        counted = bars.Counted.of(problems) if problems is not None else None
        is_shown = not self.notes.keeping
        line = bars.state(
            item,
            self.page_size,
            look,
            self.notes.saved_at,
            counted,
            is_shown=is_shown,
            room=self.size.width - bars.PADDING,
        )
        self.shell.state.update(line)
        self.shell.keys.update(bars.keys(self.asked, self.size.width))

    # What an author does

    def on_key(self, event: events.Key) -> None:
        key = event.key
        if key in TOLD:
            self._ask(key)
        elif key in SCROLL:
            self.shell.panel.scroll_relative(y=SCROLL[key], animate=False)
        elif key in STEP:
            self._try(lambda: self._turn(STEP[key]))
            self._tell_of_page(anew=True)
        elif key == "s":
            self.page_size = next_size(self.size, self.page_size)
            self._lay_out()
        elif key == "t":
            self.theme = bars.next_of(self._looks, self.theme)
            self._tell_of_page()
        elif key == "l":
            self._next_language()
        elif key == "q":
            self.exit()
        elif self.stage is not None and self.stage.display:
            self.stage.key(event)

    def _ask(self, key: str) -> None:
        """Tell something of the page; the same key once more gives it all the room, and back."""
        is_again = key == self.asked
        self.asked = key
        at = places(self.size, self.page_size, is_long=True)
        self._is_long = at.page is None and not (is_again and self._is_long)
        if key == TOLD[0] and not is_again:
            self._is_long = False
        self._lay_out()
        self._tell_of_page(anew=True)

    def _turn(self, way: int) -> None:
        if self.reader is not None:
            self.reader.step(way)
            self._show(self.reader)

    def _next_language(self) -> None:
        if self.reader is not None:
            focus = self.bench.focus
            languages = self.reader.course.languages
            language = bars.next_of(languages, focus.language)
            self.bench.look_again(Focus(language, focus.module, focus.item))
