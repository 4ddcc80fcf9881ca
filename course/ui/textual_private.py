"""The one place that uses names which Textual keeps to itself, each with the reason why."""

from __future__ import annotations

from abc import abstractmethod

from textual._xterm_parser import XTermParser
from textual.app import App


class CellParser(XTermParser):
    """Makes messages of what a terminal sends. Textual has no public way to do that.

    Clicks are always in cells: a typed report of a size would move every later click.
    """

    def __init__(self) -> None:
        # Debugging would write every key to a file.
        super().__init__(debug=False)

    @property
    def mouse_pixels(self) -> bool:
        """Whether clicks are in pixels, which they never are."""
        return False

    @mouse_pixels.setter
    def mouse_pixels(self, _on: bool) -> None:
        pass

    @property
    def is_open(self) -> bool:
        """Whether what came last may be a key already, or the start of a longer one."""
        return self._timeout_time is not None


class QuietApp(App[None]):
    """An app that tells of a fault of its own without the values of the program.

    Textual would print them, and with them what a person chose; it has no public way to say less.
    """

    @abstractmethod
    def faulted(self, error: Exception) -> tuple[int, str]:
        """The exit status after an error that nothing handled, and what is said of it."""

    def _handle_exception(self, error: Exception) -> None:
        self._return_code, said = self.faulted(error)
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._exit_renderables.append(said)
        self._close_messages_no_wait()
