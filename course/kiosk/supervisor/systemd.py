"""What systemd is told: ready, still alive, and a line for `systemctl status`."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from contextlib import suppress

USUAL_EVERY = 5.0
"""Seconds between two signs of life where systemd asks for none."""


class Systemd:
    """The notification socket of systemd; without one, nothing is told."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        self._address = "\0" + address[1:] if address.startswith("@") else address
        limit = environment.get("WATCHDOG_USEC", "")
        # The systemd manual asks for a sign of life every half of the limit.
        self.every = int(limit) / 3e6 if limit.isdigit() and int(limit) else USUAL_EVERY
        """Seconds between two signs of life."""

    def tell(self, *lines: str) -> None:
        """Send `NAME=value` lines. A systemd that cannot be reached is no reason to stop."""
        if not self._address:
            return
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as link:
            link.setblocking(False)
            link.sendto("\n".join(lines).encode(), self._address)
