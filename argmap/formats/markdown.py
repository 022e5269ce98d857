"""The map as an outline in Markdown, for notes, wikis and reviews.

Written. Every text is on one line, with all that Markdown or HTML could take for markup escaped.

Source: CommonMark, https://spec.commonmark.org.
"""

from collections.abc import Iterator

from argmap.commonmark import escaped
from argmap.formats._outline import DEEPEST, aside, lines
from argmap.model import ArgumentMap


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield a list within a list; `plain` leaves bold and italic letters out."""
    strong, soft = ("", "") if plain else ("**", "*")
    if m.title is not None:
        yield f"# {escaped(m.title)}\n\n"
    for line in lines(m):
        word = f"{strong}{line.word}{strong} " if line.word else ""
        said = aside(line.node)
        beside = f" {soft}({escaped(said)}){soft}" if said else ""
        again = f" {soft}(see above){soft}" if line.again and m.links_onto.get(line.node.id) else ""
        yield f"{'  ' * min(line.depth, DEEPEST)}- {word}{escaped(line.node.text)}{beside}{again}\n"
