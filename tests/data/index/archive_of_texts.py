"""A small archive to search in, and the plain truth about what is in it."""

from __future__ import annotations

from pathlib import Path

from data.index import Filter, Index
from data.locations import Locations

PAGE = """---
malstyrt: "1"
id: "{id}"
status: "{status}"
---

# Referat: {kind} for {group}

- **Dato:** {date}
- **Sted:** Rådhuset

## Deltakere

| Navn | Rolle |
|------|-------|
| {person} | lærer |

## Oppsummering

{text}
"""


def put(  # noqa: PLR0913 - named, and each with a default
    locations: Locations,
    name: str,
    text: str = "",
    *,
    group: str = "SOL-7",
    kind: str = "samarbeidsmøte",
    date: str = "24.11.2026",
    status: str = "referat",
    person: str = "Kari Kladd",
) -> Path:
    """Write a referat by hand."""
    path = locations.groups / group.lower() / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    page = PAGE.format(id=name, status=status, kind=kind, group=group, date=date, person=person, text=text)
    path.write_text(page, "utf-8")
    return path


def found(locations: Locations, query: str, wanted: Filter = Filter(), most: int = 50) -> list[str]:  # noqa: B008 - a value
    """Look at the files, search, and give the ids of the hits in their order."""
    with Index(locations) as index:
        index.look()
        return [hit.document.id for hit in index.search(query, wanted, most=most)]


def listed(locations: Locations, wanted: Filter = Filter()) -> list[str]:  # noqa: B008 - a value
    """Look at the files, and give the ids of the documents in their order."""
    with Index(locations) as index:
        index.look()
        return [document.id for document in index.documents(wanted)]
