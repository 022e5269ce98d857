"""The map as an outline in one page of HTML, without script, style or anything fetched.

Written. Everything of the map is escaped, and the page's own policy forbids whatever is not text.
"""

from collections.abc import Iterator

from argmap.formats._outline import DEEPEST, aside, lines
from argmap.hypertext import escaped, page
from argmap.model import ArgumentMap


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield the page; `plain` leaves bold and italic letters out."""
    title = m.title or "An argument map"
    yield from page(title, _body(m, title, plain=plain))


def _body(m: ArgumentMap, title: str, *, plain: bool) -> Iterator[str]:
    strong, soft = ("span", "span") if plain else ("b", "i")
    yield f"<h1>{escaped(title)}</h1>\n"
    depth = -1
    for line in lines(m):
        level = min(line.depth, DEEPEST)
        yield "<ul>\n" * (level - depth) if level > depth else "</li>\n" + "</ul></li>\n" * (depth - level)
        depth = level
        word = f"<{strong}>{line.word}</{strong}> " if line.word else ""
        said = aside(line.node)
        beside = f" <{soft}>({escaped(said)})</{soft}>" if said else ""
        node_id = line.node.id
        if line.again:
            yield f'<li>{word}<a href="#{node_id}">{escaped(line.node.text)}</a>{beside}'
        else:
            yield f'<li id="{node_id}">{word}{escaped(line.node.text)}{beside}'
    yield "</li>\n" + "</ul></li>\n" * depth + "</ul>\n" if depth >= 0 else ""
