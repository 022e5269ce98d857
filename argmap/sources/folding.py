"""Text with its typography evened out, and the way back to where each letter stood.

Quotation marks and dashes become the plain ones, white space one blank; soft hyphens and other
marks without width are left out; a letter and the accent written after it become one letter
(Unicode's form NFC), so that both ways of writing `é` are the same word. A long text is folded in
blocks, and only the blocks that somebody asks about are walked letter by letter, so that the way
back costs no memory.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import MutableSequence
from functools import cache
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
_PAIRS: Final = (
    *((sign, even) for even, signs in _EVEN.items() for sign in signs),
    *((sign, "") for sign in _WIDTHLESS),
)
_ODD: Final = rf"\A[\s{_WIDTHLESS}]+|[\s{_WIDTHLESS}]{{2,}}|[{_WIDTHLESS}…ﬁﬂ]"
"""What is not folded one letter to one."""
_BLOCKS: Final = rf"(?s).{{1,{BLOCK}}}\S{{0,{BLOCK // 4}}}[\s{_WIDTHLESS}]*"
"""A block ends between words, where there are any: no letter is parted from its accent."""
_MARKS_FROM: Final = 0x300
_MARKS_TO: Final = 0x1F000
_WITHOUT_MARKS: Final = (range(0x3400, 0xA000), range(0xAC00, 0xD7B0))
"""Chinese and Korean, which are many and write no accents."""
_JAMO: Final = "\u1160-\u11ff"
"""Vowels and last consonants of Korean, which are put together to syllables."""


def fold(text: str) -> str:
    """Return the text with its typography evened out, without white space around it."""
    return " ".join(_even(text).split())


def _even(text: str) -> str:
    if text.isascii():
        return text.replace("`", "'")
    even = _typed(unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", even)  # what a sign without width had kept apart


def _typed(text: str) -> str:
    """Return the text as a typewriter has it; a search for each sign is faster than a look at each letter."""
    for sign, even in _PAIRS:
        text = text.replace(sign, even)
    return text


class Folded:
    """A text with its typography evened out, whose positions lead back to the text's own."""

    def __init__(self, text: str) -> None:
        """Fold the text, block by block."""
        self._source = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._folded_starts: list[int] = []
        self._walked: dict[int, MutableSequence[int]] = {}
        self._ends_of_joined: dict[int, int] = {}
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
        last = self._source_of(end - 1)
        return self._source_of(start), self._ends_of_joined.get(last, last + 1)

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

    def _walk(self, block: int) -> MutableSequence[int]:
        """Return where in its block each letter of the folded block stands."""
        if block not in self._walked:
            first = self._starts[block]
            places, joined = _places(self._source[first : self._ends[block]])
            self._walked[block] = places
            self._ends_of_joined |= {first + start: first + end for start, end in joined}
        return self._walked[block]


def _places(block: str) -> tuple[MutableSequence[int], list[tuple[int, int]]]:
    """Return where each letter of a folded block stands, and where those stand that were joined."""
    places = array("I")  # between oddities, one after the other
    joined: list[tuple[int, int]] = []
    done = 0
    plain = unicodedata.is_normalized("NFC", _typed(block)) and unicodedata.is_normalized("NFC", block)
    for odd in re.finditer(_ODD if plain else rf"{_accented()}|{_ODD}", block):
        places.extend(range(done, odd.start()))
        done = odd.end()
        blank = re.search(r"\s", odd[0])
        if blank is None:
            even = _even(odd[0])
            if len(even) == len(odd[0]) and unicodedata.is_normalized("NFC", odd[0]):
                places.extend(range(odd.start(), done))
            else:
                places.extend([odd.start()] * len(even))
                joined += [(odd.start(), done)] if len(odd[0]) > 1 else []
        elif places:
            places.append(odd.start() + blank.start())
    places.extend(range(done, len(block)))
    return places, joined


@cache
def _accented() -> str:
    """Return what finds a letter with its accents, and one that Unicode takes apart; few texts need it."""
    marks, parted = [], []
    for code in range(_MARKS_FROM, _MARKS_TO):
        if any(code in left_out for left_out in _WITHOUT_MARKS):
            continue
        sign = chr(code)
        if unicodedata.category(sign).startswith("M"):
            marks.append(sign)
        if len(unicodedata.normalize("NFC", sign)) > 1:
            parted.append(sign)
    accents = "".join(marks) + _JAMO
    return rf"[^\s{_WIDTHLESS}][{_WIDTHLESS}{accents}]*[{accents}]|[{''.join(parted)}]"
