"""Folders that a test makes for the program are as the program would make them: it refuses open ones."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _closed_folders() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)
