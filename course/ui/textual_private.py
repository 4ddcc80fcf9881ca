"""The one place that uses names which Textual keeps to itself, each with the reason why."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread
from textual.message import Message
from textual.timer import Timer, TimerCallback


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


class PunctualApp(App[None]):
    """An app whose timers for once all go off, however late the machine starts them.

    Textual lets each tick go by whose time is over when the timer begins; of a timer for once that
    is the only one. What a person presses would then never be settled, nor a new size be shown.
    """

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        timer._skip = False
        return timer


class QuietApp(PunctualApp):
    """An app that tells of a fault of its own without the values of the program.

    Textual would print them, and with them what a person chose; it has no public way to say less.
    """

    @abstractmethod
    def faulted(self, error: Exception) -> tuple[int, str]:
        """The exit status after an error that nothing handled, and what is said of it, if any."""

    def _handle_exception(self, error: Exception) -> None:
        self._return_code, said = self.faulted(error)
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        if said:
            self._exit_renderables.append(said)
        self._close_messages_no_wait()


class SilentApp(App[None]):
    """An app that says nothing to whoever sees its terminal, not even when it has ended.

    Textual has no public way to do without either of these.
    """

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    def _set_pointer_shape(self, shape: str) -> None:
        """A bare terminal would print the sequence for it."""


class BareDriver(Driver):
    """What stands before the driver of a terminal, and lets it ask for cells, keys and clicks only,
    and once whether the terminal shows pictures: whoever types an answer gets a picture at most.

    Each of these is decided inside of Textual's driver, and none by an argument.
    """

    _writer_thread: WriterThread | None

    @abstractmethod
    def terminal_size(self) -> tuple[int, int]:
        """The columns and rows of the terminal."""

    def hand_over(self, message: Message) -> Future[bool]:
        """Send a message to the app, from another thread; done once it waits there for its turn.

        The public way does not tell when that is, and a flood could not be seen coming.
        """
        sent = self._app._post_message(message)
        return asyncio.run_coroutine_threadsafe(sent, loop=self._loop)

    def drop_frames(self) -> None:
        """Forget what waits to be drawn. Raises nothing; may be called from any thread."""
        if self._writer_thread is not None:
            with suppress(Empty):
                while True:
                    self._writer_thread._queue.get_nowait()

    def _get_terminal_size(self) -> tuple[int, int]:
        return self.terminal_size()

    def _enable_bracketed_paste(self) -> None:
        """There is nothing to paste into."""

    def _query_in_band_window_resize(self) -> None:
        """The size comes from the kernel: whoever types could send another one."""
