"""Contrast, reckoned as WCAG 2 does, of every pair of colours that is shown."""

import pytest
from textual.color import Color
from textual.theme import Theme

from course.ui.paint.figures.drawing import AREAS, INKS
from course.ui.styles.themes import LIGHT, THEMES

TEXT = 4.5
CONTROL = 3.0
PAPERS = ("background", "surface", "panel", "key-paper", "care-paper", "ask-paper")
PAIRS = [
    *((ink, "background") for ink in ("quiet", "accent", "success", "warning", "error")),
    *(("foreground", paper) for paper in PAPERS),
    *(("quiet", paper) for paper in PAPERS),
    ("secondary", "background"),
    ("on-accent", "accent"),
    ("background", "foreground"),
    ("warning", "care-paper"),
    ("accent", "key-paper"),
    ("secondary", "ask-paper"),
    *((f"ink-{ink}", "background") for ink in ("soft", "needle", "mark")),
]
EACH = pytest.mark.parametrize("theme", THEMES, ids=[theme.name for theme in THEMES])


def _colour(theme: Theme, name: str) -> Color:
    found = theme.variables.get(name) or getattr(theme, name)
    assert isinstance(found, str)
    return Color.parse(found)


def _light(colour: Color) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(theme: Theme, one: str, other: str) -> float:
    lights = sorted((_light(_colour(theme, name)) for name in (one, other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


@EACH
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_text_can_be_read(theme: Theme, ink: str, paper: str) -> None:
    assert contrast(theme, ink, paper) >= TEXT


@EACH
@pytest.mark.parametrize("paper", ["background", "panel", "key-paper"])
def test_edges_of_controls_can_be_seen(theme: Theme, paper: str) -> None:
    assert contrast(theme, "edge", paper) >= CONTROL


@EACH
@pytest.mark.parametrize("ink", ["ink-bone", "ink-skin"])
def test_what_is_drawn_and_never_written_can_be_seen(theme: Theme, ink: str) -> None:
    assert contrast(theme, ink, "background") >= CONTROL


@EACH
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, "ink-skin") for ink in ("area-bone", "area-soft", "area-needle", "area-mark")),
        ("foreground", "ink-skin"),
        ("area-soft", "area-bone"),
    ],
)
def test_what_is_drawn_on_a_ground_can_be_seen(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(theme, ink, ground) >= CONTROL


@EACH
def test_the_focus_can_be_seen(theme: Theme) -> None:
    for mark, on in (("accent", "background"), ("accent", "key-paper"), ("foreground", "panel")):
        assert contrast(theme, mark, on) >= CONTROL


def test_high_contrast_is_higher_still() -> None:
    theme = THEMES[-1]
    assert all(contrast(theme, ink, paper) >= 7 for ink, paper in PAIRS)


def test_every_theme_has_the_same_variables() -> None:
    for theme in THEMES:
        assert theme.variables.keys() == LIGHT.variables.keys()
    inks = {style.split("$")[-1] for style in (*INKS.values(), *AREAS.values())}
    assert inks <= {*LIGHT.variables, "foreground"}


def test_white_on_black_is_twenty_one_to_one() -> None:
    assert contrast(THEMES[-1], "foreground", "background") == pytest.approx(21)
