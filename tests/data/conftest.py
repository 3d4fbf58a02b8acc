"""A meeting to open, for the tests that need one lying in an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.locations import locate
from tests.data.opener import MEETING, Desk, put


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(locate({}, tmp_path))
    yield desk
    desk.close()


@pytest.fixture
def document(desk: Desk) -> Path:
    return put(desk, MEETING)
