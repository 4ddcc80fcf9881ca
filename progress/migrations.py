"""From every shape that a learner's file has had to the one of today, a step for each.

A file is brought up in memory whenever it is read, and has the shape of today on the disk from its
next save on. There is no way down: a program that is older than a file refuses it and leaves it as
it is, and goes on with it as soon as the newer one is back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from progress.checked_json import Tables
from progress.errors import NewerSchema
from progress.records import SCHEMA

Row = dict[str, Any]


def brought_up(tables: Tables) -> Tables:
    """The tables in the shape of today; the same ones if they have it.

    Raises NewerSchema for a shape that is newer, or that there never was. Whether all fits the
    shape that it says to have is not looked at.
    """
    learner = tables.get("learner", {})
    if {_schema(row) for row in learner.values()} == {SCHEMA}:
        return tables
    return {**tables, "learner": {key: learner_brought_up(row) for key, row in learner.items()}}


def learner_brought_up(row: Row) -> Row:
    """The document of the table `learner` in the shape of today. Raises NewerSchema."""
    schema = _schema(row)
    if not 1 <= schema <= SCHEMA:
        raise NewerSchema
    for step in _STEPS[schema - 1 :]:
        row = step(row)
    return row


def _with_clock(row: Row) -> Row:
    """1 to 2: it is known whether the clock could be believed. Until then it always was."""
    return {**row, "schema": 2, "clock": "believed"}


_STEPS: list[Callable[[Row], Row]] = [_with_clock]
"""The first one leads from 1 to 2."""


def _schema(row: Row) -> int:
    schema = row.get("schema")
    return schema if type(schema) is int else 0
