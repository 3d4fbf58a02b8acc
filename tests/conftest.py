"""What holds for every test: generated cases take the time they need on a busy machine."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.soak.catalogue import NAME

settings.register_profile("malstyrt", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("malstyrt")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the tests of faults, so that `make soak` finds them wherever they stand."""
    if NAME.match(item.name):
        item.add_marker("fault")
