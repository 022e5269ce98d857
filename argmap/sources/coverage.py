"""What of the source a map covers, sentence by sentence, and what it leaves out."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from argmap.model import ArgumentMap
from argmap.sources.article import Article, Range
from argmap.sources.passages import anchors_of, placed_range, quotes_of, range_of


class Sentence(NamedTuple):
    """A sentence of the source.

    Attributes:
        paragraph: Number of its paragraph, from 1.
        number: Its number in the paragraph, from 1.
        start: Where it begins, in code points.
        end: Where it ends, half-open.
        nodes: Ids of the statements that stand on it, in the map's order.
        skipped: Whether the map says that it is no part of the argument.
    """

    paragraph: int
    number: int
    start: int
    end: int
    nodes: tuple[str, ...]
    skipped: bool

    @property
    def place(self) -> str:
        """The place as a map writes it: `p13.s2`."""
        return f"p{self.paragraph}.s{self.number}"


@dataclass(frozen=True)
class Coverage:
    """A source held against its map.

    Attributes:
        sentences: All sentences of the source, in order.
        astray: Ids of statements with an anchor that is not found in the source.
    """

    sentences: tuple[Sentence, ...]
    astray: tuple[str, ...]

    @cached_property
    def counted(self) -> tuple[Sentence, ...]:
        """The sentences that count: all that the map does not skip."""
        return tuple(each for each in self.sentences if not each.skipped)

    @cached_property
    def unmapped(self) -> tuple[Sentence, ...]:
        """The sentences that count and on which nothing stands."""
        return tuple(each for each in self.counted if not each.nodes)

    @property
    def share(self) -> float:
        """The share of the counted sentences on which something stands, in [0, 1]; 1 when none count."""
        counted = self.counted
        return 1 - len(self.unmapped) / len(counted) if counted else 1.0


def coverage(m: ArgumentMap, article: Article) -> Coverage:
    """Hold an article against its map; linear in both."""
    article.seek(quotes_of(m))
    places = [(paragraph, number, *place) for paragraph, number, place in article.all_sentences()]
    starts = [start for _, _, start, _ in places]
    ends = [end for _, _, _, end in places]
    standing: defaultdict[int, list[str]] = defaultdict(list)
    astray = []
    for node in m.nodes:
        found = [range_of(node, by, article) for by in anchors_of(node)]
        astray += [node.id] if None in found else []
        for index in _touched(found, starts, ends):
            standing[index].append(node.id)
    skips = [placed_range(article, place) for place in (m.source.skip if m.source else ())]
    skipped = set(_touched(skips, starts, ends))
    return Coverage(
        tuple(
            Sentence(*place, tuple(dict.fromkeys(standing.get(index, ()))), index in skipped)
            for index, place in enumerate(places)
        ),
        tuple(astray),
    )


def _touched(ranges: Sequence[Range | None], starts: Sequence[int], ends: Sequence[int]) -> Iterator[int]:
    """Yield the positions of the sentences that some of the ranges touch."""
    for place in ranges:
        if place is not None:
            index = bisect_right(ends, place[0])
            while index < len(starts) and starts[index] < place[1]:
                yield index
                index += 1
