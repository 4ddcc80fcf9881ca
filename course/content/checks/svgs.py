"""Pictures in SVG that hold nothing but shapes in the colours of the theme, and are used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from course.content.checks.answers import SmallWords
from course.content.checks.draft import Draft, Told
from course.content.checks.rule import PEMAT, PROJECT, rule
from course.content.checks.scope import COURSE, SVG, parts
from course.content.kinds.figures import DrawingFigure
from course.content.prose import plain
from course.content.source.spelling import suggest
from course.content.source.svg_bounds import longest
from course.content.source.svg_reader import Element, Vector
from course.errors import Problem

LARGEST = 30_000
"""Bytes."""
MOST_SHAPES, MOST_WRITTEN = 400, 60_000
"""Shapes that are drawn, and characters of their outlines; what is used again counts each time.
Nothing else can be done while a picture is drawn."""
MOST_DASHES = 20_000
"""As many as the edges of all shapes could have; each is drawn by itself."""
FURTHEST = 10_000
"""The largest number in a picture, in its units."""
NAMESPACE = "http://www.w3.org/2000/svg"
SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
ELEMENTS = ("svg", "g", "defs", "use", *SHAPES)
LENGTHS = (
    *("x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2"),
    *("stroke-width", "stroke-dasharray"),
)
ATTRIBUTES = frozenset(
    (
        *("id", "class", "transform", "fill-rule", "d", "points"),
        *("stroke-linecap", "stroke-linejoin"),
        *LENGTHS,
    )
)
COLORS = (
    *("ground", "ink", "line", "skin", "skin2", "bone", "cartilage", "ligament", "tendon"),
    *("muscle", "nerve", "vessel", "fluid", "steel", "accent", "care", "good", "cloth"),
)
"""The classes that give a fill and an edge in each theme."""
USES = ("flat", "open", "shade", "wash", "place", "on")
"""The classes that say how a color is used."""

_FISH = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 560">'
_POND = """\
# a page
figure: {kind: drawing, caption: A pond, alt: A pond with a fish., file: pond}
# pictures/pond.svg
"""
_BODY = '<path id="fish" class="fluid" d="M170 280l280 90 280-90-280-90z"/>'
_LABELED = f"""\
# pictures/pond.svg
{_FISH}{_BODY}</svg>
# a page
figure:
  kind: drawing
  caption: A pond
  alt: {{alt}}
  file: pond
  labels:
    - at: [600, 280]
      text: Tail
