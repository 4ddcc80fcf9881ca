"""The names under which the hub knows visits: nobody without the key of the clinic can tell a code
from them, or one from another."""

from __future__ import annotations

from hashlib import blake2b

_NAME_BYTES, _VISIT_BYTES = 16, 8


class Naming:
    """Names made with the key of a clinic."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of_code(self, code: str) -> str:
        """The name of a code: 32 hexadecimal digits."""
        return self._keyed(code, b"code", _NAME_BYTES)

    def of_visit(self, name: str, created: str) -> str:
        """What tells the visit under a name that began at a moment from another under that name.

        Codes are given by chance, so one may be given twice in time. Of a visit that cannot be
        read, `created` is empty; that stands for whatever has the name.
        """
        return f"{name}.{self._keyed(f'{name} {created}', b'visit', _VISIT_BYTES)}"

    def _keyed(self, text: str, purpose: bytes, size: int) -> str:
        return blake2b(
            text.encode(), digest_size=size, key=self._secret, person=purpose
        ).hexdigest()


def name_in(grave: str) -> str:
    """The name of the code in what `of_visit` gives."""
    return grave.partition(".")[0]
