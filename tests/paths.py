"""Where the tests find the project and their fixtures."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "modules"
DOCS = ROOT / "docs"
FIXTURES = ROOT / "tests" / "fixtures"
TEA = FIXTURES / "tea"
"""A small sound course."""
BILINGUAL = FIXTURES / "bilingual"
"""A sound one in English and Spanish, about a visit for a shot."""
BAD = FIXTURES / "bad"
"""Courses with one fault each, and the sound one that they differ from."""
