"""Which node of one map is which of another: one to one, the surest pairs first.

What is equal but for its id is paired at once. Of the rest the surest pairs are taken first, then
those that the pairs so far make likely, until what is left is less likely the same than not. Nothing
depends on which map is called the old one.
"""

from typing import Final

from argmap.comparison.evidence import BY_LINKS, Evidence, Weighing
from argmap.comparison.identity import pair_identical, pair_rest
from argmap.comparison.side import Pairs, Side

ROUNDS: Final = (0.85, 0.7, 0.5, 0.5, 0.5)
"""How sure a pair must be to be taken, round by round."""
NAMED: Final = 0.3
"""How sure a pair must be that has one id, in the last rounds: its makers say that it is the same."""
KEPT: Final = 8
"""Candidates that are kept for a node, the best."""
GROUP: Final = 4
"""Neighbours of a pair, on either side, of which any two may be the same."""

Candidates = dict[tuple[int, int], Evidence]


def paired(old: Side, new: Side) -> Pairs:
    """Return the pairs of nodes that are the same, as far as can be told."""
    pairs = Pairs(old, new)
    pair_identical(old, new, pairs)
    if not (pairs.old_left and pairs.new_left):
        return pairs
    weighing = Weighing(old, new, pairs)
    candidates = _kept({pair: weighing.of(*pair) for pair in sorted(weighing.candidates())})
    fresh = list(pairs.of_old.items())
    for mark in ROUNDS:
        for pair in _beside(old, new, pairs, fresh):
            candidates.setdefault(pair, weighing.of(*pair))
        fresh = _taken(old, new, pairs, candidates, mark)
        candidates = {pair: each for pair, each in candidates.items() if pairs.free(*pair)}
    pair_rest(old, new, pairs)
    return pairs


def _kept(candidates: Candidates) -> Candidates:
    """Keep the best few candidates of each node."""
    ranked = sorted(
        candidates, key=lambda pair: (-candidates[pair].sure(), abs(pair[0] - pair[1]), sum(pair))
    )
    counts: tuple[dict[int, int], dict[int, int]] = {}, {}
    kept: Candidates = {}
    for pair in ranked:
        seen = [count.get(index, 0) for count, index in zip(counts, pair, strict=True)]
        if min(seen) < KEPT:
            kept[pair] = candidates[pair]
            for count, index, number in zip(counts, pair, seen, strict=True):
                count[index] = number + 1
    return kept


def _beside(old: Side, new: Side, pairs: Pairs, fresh: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return pairs of nodes that are the same to a pair just found: its reasons, what it bears on."""
    found = []
    for first, second in fresh:
        for joint, ours in old.neighbours[first].items():
            left = [each for each in ours if each not in pairs.of_old]
            theirs = new.neighbours[second].get(joint, ()) if left else ()
            right = [each for each in theirs if each not in pairs.of_new]
            if len(left) <= GROUP and len(right) <= GROUP:
                found += [(one, other) for one in left for other in right]
    return found


def _taken(old: Side, new: Side, pairs: Pairs, candidates: Candidates, mark: float) -> list[tuple[int, int]]:
    """Take the candidates that are sure enough, the surest first, and return them."""
    last = mark == ROUNDS[-1]
    sure: list[tuple[float, int, int, tuple[int, int], float]] = []
    for pair, evidence in candidates.items():
        links = _agreement(old, new, pairs, *pair) * BY_LINKS
        certainty = evidence.sure(links)
        if certainty >= (NAMED if last and evidence.id else mark):
            sure.append((-certainty, abs(pair[0] - pair[1]), sum(pair), pair, links))
    taken = []
    for *_, pair, links in sorted(sure):
        if pairs.free(*pair):
            pairs.pair(*pair, candidates[pair].found(links))
            taken.append(pair)
    return taken


def _agreement(old: Side, new: Side, pairs: Pairs, first: int, second: int) -> float:
    """Return how far the neighbours of two nodes agree, from 0 to 1; one of many tells less."""
    ours, theirs = old.neighbours[first], new.neighbours[second]
    agreeing, degree = 0.0, 0
    for joint in ours.keys() | theirs.keys():
        here, there = ours.get(joint, ()), theirs.get(joint, ())
        degree += max(len(here), len(there))
        back = joint._replace(role={"from": "to", "to": "from"}.get(joint.role, joint.role))
        both = set(there)
        for one in here:
            other = pairs.of_old.get(one, -1)
            if other in both:
                siblings = max(len(old.neighbours[one][back]), len(new.neighbours[other].get(back, ())))
                agreeing += 1 / siblings
    return min(1.0, agreeing / degree) if degree else 0.0
