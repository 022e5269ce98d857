"""Where a statement stands, as selectors: what locks and annotations write.

Source: W3C Web Annotation Data Model, 4.2.4 TextQuoteSelector and 4.2.5 TextPositionSelector. For
maps that may not carry the source's words there is a selector of our own, with SHA-256 digests
in place of the words.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeAlias

QUOTE: Final = "TextQuoteSelector"
POSITION: Final = "TextPositionSelector"
DIGEST: Final = "argmap:TextDigestSelector"
PLACE: Final = "argmap:PlaceSelector"
WORDS: Final = ("exact", "prefix", "suffix")


class Stretch(NamedTuple):
    """A stretch of the source on which a statement stands.

    Attributes:
        start: Where it begins, in code points.
        end: Where it ends, half-open.
        exact: Its words, or their digest; empty where neither is told.
        prefix: The words just before it, or their digest.
        suffix: The words just after it, or their digest.
    """

    start: int
    end: int
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


Places: TypeAlias = Mapping[tuple[str, str], Stretch]
"""Where anchors stand: by the id of the statement, and `quote` or the place as the map writes it."""


def position_selector(stretch: Stretch) -> dict[str, Any]:
    """Return the selector of its position."""
    return {"type": POSITION, "start": stretch.start, "end": stretch.end}


def words_selector(stretch: Stretch, *, digests: bool = False) -> dict[str, Any]:
    """Return the selector of its words, or of their digests."""
    return {"type": DIGEST if digests else QUOTE, **dict(zip(WORDS, stretch[2:], strict=True))}
