"""What became of a text, word by word: what stayed, what was taken out, what was put in."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, Literal, NamedTuple

from argmap.checks.likeness import content_of
from argmap.sources.likeness import LETTERS, WORD

MOST_WORDS: Final = 20_000
"""Words and signs, on either side, up to which texts are compared word by word."""
_COMPOUND: Final = rf"{LETTERS}(?:[-'’]{LETTERS})+"
"""Words that a hyphen or an apostrophe joins: a reader sees one word change, not a sign."""

Mark = Literal["=", "-", "+"]
"""Stayed, taken out, put in."""


class Piece(NamedTuple):
    """A stretch of a text, and what became of it."""

    mark: Mark
    text: str


def reworded(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of two texts: kept and taken out they are the one, kept and put in the other.

    White space is folded. Where what differs is longer than 20,000 words and signs, it is told as
    one piece taken out and one put in. A few joining words that stayed between changes are told
    with the changes, which reads better.

    Source: Hyyrö 2004, Bit-parallel LCS-length computation revisited (as rapidfuzz has it).
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - most pairs are not reworded

    old, new = _tokens(before), _tokens(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    spans: list[tuple[Sequence[str], Sequence[str]]] = [(old[:start], old[:start])]
    if max(len(left), len(right)) > MOST_WORDS:
        spans.append((left, right))
    else:
        spans += [
            (left[step.src_start : step.src_end], right[step.dest_start : step.dest_end])
            for step in Indel.opcodes(left, right)
        ]
    tail = old[len(old) - end :]
    pieces = _pieces(_joined([*spans, (tail, tail)]))
    same_mark = groupby(pieces, key=lambda piece: piece.mark)
    return tuple(Piece(mark, "".join(piece.text for piece in each)) for mark, each in same_mark)


def _tokens(text: str) -> list[str]:
    return re.findall(rf"\s|\d+(?:[.,]\d+)*|{_COMPOUND}|{WORD}", " ".join(text.split()))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many tokens both begin with."""
    for index, (first, second) in enumerate(zip(one, other, strict=False)):
        if first != second:
            return index
    return min(len(one), len(other))


def _joined(
    spans: Sequence[tuple[Sequence[str], Sequence[str]]],
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the spans, those that changed put together across what says nothing between them."""
    old: list[str] = []
    new: list[str] = []
    held: Sequence[str] = ()
    for left, right in spans:
        if left != right:
            old += [*held, *left]
            new += [*held, *right]
            held = ()
        elif (old or new) and not held and not content_of(tuple(word for word in left if word[0].isalnum())):
            held = left
        elif left:
            if old or new:
                yield old, new
            old, new = [], []
            yield [*held, *left], [*held, *left]
            held = ()
    if old or new:
        yield old, new
    if held:
        yield list(held), list(held)


def _pieces(spans: Iterator[tuple[list[str], list[str]]]) -> Iterator[Piece]:
    for left, right in spans:
        if left == right:
            yield Piece("=", "".join(left))
            continue
        start = _common(left, right)  # blanks around a change stand outside of it
        end = _common(left[start:][::-1], right[start:][::-1])
        rest = (left[start : len(left) - end], right[start : len(right) - end])
        for mark, words in (
            ("=", left[:start]),
            ("-", rest[0]),
            ("+", rest[1]),
            ("=", left[len(left) - end :]),
        ):
            if words:
                yield Piece(mark, "".join(words))  # type: ignore[arg-type]
