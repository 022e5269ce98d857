"""Which link of one map is which of another, once their nodes are paired.

A link is the same when it joins the same; else when it has the same name; else it is changed when all but
its premises, its target or its relation is the same. What undercuts a link is paired after that link.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from argmap import wire
from argmap.comparison.changes import FieldChange, LinkChange
from argmap.comparison.side import Pairs, Side
from argmap.model import Link

FIELDS: Final = ("scheme", "sure", "note", "id")
BUNCH: Final = 8
"""Links with one premise and one target, on either side, of which any two may be the same."""


class Ends(NamedTuple):
    """What a link joins, in names that both maps share."""

    premises: frozenset[Hashable]
    relation: str
    target: Hashable


class Joined(NamedTuple):
    """A link as it is compared: what it joins and says, its name where it has one, what undercuts it."""

    ends: Ends
    said: tuple[Hashable, ...]
    name: str | None
    under: int


def linked(old: Side, new: Side, pairs: Pairs) -> tuple[tuple[LinkChange, ...], int]:
    """Return the links that were added, removed or changed, and how many are the same."""
    work = _Linking(old, new, pairs)
    work.run()
    told = [work.told(index) for index in range(len(new.links))]
    gone = [LinkChange(link, None) for index, link in enumerate(old.links) if index not in work.of_old]
    changes = [each for each in told if each is not None]
    return (*changes, *gone), len(told) - len(changes)


class _Linking:
    """The links as they are paired, one layer of undercutters after the other."""

    def __init__(self, old: Side, new: Side, pairs: Pairs) -> None:
        self.sides = old, new
        self.pairs = pairs
        self.of_old: dict[int, int] = {}
        self.of_new: dict[int, int] = {}
        self.under: list[list[int]] = []

    def run(self) -> None:
        names: dict[Hashable, int] = {}
        self.under = [self._undercut(side, names) for side in (0, 1)]
        layers = [_layers(side) for side in self.sides]
        for depth in range(max(map(len, layers))):
            left = [each[depth] if depth < len(each) else [] for each in layers]
            self._layer(left[0], left[1])

    def _layer(self, old: list[int], new: list[int]) -> None:
        first = {index: self._joined(0, index) for index in old}
        second = {index: self._joined(1, index) for index in new}
        for key in _EQUAL:
            self._pair_equal(first, second, key)
        self._pair_alike(first, second)
        self._pair_equal(first, second, lambda each: (each.ends.premises, each.ends.relation))

    def _undercut(self, side: int, names: dict[Hashable, int]) -> list[int]:
        """Return for each link a number for all that undercuts it, the same on both sides."""
        links, at = self.sides[side].links, self.sides[side].link_at
        under: list[list[int]] = [[] for _ in links]
        for index in reversed(range(len(links))):  # undercutters stand after what they attack
            link = links[index]
            if link.relation == "undercuts":
                premises = frozenset(self._node(side, name) for name in link.premises)
                key = (premises, link.scheme, link.sure, link.note, *sorted(under[index]))
                under[at[link.target]].append(names.setdefault(key, len(names)))
        return [names.setdefault(("all", *sorted(each)), len(names)) for each in under]

    def _joined(self, side: int, index: int) -> Joined:
        link = self.sides[side].links[index]
        said = link.scheme, link.sure, link.note
        return Joined(self._ends(side, index), said, link.id if link.named else None, self.under[side][index])

    def _ends(self, side: int, index: int) -> Ends:
        link = self.sides[side].links[index]
        premises = frozenset(self._node(side, name) for name in link.premises)
        return Ends(premises, link.relation, self._target(side, link))

    def _node(self, side: int, name: str) -> Hashable:
        """Return the name of a node that both sides share: the position of the new one."""
        index = self.sides[side].at[name]
        return index if side else self.pairs.of_old.get(index, (0, index))

    def _target(self, side: int, link: Link) -> Hashable:
        if link.relation != "undercuts":
            return self._node(side, link.target)
        index = self.sides[side].link_at[link.target]
        return ("link", index) if side else ("link", self.of_old.get(index, (0, index)))

    def _pair_equal(
        self, first: dict[int, Joined], second: dict[int, Joined], key: Callable[[Joined], Hashable]
    ) -> None:
        """Pair what has the same key, in order."""
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index in reversed(second):
            if index not in self.of_new:
                waiting[key(second[index])].append(index)
        for index, each in first.items():
            wanted = key(each)
            if index not in self.of_old and wanted is not None and waiting.get(wanted):
                self._pair(index, waiting[wanted].pop())

    def _pair_alike(self, first: dict[int, Joined], second: dict[int, Joined]) -> None:
        """Pair what shares target and relation, and some of the premises: most first."""
        having: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index, (ends, *_) in second.items():
            if index not in self.of_new:
                for premise in ends.premises:
                    having[premise, ends.relation, ends.target].append(index)
        found: set[tuple[int, int]] = set()
        for index, (ends, *_) in first.items():
            for premise in ends.premises if index not in self.of_old else ():
                others = having.get((premise, ends.relation, ends.target), ())
                found.update((index, other) for other in others[:BUNCH])
        shares = {pair: _share(first[pair[0]].ends, second[pair[1]].ends) for pair in found}
        for index, other in sorted(
            found, key=lambda pair: (-shares[pair], abs(pair[0] - pair[1]), sum(pair))
        ):
            if index not in self.of_old and other not in self.of_new:
                self._pair(index, other)

    def _pair(self, old: int, new: int) -> None:
        self.of_old[old] = new
        self.of_new[new] = old

    def told(self, index: int) -> LinkChange | None:
        """Return what became of a link of the new map; None where nothing did."""
        old, new = self.sides
        link = new.links[index]
        if index not in self.of_new:
            return LinkChange(None, link)
        before = old.links[self.of_new[index]]
        fields = tuple(self._differences(self.of_new[index], index))
        return LinkChange(before, link, fields) if fields else None

    def _differences(self, old: int, new: int) -> Iterator[FieldChange]:
        before, after = self.sides[0].links[old], self.sides[1].links[new]
        ours, theirs = self._ends(0, old), self._ends(1, new)
        if ours.premises != theirs.premises:
            yield FieldChange("from", self._called(before.premises), list(after.premises))
        if ours.relation != theirs.relation:
            yield FieldChange("relation", ours.relation, theirs.relation)
        if ours.target != theirs.target:
            yield FieldChange("to", self._target_called(before), after.target)
        said = wire.link_fields(before), wire.link_fields(after)
        for name in FIELDS:
            if said[0].get(name) != said[1].get(name):
                yield FieldChange(name, said[0].get(name), said[1].get(name))

    def _called(self, names: Iterable[str]) -> list[str]:
        """Return what nodes of the old map are called in the new one, where they are in it."""
        old, new = self.sides
        partners = [(name, self.pairs.of_old.get(old.at[name])) for name in names]
        return [name if partner is None else new.nodes[partner].id for name, partner in partners]

    def _target_called(self, link: Link) -> str:
        if link.relation != "undercuts":
            return self._called([link.target])[0]
        partner = self.of_old.get(self.sides[0].link_at[link.target])
        return link.target if partner is None else self.sides[1].links[partner].id


_EQUAL: Final[tuple[Callable[[Joined], Hashable], ...]] = (
    lambda each: each,
    lambda each: each[:3],
    lambda each: (each.ends, each.name),
    lambda each: each.ends,
    lambda each: each.name,
    lambda each: (each.ends.premises, each.ends.target),
)
"""What makes two links the same, the surest first; None makes none."""


def _share(one: Ends, other: Ends) -> float:
    return len(one.premises & other.premises) / len(one.premises | other.premises)


def _layers(side: Side) -> Sequence[list[int]]:
    """Return the links onto nodes, then those that undercut them, and so on."""
    depths: list[int] = []
    layers: list[list[int]] = [[]]
    for index, link in enumerate(side.links):
        depth = depths[side.link_at[link.target]] + 1 if link.relation == "undercuts" else 0
        depths.append(depth)
        if depth == len(layers):
            layers.append([])
        layers[depth].append(index)
    return layers
