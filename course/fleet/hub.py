"""One connection to the hub: NATS JetStream, and nothing of visits.

A bucket is a stream `KV_<bucket>` with the last message of each key, as every NATS tool knows it.
No connection is mended: whoever lost one makes a new one, and learns anew what is there.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import nats
import nats.errors
import nats.js.errors
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy, KeyValueConfig, StorageType

from course.fleet.settings import Fleet

PATIENCE = 2.0
"""Seconds for an answer of the hub."""
LOST_AFTER = 2.0
"""Seconds between two signs of life; after two that are missing the hub is away."""
STALLED = 60.0
"""Seconds after which a hub that tells no more of what it has counts as away."""
AT_ONCE = 500
"""Messages on their way to who follows a bucket."""
_EXPECTED = "Nats-Expected-Last-Subject-Sequence"
_OPERATION, _DELETED = "KV-Operation", "DEL"
_SOMEBODY_WAS_SOONER = (10071, 10164)
T = TypeVar("T")


class HubAwayError(Exception):
    """The hub does not answer, or refuses: nothing is lost, and it is tried again."""


class Entry(NamedTuple):
    """What a bucket has under a key."""

    key: str
    value: bytes | None
    """None where it was removed, or was not asked for."""
    revision: int
    """0 where there never was any."""
    is_removed: bool = False


class Hub:
    """An open connection. Everything raises HubAwayError where the hub does not answer."""

    def __init__(self, client: Client) -> None:
        """For `connect`."""
        self._client = client
        self._stream: JetStreamContext = client.jetstream(timeout=PATIENCE)

    @property
    def is_open(self) -> bool:
        """Whether it has not been lost yet."""
        return bool(self._client.is_connected)

    async def close(self) -> None:
        """Returns within PATIENCE. Raises nothing."""
        # What was to be sent still cannot be, where the connection was cut or the hub stands still.
        with suppress(OSError, nats.errors.Error, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._client.close()

    async def get(self, bucket: str, key: str, patience: float = PATIENCE) -> Entry:
        """What the bucket has under the key now."""

        async def ask() -> Entry:
            try:
                found = await self._stream.get_msg(f"KV_{bucket}", subject=_subject(bucket, key))
            except nats.js.errors.NotFoundError:
                return Entry(key, None, 0)
            is_removed = bool(found.headers and _OPERATION in found.headers)
            value = None if is_removed else found.data or b""
            return Entry(key, value, found.seq or 0, is_removed)

        return await _in_time(ask(), patience)

    async def put_after(self, bucket: str, key: str, value: bytes, revision: int) -> int | None:
        """Put a value in the place of a revision; its own revision, or None if it is another's
        place by now."""
        return await self._publish(bucket, key, value, {_EXPECTED: str(revision)})

    async def put(self, bucket: str, key: str, value: bytes) -> None:
        """Put a value, whatever was there."""
        await self._publish(bucket, key, value, None)

    async def remove_after(self, bucket: str, key: str, revision: int) -> bool:
        """Remove what is there, if it is still this revision; whether it was."""
        headers = {_EXPECTED: str(revision), _OPERATION: _DELETED}
        return await self._publish(bucket, key, b"", headers) is not None

    async def follow(
        self, bucket: str, heard: Callable[[Entry], None], *, values: bool = True
    ) -> None:
        """Hear of everything in a bucket; returns when all that was there is told.

        What comes later is told as it comes, for as long as the connection is open.
        """
        caught_up = asyncio.Event()
        heard_at = time.monotonic()

        async def tell(message: Msg) -> None:
            nonlocal heard_at
            heard_at = time.monotonic()
            known = message.metadata
            key = message.subject[len(_subject(bucket, "")) :]
            is_removed = _OPERATION in (message.headers or {})
            value = message.data if values and not is_removed else None
            heard(Entry(key, value, known.sequence.stream, is_removed))
            await message.ack()
            if known.num_pending == 0:
                caught_up.set()

        async def begin() -> JetStreamContext.PushSubscription:
            following = await self._stream.subscribe(
                _subject(bucket, ">"),
                stream=f"KV_{bucket}",
                cb=tell,
                manual_ack=True,
                config=ConsumerConfig(
                    # The hub sends no more than can be heard: signs of life come in between.
                    ack_policy=AckPolicy.EXPLICIT,
                    max_ack_pending=AT_ONCE,
                    deliver_policy=DeliverPolicy.ALL,
                    headers_only=not values,
                    mem_storage=True,
                ),
            )
            if (await following.consumer_info()).num_pending == 0:
                # All of it is on its way already, if there was any.
                state = (await self._stream.stream_info(f"KV_{bucket}")).state
                if state.messages == 0:
                    caught_up.set()
            return following

        following = await _in_time(begin(), PATIENCE * 5)
        while not caught_up.is_set():
            if not self.is_open or time.monotonic() - heard_at > STALLED:
                raise HubAwayError
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await caught_up.wait()
                continue
            # The last that it had may have been removed before it was told. A hub that has no time
            # to say so is not left: whoever came back would have it tell all from the beginning.
            with suppress(HubAwayError):
                state = await _in_time(following.consumer_info(), PATIENCE)
                if not state.num_pending and not state.num_ack_pending:
                    caught_up.set()

    async def ask(self, subject: str, content: bytes) -> bytes:
        """Ask the hub something in its own language."""

        async def request() -> bytes:
            return (await self._client.request(subject, content, timeout=PATIENCE)).data

        return await _in_time(request(), PATIENCE)

    async def make_bucket(self, bucket: str, keep_days: int, most_bytes: int) -> None:
        """Make a bucket, or let an old one be as it is."""
        config = KeyValueConfig(
            bucket=bucket,
            history=1,
            ttl=keep_days * 86_400.0,
            max_bytes=most_bytes,
            storage=StorageType.FILE,
        )

        async def make() -> None:
            await self._stream.create_key_value(config=config)

        await _in_time(make(), PATIENCE * 5)

    async def _publish(
        self, bucket: str, key: str, value: bytes, headers: dict[str, str] | None
    ) -> int | None:
        async def send() -> int | None:
            try:
                told = await self._stream.publish(_subject(bucket, key), value, headers=headers)
            except nats.js.errors.APIError as error:
                if error.err_code in _SOMEBODY_WAS_SOONER:
                    return None
                raise
            return told.seq

        return await _in_time(send(), PATIENCE)


async def connect(fleet: Fleet, data: Path) -> Hub:
    """Raises HubAwayError, with the reason, if the hub cannot be reached or lets nobody in."""
    client = Client()
    hub = Hub(client)
    secure: _Noting | None = None
    try:
        if fleet.hub.startswith("tls:"):
            secure = _Noting(ssl.PROTOCOL_TLS_CLIENT)
            if fleet.ca:
                secure.load_verify_locations(data / fleet.ca)
            else:
                secure.load_default_certs()
        opening = client.connect(
            fleet.hub,
            name=fleet.kiosk,
            inbox_prefix=f"_INBOX.{fleet.kiosk}".encode(),
            nkeys_seed_str=fleet.user_seed,
            tls=secure,
            allow_reconnect=False,
            connect_timeout=int(PATIENCE),
            ping_interval=int(LOST_AFTER),
            max_outstanding_pings=2,
            error_cb=_nothing,
        )
        await _in_time(opening, PATIENCE * 2)
    except (OSError, ValueError) as error:
        await hub.close()
        raise HubAwayError(type(error).__name__) from error
    except (HubAwayError, asyncio.CancelledError):
        # nats-py leaves open what it could not go on with.
        await hub.close()
        raise
    if secure and not secure.was_used:
        # nats-py goes on in the clear where a hub, or whoever is in between, asks for no TLS.
        await hub.close()
        raise HubAwayError("it speaks no TLS")
    return hub


class _Noting(ssl.SSLContext):
    """Knows whether it was used."""

    was_used = False

    def wrap_bio(self, *given: Any, **named: Any) -> ssl.SSLObject:
        self.was_used = True
        return super().wrap_bio(*given, **named)


async def _nothing(_error: Exception) -> None:
    """What went wrong is told to whoever asked for it."""


async def _in_time(what: Awaitable[T], patience: float) -> T:
    """What the hub gives. Raises HubAwayError; CancelledError whenever its task was cancelled."""
    try:
        async with asyncio.timeout(patience):
            found = await what
    except (nats.errors.Error, OSError, TimeoutError, asyncio.CancelledError) as error:
        if _is_cancelled():
            raise asyncio.CancelledError from error
        raise HubAwayError(type(error).__name__) from error
    # asyncio.wait_for, by which nats-py waits, loses a cancellation that comes with its result.
    if _is_cancelled():
        raise asyncio.CancelledError
    return found


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _subject(bucket: str, key: str) -> str:
    return f"$KV.{bucket}.{key}"
