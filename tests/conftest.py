"""What holds for every test: generated cases take the time they need on a busy machine."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("malstyrt", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("malstyrt")
