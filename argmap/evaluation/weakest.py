"""What a statement hangs on most: the smallest loss that flips its label, the smallest doubt that does.

The search is bounded, and says so: sets of more than three premises are not tried, nor more trials
than a map of that size allows.

Source: critical premises as minimal change; the one-argument counterfactual of Yin, Potyka and
Toni 2024, CE-QArg.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from argmap.evaluation.labels import labelled
from argmap.evaluation.verdicts import HALF, Label, Weighed, strengths_of, worded

LARGEST: Final = 3
"""Premises lost at once, at most."""
TRIALS: Final = 3_000
WORK: Final = 4_000_000
"""Nodes and links weighed in all trials together; a large map gets fewer trials."""
SCANNED: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
HALVINGS: Final = 14


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
        strength: What the statement comes to then.
    """

    premise: str
    before: float
    after: float
    strength: float


@dataclass(frozen=True, slots=True)
class Weakest:
    """What a statement hangs on most.

    Attributes:
        losses: Every smallest set of given premises whose loss flips its label; empty when none does.
        doubts: The smallest changes of one confidence each that cross one half, the smallest first.
        premises: How many given premises there are to lose.
        size: The number of premises up to which every set was tried.
        complete: Whether no trial was left out up to that size.
        weighed: Whether changes of confidence were tried; not under a semantics of whole maps.
    """

    losses: tuple[Loss, ...]
    doubts: tuple[Doubt, ...]
    premises: int
    size: int
    complete: bool
    weighed: bool


def weakest(found: Weighed, node_id: str) -> Weakest:
    """Return the smallest losses and the smallest doubts that flip a statement."""
    frame, claim = found.frame, found.at[node_id]
    candidates = [each for each in frame.upstream(claim) if each != claim and frame.granted(each)]
    weight = len(frame.given) + len(frame.premises) + 1
    trials = max(10, min(TRIALS, WORK // weight))
    losses, size, complete = _losses(found, claim, candidates, trials)
    doubts = []
    for each in candidates[: max(1, trials // (len(SCANNED) + HALVINGS))]:
        doubt = _doubt(found, claim, each)
        doubts += [doubt] if doubt else []
    doubts.sort(key=lambda doubt: abs(doubt.after - doubt.before))
    return Weakest(losses, tuple(doubts), len(candidates), size, complete, found.semantics.move is not None)


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
    if now is None or found.semantics.move is None:
        return None
    before = found.frame.sure[premise]
    touched = found.frame.downstream([premise])

    def strength(value: float) -> float:
        frame = found.frame.with_sure({premise: value}, {})
        at = strengths_of(frame, found.semantics, touched, found.strengths.claims).claims[claim]
        return now if at is None else at

    crossing = [value for value in SCANNED if (strength(value) >= HALF) != (now >= HALF)]
    if not crossing:
        return None
    after = _nearest(strength, before, min(crossing, key=lambda value: abs(value - before)), now >= HALF)
    return Doubt(found.map.nodes[premise].id, before, after, strength(after))


def _nearest(strength: Callable[[float], float], here: float, across: float, upper: bool) -> float:  # noqa: FBT001
    """Return the value nearest to `here` that is still across, by halving; rounded away from it."""
    for _ in range(HALVINGS):
        middle = (here + across) / 2
        if (strength(middle) >= HALF) != upper:
            across = middle
        else:
            here = middle
    return across
