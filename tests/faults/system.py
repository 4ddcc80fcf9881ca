"""Stands in for the operating system under `progress.files` and fails where it is told to."""

import errno
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from unittest import mock

from filelock import FileLock

from tests.faults.disk import Disk

ERRORS = [errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES]
How = Literal["error", "late error", "short", "cut", "death", "SIGKILL"]
CALLS = {
    "chmod", "close", "fstat", "fsync", "link", "lstat", "mkdir", "open", "read", "replace",
    "scandir", "stat", "unlink", "write",
}  # fmt: skip


class Killed(BaseException):
    """The process died at this call. Whatever it still tries comes to nothing."""


@dataclass(frozen=True)
class Call:
    """A call that was made; `size` is the number of bytes of a write."""

    name: str
    size: int = 0


@dataclass(frozen=True)
class Fault:
    """What goes wrong at the call with this number, after `at` bytes if it is a write."""

    call: int
    how: How
    error: int = 0
    at: int = 0


class System:
    """The calls of one action, with at most one fault among them."""

    def __init__(self, folder: Path, fault: Fault | None = None, hard_links: bool = True) -> None:
        self.calls: list[Call] = []
        self.disk = Disk(folder)
        self._folder = folder
        self._fault = fault
        self._hard_links = hard_links
        self._dead = False

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Use this system for the duration of the block."""
        with (
            mock.patch("progress.files.os", self),
            mock.patch("progress.files.FileLock", self._lock),
        ):
            yield

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._faulty(name, real) if name in CALLS else real

    def _lock(self, *args: Any, **options: Any) -> FileLock:
        made = FileLock(*args, **options)
        made.acquire = self._faulty("lock", made.acquire)  # type: ignore[method-assign] # of this lock alone
        return made

    def _faulty(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            if self._dead:
                if name == "close":
                    real(*args)
                raise Killed
            number = len(self.calls)
            self.calls.append(Call(name, len(args[1]) if name == "write" else 0))
            if self._fault and number == self._fault.call:
                return self._fail(self._fault, name, real, args, options)
            return self._do(name, real, args, options)

        return call

    def _fail(
        self, fault: Fault, name: str, real: Callable[..., Any], args: Any, options: Any
    ) -> Any:
        if name == "write" and fault.at:
            done = self._do(name, real, (args[0], args[1][: fault.at]), options)
            if fault.how == "short":
                return done
        match fault.how:
            case "late error":
                self._do(name, real, args, options)
            case "death":
                self._dead = True
                if name == "close":
                    real(*args)
                raise Killed
            case "SIGKILL":
                os.kill(os.getpid(), signal.SIGKILL)
            case _:
                pass
        if name == "close" and fault.how != "late error":
            real(*args)
        raise OSError(fault.error, os.strerror(fault.error))

    def _do(self, name: str, real: Callable[..., Any], args: Any, options: Any) -> Any:
        if name == "link" and not self._hard_links:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        # The disk is simulated too, so there is no need to wait for the real one.
        result: Any = None if name == "fsync" else real(*args, **options)
        if name == "replace" and args[0].parent != args[1].parent:
            self.disk.crossed(args[0].name, args[1])
            return result
        match name:
            case "open" if args[1] & os.O_CREAT:
                self.disk.created(args[0].name, result)
            case "open" if args[0].parent == self._folder:
                self.disk.opened(args[0].name, result)
            case "write":
                self.disk.written(args[0], bytes(args[1][:result]))
            case "fsync":
                self.disk.synced(args[0])
            case "close":
                self.disk.closed(args[0])
            case "replace":
                self.disk.moved(args[0].name, args[1].name)
            case "link":
                self.disk.linked(args[0].name, args[1].name)
            case "unlink":
                self.disk.removed(args[0].name)
            case _:
                pass
        return result
