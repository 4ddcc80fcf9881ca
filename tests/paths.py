"""Where the tests find the project and their fixtures."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "modules"
DOCS = ROOT / "docs"
FIXTURES = ROOT / "tests" / "fixtures"
TEA = FIXTURES / "tea"
"""A small sound course."""
BAD = FIXTURES / "bad"
"""Courses with one fault each, and the sound one that they differ from."""
