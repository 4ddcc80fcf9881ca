"""From another thread to the screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from textual.message import Message
from textual.message_pump import MessagePump


def telling(whom: MessagePump, of: type[Message]) -> Callable[[], None]:
    """Tells that something has happened; it may be called from any thread, and after the end."""

    def tell() -> None:
        with suppress(RuntimeError):
            whom.post_message(of())

    return tell
