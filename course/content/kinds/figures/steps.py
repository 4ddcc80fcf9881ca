"""Things that happen one after another."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from course.content.kinds.figures.figure import FigureKind
from course.content.texts import Inline, Part, Title


class Step(Part, frozen=True):
    label: Title
    text: Inline


class StepsFigure(FigureKind, frozen=True, kw_only=True, tag_field="kind", tag="steps"):
    steps: Annotated[tuple[Step, ...], Meta(min_length=2, max_length=7)]

    @property
    def texts(self) -> tuple[str, ...]:
        """What is done in each step."""
        return tuple(step.text for step in self.steps)

    @property
    def labels(self) -> tuple[str, ...]:
        """What each step is called."""
        return tuple(step.label for step in self.steps)
