"""What a statement hangs on most: the smallest loss that flips its label, the smallest doubt that does.

The search is bounded, and says so: sets of more than three premises are not tried, nor more trials
than a map of that size allows.

Source: critical premises as minimal change; the one-argument counterfactual of Yin, Potyka and
Toni 2024, CE-QArg.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, floor
from typing import Final

from argmap.evaluation.labels import labelled
from argmap.evaluation.verdicts import HALF, Label, Weighed, strengths_of, worded

LARGEST: Final = 3
"""Premises lost at once, at most."""
TRIALS: Final = 3_000
WORK: Final = 4_000_000
"""Nodes and links weighed in all trials together; a large map gets fewer trials."""
SCANNED: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
HALVINGS: Final = 20
"""Of the stretch in which a strength crosses one half; what is left is below a millionth."""
PER_MILLE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Loss:
    """Premises whose loss flips a statement.

    Attributes:
        premises: Their ids.
        label: What the statement comes to without them.
    """

    premises: tuple[str, ...]
    label: Label


@dataclass(frozen=True, slots=True)
class Doubt:
    """A change of one confidence that carries a statement's strength over one half.

    Attributes:
        premise: Id of the premise.
        before: Its confidence.
        after: The nearest confidence that is enough, to six digits.
        enough: The nearest tenth of a per cent that is enough.
        strength: What the statement comes to at `after`.
    """

    premise: str
    before: float
    after: float
    enough: float
    strength: float

    @property
    def slightest(self) -> bool:
        """Whether any change at all is enough."""
        return abs(self.after - self.before) <= 2 / 2**HALVINGS


@dataclass(frozen=True, slots=True)
class Weakest:
    """What a statement hangs on most.

    Attributes:
        losses: Every smallest set of given premises whose loss flips its label; empty when none does.
        doubts: The smallest changes of one confidence each that cross one half, the smallest first.
        premises: How many given premises there are to lose.
        size: The number of premises up to which every set was tried.
        complete: Whether no trial was left out up to that size.
        doubtable: How many given premises there are to doubt, those without any confidence among them.
        doubted: How many of them, the nearest, were tried; none under a semantics of whole maps, or
            where there is no strength to move.
    """

    losses: tuple[Loss, ...]
    doubts: tuple[Doubt, ...]
    premises: int
    size: int
    complete: bool
    doubtable: int
    doubted: int


def weakest(found: Weighed, node_id: str) -> Weakest:
    """Return the smallest losses and the smallest doubts that flip a statement."""
    frame, claim = found.frame, found.at[node_id]
    given = [each for each in frame.upstream(claim) if each != claim and frame.given[each]]
    candidates = [each for each in given if frame.granted(each)]
    weight = len(frame.given) + len(frame.premises) + 1
    trials = max(10, min(TRIALS, WORK // weight))
    losses, size, complete = _losses(found, claim, candidates, trials)
    movable = found.semantics.move is not None and found.strengths.claims[claim] is not None
    tried = given[: max(1, trials // (len(SCANNED) + HALVINGS))] if movable else []
    doubts = [doubt for each in tried if (doubt := _doubt(found, claim, each))]
    doubts.sort(key=lambda doubt: abs(doubt.after - doubt.before))
    return Weakest(losses, tuple(doubts), len(candidates), size, complete, len(given), len(tried))


def _losses(
    found: Weighed, claim: int, candidates: Sequence[int], trials: int
) -> tuple[tuple[Loss, ...], int, bool]:
    """Return the smallest sets that flip a claim, the size tried in full, and whether that was all."""
    before = found.labels.claims[claim]
    for size in range(1, min(LARGEST, len(candidates)) + 1):
        flips: list[Loss] = []
        for lost in combinations(candidates, size):
            if not trials:
                return tuple(flips), size if flips else size - 1, False
            trials -= 1
            label = _without(found, claim, lost)
            if label != before:
                flips.append(Loss(tuple(found.map.nodes[each].id for each in lost), worded(label)))
        if flips:
            return tuple(flips), size, True
    return (), min(LARGEST, len(candidates)), True


def _without(found: Weighed, claim: int, lost: Sequence[int]) -> int:
    frame = found.frame.without(lost)
    labels = labelled(frame, found.standard, frame.downstream(lost), found.labels)
    return labels.claims[claim]


def _doubt(found: Weighed, claim: int, premise: int) -> Doubt | None:
    """Return the nearest confidence of a premise at which a claim's strength is across one half."""
    now = found.strengths.claims[claim]
    assert now is not None  # noqa: S101 - else there is nothing to doubt
    before = found.frame.sure[premise]
    touched = found.frame.downstream([premise])

    def strength(value: float) -> float:
        frame = found.frame.with_sure({premise: value}, {})
        at = strengths_of(frame, found.semantics, touched, found.strengths.claims).claims[claim]
        return now if at is None else at

    def crosses(value: float) -> bool:
        return (strength(value) >= HALF) != (now >= HALF)

    crossing = [value for value in SCANNED if crosses(value)]
    if not crossing:
        return None
    after = _nearest(crosses, before, min(crossing, key=lambda value: abs(value - before)))
    beside = sorted(
        (floor(after * PER_MILLE) / PER_MILLE, ceil(after * PER_MILLE) / PER_MILLE),
        key=lambda value: abs(value - before),
    )
    enough = next(filter(crosses, beside), after)
    return Doubt(found.map.nodes[premise].id, before, after, enough, strength(after))


def _nearest(crosses: Callable[[float], bool], here: float, across: float) -> float:
    """Return the value nearest to `here` that is still across, by halving."""
    for _ in range(HALVINGS):
        middle = (here + across) / 2
        if crosses(middle):
            across = middle
        else:
            here = middle
    return across
