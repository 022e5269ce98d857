"""The graph for Graphviz: reasons point to what they bear on, linked premises meet in a dot.

Carries words, kinds and relations; what else a node says is in its tooltip. Not read back.

Source: the DOT language, https://graphviz.org/doc/info/lang.html; a quoted string has at most
16,384 bytes there.
"""

import re
import textwrap
from collections.abc import Iterator
from typing import Final

from argmap.controls import one_line
from argmap.looks import FILLS, GLYPHS, cut
from argmap.model import ArgumentMap, Link, Node, Relation

WIDTH: Final = 28
LONGEST: Final = 4_000
"""Characters of the longest label; four bytes each stay below Graphviz' limit."""
_ENTITY: Final = re.compile(r"&(?=#?\w+;)", re.ASCII)
"""An ampersand that Graphviz would take, with what follows, for one character."""
EDGES: Final[dict[Relation, str]] = {
    "supports": 'color="#0072b2"',
    "rebuts": 'color="#d55e00", style=dashed, arrowhead=tee',
    "undercuts": 'color="#b5569a", style=dotted, arrowhead=odiamond',
}


def write(m: ArgumentMap, *, plain: bool = False) -> Iterator[str]:
    """Yield the map as a digraph; `plain` leaves fills and glyphs out."""
    yield "digraph argmap {\n"
    yield f"  label={_quoted(m.title)}; labelloc=t;\n" if m.title else ""
    yield '  rankdir=RL; ranksep=0.5; nodesep=0.2; fontname="Helvetica";\n'
    yield '  node [shape=box, fontname="Helvetica", fontsize=10, margin="0.12,0.06"];\n'
    yield '  edge [fontname="Helvetica", fontsize=9, arrowsize=0.7];\n'
    for node in m.nodes:
        yield _node(node, plain=plain)
    for link in m.links:
        yield from _link(m, link)
    yield "}\n"


def _node(node: Node, *, plain: bool) -> str:
    fill, line = FILLS[node.kind]
    glyph = f"{node.kind}: " if plain else f"{GLYPHS[node.kind]} "
    dashed = ",dashed" if node.implicit else ""
    looks = "" if plain else f', style="filled{dashed}", fillcolor="{fill}", color="{line}"'
    tooltip = _quoted(node.text)
    return f"  {_quoted(node.id)} [label={_label(glyph + node.title)}, tooltip={tooltip}{looks}];\n"


def _link(m: ArgumentMap, link: Link) -> Iterator[str]:
    looks = EDGES[link.relation]
    target = _quoted(link.target)
    label = f", label={_label(link.scheme)}" if link.scheme else ""
    if link.id not in m.inferences:
        yield f"  {_quoted(link.premises[0])} -> {target} [{looks}{label}];\n"
        return
    meeting = _quoted(link.id)
    yield f'  {meeting} [shape=point, width=0.08, label="", tooltip={meeting}];\n'
    for premise in link.premises:
        yield f"  {_quoted(premise)} -> {meeting} [{looks.partition(', arrowhead')[0]}, arrowhead=none];\n"
    yield f"  {meeting} -> {target} [{looks}{label}];\n"


def _label(text: str) -> str:
    lines = textwrap.wrap(cut(one_line(text), LONGEST), WIDTH) or [""]
    return '"' + "\\n".join(_escaped(line) for line in lines) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(cut(one_line(text), LONGEST))}"'


def _escaped(text: str) -> str:
    return _ENTITY.sub("&amp;", text).replace("\\", "\\\\").replace('"', '\\"')
