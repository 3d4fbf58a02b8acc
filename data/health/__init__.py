"""Whether all is well with what the program keeps, and where it keeps it. Mends nothing."""

from data.health.finding import Finding, Level
from data.health.folders import folders
from data.health.journals import journals
from data.health.kept_on import disks, sqlite
from data.health.records import records
from data.health.rules import rules

__all__ = ["Finding", "Level", "disks", "folders", "journals", "records", "rules", "sqlite"]
