"""The probability of standing: confidences and weights of steps read as independent chances.

Each scenario says which uncertain items are there; a claim is as strong as the chance of the
scenarios in which it stands. Scenarios are the bits of whole numbers, so that one walk through the
map labels all of them at once. Up to `UNCERTAIN` uncertain items every scenario is gone through,
beyond that a sample is, with its error.

Source: the constellations reading of Li, Oren and Norman 2011 and Hunter 2014.
"""

from collections.abc import Sequence
from random import Random
from typing import Final

from argmap.evaluation.components import groups
from argmap.evaluation.frame import Frame
from argmap.evaluation.strengths import Strengths

UNCERTAIN: Final = 14
SAMPLES: Final = 10_000
BITS: Final = 1 << 30
"""Bits that all scenarios of a map may take; a large map gets fewer."""


def probabilities(frame: Frame) -> Strengths:
    """Return for each claim the chance that it stands."""
    n, m = len(frame.given), len(frame.premises)
    chances = [*frame.sure, *frame.weight]
    uncertain = [
        item for item, chance in enumerate(chances) if 0 < chance < 1 and (item >= n or frame.given[item])
    ]
    room = max(64, BITS // max(1, n + m))
    if 1 << min(len(uncertain), 60) <= min(1 << UNCERTAIN, room):
        count = 1 << len(uncertain)
        present, weights = _every(chances, uncertain)
    else:
        count = min(SAMPLES, room)
        present, weights = _sample(chances, uncertain, n, count), None
    stands = _labelled(frame, present, (1 << count) - 1)
    known: dict[int, float] = {}
    for mask in stands:
        if mask not in known:
            known[mask] = _chance(mask, weights, count)
    error = 0.0 if weights else 0.98 / count**0.5
    return Strengths([known[mask] for mask in stands], error=error)


def _every(chances: Sequence[float], uncertain: Sequence[int]) -> tuple[dict[int, int], list[float]]:
    """Return the scenarios in which each item is present, and the chance of each scenario."""
    weights = [1.0]
    present: dict[int, int] = {}
    for item in uncertain:
        half = len(weights)
        present = {each: mask | mask << half for each, mask in present.items()}
        present[item] = ((1 << half) - 1) << half
        chance = chances[item]
        weights = [weight * (1 - chance) for weight in weights] + [weight * chance for weight in weights]
    return present, weights


def _sample(chances: Sequence[float], uncertain: Sequence[int], n: int, count: int) -> dict[int, int]:
    """Return the scenarios of a sample in which each item is present.

    Each item has numbers of its own, so that a map that differs from another in one item has the
    same sample but for that: what a what-if moves is then no noise of sampling.
    """
    present = {}
    for item in uncertain:
        seed = 2 * item if item < n else 2 * (item - n) + 1  # new claims do not move those of reasons
        chance = Random(seed)  # noqa: S311 - the same sample every time, no secret
        present[item] = int("".join("1" if chance.random() < chances[item] else "0" for _ in range(count)), 2)
    return present


def _chance(mask: int, weights: Sequence[float] | None, count: int) -> float:
    if weights is None:
        return mask.bit_count() / count
    bits = bin(mask)[:1:-1]
    return min(1.0, sum(weight for weight, bit in zip(weights, bits, strict=False) if bit == "1"))


def _labelled(frame: Frame, present: dict[int, int], every: int) -> list[int]:
    """Return for each claim the scenarios in which it stands: Kleene's least fixpoint, bit by bit."""
    n = len(frame.given)
    scenarios = _Scenarios(frame, present, every)
    for group, is_ring in groups(frame, range(n)):
        moving = True
        while moving:  # each round settles a claim in some scenario, or is the last
            updated = [scenarios.update(claim) for claim in group]
            moving = is_ring and any(updated)
    return scenarios.stands


class _Scenarios:
    """For each claim the scenarios in which it stands and in which it falls."""

    def __init__(self, frame: Frame, present: dict[int, int], every: int) -> None:
        self.frame = frame
        self.present = present
        self.every = every
        self.stands = [0] * len(frame.given)
        self.falls = [0] * len(frame.given)

    def update(self, claim: int) -> bool:
        """Take a claim as far as what it rests on allows; tell whether anything moved."""
        frame, every = self.frame, self.every
        there = self.present.get(claim, every) if frame.granted(claim) else 0
        stands, falls, rebutted, unrebutted = there, every & ~there, 0, every
        for reason in frame.pros[claim]:
            good, bad = self.reason(reason)
            stands |= good
            falls &= bad
        for reason in frame.cons[claim]:
            good, bad = self.reason(reason)
            rebutted |= good
            unrebutted &= bad
        new = stands & unrebutted, falls | rebutted
        moved = new != (self.stands[claim], self.falls[claim])
        self.stands[claim], self.falls[claim] = new
        return moved

    def reason(self, reason: int) -> tuple[int, int]:
        """Return the scenarios in which a reason stands, and those in which it falls."""
        frame, every = self.frame, self.every
        there = self.present.get(len(frame.given) + reason, every) if frame.weight[reason] else 0
        stands, falls = there, every & ~there
        for premise in frame.premises[reason]:
            stands &= self.stands[premise]
            falls |= self.falls[premise]
        for attack in frame.under[reason]:
            good, bad = self.reason(attack)
            stands &= bad
            falls |= good
        return stands, falls
