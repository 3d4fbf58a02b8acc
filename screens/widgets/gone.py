"""What widgets leave behind once they are gone from the screen."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache


def let_go_of_what_is_gone() -> None:
    """Give back the memory of widgets that are gone, which takes some 10 ms: to be done in a pause.

    Textual keeps the lines of the last thousand widgets. A widget and its children hold each other, so
    they would be gone only when the collector comes by: in the middle of a word, and some steps later.
    """
    StylesCache.get_inner_outer.cache_clear()
    gc.collect()
