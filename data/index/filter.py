"""What is asked of a document besides its words."""

from __future__ import annotations

from typing import NamedTuple


class Filter(NamedTuple):
    """The documents wanted; "" and None want all.

    Small and large letters are alike. `kind` and `status` may be the beginning of one of their words,
    `person` a part of a participant's name.
    """

    group: str = ""
    kind: str = ""
    status: str = ""
    person: str = ""
    year: int | None = None
    former: tuple[str, ...] = ()
    """What the group is or was called besides."""
