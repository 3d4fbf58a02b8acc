"""What a viewer shows of a document, by the parser that people's own viewers are like."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable("table")


def body(text: str) -> str:
    """Give a document without its front matter."""
    return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text


def headings(text: str) -> list[tuple[str, str]]:
    """Give the headings that a viewer shows, of any depth, with their text."""
    tokens = PARSER.parse(body(text))
    return [
        (token.tag, shown(tokens[place + 1]))
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def shown(inline: Token) -> str:
    """Give the text that a viewer shows of a piece of running text; fails on links, pictures and HTML."""
    return "".join(_text(token) for token in inline.children or [])


def _text(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"} or (token.type, token.content) == ("html_inline", "<br>"):
        return "\n"
    assert token.type in {"text", "text_special", "strong_open", "strong_close"}, token
    return token.content


def pieces(text: str) -> list[str]:
    """Give every piece of text that a viewer shows, in order."""
    return [shown(token) for token in PARSER.parse(body(text)) if token.type == "inline"]


def kinds(text: str) -> set[str]:
    """Give the kinds of blocks that a viewer makes."""
    return {token.type for token in PARSER.parse(body(text))}
