"""Pixels by the graphics protocol of the terminal kitty: a file in pieces, which has a number."""

from __future__ import annotations

from base64 import standard_b64encode

PIECE = 4096
"""Characters of a piece, at most."""


def encode(png: bytes, number: int, columns: int, rows: int) -> str:
    """A picture over so many cells from where the cursor is, which stays there.

    The same number again takes the place of the picture that had it.
    """
    data = standard_b64encode(png).decode("ascii")
    pieces = [data[at : at + PIECE] for at in range(0, len(data), PIECE)]
    first = f"a=T,f=100,t=d,i={number},p=1,c={columns},r={rows},C=1,q=2,"
    return "".join(
        f"\x1b_G{'' if at else first}m={int(at < len(pieces) - 1)};{piece}\x1b\\"
        for at, piece in enumerate(pieces)
    )


def remove(number: int) -> str:
    """Takes a picture away from the screen and out of the memory of the terminal."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
