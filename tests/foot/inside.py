"""The course as it runs within foot in these tests: it does what it is told from outside.

`python -m tests.foot.inside MODULES DATA SOCKET`
"""

from __future__ import annotations

import asyncio
import pickle
import sys
import threading
from multiprocessing.connection import Client, Connection
from pathlib import Path
from typing import Any

from course.content.compiled import Library
from course.ui.course_app import CourseApp
from course.ui.stage.measure import cell
from course.ui.stage.sight import PicturesFound
from course.views.context import Context
from tests.desk import navigator_for
from tests.foot.course import Shown, State
from tests.quick import take_quick_presses
from tests.ui.person import rest

STDOUT = 1


class ToldApp(CourseApp):
    """The course, which tells what it shows, and shows what it is told to."""

    def __init__(self, modules: Path, folder: Path, told: Connection) -> None:
        super().__init__(navigator_for(modules, folder))
        self._library = Library(modules, None)
        self._told = told
        self._sees = threading.Event()
        self._contexts: dict[str, Context] = {}

    def on_ready(self) -> None:
        super().on_ready()
        threading.Thread(target=self._listen, daemon=True).start()

    def on_pictures_found(self, message: PicturesFound) -> None:
        super().on_pictures_found(message)
        self._sees.set()

    def _listen(self) -> None:
        """Do one thing after the other, each once the one before is done."""
        while True:
            try:
                what, given = self._told.recv()
            except (EOFError, OSError):
                self.call_from_thread(self.exit)
                return
            if what == "see":
                found: Any = self._sees.wait(given)
            else:
                found = self.call_from_thread(getattr(self, f"told_{what}"), given)
            self._told.send(found)

    async def told_settle(self, _nothing: None) -> State:
        """Wait until every picture is drawn."""
        await rest(self)
        while drawing := [each for each in threading.enumerate() if each.name == "pictures"]:
            for each in drawing:
                await asyncio.get_running_loop().run_in_executor(None, each.join)
            await rest(self)
        width, height = self.stage.size
        return State((width, height), cell(STDOUT) or (0, 0))

    def told_look(self, _nothing: None) -> None:
        """Change the colours."""
        self.next_look()

    def told_where(self, _nothing: None) -> bytes:
        """What is on the screen."""
        state, language = self.stage.state, self.navigator.context.words.language
        return pickle.dumps(Shown(language, self.theme, state.view, state.top, state.held))

    def told_show(self, told: bytes) -> None:
        """Show what was on the screen of another one."""
        shown: Shown = pickle.loads(told)
        self.theme = shown.theme
        context = self._contexts.get(shown.language)
        if context is None:
            edition = self._library.edition(shown.language)
            context = Context(edition, self.navigator.context.clinic)
            self._contexts[shown.language] = context
        self.stage.show(shown.view, context, None)
        self.stage.state.top, self.stage.state.held = shown.top, shown.held
        self.stage.refresh()


def main() -> None:
    take_quick_presses()
    modules, folder, socket = sys.argv[1:]
    ToldApp(Path(modules), Path(folder), Client(socket, "AF_UNIX")).run()


if __name__ == "__main__":
    main()
