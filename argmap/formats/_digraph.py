"""The graph in Graphviz' language: for the format of that name, and for pictures that Graphviz draws.

Source: the DOT language, https://graphviz.org/doc/info/lang.html; a quoted string has at most
16,384 bytes there.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from argmap.looks import GLYPHS, PALETTES, USUAL, Look, cut_line
from argmap.model import KINDS, ArgumentMap, Kind, Link, Node, Relation

WIDTH: Final = 28
TITLE_WIDTH: Final = 90
LONGEST: Final = 4_000
"""Characters of the longest label; four bytes each stay below Graphviz' limit."""
_ENTITY: Final = re.compile(r"&(?=#?\w+;)", re.ASCII)
"""An ampersand that Graphviz would take, with what follows, for one character."""
_FONT: Final = 'fontname="Helvetica,Arial,sans-serif"'
LINES: Final[Mapping[Relation, tuple[str, str]]] = {
    "supports": ("", "normal"),
    "rebuts": (", style=dashed", "tee"),
    "undercuts": (", style=dotted, penwidth=1.5", "odiamond"),
}
"""How the line of a link is drawn, and its head."""
WORDED: Final[Mapping[Relation, str]] = {
    "supports": "→ because",
    "rebuts": "--| but",
    "undercuts": "··◇ unless",
}
"""What the legend says of them."""
PRINTED: Final[Mapping[Kind, tuple[str, str]]] = {
    "claim": ("", ""),
    "gain": (", penwidth=2.5", "thick frame"),
    "cost": (", peripheries=2", "double frame"),
    "evidence": (", shape=note", "dog-ear"),
    "assumption": ("", "round corners"),
}
"""What tells the kinds apart where there are no colours, and what the legend says of it."""


def digraph(
    m: ArgumentMap, *, plain: bool = False, look: Look = USUAL, settings: Iterable[str] = ()
) -> Iterator[str]:
    """Yield the map as a digraph, reasons pointing to what they bear on.

    Args:
        m: The map.
        plain: Leave fills, glyphs and the legend out.
        look: Its theme and direction.
        settings: Further settings of the graph, each in Graphviz' language: nothing of a map.
    """
    palette = PALETTES[look.theme]
    dark = look.theme == "dark"
    ink = f', fontcolor="{palette.ink}"' if dark else ""
    yield "digraph argmap {\n"
    lines = [*_wrapped(m.title or "", TITLE_WIDTH), *([] if plain or not m.nodes else _legend(m, look))]
    head = _joined(lines, "left")
    yield f"  label={head}; labelloc=t; labeljust=l; fontsize=12;\n" if lines else ""
    yield f"  rankdir={look.direction.upper()}; ranksep=0.4; nodesep=0.2; {_FONT};\n"
    yield f'  bgcolor="{palette.paper}"; fontcolor="{palette.ink}";\n' if dark else ""
    yield from (f"  {setting};\n" for setting in settings)
    yield f'  node [shape=box, {_FONT}, fontsize=10, margin="0.12,0.06"{ink}];\n'
    yield f"  edge [{_FONT}, fontsize=9, arrowsize=0.7{ink}];\n"
    for node in m.nodes:
        yield _node(node, look, plain=plain)
    for link in m.links:
        yield from _link(m, link, palette.lines[link.relation], palette.ink)
    yield "}\n"


def _legend(m: ArgumentMap, look: Look) -> Iterator[str]:
    kinds = {node.kind for node in m.nodes}
    relations = {link.relation for link in m.links}
    boxes = [f"{GLYPHS[kind]} {kind}{_printed(kind, look)}" for kind in KINDS if kind in kinds]
    arrows = [words for relation, words in WORDED.items() if relation in relations]
    joint = ["• only together"] if any(link.linked for link in m.links) else []
    yield "    ".join([*boxes, *arrows, *joint])


def _printed(kind: Kind, look: Look) -> str:
    words = PRINTED[kind][1] if look.theme == "print" else ""
    return f" ({words})" if words else ""


def _node(node: Node, look: Look, *, plain: bool) -> str:
    glyph = f"{node.kind}: " if plain else f"{GLYPHS[node.kind]} "
    label, tooltip = _joined(_wrapped(glyph + node.title, WIDTH)), _quoted(node.text)
    return f"  {_quoted(node.id)} [label={label}, tooltip={tooltip}{'' if plain else _frame(node, look)}];\n"


def _frame(node: Node, look: Look) -> str:
    fill, line = PALETTES[look.theme].boxes[node.kind]
    printed = look.theme == "print"
    rounded = ",rounded" if printed and node.kind == "assumption" else ""
    dashed = ",dashed" if node.implicit else ""
    extra = PRINTED[node.kind][0] if printed else ""
    return f', style="filled{rounded}{dashed}", fillcolor="{fill}", color="{line}"{extra}'


def _link(m: ArgumentMap, link: Link, colour: str, ink: str) -> Iterator[str]:
    style, head = LINES[link.relation]
    looks = f'color="{colour}"{style}'
    arrow = "" if head == "normal" else f", arrowhead={head}"
    target = _quoted(link.target)
    label = f", label={_joined(_wrapped(link.scheme, WIDTH))}" if link.scheme else ""
    if link.id not in m.inferences:
        yield f"  {_quoted(link.premises[0])} -> {target} [{looks}{arrow}{label}];\n"
        return
    meeting = _quoted(link.id)
    yield f'  {meeting} [shape=point, width=0.08, label="", tooltip={meeting}, color="{ink}"];\n'
    for premise in link.premises:
        yield f"  {_quoted(premise)} -> {meeting} [{looks}, arrowhead=none];\n"
    yield f"  {meeting} -> {target} [{looks}{arrow}{label}];\n"


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(cut_line(text, LONGEST), width)


def _joined(lines: list[str], stand: Literal["middle", "left"] = "middle") -> str:
    end = "\\l" if stand == "left" else "\\n"
    return '"' + end.join(_escaped(line) for line in lines) + (end if stand == "left" else "") + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(cut_line(text, LONGEST))}"'


def _escaped(text: str) -> str:
    return _ENTITY.sub("&amp;", text).replace("\\", "\\\\").replace('"', '\\"')
