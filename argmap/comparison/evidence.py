"""What speaks for it that two nodes of two maps are the same: their ids, places, words, neighbours.

Nodes are held against one another only when they share an id, a place or one of their rarest words, so
that the work grows with the maps, not with their product.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import Final, NamedTuple

from argmap.checks.likeness import TURNING, Words, content_of, words_of
from argmap.comparison.side import Found, Pairs, Side
from argmap.model import Node, Source
from argmap.values import PLACE

SHARED_MOST: Final = 8
"""What more nodes than this of a map have brings none of them together."""
RAREST: Final = 6
"""So many of a node's rarest words, and of its rarest pairs of words, are looked up."""
WIDEST: Final = 20
"""Paragraphs or sentences of a place that are looked at."""
LIKE: Final = 0.25
"""How like two texts are, from 0 to 1, that may be the same one reworded."""
TURNED: Final = 0.75
"""By what a likeness is multiplied where the rest turns the meaning."""

BY_ID, BY_ID_ALONE = 0.9, 0.6
BY_TEXT: Final = 0.95
BY_PLACE, BY_SHARED_PLACE = 0.75, 0.45
BY_LINKS: Final = 0.4
"""How sure, from 0 to 1, each kind of evidence makes at most."""


class Evidence(NamedTuple):
    """What speaks for a pair, each from 0 to 1, beside its neighbours."""

    id: float
    place: float
    text: float

    def sure(self, links: float = 0.0) -> float:
        """Return how sure all of it makes: each is a chance that it is so, and they are independent."""
        return 1 - (1 - self.id) * (1 - self.place) * (1 - self.text) * (1 - links)

    def found(self, links: float = 0.0) -> Found:
        """Return what tells most, and how sure it is; an id that counts at all is named first."""
        told = {"place": self.place, "text": self.text, "links": links}
        by = "id" if self.id else max(told, key=lambda name: told[name])
        return Found(by, self.sure(links))


class Nodes:
    """The nodes of one side that are still to be paired, with their words and places."""

    def __init__(self, side: Side, left: Sequence[int], *, placed: bool) -> None:
        """Read the words of the nodes at these positions, and the places where they mean something."""
        self.left = left
        self.ids = {side.nodes[index].id: index for index in left}
        self.words: dict[int, Words] = {index: words_of(side.nodes[index].text) for index in left}
        self.content = {index: sorted(content_of(words)) for index, words in self.words.items()}
        self.places = {index: set(_places(side.nodes[index], placed=placed)) for index in left}
        self.features = {
            index: [*content, *(f"{one} {two}" for one, two in pairwise(self.words[index]))]
            for index, content in self.content.items()
        }


def _places(node: Node, *, placed: bool) -> Iterator[Hashable]:
    """Yield the quote and, where it is `placed`, the paragraphs and sentences on which a node stands."""
    anchor = node.anchor
    if anchor is None:
        return
    if anchor.quote:
        yield " ".join(words_of(anchor.quote))
    for place in anchor.at if placed else ():
        first, last, start, end = (int(each) if each else 0 for each in re.fullmatch(PLACE, place).groups())  # type: ignore[union-attr]
        if start:
            yield from ((first, number) for number in range(start, min(max(end, start), start + WIDEST) + 1))
        else:
            yield from ((number, 0) for number in range(first, min(max(last, first), first + WIDEST) + 1))


def _of_one_article(one: Source | None, other: Source | None) -> bool:
    """Tell whether two maps may be of one article: unless all that both say of it differs."""
    names = ("sha256", "url", "title", "file")
    both = [(getattr(one, name, None), getattr(other, name, None)) for name in names]
    said = [first == second for first, second in both if first and second]
    return any(said) or not said


