"""All that drawing needs besides a view: the course in a language, and a theme."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from textual.theme import Theme

from course.ui.paint.brush import Brush

if TYPE_CHECKING:
    from course.content.compiled import Edition
    from course.content.kinds.figures import Drawn, Picture
    from course.language import Words

VOLUME = re.compile(r" \d+(\(\d+\))?$")
"""What a journal's name ends with; the page of sources has it."""


class Kit:
    """Made once for a language and a theme, and used for every view in them."""

    def __init__(
        self,
        edition: Edition,
        theme: Theme,
        *,
        fewer_signs: bool = False,
        cell: tuple[int, int] | None = None,
        unseen: Collection[str] = (),
    ) -> None:
        """`fewer_signs` is for a terminal whose font lacks the quarters of a cell; `unseen` are
        pictures that could not be drawn."""
        self._edition, self._theme, self._unseen = edition, theme, unseen
        self.cell = cell
        """The pixels of a cell, its width and height; None where no pictures are drawn."""
        self.brush = Brush(theme, fewer_signs=fewer_signs)

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self._edition.words

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """The drawings of the course in cells, by their names."""
        return self._edition.course.pictures

    @property
    def svgs(self) -> Mapping[str, Drawn]:
        """The pictures that are drawn here, by their names; none where the terminal draws none, or
        where no three of its colors stand out from each other."""
        if not self.shows(""):
            return {}
        svgs = self._edition.course.svgs
        if not self._unseen:
            return svgs
        return {name: svg for name, svg in svgs.items() if name not in self._unseen}

    def shows(self, name: str) -> bool:
        """Whether pictures are drawn here at all, and this one can be."""
        few = self.brush.boxed or self.brush.fewer_signs
        return self.cell is not None and not few and name not in self._unseen

    @cached_property
    def without_pictures(self) -> Kit:
        """The same for a terminal that draws none."""
        if self.cell is None:
            return self
        return Kit(self._edition, self._theme, fewer_signs=self.brush.fewer_signs)

    def source(self, cited: str) -> str:
        """A short name of a source, or of the first one of a claim, with its year if it has one."""
        course = self._edition.course
        claim = course.claims.get(cited)
        source = course.sources[claim.sources[0] if claim else cited]
        name = VOLUME.sub("", source.published)
        return f"{name} {source.year}" if source.year else name
