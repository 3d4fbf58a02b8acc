"""A meeting as Markdown that people read, and back."""

from data.markdown.bytes import read_bytes
from data.markdown.draft import Problem
from data.markdown.public import public
from data.markdown.reading import Reading, read
from data.markdown.writing import write

__all__ = ["Problem", "Reading", "public", "read", "read_bytes", "write"]
