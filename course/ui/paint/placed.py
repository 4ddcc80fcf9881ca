"""Where a picture stands over the cells of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Region

if TYPE_CHECKING:
    from course.ui.pixels.badges import Badge
    from course.ui.pixels.document import Frame, Lead


class Placed(NamedTuple):
    """A picture over whole cells of a sheet: what is drawn, and where."""

    name: str
    """Of its file under pictures/, without `.svg`."""
    region: Region
    """Columns and rows of the screen; of a body that is laid out, before its window moves it."""
    box: Frame
    """Left, top, width and height of the part of it that fills the region, in its own units.

    The part has the proportion of the region, and may reach beyond the view box: blank there.
    """
    leads: tuple[Lead, ...] = ()
    """Lines from the row of a label, at the picture's edge, to its point, in its own units."""
    on: str = ""
    """The id of the place that is chosen on a map; empty for none."""
    svg: str = ""
    """What is drawn, where it is no file. It may be a person's own, and is not kept."""
    badges: tuple[Badge, ...] = ()
    """The signs of the keys that press its places."""

    def moved(self, x: int, y: int) -> Placed:
        """The same picture, so many columns and rows further on."""
        return self._replace(region=self.region.translate((x, y)))

    def signed(self, badges: tuple[Badge, ...]) -> Placed:
        """The same picture with the signs of keys on it."""
        return self._replace(badges=badges)

    def pointed(self, on: str) -> Placed:
        """The same picture with a place chosen on it."""
        badges = tuple(each.pointed(on) for each in self.badges)
        return self._replace(on=on, badges=badges)
