"""Which statements say nearly the same, found without comparing each with every other.

Statements are compared only when they share one of their rarest words, and a word that many
statements have is none of those: so the work grows with the map, not with its square. Words are
compared, not meanings; words that only join others are English.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, combinations
from typing import Final, NamedTuple, TypeAlias

from argmap.naming import JOINING

LONGEST: Final = 2_000
"""Code points of a text that are looked at."""
RAREST: Final = 4
"""So many of a statement's rarest words are looked up."""
SHARED_MOST: Final = 8
"""A word that more statements than this have brings none of them together."""
ALIKE: Final = 90.0
"""Per cent from which on two statements are alike."""
STEM_LEAST: Final = 4
ENDING_LONGEST: Final = 2
"""Of two forms of one word, all letters of the shorter but so many are alike, and at least so many."""
FEWEST: Final = 3
"""Words that a statement must have, those that only join others aside."""

_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
TURNING: Final = frozenset(
    ("no", "not", "never", "nor", "nobody", "none", "neither", "without", "less", "fewer", "more")
)


Words: TypeAlias = tuple[str, ...]
"""The words of a statement as they stand, in small letters."""


class Pair(NamedTuple):
    """Two statements that are alike, by their positions in the map, the earlier first."""

    first: int
    second: int
    same: bool
    """Whether they are the same, word for word."""


def words_of(text: str) -> Words:
    """Return the words of a text, as far as they are looked at."""
    return tuple(_WORD.findall(text[:LONGEST].lower()))


def content_of(words: Words) -> frozenset[str]:
    """Return the words that do not only join others."""
    return frozenset(words) - JOINING


def alike(statements: Sequence[Words]) -> Iterator[Pair]:
    """Yield the pairs of statements that are the same word for word, or nearly the same."""
    firsts: dict[tuple[str, ...], int] = {}
    for index, words in enumerate(statements):
        if words and (first := firsts.setdefault(words, index)) != index:
            yield Pair(first, index, same=True)
    yield from _nearly(statements, sorted(firsts.values()))


def _nearly(statements: Sequence[Words], candidates: Sequence[int]) -> Iterator[Pair]:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - maps without words in common need none

    contents = {index: content_of(statements[index]) for index in candidates}
    pairs = _sharing(contents)
    put = {index: " ".join(sorted(contents[index])) for index in set(chain.from_iterable(pairs))}
    for first, second in pairs:
        likeness = ratio(put[first], put[second], score_cutoff=ALIKE)
        if likeness and not _turned(statements[first], statements[second]):
            yield Pair(first, second, same=False)


def _sharing(contents: Mapping[int, AbstractSet[str]]) -> list[tuple[int, int]]:
    """Return the pairs of statements that share one of their rarest words."""
    counts = Counter(chain.from_iterable(contents.values()))
    rare = sorted((count, word) for word, count in counts.items() if 1 < count <= SHARED_MOST)
    ranks = {word: rank for rank, (_, word) in enumerate(rare)}
    known = frozenset(ranks)
    having: defaultdict[int, list[int]] = defaultdict(list)
    for index, content in contents.items():
        if len(content) >= FEWEST and (shared := content & known):
            for rank in sorted(map(ranks.__getitem__, shared))[:RAREST]:
                having[rank].append(index)
    return sorted({pair for indexes in having.values() for pair in combinations(indexes, 2)})


def _turned(first: Words, second: Words) -> bool:
    """Tell whether what two statements do not share turns the meaning: a figure, a negation, another word.

    The same words in another order turn it, too: who sells becomes who buys.
    """
    one, other = set(first) - set(second), set(second) - set(first)
    if any(word in TURNING or word.endswith(("n't", "n’t")) or word[0].isdigit() for word in one | other):
        return True
    if not one | other:
        return sorted(first) == sorted(second)
    fewer, more = sorted((one - JOINING, other - JOINING), key=len)
    return not all(any(_inflected(word, each) for each in more) for word in fewer)


def _inflected(one: str, other: str) -> bool:
    """Tell whether two words may be forms of one: tests and tested."""
    stem = max(STEM_LEAST, min(len(one), len(other)) - ENDING_LONGEST)
    return one[:stem] == other[:stem]
