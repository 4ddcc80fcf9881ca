"""How large a code for a phone may be on the screen of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.flow.navigator import Navigator
    from course.ui.stage.stage import Stage


def code_room(stage: Stage, navigator: Navigator) -> int:
    """How many modules it may have on each side, its quiet zone included; 0 where none fits."""
    # Only whoever takes something on a phone waits for it.
    from course.ui.paint.layouts import phone

    kit = stage.sheets.kit(stage.app.current_theme, navigator.context, stage.wall)
    return phone.code_room(stage.size, kit)
