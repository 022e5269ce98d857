"""The graph for Graphviz: reasons point to what they bear on, linked premises meet in a dot.

Carries words, kinds and relations; what else a node says is in its tooltip. Not read back.
"""

from collections.abc import Iterator

from argmap.formats._digraph import digraph
from argmap.looks import USUAL, Look
from argmap.model import ArgumentMap


def write(m: ArgumentMap, *, plain: bool = False, look: Look = USUAL) -> Iterator[str]:
    """Yield the map as a digraph; `plain` leaves fills, glyphs and the legend out."""
    return digraph(m, plain=plain, look=look)
