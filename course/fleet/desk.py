"""The other side of `door`: what a kiosk asks, answered within a second."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import msgspec

from course.fleet.door import MOST, NAME, PATIENCE, Question, Reply, address
from progress import codes

Answering = Callable[[str, str], Awaitable[str]]


@asynccontextmanager
async def open_desk(folder: Path, answer: Answering) -> AsyncIterator[None]:
    """Answer whoever asks, for as long as the block runs. Raises OSError if there can be no door.

    `answer` is given what is asked, and a code.
    """

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                line = await reader.readline()
            asked = msgspec.json.decode(line, type=Question)
            if codes.is_code(asked.code):
                say = await answer(asked.ask, asked.code)
                writer.write(msgspec.json.encode(Reply(say)) + b"\n")
                await writer.drain()
        except (OSError, TimeoutError, msgspec.MsgspecError, ValueError):
            pass  # whoever asked has gone, or asked nothing that is known
        finally:
            writer.close()

    (folder / NAME).unlink(missing_ok=True)
    before = os.umask(0o077)
    try:
        with address(folder) as path:
            server = await asyncio.start_unix_server(serve, path, limit=MOST)
    finally:
        os.umask(before)
    try:
        yield
    finally:
        server.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE * 2):
                await server.wait_closed()
        with suppress(OSError):
            (folder / NAME).unlink()
