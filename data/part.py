"""The base of everything a meeting is made of: frozen values that carry an id."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value; a change gives a new one."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Part(Value):
    """A value that stands in a list of the meeting and is addressed by its `id`."""

    id: str
