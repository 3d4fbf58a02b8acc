"""One typed line that makes a tiltak: `Ringe BUP @kari !fre #skolen`."""

from __future__ import annotations

from data.tiltak_line.completing import Candidate, Completion, complete
from data.tiltak_line.parsing import Choice, TiltakLine, parse
from data.tiltak_line.writing import as_line

__all__ = ["Candidate", "Choice", "Completion", "TiltakLine", "as_line", "complete", "parse"]
