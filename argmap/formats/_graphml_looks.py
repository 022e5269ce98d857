"""How a map looks in yEd, Gephi and igraph: palettes, box sizes, and the `y:` elements.

Pale fills stand behind text in yEd's boxes, strong colours are for dots and lines. Shapes and
line styles say the same as the colours do, for whoever cannot tell them apart.

Source: colours after M. Okabe and K. Ito, Color Universal Design (2008); the elements are those
of http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd, as yEd 3 writes them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

LINE_LONGEST: Final = 24
"""Characters of a box's line, about."""
_ACROSS: Final = 7
"""Points that a character of 12-point text takes, about."""
_DOWN: Final = 16
"""Points from one line of a box to the next."""
_MARGIN: Final = 14
_WIDE = re.compile("[\u1100-\u1fff\u2e80-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Look:
    """How nodes of a kind look.

    Attributes:
        strong: Colour of dots and borders, `#RRGGBB`.
        pale: Colour behind text.
        shape: yEd's name of the shape.
        border: yEd's name of the border's line.
        widen: Points by which the shape must be wider than its text's margin asks.
    """

    strong: str
    pale: str
    shape: str
    border: str = "line"
    widen: int = 0


LOOKS: Final[Mapping[str, Look]] = {
    "claim": Look("#0072B2", "#DCEBF6", "roundrectangle"),
    "gain": Look("#009E73", "#D6F0E6", "hexagon", widen=40),
    "cost": Look("#D55E00", "#FBE1D1", "octagon", widen=24),
    "evidence": Look("#B8860B", "#FBF0CC", "rectangle"),
    "assumption": Look("#A6508C", "#F5E2EE", "roundrectangle", "dashed"),
    "inference": Look("#7F7F7F", "#EEEEEE", "ellipse", widen=16),
}
COLOURS: Final[Mapping[str, str]] = {
    "supports": "#0072B2",
    "rebuts": "#D55E00",
    "undercuts": "#C23B94",
    "premise": "#7F7F7F",
}
"""Colour of an edge by its relation."""
_LINES: Final = {
    "supports": ("line", "1.5", "standard"),
    "rebuts": ("dashed", "1.5", "diamond"),
    "undercuts": ("dotted", "2.0", "white_diamond"),
    "premise": ("line", "1.0", "none"),
}
_WIDEN: Final = {kind: 2 * _MARGIN + look.widen for kind, look in LOOKS.items()}


# What yEd takes for granted (12-point black text in the middle, straight lines) is left out.


def _before(look: Look) -> str:
    border = f'<y:BorderStyle color="{look.strong}" type="{look.border}" width="1.5"/>'
    return f'"/><y:Fill color="{look.pale}"/>{border}<y:NodeLabel>'


def _edge(relation: str) -> str:
    line, width, head = _LINES[relation]
    return (
        f'<data key="edgegraphics"><y:PolyLineEdge><y:LineStyle color="{COLOURS[relation]}"'
        f' type="{line}" width="{width}"/><y:Arrows source="none" target="{head}"/></y:PolyLineEdge></data>'
    )


_BEFORE: Final = {kind: _before(look) for kind, look in LOOKS.items()}
_AFTER: Final = {
    kind: f'</y:NodeLabel><y:Shape type="{look.shape}"/></y:ShapeNode></data>' for kind, look in LOOKS.items()
}
EDGE: Final[Mapping[str, str]] = {relation: _edge(relation) for relation in _LINES}
"""What yEd draws for an edge, by its relation."""


def box(kind: str, lines: str, x: int, y: int, longest: int) -> str:
    """Return what yEd draws for a node.

    Args:
        kind: The node's kind.
        lines: Its title as `wrapped` gives it, escaped for XML.
        x: The middle of the box in points, growing to the right.
        y: The same, growing downwards.
        longest: Characters of its longest line, about; what is wide counts twice.
    """
    width = longest * _ACROSS + _WIDEN[kind]
    height = (lines.count("\n") + 1) * _DOWN + _MARGIN
    return (
        f'<data key="nodegraphics"><y:ShapeNode><y:Geometry height="{height}" width="{width}"'
        f' x="{x - width // 2}" y="{y - height // 2}{_BEFORE[kind]}{lines}{_AFTER[kind]}'
    )


def wrapped(title: str) -> tuple[str, int]:
    """Return a title of one line broken into lines, and the length of the longest, about.

    What is wide, as Chinese is, counts twice.
    """
    wide = 0 if title.isascii() or not _WIDE.search(title) else len(_WIDE.findall(title))
    whole = len(title) + wide
    if whole <= LINE_LONGEST:
        return title, whole
    return "\n".join(_lines_of(LINE_LONGEST * len(title) // whole).findall(title)), LINE_LONGEST


@cache
def _lines_of(most: int) -> re.Pattern[str]:
    """Return what finds the lines of a title: up to a space, or so many characters of a longer word."""
    return re.compile(rf"(.{{1,{most}}}(?= |\Z)|.{{{most}}}) ?")
