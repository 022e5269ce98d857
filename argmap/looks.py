"""How statements look wherever they are shown: glyphs, palettes, and how a long text is cut."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

from argmap.controls import one_line
from argmap.model import Kind, Relation

Theme = Literal["light", "dark", "print"]
Direction = Literal["rl", "lr", "bt", "tb"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
DIRECTIONS: Final[tuple[Direction, ...]] = get_args(Direction)
READABLE: Final = 300
"""Boxes of the largest picture that can be read as a whole; more are a ribbon to search in."""

GLYPHS: Final[Mapping[Kind, str]] = {
    "claim": "■",
    "gain": "▲",
    "cost": "▼",
    "evidence": "●",
    "assumption": "○",
}


class Look(NamedTuple):
    """How a picture is wanted.

    Attributes:
        theme: Its colours: on white, on black, or black and white, for paper.
        direction: Where its arrows run: from right to left, so that the thesis stands on the left,
            from left to right, from bottom to top or from top to bottom.
    """

    theme: Theme = "light"
    direction: Direction = "rl"


USUAL: Final = Look()
"""On white, the thesis on the left."""


class Palette(NamedTuple):
    """The colours of a picture, each `#rrggbb`.

    Attributes:
        paper: What it is drawn on.
        ink: Its letters.
        boxes: The fill of a box and its border, by kind.
        lines: The lines, by what they say.
    """

    paper: str
    ink: str
    boxes: Mapping[Kind, tuple[str, str]]
    lines: Mapping[Relation, str]


PALETTES: Final[Mapping[Theme, Palette]] = {
    "light": Palette(
        "#ffffff",
        "#000000",
        {
            "claim": ("#f2f2f2", "#404040"),
            "gain": ("#d9f2ea", "#00785a"),
            "cost": ("#fde6d6", "#b34d00"),
            "evidence": ("#dcebf7", "#0060a0"),
            "assumption": ("#fbf6d0", "#7a6a00"),
        },
        {"supports": "#0072b2", "rebuts": "#d55e00", "undercuts": "#b5569a"},
    ),
    "dark": Palette(
        "#16181d",
        "#f2f2f2",
        {
            "claim": ("#30333a", "#b8bcc6"),
            "gain": ("#0c3b30", "#3fc79f"),
            "cost": ("#4a240c", "#f08a45"),
            "evidence": ("#10324f", "#6cb4ee"),
            "assumption": ("#3b360a", "#d8c84a"),
        },
        {"supports": "#56b4e9", "rebuts": "#f08a45", "undercuts": "#e08fc8"},
    ),
    "print": Palette(
        "#ffffff",
        "#000000",
        {
            "claim": ("#ffffff", "#000000"),
            "gain": ("#ffffff", "#000000"),
            "cost": ("#ffffff", "#000000"),
            "evidence": ("#ffffff", "#000000"),
            "assumption": ("#ffffff", "#000000"),
        },
        {"supports": "#000000", "rebuts": "#000000", "undercuts": "#000000"},
    ),
}
"""Okabe and Ito's hues; no red against green. What they say, glyphs, words and kinds of line say too."""
FILLS: Final[Mapping[Kind, tuple[str, str]]] = PALETTES["light"].boxes
"""The colour of a box and of its border, `#rrggbb`, on white."""


def cut(text: str, longest: int) -> str:
    """Return the text, shortened with an ellipsis when it is longer than so many code points."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def cut_line(text: str, longest: int) -> str:
    """Return the beginning of a text on one line, as `cut` does; what is left out costs no time."""
    head = text[: 4 * longest]
    return cut(one_line(head) + ("…" if len(head) < len(text) else ""), longest)
