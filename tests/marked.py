"""Translations of which somebody says that they are those of the original as it stands there."""

import datetime
from pathlib import Path

from course.content import translators


def mark_as_translated(folder: Path, language: str = "es") -> Path:
    """Keep that all of a language is the translation of the original; tells the folder."""
    under = translators.under_translation(folder, language)
    translators.confirm(under, under.items, "A translator", datetime.date(2026, 11, 22))
    return folder
