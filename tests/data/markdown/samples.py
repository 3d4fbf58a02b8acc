"""The documents that lie beside the tests, by name."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "samples"


def sample(name: str) -> str:
    """Give the text of a sample."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")