"""


@rule(
    "F18",
    f"A picture in SVG holds shapes alone, in the colors of the theme, and at most {LARGEST} bytes",
    why=(
        "The same file is drawn on screens and on paper, in each theme. A word in it is not "
        "translated and not read aloud, a color of its own vanishes on a dark ground, and what "
        "it fetches from elsewhere may be anything."
    ),
    scope=SVG,
    stops=True,
    bad=f"{_POND}{_FISH}<text>Fish</text></svg>\n",
    good=f"{_POND}{_FISH}{_BODY}</svg>\n",
)
def check(picture: Vector) -> Iterator[Problem]:
    """What may not stand in a picture."""
    if picture.problems:
        return
    root = picture.elements[0]
    if root.tag != "svg" or root.attributes.get("xmlns") != NAMESPACE:
        cure = f'Let it begin with <svg xmlns="{NAMESPACE}" viewBox="0 0 900 560">.'
        yield picture.problem(root, "This is no picture in SVG.", cure)
        return
    if picture.view_box is None:
        cure = 'Write viewBox="0 0 900 560", with whole numbers.'
        yield picture.problem(root, "The picture has no viewBox that begins at 0 0.", cure)
    if picture.size > LARGEST:
        what = f"The picture has {picture.size} bytes."
        yield picture.problem(root, what, f"At most {LARGEST} can be drawn while a page turns.")
    for line, column in picture.texts:
        what = "Here are words in a picture."
        yield picture.problem((line, column), what, "Write them as labels of the figure.")
    for index, element in enumerate(picture.elements):
        yield from _element(picture, index, element)
        yield from _numbers(picture, element)
    yield from _amount(picture)
    for name, count in Counter(_ids(picture)).items():
        if count > 1:
            again = [each for each in picture.elements if each.attributes.get("id") == name][1]
            what = f'The id "{name}" is there already.'
            yield picture.problem(again, what, "Give each part a name of its own.")


def _numbers(picture: Vector, element: Element) -> Iterator[Problem]:
    for name, value in element.attributes.items():
        if name not in _WITHOUT_NUMBERS:
            for found in _NUMBER.finditer(value):
                if found["power"] or abs(float(found[0])) > FURTHEST:
                    what = f'{name} has the number "{found[0][:20]}".'
                    cure = f"Write numbers up to {FURTHEST}, and none with an e."
                    yield picture.problem(element, what, cure)
                    return
        if name in LENGTHS and not _PLAIN.fullmatch(value):
            what = f'{name} is "{value[:20]}".'
            yield picture.problem(
                element, what, "Write it without a unit, in those of the viewBox."
            )
            return


def _amount(picture: Vector) -> Iterator[Problem]:
    """A problem where drawing it would hold up everything else, though its file is small."""
    count, written, dashes = 0, 0, 0.0
    for each in picture.elements:
        for shape, *around in _drawn(picture, each):
            count += 1
            written += len(_outline(shape))
            dashes += _dashes(shape, around)
        if count > MOST_SHAPES or written > MOST_WRITTEN:
            what = f"The picture draws more than {MOST_SHAPES} shapes, or long ones too often."
            yield picture.problem(each, what, "Take some out, or make the outlines simpler.")
            return
        if not dashes <= MOST_DASHES:
            what = f"The picture draws more than {MOST_DASHES} dashes."
            yield picture.problem(each, what, "Make the dashes longer, or fewer edges dashed.")
            return


def _drawn(picture: Vector, element: Element) -> Iterator[list[Element]]:
    """Each shape that it draws, and behind it what stands around that, the innermost first."""
    around = [element, *(picture.elements[each] for each in reversed(element.within))]
    if element.tag in SHAPES:
        yield around
    elif element.tag == "use" and (target := _target(picture, element)) is not None:
        for number, other in enumerate(picture.elements):
            if other.tag in SHAPES and (number == target or target in other.within):
                inner = [picture.elements[n] for n in reversed(other.within) if n >= target]
                yield [other, *inner, *around]


def _dashes(shape: Element, around: Sequence[Element]) -> float:
    """No fewer than the shape is drawn with."""
    written = (each.attributes.get("stroke-dasharray") for each in (shape, *around))
    given = next((each for each in written if each is not None), "")
    period = sum(float(each[0]) for each in _NUMBER.finditer(given))
    return longest(shape) / period if period > 0 else 0.0


def _outline(shape: Element) -> str:
    return shape.attributes.get("d", "") + shape.attributes.get("points", "")


def _ids(picture: Vector) -> Iterator[str]:
    return (each.attributes["id"] for each in picture.elements if "id" in each.attributes)


def _element(picture: Vector, index: int, element: Element) -> Iterator[Problem]:
    tag, attributes = element.tag, element.attributes
    if tag not in ELEMENTS or (tag == "svg" and index):
        what = f"A picture cannot hold <{tag}>."
        yield picture.problem(element, what, f"It is made of {', '.join(ELEMENTS[1:])}.")
        return
    for name, value in attributes.items():
        if tag == "svg" and name in ATTRIBUTES and name not in _FOR_ALL:
            what = f"The picture itself has a {name}."
            cure = (
                "Delete it: the viewBox says how large it is, and a group in it can have the rest."
            )
            yield picture.problem(element, what, cure)
            continue
        if name in ATTRIBUTES or (name, value) == ("fill", "none"):
            continue
        if tag == "svg" and name in ("xmlns", "viewBox"):
            continue
        if tag == "use" and name == "href":
            continue
        cure = "Give a color by a class of the theme." if name in _COLORING else "Delete it."
        what = f'<{tag}> cannot have {name}="{value[:20]}".'
        yield picture.problem(element, what, cure)
    for word in attributes.get("class", "").split():
        if word not in COLORS and word not in USES:
            what = f'There is no class "{word}".'
            yield picture.problem(element, what, suggest(word, (*COLORS, *USES)))
    if tag == "use":
        yield from _use(picture, element)


_FOR_ALL = (
    *("class", "fill-rule"),
    *("stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"),
)
"""What the picture as a whole may have beside its viewBox: how all of its shapes look."""
_WITHOUT_NUMBERS = ("id", "class", "href", "xmlns", "fill")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?P<power>[eE][-+]?\d+)?")
_PLAIN = re.compile(r"[-+.,\d\s]*")
_COLORING = ("fill", "stroke", "style", "opacity", "color")


def _use(picture: Vector, element: Element) -> Iterator[Problem]:
    """It draws a part of the same file that draws no other part again, nor itself."""
    name = element.attributes.get("href", "")
    target = _target(picture, element)
    if target is None:
        what = f'There is no part "{name}" in this file.'
        cure = 'Write href="#" with the id of a part of this picture.'
        yield picture.problem(element, what, cure)
        return
    inner = (each for each in picture.elements if target in each.within)
    if any(each.tag == "use" for each in (picture.elements[target], *inner)):
        what = f'The part "{name}" uses another part.'
        yield picture.problem(element, what, "Use parts that are made of shapes alone.")


def _target(picture: Vector, element: Element) -> int | None:
    """Which element it draws again; None if there is no such part."""
    name = element.attributes.get("href", "")
    named = (
        number
        for number, each in enumerate(picture.elements)
        if "id" in each.attributes and f"#{each.attributes['id']}" == name
    )
    return next(named, None)


@rule(
    "F19",
    "The alternative text or the caption of a picture says all that its labels say",
    why="Who cannot see the picture hears these two, and nothing else of it.",
    source=f"{PEMAT}; {PROJECT}",
    scope=parts(DrawingFigure, "each drawing"),
    words=SmallWords,
    bad=_LABELED.format(alt="A pond with a fish."),
    good=_LABELED.format(alt="A pond with a fish and its tail."),
)
def check_told(drawing: Told[DrawingFigure], words: SmallWords) -> Iterator[Problem]:
    """A problem at each label with a word that neither of the two has."""
    figure = drawing.it
    told = words.others_of(f"{figure.alt} {plain(figure.caption)}")
    for index, label in enumerate(figure.parts):
        if words.others_of(label.text) - told:
            what = f'The alternative text does not say "{label.text}".'
            cure = 'Say under "alt" what the label says, in the same words.'
            yield drawing.problem(what, cure, "labels", index, "text")


@rule(
    "F20",
    "Each picture in SVG is shown somewhere",
    why="A picture that nothing names most often has a misspelt name. It harms nobody.",
    source=PROJECT,
    severity="warning",
    scope=COURSE,
    bad=f"# pictures/pnod.svg\n{_FISH}{_BODY}</svg>\n# a page\ntext: Ask how deep it is.\n",
    good=f"{_POND}{_FISH}{_BODY}</svg>\n",
)
def check_used(draft: Draft) -> Iterator[Problem]:
    """A problem at each picture that no figure and no danger sign names."""
    for file in draft.unshown:
        cure = "Name it in a figure or in triage.yaml, or move it out of the course."
        yield Problem(file, 1, 1, "Nothing shows this picture.", cure)
