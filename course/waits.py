"""How long to wait after what went wrong again and again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GrowingWait:
    """None at first, then `first` seconds, doubled with each further failure up to `longest`.

    After n failures in a row, n being at least `begins`: min(first * 2 ** (n - begins), longest).
    """

    begins: int
    """So many failures in a row bring the first wait."""
    first: float
    longest: float
    """Seconds, both."""

    def after(self, failures: int) -> float:
        """Seconds to wait after so many failures, however many there are. Raises nothing."""
        if failures < self.begins:
            return 0.0
        # A power that nobody needs would not fit into a float one day.
        return min(self.first * 2.0 ** min(failures - self.begins, 64), self.longest)
