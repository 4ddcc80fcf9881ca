"""`python -m tests.faults --rounds N`: says what was tried and lost; exit status 1 on a loss."""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.faults.rounds import campaign


def main() -> int:
    """Run the rounds that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        report = campaign(Path(folder) / "learners", asked.rounds, chance)
    print(report)
    return 1 if report.losses else 0


if __name__ == "__main__":
    sys.exit(main())
