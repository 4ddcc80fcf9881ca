"""The colours of every look, by their roles: what a thing is, never which colour it has.

Text keeps 4.5:1 on whatever it stands, drawings and edges 3:1. `paper` is the ground and `card`
what lies on it; `ink` and `quiet` write on both. So do `accent`, `good`, `care` and `danger`, which
also fill, as `fill-...` with `on-...` upon them. `ink-...` are the inks of drawings, on a card, and
`area-...` those of the cells of a drawing that have a ground of their own.
"""

from textual.theme import Theme

TONES = ("accent", "good", "care", "danger")


def _theme(name: str, roles: dict[str, str], *, dark: bool, ansi: bool = False) -> Theme:
    filled = {f"fill-{tone}": roles.get(f"fill-{tone}", roles[tone]) for tone in TONES}
    upon = {f"on-{tone}": roles.get(f"on-{tone}", roles["on"]) for tone in TONES}
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=roles["accent"],
        accent=roles["accent"],
        success=roles["good"],
        warning=roles["care"],
        error=roles["danger"],
        foreground=roles["ink"],
        background=roles["paper"],
        surface=roles["card"],
        panel=roles["card"],
        variables={key: value for key, value in roles.items() if key != "on"} | filled | upon,
    )


LIGHT = _theme(
    "course-light",
    {
        "paper": "#faf6ee",
        "card": "#ffffff",
        "ink": "#1d2730",
        "quiet": "#55606a",
        "accent": "#0b5563",
        "good": "#1f6338",
        "care": "#8a4b00",
        "danger": "#9b1c1c",
        "on": "#ffffff",
        "ink-bone": "#9c8450",
        "ink-soft": "#b03a32",
        "ink-skin": "#b5714f",
        "ink-needle": "#2d5f9a",
        "ink-mark": "#8b1a6b",
        "area-bone": "#f3e4b8",
        "area-soft": "#6d0f14",
        "area-needle": "#12305e",
        "area-mark": "#4f0a3f",
        "area-ink": "#1d2730",
    },
    dark=False,
)

DARK = _theme(
    "course-dark",
    {
        "paper": "#14191d",
        "card": "#262f36",
        "ink": "#f1ece1",
        "quiet": "#b4bec5",
        "accent": "#7cc7d3",
        "good": "#86cf9f",
        "care": "#f0b36a",
        "danger": "#f6a49c",
        # Deeper, with white text, so that red stays red.
        "fill-good": "#2b7a48",
        "fill-care": "#96580c",
        "fill-danger": "#c0352b",
        "on": "#ffffff",
        "on-accent": "#14191d",
        "ink-bone": "#e3d49c",
        "ink-soft": "#e58d80",
        "ink-skin": "#a56f55",
        "ink-needle": "#8fb8e8",
        "ink-mark": "#ee9ad6",
        "area-bone": "#efdfae",
        "area-soft": "#4e0508",
        "area-needle": "#cfe6ff",
        "area-mark": "#ffd9f6",
        "area-ink": "#f1ece1",
    },
    dark=True,
)

HIGH_CONTRAST = _theme(
    "course-high-contrast",
    {
        "paper": "#000000",
        "card": "#1a1a1a",
        "ink": "#ffffff",
        "quiet": "#e0e0e0",
        "accent": "#ffe14a",
        "good": "#7dffa0",
        "care": "#ffb27a",
        "danger": "#ffa8a8",
        "on": "#000000",
        "ink-bone": "#fff0b3",
        "ink-soft": "#ff9d8f",
        "ink-skin": "#b8704a",
        "ink-needle": "#9fd0ff",
        "ink-mark": "#ff9cf0",
        "area-bone": "#fff6cf",
        "area-soft": "#5a0000",
        "area-needle": "#e0f0ff",
        "area-mark": "#ffe0fa",
        "area-ink": "#ffffff",
    },
    dark=True,
)

NAMED = _theme(
    "course-16-colors",
    {
        "paper": "ansi_black",
        "card": "ansi_black",
        "ink": "ansi_bright_white",
        "quiet": "ansi_white",
        "accent": "ansi_bright_cyan",
        "good": "ansi_bright_green",
        "care": "ansi_bright_yellow",
        "danger": "ansi_bright_red",
        # Of the plain colours only: a terminal of sixteen may have no ground that is bright.
        "fill-accent": "ansi_cyan",
        "fill-good": "ansi_green",
        "fill-care": "ansi_white",
        "fill-danger": "ansi_red",
        "on": "ansi_black",
        "on-danger": "ansi_bright_white",
        "ink-bone": "ansi_bright_white",
        "ink-soft": "ansi_bright_red",
        "ink-skin": "ansi_white",
        "ink-needle": "ansi_bright_cyan",
        "ink-mark": "ansi_bright_yellow",
        "area-bone": "ansi_black",
        "area-soft": "ansi_black",
        "area-needle": "ansi_black",
        "area-mark": "ansi_black",
        "area-ink": "ansi_black",
    },
    dark=True,
    ansi=True,
)
"""For terminals that know no other colours than those they name. The ground is dark, for only there
do the names keep their contrast whichever colours a terminal gives them."""

THEMES = (LIGHT, DARK, HIGH_CONTRAST)
"""What a person chooses from."""
