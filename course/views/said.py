"""What a kind has to say, in the words of the interface and with the numbers of the clinic."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.content.kinds.said import Said
    from course.views.context import Context


def in_words(said: Said, context: Context) -> str:
    """A text as its author wrote it, or a word of the interface.

    Where the clinic has a number, the word that names it takes the place of the one that does not.
    """
    if isinstance(said, str):
        return said
    words, phone = context.words, context.clinic.phone
    numbered = f"{said.name}_number"
    name = numbered if phone and numbered in words else said.name
    return words(name, number=context.emergency_number, phone=phone, **said.values)
