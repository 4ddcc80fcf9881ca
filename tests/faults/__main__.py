"""`python -m tests.faults --rounds N`: says what was tried and lost; exit status 1 on a loss."""

import argparse
import random
import sys

from tests.faults.rounds import campaign
from tests.faults.scenes import PLAYED, SCENES
from tests.owner import open_folder


def main() -> int:
    """Run the rounds that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with open_folder() as folder:
        report = campaign(folder / "learners", asked.rounds, chance)
    for scene in SCENES:
        if scene not in PLAYED:
            print(f"left out, for it needs root: {scene.name}")
    print(report)
    return 1 if report.losses else 0


if __name__ == "__main__":
    sys.exit(main())
