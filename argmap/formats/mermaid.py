"""The graph as a Mermaid flowchart, for Markdown pages that draw it.

Carries words, kinds and relations. Not read back. Every text is written in Mermaid's own
character references, so that none of it is taken for markup or for a directive.

Source: Mermaid's flowchart syntax, https://mermaid.js.org/syntax/flowchart.html.
"""

import re
from collections.abc import Iterator
from typing import Final

from argmap.controls import one_line
from argmap.looks import GLYPHS, PALETTES, USUAL, Look, cut
from argmap.model import ArgumentMap, Link, Node, Relation

LONGEST: Final = 300
ARROWS: Final[dict[Relation, str]] = {
    "supports": "-->|because|",
    "rebuts": "-.->|but|",
    "undercuts": "-.-x|unless|",
}
_MARKUP: Final = re.compile(r"[^\w \-.,!?()’‘“”–—…/+€£]")
"""Whatever could mean something to Mermaid, Markdown or HTML."""


def write(m: ArgumentMap, *, plain: bool = False, look: Look = USUAL) -> Iterator[str]:
    """Yield the map as a flowchart; `plain` leaves the colours out."""
    yield f"flowchart {look.direction.upper()}\n"
    names = {node.id: f"n{number}" for number, node in enumerate(m.nodes, 1)}
    names |= {name: f"i{number}" for number, name in enumerate(m.inferences, 1)}
    for node in m.nodes:
        yield _node(node, names, plain=plain)
    for link in m.links:
        yield from _link(link, names)
    if not plain:
        palette = PALETTES[look.theme]
        for kind, (fill, line) in palette.boxes.items():
            yield f"  classDef {kind} fill:{fill},stroke:{line},color:{palette.ink}\n"


def _node(node: Node, names: dict[str, str], *, plain: bool) -> str:
    looks = "" if plain else f":::{node.kind}"
    mark = f"{node.kind}: " if plain else f"{GLYPHS[node.kind]} "
    return f'  {names[node.id]}["{mark}{_text(node.title)}"]{looks}\n'


def _link(link: Link, names: dict[str, str]) -> Iterator[str]:
    target = names[link.target]
    if link.id not in names:
        yield f"  {names[link.premises[0]]} {ARROWS[link.relation]} {target}\n"
        return
    meeting = names[link.id]
    yield f'  {meeting}(("&amp;"))\n' if link.linked else f'  {meeting}((" "))\n'
    for premise in link.premises:
        yield f"  {names[premise]} --- {meeting}\n"
    yield f"  {meeting} {ARROWS[link.relation]} {target}\n"


def _text(text: str) -> str:
    return _MARKUP.sub(lambda found: f"#{ord(found[0])};", cut(one_line(text), LONGEST))
