"""The colours. Each pair that text is shown in has a contrast of 4.5:1 or better."""

from textual.theme import Theme

LIGHT = Theme(
    name="course-light",
    dark=False,
    primary="#0b5563",
    secondary="#7a4b12",
    accent="#0b5563",
    success="#1f6338",
    warning="#8a3d0c",
    error="#8f1d1d",
    foreground="#1d2730",
    background="#faf6ee",
    surface="#ffffff",
    panel="#ece4d6",
    variables={
        "quiet": "#55606a",
        "on-accent": "#ffffff",
        "key-paper": "#e3eff0",
        "care-paper": "#fbe9dc",
        "ask-paper": "#f1ead9",
        "edge": "#717d87",
        "ink-bone": "#9c8450",
        "ink-soft": "#b03a32",
        "ink-skin": "#b5714f",
        "ink-needle": "#2d5f9a",
        "ink-mark": "#8b1a6b",
    },
)

DARK = Theme(
    name="course-dark",
    dark=True,
    primary="#7cc7d3",
    secondary="#dcb878",
    accent="#7cc7d3",
    success="#86cf9f",
    warning="#f0a878",
    error="#f4a19b",
    foreground="#ece7db",
    background="#14191d",
    surface="#1b2126",
    panel="#262d32",
    variables={
        "quiet": "#a9b3ba",
        "on-accent": "#0e1a1d",
        "key-paper": "#1b3136",
        "care-paper": "#3a2418",
        "ask-paper": "#312a1a",
        "edge": "#7d8b94",
        "ink-bone": "#e3d49c",
        "ink-soft": "#e58d80",
        "ink-skin": "#cf9a7e",
        "ink-needle": "#8fb8e8",
        "ink-mark": "#ee9ad6",
    },
)

HIGH_CONTRAST = Theme(
    name="course-high-contrast",
    dark=True,
    primary="#ffe14a",
    secondary="#8fe3ff",
    accent="#ffe14a",
    success="#7dffa0",
    warning="#ffb27a",
    error="#ffa8a8",
    foreground="#ffffff",
    background="#000000",
    surface="#101010",
    panel="#2a2a2a",
    variables={
        "quiet": "#e0e0e0",
        "on-accent": "#000000",
        "key-paper": "#1f1c00",
        "care-paper": "#2b1400",
        "ask-paper": "#00222e",
        "edge": "#c8c8c8",
        "ink-bone": "#fff0b3",
        "ink-soft": "#ff9d8f",
        "ink-skin": "#e8b48f",
        "ink-needle": "#9fd0ff",
        "ink-mark": "#ff9cf0",
    },
)

THEMES = (LIGHT, DARK, HIGH_CONTRAST)
