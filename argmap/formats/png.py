"""The map as a picture in PNG, drawn by Graphviz, sharp enough to be printed on paper."""

from collections.abc import Iterator
from typing import Final

from argmap.formats._graphviz import picture
from argmap.looks import USUAL, Look
from argmap.model import ArgumentMap

DOTS: Final = 144
"""Dots per inch."""
SIDE: Final = 100
"""Inches of the longest side; a larger picture is drawn smaller: more than 32,767 dots there cannot be."""


def write(m: ArgumentMap, *, plain: bool = False, look: Look = USUAL) -> Iterator[bytes]:
    """Yield the picture; `plain` leaves fills, glyphs and the legend out.

    Raises:
        RequestError: there is no Graphviz, or it does not come to an end with this map.
    """
    yield picture(m, "png", plain=plain, look=look, settings=[f'dpi={DOTS}; size="{SIDE},{SIDE}"'])
