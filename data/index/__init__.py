"""The search over the documents: derived from them, kept in the cache, safe to delete at any time.

Loads no models and no parser: `malstyrt sok` answers before those would be there.
"""

from data.index.filter import Filter
from data.index.hits import Hit, HitLine
from data.index.index import Index

__all__ = ["Filter", "Hit", "HitLine", "Index"]
