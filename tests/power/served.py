"""Serves a disk and writes down what is done to it; root alone may, where there is /dev/fuse.

    python -m tests.power.served IMAGE RECORD FOLDER

mounts a folder with two files: `disk` is the image, and what is written to `said` is put into the
record between what was done to the disk. Both go past the cache of the kernel. It says "ready",
and ends when the folder is unmounted.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

from tests.power.record import FLUSH, SAID, WRITE, Recorder

_IN = struct.Struct("<IIQQIIIHH")
_OUT = struct.Struct("<IiQ")
_ATTR = struct.Struct("<6Q10I")
_PIECE = struct.Struct("<QQI")
_LARGEST = 128 * 1024
_FOLDER, _DISK, _SAID = 1, 2, 3
_NAMES = {b"disk": _DISK, b"said": _SAID}
_FOREVER = 1 << 30
_PAST_THE_CACHE = 1


class Disk:
    """The two files, as /dev/fuse of the kernel asks for them."""

    def __init__(self, image: Path, record: Recorder) -> None:
        self._image = os.open(image, os.O_RDWR)
        self._size = image.stat().st_size
        self._record = record
        self._calls: dict[int, Callable[[int, bytes], bytes]] = {
            1: self._lookup,
            3: self._getattr,
            4: self._getattr,
            14: self._open,
            15: self._read,
            16: self._write,
            17: lambda *_: bytes(80),
            18: lambda *_: b"",
            20: self._flush,
            25: lambda *_: b"",
            26: self._begin,
            27: self._open,
            29: lambda *_: b"",
            38: lambda *_: b"",
        }

    def serve(self, device: int) -> None:
        """Answer until the folder is unmounted."""
        while True:
            try:
                asked = os.read(device, _LARGEST + 4096)
            except OSError as error:
                if error.errno == errno.EINTR or error.errno == errno.ENOENT:
                    continue
                return  # unmounted
            _, call, number, node, *_ = _IN.unpack_from(asked)
            if call in (2, 36, 42):  # forgetting and interrupting want no answer
                continue
            body, failed = b"", 0
            try:
                body = self._calls[call](node, asked[_IN.size :])
            except KeyError:
                failed = -errno.ENOSYS
            except FileNotFoundError:
                failed = -errno.ENOENT
            os.write(device, _OUT.pack(_OUT.size + len(body), failed, number) + body)

    def _begin(self, _node: int, _asked: bytes) -> bytes:
        # Version 7.31 of the protocol, and writes of more than a page.
        return struct.pack("<IIIIHHII", 7, 31, _LARGEST, 1 << 5, 16, 12, _LARGEST, 1) + bytes(32)

    def _lookup(self, _node: int, asked: bytes) -> bytes:
        node = _NAMES.get(asked.rstrip(b"\0"))
        if node is None:
            raise FileNotFoundError
        return struct.pack("<QQQQII", node, 0, _FOREVER, _FOREVER, 0, 0) + self._about(node)

    def _getattr(self, node: int, _asked: bytes) -> bytes:
        return struct.pack("<QII", _FOREVER, 0, 0) + self._about(node)

    def _about(self, node: int) -> bytes:
        size = self._size if node == _DISK else 0
        mode = 0o40700 if node == _FOLDER else 0o100600
        return _ATTR.pack(node, size, size // 512, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)

    def _open(self, _node: int, _asked: bytes) -> bytes:
        return struct.pack("<QII", 0, _PAST_THE_CACHE, 0)

    def _read(self, _node: int, asked: bytes) -> bytes:
        _, at, size = _PIECE.unpack_from(asked)
        return os.pread(self._image, size, at)

    def _write(self, node: int, asked: bytes) -> bytes:
        _, at, size = _PIECE.unpack_from(asked)
        data = asked[40 : 40 + size]
        if node == _DISK:
            os.pwrite(self._image, data, at)
            self._record.add(WRITE, at, data)
        else:
            self._record.add(SAID, 0, data)
        return struct.pack("<II", size, 0)

    def _flush(self, node: int, _asked: bytes) -> bytes:
        if node == _DISK:
            self._record.add(FLUSH, 0, b"")
        return b""


def main() -> int:
    """Serve until the folder is unmounted."""
    image, record, folder = (Path(each) for each in sys.argv[1:])
    device = os.open("/dev/fuse", os.O_RDWR)
    libc = ctypes.CDLL(None, use_errno=True)
    given = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    if libc.mount(b"prolo", os.fsencode(folder), b"fuse", 0, given):
        print(os.strerror(ctypes.get_errno()), flush=True)
        return 1
    print("ready", flush=True)
    with Recorder(record) as recorder:
        Disk(image, recorder).serve(device)
    return 0


if __name__ == "__main__":
    sys.exit(main())