class Weighing:
    """The evidence for pairs of nodes that are still to be paired."""

    def __init__(self, old: Side, new: Side, pairs: Pairs) -> None:
        """Read what is left of both sides, and see how far ids can be trusted."""
        placed = _of_one_article(old.map.source, new.map.source)
        self.old = Nodes(old, pairs.old_left, placed=placed)
        self.new = Nodes(new, pairs.new_left, placed=placed)
        counts = Counter(word for each in (self.old, self.new) for c in each.content.values() for word in c)
        total = len(self.old.left) + len(self.new.left)
        self._weight = {word: math.log(1 + total / count) for word, count in counts.items()}
        self._standing = [
            Counter(p for each in one.places.values() for p in each) for one in (self.old, self.new)
        ]
        self._known: dict[tuple[int, int], Evidence] = {}
        self._trust = self._trusted(old, new, pairs)

    def _trusted(self, old: Side, new: Side, pairs: Pairs) -> float:
        """Return the share of ids that both maps have and that mean the same in both, as it seems."""
        shared = [(index, new.at[node.id]) for index, node in enumerate(old.nodes) if node.id in new.at]
        same = sum(pairs.of_old.get(first) == second for first, second in shared)
        open_ = [pair for pair in shared if pairs.free(*pair)]
        same += sum(self._like(first, second) for first, second in open_)
        return (same + 1) / (len(shared) + 1)

    def _like(self, old: int, new: int) -> bool:
        return self.place(old, new) > 0 or self.likeness(old, new) >= LIKE

    def of(self, old: int, new: int) -> Evidence:
        """Return what speaks for a pair, its neighbours aside."""
        known = self._known.get((old, new))
        if known is None:
            place, text = self.place(old, new), self.likeness(old, new)
            by_id = 0.0
            if (old, new) in self.shared_ids:
                by_id = (BY_ID if place or text >= LIKE else BY_ID_ALONE) * self._trust
            known = self._known[old, new] = Evidence(by_id, place, BY_TEXT * text)
        return known

    @property
    def shared_ids(self) -> set[tuple[int, int]]:
        """The pairs that have one id."""
        if not hasattr(self, "_shared"):
            self._shared = {
                (i, self.new.ids[name]) for name, i in self.old.ids.items() if name in self.new.ids
            }
        return self._shared

    def place(self, old: int, new: int) -> float:
        """Return how far one place speaks for a pair: more where nothing else stands there."""
        ours, theirs = self.old.places[old], self.new.places[new]
        common = ours & theirs
        if not common:
            return 0.0
        share = 1.0 if any(isinstance(each, str) for each in common) else len(common) / len(ours | theirs)
        alone = any(counts[each] == 1 for each in common for counts in self._standing[:1]) and any(
            self._standing[1][each] == 1 for each in common
        )
        return share * (BY_PLACE if alone else BY_SHARED_PLACE)

    def likeness(self, old: int, new: int) -> float:
        """Return how like two texts are, from 0 to 1: by their telling words, and letter by letter."""
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - maps that differ in little need none

        words, others = self.old.words[old], self.new.words[new]
        if words == others:
            return 1.0
        ours, theirs = self.old.content[old], self.new.content[new]
        letters = max(ratio(" ".join(words), " ".join(others)), ratio(" ".join(ours), " ".join(theirs)))
        weight = self._weight
        common = sum(weight[word] for word in set(ours).intersection(theirs))
        both = sum(weight[word] for word in ours) + sum(weight[word] for word in theirs)
        share = 2 * common / both if both else 0.0
        found = (max(0.0, letters / 50 - 1) + share) / 2
        return found * TURNED if _turned(words, others) else found

    def candidates(self) -> set[tuple[int, int]]:
        """Return the pairs that share an id, a place, or one of their rarest words."""
        found = set(self.shared_ids)
        found |= _together(self.old.places, self.new.places)
        rare = self._rare()
        found |= _together(*({i: rare(f) for i, f in each.features.items()} for each in (self.old, self.new)))
        return found

    def _rare(self) -> Callable[[Iterable[str]], list[str]]:
        """Return what finds the rarest features of a node that both sides have."""
        ours, theirs = (
            Counter(feature for each in one.features.values() for feature in set(each))
            for one in (self.old, self.new)
        )
        rare = {
            feature: count * theirs[feature]
            for feature, count in ours.items()
            if count <= SHARED_MOST and 0 < theirs[feature] <= SHARED_MOST
        }

        def rarest(features: Iterable[str]) -> list[str]:
            known = [feature for feature in dict.fromkeys(features) if feature in rare]
            return sorted(known, key=lambda feature: (rare[feature], feature))[:RAREST]

        return rarest


def _together(
    ours: Mapping[int, Iterable[Hashable]], theirs: Mapping[int, Iterable[Hashable]]
) -> set[tuple[int, int]]:
    """Return the pairs that have something in common which few others have."""
    having: tuple[defaultdict[Hashable, list[int]], ...] = defaultdict(list), defaultdict(list)
    for there, nodes in zip(having, (ours, theirs), strict=True):
        for index, keys in nodes.items():
            for key in keys:
                there[key].append(index)
    found: set[tuple[int, int]] = set()
    for key, indexes in having[0].items():
        others = having[1].get(key, ())
        if len(indexes) * len(others) <= SHARED_MOST * SHARED_MOST:
            found.update(product(indexes, others))
    return found


def _turned(one: Words, other: Words) -> bool:
    """Tell whether what two statements do not share holds a figure or a negation."""
    apart = set(one) ^ set(other)
    return any(word in TURNING or word.endswith(("n't", "n’t")) or word[0].isdigit() for word in apart)
