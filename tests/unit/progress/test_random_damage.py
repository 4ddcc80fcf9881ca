"""Two thousand random damages, always the same ones."""

import random
from collections.abc import Callable
from pathlib import Path

from progress.errors import Damaged
from progress.learners import LearnerStore
from progress.storage import Names
from tests.unit.progress.samples import answer

ROUNDS = 2000


def test_the_newest_intact_generation_is_used_each_time(tmp_path: Path) -> None:
    store = LearnerStore(tmp_path)
    learner = store.create("en")
    for number in (1, 2, 3):
        with learner.saving() as changes:
            changes.answer(answer(number))
    names = Names(tmp_path / f"{learner.code}.json")
    sound = {path: path.read_bytes() for path in names.generations}
    answers_in = [tuple(map(answer, range(1, count + 1))) for count in (3, 2, 1)]
    chance = random.Random(20261122)
    for _ in range(ROUNDS):
        hit = [path for path in names.generations if chance.random() < 0.5]
        for path, content in sound.items():
            path.write_bytes(damaged(content, chance) if path in hit else content)
        intact = [age for age, path in enumerate(names.generations) if path not in hit]
        try:
            assert store.open(learner.code).answers() == answers_in[intact[0]]
        except Damaged:
            assert not intact
        for path in names.damaged:
            path.unlink(missing_ok=True)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with one place of it cut off, lost, blanked, doubled, scrambled or flipped."""
    start = chance.randrange(len(content))
    end = min(len(content), start + 1 + chance.randrange(64))
    before, piece, after = content[:start], content[start:end], content[end:]
    ways: list[Callable[[], bytes]] = [
        lambda: before,
        lambda: before + after,
        lambda: before + bytes(len(piece)) + after,
        lambda: before + bytes(len(piece) + len(after)),
        lambda: before + piece + piece + after,
        lambda: before + chance.randbytes(len(piece) + 1) + after,
        lambda: before + bytes([piece[0] ^ 1 << chance.randrange(8)]) + piece[1:] + after,
    ]
    return chance.choice(ways)()
