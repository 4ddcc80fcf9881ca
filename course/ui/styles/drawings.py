"""The colours of drawings in each look, by the classes of their parts.

A class sets the fill of a part, and the contour is the same for all of them. Every fill keeps 3:1
to its contour, or to the ground on which it stands. What a theme has already is taken from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from course.ui.styles.themes import DARK, HIGH_CONTRAST, LIGHT

OF_THEME = {"ground": "card", "ink": "ink", "accent": "accent"}
"""Classes of drawings that are roles of the theme; a drawing stands on a panel."""
CONTOUR = "line"
"""The class of contours and of every line on a fill."""
PLACE = "place"
"""The class of a place that can be chosen on a map."""
WASHES = ("care", "fluid", "accent", "good", "vessel")
"""Classes that also tint what lies below them."""
WASH = ".42"
SHADES = {LIGHT.name: ".13"}
"""How much of the contour's colour lies on the side away from the light."""
SHADE = ".2"

_OWN: dict[str, dict[str, str]] = {
    LIGHT.name: {
        "line": "#2b1810",
        # That of the theme is too dark for a dark contour.
        "accent": "#1a7585",
        "skin": "#d59b72",
        "skin2": "#b8784f",
        "bone": "#f6ead0",
        "cartilage": "#8cc6d8",
        "ligament": "#c4473b",
        "tendon": "#eeb08f",
        "muscle": "#b07468",
        "nerve": "#f2cf3f",
        "vessel": "#c9483f",
        "fluid": "#4aa3d8",
        "steel": "#aebac3",
        "care": "#d9622b",
        "good": "#3f9a5f",
        "cloth": "#dfe7ea",
        "place": "#a3d3d6",
    },
    DARK.name: {
        "line": "#150c08",
        "skin": "#bd865f",
        "skin2": "#96613f",
        "bone": "#efe2c4",
        "cartilage": "#86c4d6",
        "ligament": "#dc6a5a",
        "tendon": "#f0b899",
        "muscle": "#a3675c",
        "nerve": "#ecca48",
        "vessel": "#e0665a",
        "fluid": "#62b4e6",
        "steel": "#b6c2cb",
        "care": "#f09a5e",
        "good": "#7ccb97",
        "cloth": "#b9c6cc",
        "place": "#3f7885",
    },
    HIGH_CONTRAST.name: {
        "line": "#000000",
        "skin": "#cf956b",
        "skin2": "#a56f49",
        "bone": "#fff4d6",
        "cartilage": "#7fe0ff",
        "ligament": "#ff7a6b",
        "tendon": "#ffc9a8",
        "muscle": "#c08a80",
        "nerve": "#ffe14a",
        "vessel": "#ff7a6b",
        "fluid": "#5cc8ff",
        "steel": "#dfe8ee",
        "care": "#ffb27a",
        "good": "#7dffa0",
        "cloth": "#e6eef2",
        "place": "#8a7a1c",
    },
}


def colors(theme: Theme) -> Mapping[str, str]:
    """The colour of each class, as `#rrggbb`; empty for a theme of named colours."""
    own = _OWN.get(theme.name)
    if own is None:
        return {}
    return {each: theme.variables[role] for each, role in OF_THEME.items()} | own


def css(theme: Theme, on: str = "") -> str:
    """The style sheet of a drawing in a theme.

    `on` is the id of a place that is chosen: then no other one shows.
    """
    known = colors(theme)
    line = known[CONTOUR]
    rules = [
        f".{each}{{fill:{color};stroke:{line}}}.{each}.open{{fill:none;stroke:{color}}}"
        for each, color in known.items()
    ]
    rules += [
        ".ground{stroke:none}",
        *(
            f".{each}{{fill:none;stroke:{known[each]}}}.{each}.flat{{fill:{known[each]}}}"
            for each in ("ink", CONTOUR)
        ),
        # A bare surface, the side away from the light, and a tint over what lies below.
        ".flat{stroke:none}",
        f".line.shade{{fill:{line};fill-opacity:{SHADES.get(theme.name, SHADE)};stroke:none}}",
        *(f".{each}.wash{{fill-opacity:{WASH};stroke:none}}" for each in WASHES),
        _places(known, on),
        # As the sign of a card.
        f".badge{{fill:{theme.variables['accent']};stroke:{known['ground']}}}",
        ".badge.sign{fill:none}",
    ]
    return "\n".join(rules)


def _places(known: Mapping[str, str], on: str) -> str:
    chosen = f"{{fill:{known['accent']};stroke:{known[CONTOUR]}}}"
    if on:
        return f".place{{fill:none;stroke:none}}#{on}.place{chosen}"
    return f".place{{fill:{known[PLACE]};stroke:{known['accent']}}}.place.on{chosen}"
