"""What a storm is made of: the bytes that a terminal sends, those that none does, and resizes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

WIDTH, HEIGHT = 80, 24


@dataclass(frozen=True)
class Event:
    """Bytes to type, or a size to take on."""

    kind: str
    data: bytes = b""
    size: tuple[int, int] = (0, 0)


def key(chance: random.Random) -> Event:
    """A key of the course."""
    keys = [*"0123456789?*/-", "\r", " ", "\t", "\x1b[Z", "\x7f", "\x1b[5~", "\x1b[6~"]
    keys += [f"\x1b[{c}" for c in "ABCD"] * 2
    return Event("key", chance.choice(keys).encode())


def next_page(chance: random.Random) -> Event:
    """What leads on through the course, so that a storm sees all of it."""
    return Event("on", chance.choice(["9", "9", "9", "1", "2", "3", "\r"]).encode())


def other_key(chance: random.Random) -> Event:
    """A key that the course does not know."""
    match chance.randrange(5):
        case 0:
            return Event("other", bytes([chance.randrange(1, 32)]))
        case 1:
            number = chance.choice(
                [1, 2, 3, 4, 7, 8, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
            )
            return Event("other", f"\x1b[{number};{chance.randrange(1, 9)}~".encode())
        case 2:
            return Event(
                "other", f"\x1b[1;{chance.randrange(2, 9)}{chance.choice('ABCDFHPQRS')}".encode()
            )
        case 3:
            return Event("other", b"\x1b" + bytes([chance.randrange(33, 127)]))
        case _:
            code = chance.choice([chance.randrange(27, 127), chance.randrange(57344, 57454)])
            return Event("other", f"\x1b[{code};{chance.randrange(1, 257)}u".encode())


def click(chance: random.Random) -> Event:
    """A click somewhere, most of them with the left button and where buttons are."""
    button = chance.choice([0, 0, 0, 0, 0, 1, 2, 4, 8, 16])
    rows = (1, HEIGHT) if chance.random() < 0.5 else (HEIGHT - 3, HEIGHT)
    at = f"{button};{chance.randint(1, WIDTH)};{chance.randint(*rows)}"
    return Event("click", f"\x1b[<{at}M\x1b[<{at}m".encode())


def mouse(chance: random.Random) -> Event:
    """Moves, drags, wheels, halves of clicks, and places that are not on the screen."""
    code = chance.choice([0, 3, 32, 35, 35, 64, 65, 66, 67, 96, 128, 255, 99999])
    x = chance.choice([chance.randint(1, WIDTH), 0, -5, 9999, 2**31])
    y = chance.choice([chance.randint(1, HEIGHT), 0, -5, 9999, 2**31])
    return Event("mouse", f"\x1b[<{code};{x};{y}{chance.choice('Mm')}".encode())


def paste(chance: random.Random) -> Event:
    """A paste: of digits or of anything, long or short, with an end or without one."""
    length = chance.choice([1, 9, 100, 3000])
    text = "".join(chance.choice("0123456789\r\t\x1bqü☃") for _ in range(length))
    start = "\x1b[200~" if chance.random() < 0.8 else ""
    return Event("paste", (start + text + ("" if chance.random() < 0.1 else "\x1b[201~")).encode())


def resize(chance: random.Random) -> Event:
    """Another size of the window; most of them sensible."""
    sizes = [(80, 24), (100, 32), (60, 20), (40, 15), (59, 22), (200, 60), (1, 1), (20, 5), (0, 0)]
    return Event("resize", size=chance.choice([*sizes, (2000, 1000), (65535, 65535), (3, 200)]))


def raw(chance: random.Random) -> Event:
    """Bytes that no terminal sends."""
    known = [
        b"\xff",
        b"\x80",
        b"\x1b[M\xff\xff\xff",
        b"\x1b[M !!",
        b"\x1b[99999999999u",
        b"\x1b[48;24;80;480;800t",
        b"\x1b[48;1;1;1;1t",
        b"\x1b[48;0;0;0;0t",
        b"\x1b[5;5R",
        b"\x1b[O",
        b"\x1b[I",
        b"\x1b[?2048;1$y",
        b"\x1b[?2026;2$y",
        b"\x1b]52;c;Zm9v\x07",
        b"\x1b]0;title\x07",
        b"\x1bP+q\x1b\\",
        b"\x1b[" + b"1;" * 20,
        b"\xf0\x9f\x98",
        b"\xed\xa0\x80",
        b"\x1b[57;1;1114112u",
        b"\x1b[;;u",
        b"\x9b1;5Q",
        b"\x00",
    ]
    if chance.random() < 0.5:
        return Event("raw", chance.choice(known))
    return Event("raw", chance.randbytes(chance.randint(1, 24)))


def held(chance: random.Random) -> Event:
    """A key that a book lies on."""
    return Event("held", chance.choice([b"9", b"\r", b" ", b"\x1b[B", b"q"]) * 80)


def answer(chance: random.Random) -> Event:
    """What a terminal answers that was asked for pictures, or a part of that."""
    said = chance.choice(["\x1b[6;18;8t", "\x1b[?62;4;22c", "\x1b[?62;22c", "\x1b_Gi=1;OK\x1b\\"])
    return Event(
        "answer", said[: chance.choice([len(said), chance.randint(1, len(said))])].encode()
    )


MAKERS: list[tuple[int, Callable[[random.Random], Event]]] = [
    (30, key),
    (25, next_page),
    (10, other_key),
    (20, click),
    (10, mouse),
    (1, paste),
    (1, resize),
    (8, raw),
    (1, held),
]


ANSWERS = 3
"""How many of these there are in a storm over a terminal that is asked."""


def storm(seed: int, count: int, *, pictures: bool = False) -> list[Event]:
    """So many events; the same for the same seed. With `pictures` some are answers."""
    chance = random.Random(seed)
    weighed = [*MAKERS, *([(ANSWERS, answer)] if pictures else [])]
    makers = [maker for _, maker in weighed]
    chosen = chance.choices(makers, weights=[weight for weight, _ in weighed], k=count)
    return [maker(chance) for maker in chosen]
