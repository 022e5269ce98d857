"""The passages of an article most like some words: how what was changed is found again.

Words are compared, not meanings. What to make of a likeness is decided elsewhere.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from typing import Final, NamedTuple, TypeVar

from argmap.sources.folding import Folded

LARGEST: Final = 4_000_000
"""Code points, typography evened out, of the longest article that is searched for likenesses."""
LONGEST: Final = 100_000
"""Code points of the longest quote for which a likeness is searched."""
MOST_WORDS: Final = 20_000
"""Words of it, signs among them: to align two texts takes memory by the product of their lengths."""
WINDOWS: Final = 4
"""Stretches of the article that are looked at closely."""

ENOUGH: Final = 0.8
"""Likeness, in [0, 1], from which on no place is looked for by the words around it."""

LETTERS: Final = r"[^\W\u2e80-\U0003ffff]{1,24}"
WORD: Final = rf"{LETTERS}|\S"  # scripts without blanks letter by letter
_VOTES: Final = 600
_SAMPLE: Final = 64
_EDGE: Final = 200


Stood = TypeVar("Stood")


class Likely(NamedTuple):
    """A stretch of the folded article that is like some words.

    Attributes:
        start: Where it begins, in code points of the folded text.
        end: Where it ends, half-open.
        likeness: How like the words it is, in [0, 1].
    """

    start: int
    end: int
    likeness: float


class Likenesses:
    """An article, made ready to be searched for likenesses.

    Linear in the article and once: each word is noted with where it stands. For the words sought,
    the rarest vote on where they may stand; the best few stretches are aligned word by word.
    """

    def __init__(self, folded: Folded) -> None:
        """Keep the text; it is read when the first likeness is asked for."""
        self._text = folded.text

    def searches(self, words: str) -> bool:
        """Tell whether the article and the folded words are short enough to be searched for."""
        if len(self._text) > LARGEST or not 0 < len(words) <= LONGEST:
            return False
        return len(re.findall(WORD, words)) <= MOST_WORDS

    def nearest(self, words: str, around: tuple[str, str] = ("", "")) -> list[Likely]:
        """Return stretches that are like some folded words, apart from one another, the likest first.

        What stood before and after the words helps to find where they may stand, and does not count
        for how like they are.
        """
        if not self.searches(words):
            return []
        sought = re.findall(WORD, words)
        before, after = (re.findall(WORD, each) for each in around)
        found = {self._aligned(words, sought, *window) for window in self._windows(sought)}
        if (before or after) and not any(each and each.likeness >= ENOUGH for each in found):
            windows = self._windows([*before, *sought, *after], len(before), len(after))
            found |= {self._aligned(words, sought, *window) for window in windows}
        ranked = sorted((each for each in found if each), key=lambda each: (-each.likeness, each.start))
        return apart(ranked, lambda each: each[:2])

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return [found.span() for found in re.finditer(WORD, self._text)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, (start, end) in enumerate(self._spans):
            places[self._text[start:end]].append(index)
        return places

    def _windows(self, voters: Sequence[str], before: int = 0, after: int = 0) -> Iterator[tuple[int, int]]:
        """Yield the stretches, in words of the article, for which the rarest of some words vote.

        Args:
            voters: The words sought, and those around them.
            before: How many of them stood before.
            after: How many of them stood after.
        """
        length = len(voters) - before - after
        width = max(4, length // 4)
        step = max(1, len(voters) // _SAMPLE)
        rare = sorted(
            ((len(self._places[word]), index) for index, word in enumerate(voters) if word in self._places),
            key=lambda each: (each[0], each[1] % step, each[1]),
        )[:_SAMPLE]
        votes: defaultdict[int, float] = defaultdict(float)
        left = _VOTES
        for number, index in rare:
            for place in self._places[voters[index]][:left]:
                bin_of = (place - index + before) // width
                votes[bin_of] += 1 / number
                votes[bin_of + 1] += 1 / number
            left = max(left - number, 0)
        best = nsmallest(WINDOWS, votes.items(), key=lambda each: (-each[1], each[0]))
        for bin_of, _ in best:
            start = max((bin_of - 1) * width - 2, 0)
            end = min((bin_of + 1) * width + length + 2, len(self._spans))
            if start < end:
                yield start, end

    def _aligned(self, words: str, sought: Sequence[str], first: int, last: int) -> Likely | None:
        """Return the part of a window that is most like the words sought."""
        from rapidfuzz.distance import Indel  # noqa: PLC0415 - only what is lost needs it
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415

        spans = self._spans[first:last]
        there = [self._text[start:end] for start, end in spans]
        same = [each for each in Indel.opcodes(sought, there) if each.tag == "equal"]
        if not same:
            return None
        begins = {
            max(place, 0)
            for each in same[:3]
            for place in (each.dest_start - each.src_start, each.dest_start)
        }
        rest = len(sought)
        ends = {
            min(place, len(spans))
            for each in same[-3:]
            for place in (each.dest_end + rest - each.src_end, each.dest_end)
        }
        start = max(
            (spans[place][0] for place in sorted(begins)),
            key=lambda start: ratio(words[:_EDGE], self._text[start : start + len(words[:_EDGE])]),
        )
        end = max(
            (spans[place - 1][1] for place in sorted(ends, reverse=True)),
            key=lambda end: ratio(words[-_EDGE:], self._text[max(end - len(words[-_EDGE:]), 0) : end]),
        )
        if words[0].isalnum():  # the sign that ends the sentence before is no part of it
            start = next((place for place in range(start, end) if self._text[place].isalnum()), end)
        if end <= start:
            return None
        return Likely(start, end, ratio(words, self._text[start:end]) / 100)


def apart(ranked: Sequence[Stood], range_of: Callable[[Stood], tuple[int, int]]) -> list[Stood]:
    """Return those of some stretches, the best first, that do not overlap a better one."""
    kept: list[Stood] = []
    places: list[tuple[int, int]] = []
    for each in ranked:
        start, end = range_of(each)
        if all(end <= first or last <= start for first, last in places):
            kept.append(each)
            places.append((start, end))
    return kept
