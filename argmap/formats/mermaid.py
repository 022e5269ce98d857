"""The graph as a Mermaid flowchart, for Markdown pages that draw it.

Carries words, kinds and relations. Not read back. Every text is written in Mermaid's own
character references, so that none of it is taken for markup or for a directive.

Source: Mermaid's flowchart syntax, https://mermaid.js.org/syntax/flowchart.html.
"""

import re
from collections.abc import Iterator
from typing import Final

from argmap.controls import one_line
from argmap.model import ArgumentMap, Kind, Link, Node, Relation

LONGEST: Final = 300
GLYPHS: Final[dict[Kind, str]] = {"claim": "■", "gain": "▲", "cost": "▼", "evidence": "●", "assumption": "○"}
CLASSES: Final = """\
  classDef claim fill:#f2f2f2,stroke:#404040,color:#000
  classDef gain fill:#d9f2ea,stroke:#00785a,color:#000
  classDef cost fill:#fde6d6,stroke:#b34d00,color:#000
  classDef evidence fill:#dcebf7,stroke:#0060a0,color:#000
  classDef assumption fill:#fbf6d0,stroke:#7a6a00,color:#000
"""
ARROWS: Final[dict[Relation, str]] = {
    "supports": "-->|because|",
    "rebuts": "-.->|but|",
    "undercuts": "-.-x|unless|",
}
_MARKUP: Final = re.compile(r"[^\w \-.,!?()’‘“”–—…/+€£]")
"""Whatever could mean something to Mermaid, Markdown or HTML."""


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield the map as a flowchart; `plain` leaves the colours out."""
    yield "flowchart RL\n"
    names = {node.id: f"n{number}" for number, node in enumerate(m.nodes, 1)}
    boxed = [link for link in m.links if len(link.premises) > 1 or link.id in m.links_onto]
    names |= {link.id: f"i{number}" for number, link in enumerate(boxed, 1)}
    for node in m.nodes:
        yield _node(node, names, plain=plain)
    for link in m.links:
        yield from _link(link, names)
    if not plain:
        yield CLASSES


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
    line = one_line(text)
    line = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
    return _MARKUP.sub(lambda found: f"#{ord(found[0])};", line)
