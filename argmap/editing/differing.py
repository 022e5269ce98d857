"""What a change does to a text, line by line, in the form that patch and git read.

Lines that stand once in both texts hold the two together, so that a difference of a hundred thousand
lines is found in as many steps; between such lines the longest common row is sought.

Source: Cohen 2010, Patience diff advantages.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter
from typing import Final, Literal, TypeAlias

from argmap.ordering import forwards

Tag: TypeAlias = Literal["replace", "delete", "insert", "equal"]
Opcode: TypeAlias = tuple[Tag, int, int, int, int]
Stretch: TypeAlias = tuple[bool, int, int, int, int]
"""Lines of the one text and of the other, and whether they are the same."""

MOST: Final = 100_000_000
"""Pairs of lines up to which a stretch is looked into; a longer one is told as taken out and put in."""


def difference(old: str, new: str, name: str) -> Iterator[str]:
    """Yield the lines of the unified difference of two texts, ends of lines aside; none where none is."""
    before, after = _lines(old), _lines(new)
    if before == after:
        return
    yield from (f"--- {name}", f"+++ {name}")
    for group in _Matched(before, after).get_grouped_opcodes():
        (_, start, _, first, _), (_, _, end, _, last) = group[0], group[-1]
        yield f"@@ -{_range(start, end)} +{_range(first, last)} @@"
        for tag, left, right, low, high in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[left:right])
                continue
            yield from (f"-{line}" for line in before[left:right])
            yield from (f"+{line}" for line in after[low:high])


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _range(start: int, end: int) -> str:
    if end - start == 1:
        return f"{end}"
    return f"{start + (end > start)},{end - start}"


class _Matched(SequenceMatcher[str]):
    """Two lists of lines; puts what differs into groups as its parent does, but finds it in less time."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__()  # the parent would count the lines in vain
        self._old, self._new = old, new

    def get_opcodes(self) -> list[Opcode]:
        """Return what became of each stretch of lines, in order."""
        found: list[Stretch] = []
        left = low = 0
        for right, high in [*_anchors(self._old, self._new), (len(self._old), len(self._new))]:
            found += _between(self._old, self._new, (left, right, low, high))
            found.append((True, right, right + 1, high, high + 1))
            left, low = right + 1, high + 1
        found.pop()  # there is nothing after the end
        runs = [(same, list(run)) for same, run in groupby(found, key=itemgetter(0))]
        return [
            ("equal" if same else "replace", run[0][1], run[-1][2], run[0][3], run[-1][4])
            for same, run in runs
        ]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the positions of lines that stand once in both, in an order that both have."""
    ours, theirs = Counter(old), Counter(new)
    at = {line: index for index, line in enumerate(new) if theirs[line] == 1}
    pairs = [(index, at[line]) for index, line in enumerate(old) if ours[line] == 1 and line in at]
    return [pairs[index] for index in forwards([place for _, place in pairs])]


def _between(old: Sequence[str], new: Sequence[str], span: tuple[int, int, int, int]) -> Iterator[Stretch]:
    """Yield what became of a stretch between two anchors."""
    left, right, low, high = span
    if left == right and low == high:
        return
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - most stretches are empty

    if (right - left) * (high - low) > MOST:
        yield (False, *span)
        return
    for step in Indel.opcodes(old[left:right], new[low:high]):
        yield (
            step.tag == "equal",
            left + step.src_start,
            left + step.src_end,
            low + step.dest_start,
            low + step.dest_end,
        )
