"""The course: what it is, how it is shown, and how a person goes through it."""

__version__ = "0.1.0"
