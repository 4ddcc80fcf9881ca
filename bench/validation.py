"""Which library should turn what an educator wrote into the types of the course?

    python -m bench.validation

Prints, for each library that is installed, what its import adds to that of Textual, which every
start of the course pays, and what it costs to convert a module of 20 pages and 20 questions: the
one in processor time as a share of that start, the other as a multiple of msgspec. The types are
the same small set in each.
"""

from __future__ import annotations

import importlib.util
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Annotated, Any

ROUNDS = 15
DATA = {
    "id": "making",
    "title": "Making tea",
    "minutes": 4,
    "pages": [{"id": f"page-{n}", "title": "A page", "text": "Water. " * 30} for n in range(20)],
    "questions": [
        {
            "id": f"question-{n}",
            "ask": "What now?",
            "options": [{"text": str(i), "because": "So.", "right": i == 1} for i in range(4)],
        }
        for n in range(20)
    ],
}
ID, TITLE, TEXT = r"^[a-z0-9]+(-[a-z0-9]+)*$", 60, 4000


def with_msgspec() -> Callable[[], Any]:
    from msgspec import Meta, convert, defstruct

    name: Any = Annotated[str, Meta(pattern=ID)]
    title: Any = Annotated[str, Meta(max_length=TITLE)]
    text: Any = Annotated[str, Meta(max_length=TEXT)]

    def model(called: str, **fields: Any) -> Any:
        return defstruct(called, fields.items(), frozen=True, forbid_unknown_fields=True)

    module = _module(model, name, title, text, Meta(max_length=5))
    return lambda: convert(DATA, module)


def with_pydantic() -> Callable[[], Any]:
    pydantic = importlib.import_module("pydantic")
    name: Any = Annotated[str, pydantic.Field(pattern=ID)]
    title: Any = Annotated[str, pydantic.Field(max_length=TITLE)]
    text: Any = Annotated[str, pydantic.Field(max_length=TEXT)]

    def model(called: str, **fields: Any) -> Any:
        config = pydantic.ConfigDict(frozen=True, extra="forbid")
        needed = {key: (kind, ...) for key, kind in fields.items()}
        return pydantic.create_model(called, __config__=config, **needed)

    module = _module(model, name, title, text, pydantic.Field(max_length=5))
    return lambda: module.model_validate(DATA)


def _module(model: Callable[..., Any], name: Any, title: Any, text: Any, five: Any) -> Any:
    option = model("Option", text=title, because=text, right=bool)
    options = Annotated[_tuple(option), five]  # type: ignore[valid-type]
    question = model("Question", id=name, ask=title, options=options)
    page = model("Page", id=name, title=title, text=text)
    lists = {"pages": _tuple(page), "questions": _tuple(question)}
    return model("Module", id=name, title=title, minutes=int, **lists)


def _tuple(item: Any) -> Any:
    return tuple.__class_getitem__((item, ...))


def with_cattrs() -> Callable[[], Any]:
    attrs, cattrs = importlib.import_module("attrs"), importlib.import_module("cattrs")
    name = attrs.validators.matches_re(ID)
    title, text = attrs.validators.max_len(TITLE), attrs.validators.max_len(TEXT)

    def make(called: str, **fields: Any) -> Any:
        made = {key: attrs.field(type=kind, validator=v) for key, (kind, v) in fields.items()}
        return attrs.make_class(called, made, frozen=True)

    five = attrs.validators.max_len(5)
    option = make("Option", text=(str, title), because=(str, text), right=(bool, None))
    options = (_tuple(option), five)
    question = make("Question", id=(str, name), ask=(str, title), options=options)
    page = make("Page", id=(str, name), title=(str, title), text=(str, text))
    module = make(
        "Module",
        id=(str, name),
        title=(str, title),
        minutes=(int, None),
        pages=(_tuple(page), None),
        questions=(_tuple(question), None),
    )
    converter = cattrs.Converter(forbid_extra_keys=True)
    return lambda: converter.structure(DATA, module)


def with_jsonschema() -> Callable[[], Any]:
    jsonschema = importlib.import_module("jsonschema")

    def group(**fields: Any) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": fields,
            "required": list(fields),
            "additionalProperties": False,
        }

    name, title = {"type": "string", "pattern": ID}, {"type": "string", "maxLength": TITLE}
    text = {"type": "string", "maxLength": TEXT}
    option = group(text=title, because=text, right={"type": "boolean"})
    options = {"type": "array", "items": option, "maxItems": 5}
    question = group(id=name, ask=title, options=options)
    page = group(id=name, title=title, text=text)
    schema = group(
        id=name,
        title=title,
        minutes={"type": "integer"},
        pages={"type": "array", "items": page},
        questions={"type": "array", "items": question},
    )
    check = jsonschema.Draft202012Validator(schema)
    return lambda: list(check.iter_errors(DATA))


LIBRARIES = {
    "msgspec": (with_msgspec, "import msgspec"),
    "pydantic": (with_pydantic, "from pydantic import BaseModel, Field"),
    "cattrs": (with_cattrs, "import attrs, cattrs"),
    "jsonschema": (with_jsonschema, "import jsonschema"),
}
BARE = "import textual.app"


def start(code: str) -> float:
    """Seconds of processor time to start Python, run `code` and leave."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def once(convert: Callable[[], Any]) -> float:
    """Seconds for one conversion, as the mean of ten."""
    began = time.perf_counter()
    for _ in range(10):
        convert()
    return (time.perf_counter() - began) / 10


def main() -> None:
    """Measure in turns, so that a busy moment of the machine falls on all alike."""
    there = [name for name in LIBRARIES if importlib.util.find_spec(name)]
    converters = {name: LIBRARIES[name][0]() for name in there}
    added: dict[str, list[float]] = {name: [] for name in there}
    conversions: dict[str, list[float]] = {name: [] for name in there}
    bare = []
    for _ in range(ROUNDS):
        bare.append(start(BARE))
        for name in there:
            added[name].append(start(f"{BARE}; {LIBRARIES[name][1]}") - bare[-1])
            conversions[name].append(once(converters[name]))
    started = statistics.median(bare)
    imported = {name: statistics.median(added[name]) for name in there}
    converted = {name: statistics.median(conversions[name]) for name in there}
    print(f"{BARE}: {started * 1000:.0f} ms")
    print("library     import on top of that   conversion")
    for name in there:
        print(
            f"{name:<12}{imported[name] * 1000:6.1f} ms {imported[name] / started:+7.1%}"
            f"{converted[name] * 1000:14.3f} ms {converted[name] / converted['msgspec']:6.1f}x"
        )
    for name in LIBRARIES.keys() - there:
        print(f"{name:<12}is not installed")


if __name__ == "__main__":
    main()
