"""What new files hold: all that has to be there, with a to-do wherever words are missing.

Each to-do is a question, so that it states nothing for which a source would be missing. Every text
that could hold a colon stands under a `|`.
"""

from __future__ import annotations

from textwrap import indent

from course.content.texts import Id
from course.content.todo import MARK

SCHEMAS = "schema"
"""The folder of the schemas, beside the files of a course."""
SOURCE = "first-source"
PAGE = "first-page"


def course(name: str, title: str, language: str, module: str, emergency: str) -> str:
    """course.yaml of a course with one module."""
    return f"""\
{modeline("course", 0)}
format: 1
id: {name}
title:
  {language}: {block(title, 1)}
languages: [{language}]
modules: [{module}]
emergency_number: "{emergency}"
"""


def sources(title: str) -> str:
    """sources.yaml with one source."""
    return f"""\
{modeline("sources", 0)}
# A page cites it as [^{SOURCE}]. Change its name there too if you change it here.
{SOURCE}:
  title: {block(title, 1)}
  authors: {todo("who wrote it?", 1)}
  published: {todo("where did it come out?", 1)}
  year: null
  # trial, review, case, guideline, institution, survey, article or law
  kind: institution
  url: null
  # The day on which you read it, as in 2026-11-22; null means that nobody has.
  checked: null
"""


def module(name: str, title: str, source: str) -> str:
    """The file of a module with one page and one question."""
    return f"""\
{modeline("module", 1)}
format: 1
id: {name}
title: {block(title, 0)}
goal: {todo("what can the reader do after this part?", 0)}
key_message: {todo("what does the reader need to remember?", 0)}
pages:
  - id: {PAGE}
    title: {todo("what is this page about?", 2)}
    # Cite the source behind each fact, after its full stop.
    text: {todo(f"what does the reader need to know first? [^{source}]", 2)}
    callout:
      # key (Remember), warning (Take care) or ask (Ask)
      kind: ask
      text: {todo("what can the reader ask you?", 3)}
questions:
{indent(question("choice", "first-question", PAGE, ""), "  ")}"""


def question(
    kind: str, name: str, page: str, sign: str, about: str = "what the reader needs to know"
) -> str:
    """A question of a kind about what a page says, as an item of a list; `sign` is the row that a
    story is about."""
    head = f"""\
- id: {name}
  kind: {kind}
  ask: {todo(f"what do you ask about {about}?", 1)}
"""
    tail = f"""\
  hint: {todo("what helps to find the answer?", 1)}
  page: {page}
"""
    return head + indent(_ANSWERS[kind].replace("{sign}", sign), "  ") + tail


def figure(kind: str, source: str, picture: str) -> str:
    """A figure of a kind, as a key of a page; `picture` is the name of a drawing or map."""
    told = _FIGURES[kind].replace("{source}", source).replace("{picture}", picture)
    alt = " ".join(_ALTS.get(kind, ("what does it say, in words?",)))
    return f"""\
figure:
  kind: {kind}
  caption: {todo(f"what does it show? [^{source}]", 1)}
  # Whoever cannot see it hears this: all that the figure says, in words.
  alt: {todo(alt, 1)}
{indent(told, "  ")}"""


PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 560" fill="none" stroke-width="4">
  <rect class="ground" width="900" height="560"/>
  <path id="left-part" class="bone" d="M150 120h240v320h-240z"/>
  <path id="right-part" class="tendon" d="M510 120h240v320h-240z"/>
</svg>
"""
"""A picture to begin with, of two parts."""


CELLS = """\
drawing: |2
  ┌──────┐   ┌──────┐
  │      │   │      │
  └──────┘   └──────┘
inks: |2
  bbbbbbbb   mmmmmmmm
  b      b   m      m
  bbbbbbbb   mmmmmmmm
legend: {b: bone, m: mark}
"""
"""The same in signs."""


def modeline(kind: str, deep: int) -> str:
    """The line by which an editor finds the schema of a file that lies so many folders deep."""
    return f"# yaml-language-server: $schema={'../' * deep}{SCHEMAS}/{kind}.json"


def todo(what: str, deep: int) -> str:
    """A text that is still to be written, as the value of a key."""
    return block(f"{MARK} {what}", deep)


def block(text: str, deep: int) -> str:
    """A text as the value of a key that is indented so many steps, whatever is in the text."""
    return f"|\n{indent(text, '  ' * (deep + 1))}"


def name_of(title: str) -> Id:
    """An id made of a title; empty if no letter of it can be in one."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = "".join(each if each.isalnum() else " " for each in plain).split()
    while words and len("-".join(words)) > LONGEST:
        words.pop()
    return "-".join(words)


