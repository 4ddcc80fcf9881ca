"""A page of the course, read back from its HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """An element with its attributes, the section it stands in, and what is written in it."""

    tag: str
    attributes: dict[str, str]
    section: str
    text: str = ""


@dataclass
class Read(HTMLParser):
    """Every element of a page, in the order of the page."""

    html: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self._section = ""
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "section":
            self._section = attributes.get("id", "")
        element = Element(tag, attributes, self._section)
        self.elements.append(element)
        if tag not in ("meta", "input"):
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {n: v or "" for n, v in attrs}, self._section))

    def handle_endtag(self, tag: str) -> None:
        closed = self._open.pop()
        assert closed.tag == tag, f"<{closed.tag}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    @property
    def ids(self) -> list[str]:
        """The ids of the sections."""
        return [e.attributes["id"] for e in self.elements if e.tag == "section"]

    def text_of(self, section: str) -> str:
        """All that is written in a section, shown or not, with one blank between words."""
        found = (e for e in self.elements if e.tag == "section" and e.attributes["id"] == section)
        return " ".join(next(found).text.split())
