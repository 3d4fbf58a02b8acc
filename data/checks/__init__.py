"""What a referat lacks or should not hold: rules as data, small pure functions, no blame.

A group of rules a file (`people`, `frame`, `agenda`, `services`, `goals`, `tiltak`, `deadlines`, `life`,
`limits`); `points` is the table that puts them in reading order, `steps` says which structures they are for,
`standard` what a profile asks of a meeting, and `report` asks them. `language` is how it is worded and
`privacy` what nobody should read, both by words that stand in files (`tables`, `phrases`, `tokens`, `names`).
"""

from __future__ import annotations

from data.checks.finding import Concern, Finding, Requirement, Severity, State, Words
from data.checks.report import as_json, complete, findings, missing, requirements

__all__ = [
    "Concern",
    "Finding",
    "Requirement",
    "Severity",
    "State",
    "Words",
    "as_json",
    "complete",
    "findings",
    "missing",
    "requirements",
]
