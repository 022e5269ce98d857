"""How statements look wherever they are shown: glyphs, fills, and how a long text is cut."""

from collections.abc import Mapping
from typing import Final

from argmap.model import Kind

GLYPHS: Final[Mapping[Kind, str]] = {
    "claim": "■",
    "gain": "▲",
    "cost": "▼",
    "evidence": "●",
    "assumption": "○",
}
FILLS: Final[Mapping[Kind, tuple[str, str]]] = {
    "claim": ("#f2f2f2", "#404040"),
    "gain": ("#d9f2ea", "#00785a"),
    "cost": ("#fde6d6", "#b34d00"),
    "evidence": ("#dcebf7", "#0060a0"),
    "assumption": ("#fbf6d0", "#7a6a00"),
}
"""The colour of a box and of its border, `#rrggbb`."""


def cut(text: str, longest: int) -> str:
    """Return the text, shortened with an ellipsis when it is longer than so many code points."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
