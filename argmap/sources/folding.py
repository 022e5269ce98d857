"""Text with its typography evened out, and the way back to where each letter stood.

Quotation marks and dashes become the plain ones, white space one blank; soft hyphens and other
marks without width are left out. A long text is folded in blocks, and only the blocks that somebody
asks about are walked letter by letter, so that the way back costs no memory.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Final

BLOCK: Final = 4096
"""Code points that are folded at a time, white space that follows them aside."""

_EVEN: Final = {
    '"': "“”„‟«»″",
    "'": "‘’‚‛‹›′ʼ`´",
    "-": "‐‑‒–—―−",
    "...": "…",
    "fi": "ﬁ",
    "fl": "ﬂ",
}
_WIDTHLESS: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_TABLE: Final[dict[int, str | None]] = {
    **{ord(sign): even for even, signs in _EVEN.items() for sign in signs},
    **{ord(sign): None for sign in _WIDTHLESS},
}
_ODD: Final = rf"\A[\s{_WIDTHLESS}]+|[\s{_WIDTHLESS}]{{2,}}|[{_WIDTHLESS}…ﬁﬂ]"
"""What is not folded one letter to one."""
_BLOCKS: Final = rf"(?s).{{1,{BLOCK}}}[\s{_WIDTHLESS}]*"


def fold(text: str) -> str:
    """Return the text with its typography evened out, without white space around it."""
    return " ".join(_even(text).split())


def _even(text: str) -> str:
    return text if text.isascii() and "`" not in text else text.translate(_TABLE)


class Folded:
    """A text with its typography evened out, whose positions lead back to the text's own."""

    def __init__(self, text: str) -> None:
        """Fold the text, block by block."""
        self._source = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._folded_starts: list[int] = []
        self._walked: dict[int, list[int]] = {}
        pieces = []
        length = 0
        for block in re.finditer(_BLOCKS, text):
            even = _even(block[0])
            piece = " ".join(even.split())
            if piece and even[-1].isspace():
                piece += " "
            self._starts.append(block.start())
            self._ends.append(block.end())
            self._folded_starts.append(length)
            pieces.append(piece)
            length += len(piece)
        self.text = "".join(pieces)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text, at least one letter long, stands in the text."""
        return self._source_of(start), self._source_of(end - 1) + 1

    def position(self, position: int) -> int:
        """Return the folded position of the first letter that stands at or after one of the text."""
        block = bisect_right(self._starts, position) - 1
        if block < 0:
            return 0
        inside = bisect_left(self._walk(block), position - self._starts[block])
        return self._folded_starts[block] + inside

    def _source_of(self, folded: int) -> int:
        block = bisect_right(self._folded_starts, folded) - 1
        return self._starts[block] + self._walk(block)[folded - self._folded_starts[block]]

    def _walk(self, block: int) -> list[int]:
        """Return where in its block each letter of the folded block stands."""
        if block not in self._walked:
            self._walked[block] = _places(self._source[self._starts[block] : self._ends[block]])
        return self._walked[block]


def _places(block: str) -> list[int]:
    """Return where each letter of a folded block stands: between oddities, one after the other."""
    places: list[int] = []
    done = 0
    for odd in re.finditer(_ODD, block):
        places += range(done, odd.start())
        done = odd.end()
        blank = re.search(r"\s", odd[0])
        if blank is None:
            places += [odd.start()] * len(_even(odd[0]))
        elif places:
            places.append(odd.start() + blank.start())
    return [*places, *range(done, len(block))]
