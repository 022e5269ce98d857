"""The map as an outline in one page of HTML, without script, style or anything fetched.

Written. Everything of the map is escaped, and the page's own policy forbids whatever is not text.

Source: HTML, https://html.spec.whatwg.org; Content Security Policy Level 3.
"""

from collections.abc import Iterator
from html import escape

from argmap.controls import one_line
from argmap.formats._outline import DEEPEST, aside, lines
from argmap.model import ArgumentMap

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
"""


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield the page; `plain` leaves bold and italic letters out."""
    strong, soft = ("span", "span") if plain else ("b", "i")
    yield _HEAD.replace("{title}", _escaped(m.title or "An argument map"))
    depth = -1
    for line in lines(m):
        level = min(line.depth, DEEPEST)
        yield "<ul>\n" * (level - depth) if level > depth else "</li>\n" + "</ul></li>\n" * (depth - level)
        depth = level
        word = f"<{strong}>{line.word}</{strong}> " if line.word else ""
        said = aside(line.node)
        beside = f" <{soft}>({_escaped(said)})</{soft}>" if said else ""
        node_id = line.node.id
        if line.again:
            yield f'<li>{word}<a href="#{node_id}">{_escaped(line.node.text)}</a>{beside}'
        else:
            yield f'<li id="{node_id}">{word}{_escaped(line.node.text)}{beside}'
    yield "</li>\n" + "</ul></li>\n" * depth + "</ul>\n" if depth >= 0 else ""
    yield "</body>\n</html>\n"


def _escaped(text: str) -> str:
    return escape(one_line(text))
