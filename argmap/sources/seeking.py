"""Many quotes looked for in one walk through a text, where a search for each would walk it each time."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

MOST: Final = 20
"""Places that are told of a quote that stands in many."""
FEW: Final = 32
"""Quotes for which a walk each is as fast."""
_STRIDES: Final = (16, 8, 4)


def occurrences(text: str, words: str, most: int = MOST) -> list[int]:
    """Return where words begin in a text, at most so often, overlaps among them."""
    found: list[int] = []
    start = text.find(words) if words else -1
    while start >= 0 and len(found) < most:
        found.append(start)
        start = text.find(words, start + 1)
    return found


def all_occurrences(text: str, quotes: Iterable[str]) -> dict[str, list[int]]:
    """Return what `occurrences` says of each quote; linear in the text and the quotes together.

    Every so many letters a piece of the text is looked up among the pieces of the quotes: wherever
    a quote stands that is twice as long, one of its pieces is met. Quotes that are all alike, in a
    text that is all alike, are searched for one by one.
    """
    all_of_them = dict.fromkeys(quotes)
    found: dict[str, list[int]] = {}
    longest = sys.maxsize
    for stride in _STRIDES:
        of_this_length = [quote for quote in all_of_them if 2 * stride <= len(quote) < longest]
        longest = 2 * stride
        if len(of_this_length) > FEW:
            found |= _walked(text, of_this_length, stride)
    return found | {quote: occurrences(text, quote) for quote in all_of_them if quote not in found}


def _walked(text: str, quotes: Sequence[str], stride: int) -> dict[str, list[int]]:
    pieces: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for quote in quotes:
        for inside in reversed(range(stride)):  # of two that are met at once, the first in the text
            pieces[quote[inside : inside + stride]].append((quote, inside))
    found: dict[str, list[int]] = {quote: [] for quote in quotes}
    tries = len(text)
    for place in range(0, len(text) - stride + 1, stride):
        met = pieces.get(text[place : place + stride], ())
        tries -= len(met)
        if tries < 0:
            return {}
        for quote, inside in met:
            begins = place - inside
            if begins >= 0 and text.startswith(quote, begins) and len(found[quote]) < MOST:
                found[quote].append(begins)
    return found
