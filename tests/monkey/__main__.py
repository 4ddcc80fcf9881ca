"""`python -m tests.monkey`: storms over the real kiosk; prints the seed of any that it fails in."""

from __future__ import annotations

import argparse
import sys
import time

from tests.monkey.machine import FailedError
from tests.monkey.storms import run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000, help="in all")
    parser.add_argument("--seeds", type=int, default=20, help="over so many storms")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--pictures", action="store_true", help="in a terminal that shows sixels")
    asked = parser.parse_args()
    failed, began, each = 0, time.monotonic(), asked.events // asked.seeds
    for seed in range(asked.first, asked.first + asked.seeds):
        try:
            print(run(seed, each, pictures=asked.pictures), flush=True)
        except FailedError as error:
            failed += 1
            print(f"seed {seed} FAILED: {error}", flush=True)
            again = f"python -m tests.monkey --seeds 1 --first {seed} --events {each}"
            print(f"  again: {again}{' --pictures' if asked.pictures else ''}")
    print(f"{asked.seeds} storms, {failed} failed, {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
