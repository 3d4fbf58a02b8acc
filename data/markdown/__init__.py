"""A meeting as Markdown that people read, and back."""

from data.markdown.draft import Problem
from data.markdown.public import public
from data.markdown.reading import Reading, read, read_bytes
from data.markdown.writing import write

__all__ = ["Problem", "Reading", "public", "read", "read_bytes", "write"]