LONGEST = 40
"""Characters of an id."""


def _listed(key: str, items: list[dict[str, str]]) -> str:
    """A list of groups of keys."""
    rows = [f"{key}:"]
    for item in items:
        for number, (name, value) in enumerate(item.items()):
            lead = "  - " if not number else "    "
            written = value if value.startswith("=") else todo(value, 2)
            rows.append(f"{lead}{name}: {written.removeprefix('=')}")
    return "\n".join(rows) + "\n"


_RIGHT = {"text": "what is the right answer?", "right": "=true", "because": "why is it right?"}
_OTHER = {"text": "what else could a sensible person say?", "because": "why is that not so?"}
_THIRD = {"text": "and what is a third answer?", "because": "why is that not so either?"}
_RANGES = (("0", "20"), ("21", "60"), ("61", "100"))
_ANSWERS = {
    "choice": _listed("options", [_RIGHT, _OTHER, _THIRD]),
    "rows": _listed(
        "rows",
        [
            {"text": "for what is the answer yes?", "answer": "=yes", "because": "why yes?"},
            {"text": "for what is the answer no?", "answer": "=no", "because": "why no?"},
        ],
    ),
    "triage": "sign: {sign}\n",
    "order": _listed(
        "steps",
        [
            {"text": f"what comes {each}?", "because": f"why does it come {each}?"}
            for each in ("first", "next", "last")
        ],
    ),
    "match": _listed(
        "pairs",
        [
            {
                "left": f"what is the {each} thing?",
                "right": f"what goes with the {each} thing?",
                "because": "why do they go together?",
            }
            for each in ("first", "other")
        ],
    ),
    "estimate": "of: 100\ncounts: people\n"
    + _listed(
        "ranges",
        [
            {"from": f"={low}", "to": f"={high}"}
            | ({"right": "=true"} if low == "21" else {})
            | {"because": "why is it this many?" if low == "21" else "why is it another number?"}
            for low, high in _RANGES
        ],
    ),
    "reflect": f"model: {todo('what does a good answer say?', 0)}\n",
}
KINDS = tuple(_ANSWERS)
"""The kinds of questions that can be written."""
_LABELED = [
    {"label": f"what is the {each} one called?", "text": f"what is there to say of the {each} one?"}
    for each in ("first", "next")
]
_FIGURES = {
    "steps": _listed("steps", _LABELED),
    "timeline": _listed(
        "points",
        [{"at": "=First", **_LABELED[0]}, {"at": "=Later", **_LABELED[1]}],
    ),
    "ranges": 'unit: "days:"\n'
    + _listed(
        "bars",
        [
            {"label": f"what lasts {each}?", "from": "=1", "to": "=2", "source": "={source}"}
            for each in ("this long", "so long")
        ],
    ),
    "people": "of: 100\n"
    + _listed(
        "groups",
        [
            {"label": f"who is in the {each} group?", "count": f"={count}"}
            for each, count in (("first", 10), ("other", 20))
        ],
    ),
    "table": """\
columns: [First column, Second column]
rows:
  - - |
      To do: what is this row about?
    - |
      To do: what is there to say of it?
""",
    "compare": """\
options: [One way, Another way]
rows:
  - label: |
      To do: what is told of each way?
    cells:
      - |
        To do: what is it for one way?
      - |
        To do: what is it for another way?
""",
    "drawing": """\
file: {picture}
# From the left edge and the top of the picture, in its own units.
labels:
  - at: [270, 280]
    text: |
      left part
  - at: [630, 280]
    text: |
      right part
""",
}
_SPOTS = [
    {"id": f"={each}-part", "x": f"={x}", "y": "=2", "label": f"what is the {each} part called?"}
    | {"text": f"what is there to say of the {each} part?"}
    for each, x in (("left", 4), ("right", 15))
]
_FIGURES["map"] = "file: {picture}\n# The column and the line of the drawing, from 1.\n" + _listed(
    "spots", _SPOTS
)
_ALTS = {"drawing": ("what do you see of the left part,", "and of the right part?")}
FIGURES = tuple(_FIGURES)
"""The kinds of figures that can be written."""
