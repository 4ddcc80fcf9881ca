"""A figure of each kind, about tea, with what tends to break drawings: long words and brackets."""

from textual.content import Content

from course.content.kinds.figures import (
    Bar,
    CompareFigure,
    CompareRow,
    DrawingFigure,
    Figure,
    Group,
    MapFigure,
    PeopleFigure,
    Picture,
    Point,
    RangesFigure,
    Spot,
    Step,
    StepsFigure,
    TableFigure,
    TimelineFigure,
)
from course.language import Words
from course.ui.paint import figures

WIDTHS = range(38, 121)
NUMBERS = {"leaf": "¹", "kettle": "²", "survey": "¹²"}
WORDS = Words(
    "en",
    {
        "figure.range": "{start} to {end}",
        "figure.people": "{count} of {of}",
        "number.thousands": ",",
    },
)
MARKUP = "[/b] [mmol] [@click=app.quit]x[/]"
CAPTION = "What the leaves do. [^leaf]"
ALT = f"In words: {MARKUP}"
LONG = "Thermodynamicallyoverwhelmingkettles"

POT = Picture(
    drawing="  ▄▄▄\n▟█████▙▖\n ▀▀▀▀▀\n",
    inks="  qqq\nmsssssnn\n zzzzz",
    legend={"q": "quiet", "s": "skin", "m": "mark", "n": "needle"},
)
PICTURES = {"pot": POT}

STEPS = StepsFigure(
    caption=CAPTION,
    alt=ALT,
    steps=(
        Step(label="Fill", text="Fill the kettle. [^kettle]"),
        Step(label=LONG, text=f"Wait **until** it boils {MARKUP} and then wait a while longer."),
        Step(label="Pour", text="Pour it."),
    ),
)
SHORT_STEPS = StepsFigure(
    caption=CAPTION,
    alt=ALT,
    steps=tuple(Step(label=each, text="Do it. [^leaf]") for each in ("Fill", "Boil", "Pour")),
)
TIMELINE = TimelineFigure(
    caption=CAPTION,
    alt=ALT,
    points=(
        Point(at="1 minute", label="Colour", text="The water turns brown. [^survey]"),
        Point(at="3 minutes", label="Taste", text=f"Taste {MARKUP}"),
        Point(at="5 minutes", label="Bitter", text="Tannins come out, *slowly*."),
    ),
)
LONG_TIMELINE = TimelineFigure(
    caption=CAPTION,
    alt=ALT,
    points=(
        Point(at="A long while after the kettle has boiled", label=LONG, text="Wait."),
        Point(at="Later", label="Bitter", text="Too late. " * 20),
    ),
)
RANGES = RangesFigure(
    caption=CAPTION,
    alt=ALT,
    unit="$",
    bars=(
        Bar(label="Leaf Handbook", start=250, end=600, source="leaf"),
        Bar(label=f"Kettle {MARKUP}", start=400, end=1000, source="kettle"),
    ),
)
MANY_RANGES = RangesFigure(
    caption=CAPTION,
    alt=ALT,
    unit="days",
    bars=tuple(
        Bar(label=f"Tea shop number {number}", start=number, end=3 * number, source="survey")
        for number in range(5)
    ),
)
PEOPLE = PeopleFigure(
    caption=CAPTION,
    alt=ALT,
    of=100,
    groups=(
        Group(label="Green tea", count=46),
        Group(label=f"Black {MARKUP}", count=0),
        Group(label="White tea that was left to stand for hours", count=100),
    ),
)
TABLE = TableFigure(
    caption=CAPTION,
    alt=ALT,
    columns=("Tea", "What it is", "What it is not"),
    rows=(
        ("Green", "Leaves that were steamed soon after they were picked [^leaf]", "Bitter"),
        (LONG, f"Leaves {MARKUP}", "Green, or anything that one could call **green**"),
    ),
)
COMPARE = CompareFigure(
    caption=CAPTION,
    alt=ALT,
    options=("Green tea", f"Black {MARKUP}", "White tea"),
    rows=(
        CompareRow(label="Taste", cells=("Mild [^leaf]", f"Strong {MARKUP}", "**Soft**")),
        CompareRow(label="How long it waits", cells=("Two minutes", "Four", "Three [^survey]")),
    ),
)
DRAWING = DrawingFigure(caption=CAPTION, alt=ALT, file="pot")
MAP = MapFigure(
    caption=CAPTION,
    alt=ALT,
    file="pot",
    spots=(
        Spot(id="lid", x=4, y=1, label="Lid", text="Hot."),
        Spot(id="spout", x=8, y=3, label="Spout", text="Hotter. [^kettle]"),
    ),
)
ALL: dict[str, Figure] = {
    "steps": STEPS,
    "short steps": SHORT_STEPS,
    "timeline": TIMELINE,
    "long timeline": LONG_TIMELINE,
    "ranges": RANGES,
    "many ranges": MANY_RANGES,
    "people": PEOPLE,
    "two people": PeopleFigure(caption=CAPTION, alt=ALT, of=100, groups=PEOPLE.groups[:2]),
    "one people": PeopleFigure(caption=CAPTION, alt=ALT, of=100, groups=PEOPLE.groups[:1]),
    "table": TABLE,
    "compare": COMPARE,
    "drawing": DRAWING,
    "map": MAP,
    "no drawing": DrawingFigure(caption=CAPTION, alt=ALT, file="gone"),
}


def drawn(figure: Figure, width: int) -> list[Content]:
    """The figure, on the numbers, pictures and words of the samples."""
    return figures.draw(figure, width, NUMBERS, PICTURES, WORDS)


def text(figure: Figure, width: int) -> str:
    """What a figure says, with its lines put behind each other."""
    return " ".join(" ".join(line.plain for line in drawn(figure, width)).split())
