"""Keys, clicks and wheels by chance, most of them such as foot would take for its own."""

from __future__ import annotations

import random
import re

from course.kiosk import foot

BUTTONS = {"BTN_LEFT": "1", "BTN_MIDDLE": "2", "BTN_RIGHT": "3", "BTN_WHEEL_BACK": "4"} | {
    "BTN_WHEEL_FORWARD": "5"
}
MODIFIERS = {"Control": "ctrl", "Shift": "shift", "Mod1": "alt", "Mod4": "super"}
OTHERS = [
    *("F1", "F2", "F10", "F11", "F12", "Escape", "Tab", "Insert", "Delete", "Home", "End", "Print"),
    *(
        "c",
        "v",
        "n",
        "o",
        "q",
        "r",
        "t",
        "u",
        "w",
        "x",
        "z",
        "d",
        "p",
        "plus",
        "minus",
        "0",
        "equal",
    ),
]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

Deed = tuple[str, ...]
"""The words for xdotool."""


def of_foot(defaults: foot.Settings) -> list[Deed]:
    """What foot's own bindings are made by."""
    found: list[Deed] = []
    for (section, _), value in defaults.items():
        if not section.endswith("-bindings") or section == "text-bindings":
            continue
        for combination in re.sub(r"^\[.*?\]\s*", "", value).split():
            *held, last = combination.split("+")
            keys = [MODIFIERS[each] for each in held if each in MODIFIERS]
            name, _, times = last.partition("-") if last.startswith("BTN") else (last, "", "")
            if name in BUTTONS:
                found.append(_click(keys, BUTTONS[name], times or "1"))
            elif last not in ("none", ""):
                found.append(("key", "+".join([*keys, last])))
    return found


def deeds(defaults: foot.Settings, count: int, seed: int, size: tuple[int, int]) -> list[Deed]:
    """So many of them, the same for the same seed."""
    chance = random.Random(seed)
    own = of_foot(defaults)
    found: list[Deed] = []
    while len(found) < count:
        match chance.randrange(6):
            case 0 | 1 | 2:
                found.append(chance.choice(own))
            case 3:
                held = chance.sample(sorted(MODIFIERS.values()), chance.randrange(4))
                found.append(("key", "+".join([*held, chance.choice([*OTHERS, *LETTERS])])))
            case 4:
                place = [str(chance.randrange(each)) for each in size]
                found.append(("mousemove", *place))
            case _:
                held = chance.sample(sorted(MODIFIERS.values()), chance.randrange(3))
                found.append(
                    _click(held, str(chance.randrange(1, 10)), str(chance.randrange(1, 4)))
                )
    return found


def _click(held: list[str], button: str, times: str) -> Deed:
    down = [word for each in held for word in ("keydown", each)]
    up = [word for each in held for word in ("keyup", each)]
    return (*down, "click", "--repeat", times, "--delay", "5", button, *up)
