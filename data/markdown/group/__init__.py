"""A group as Markdown that people read, and back."""

from data.markdown.group.normal import public_group
from data.markdown.group.reading import GroupReading, read_group, read_group_bytes
from data.markdown.group.writing import write_group

__all__ = ["GroupReading", "public_group", "read_group", "read_group_bytes", "write_group"]
