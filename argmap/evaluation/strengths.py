"""Strengths of claims, group by group: exact outside rings, a limit within them where there is one.

A ring is first updated all at once from its base scores, over and over (discrete). Where that does
not settle, it is followed as a flow from the same start (continuous, dx/dt = f(x) - x). Where that
does not settle either, the claim has no strength, only the lowest and highest it swung between.

Source: Potyka 2018, Continuous dynamical systems for weighted bipolar argumentation; Potyka 2019.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from argmap.evaluation.components import groups
from argmap.evaluation.frame import Frame
from argmap.evaluation.semantics import Move, Semantics

TOLERANCE: Final = 1e-9
STEPS: Final = 2_000
WORK: Final = 2_000_000
"""Updates of single claims after which a ring is given up; a small ring has `STEPS` before that."""
STRIDE: Final = 0.25
LOOKED_BACK: Final = 200
"""Steps over which the lowest and highest of a swing are taken."""

Method = Literal["discrete", "continuous"]


@dataclass(frozen=True, slots=True)
class Ring:
    """How the strengths of claims that rest on or attack one another in a ring were found.

    Attributes:
        claims: The claims.
        method: By updating them all at once, or by following the flow.
        iterations: Steps taken by that method.
        residual: How far the last step still moved a claim.
        converged: Whether there is a limit.
        swings: For each claim the lowest and highest it swung between while it was updated all at
            once; empty when that settled.
    """

    claims: tuple[int, ...]
    method: Method
    iterations: int
    residual: float
    converged: bool
    swings: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Strengths:
    """What the claims come to.

    Attributes:
        claims: The strength of each claim in [0, 1]; None where it has no limit, or rests on such.
        rings: The rings, in the order in which they were settled.
        error: Half the width of a 95 % interval, where strengths were sampled; 0 where they are exact.
    """

    claims: list[float | None]
    rings: tuple[Ring, ...] = ()
    error: float = 0.0


def strengthened(
    frame: Frame,
    semantics: Semantics,
    move: Move,
    claims: Sequence[int] | None = None,
    before: Sequence[float | None] = (),
) -> Strengths:
    """Return the strengths of claims.

    Args:
        frame: Claims and reasons.
        semantics: Whether supports count.
        move: Its function.
        claims: The claims to settle; all, where none are named.
        before: What the others came to, when only some are to be settled.
    """
    n = len(frame.given)
    strengths = [*before, *[None] * (n - len(before))]
    work = _Work(frame, move, strengths, attacks_only=semantics.attacks_only)
    rings = []
    for group, is_ring in groups(frame, range(n) if claims is None else claims):
        if is_ring:
            rings.append(work.settle(group))
        else:
            strengths[group[0]] = work.single(group[0])
    return Strengths(strengths, tuple(rings))


def step_strengths(
    frame: Frame, semantics: Semantics, strengths: Sequence[float | None]
) -> list[float | None]:
    """Return the strength of each reason, given those of the claims; None where there is none."""
    if semantics.move is None:
        return [None] * len(frame.premises)
    work = _Work(frame, semantics.move, list(strengths), attacks_only=semantics.attacks_only)
    return [work.step(reason) for reason in range(len(frame.premises))]


class _Work:
    """The strengths while they are found."""

    def __init__(
        self, frame: Frame, move: Move, strengths: list[float | None], *, attacks_only: bool
    ) -> None:
        self.frame = frame
        self.premises, self.under, self.weight = frame.premises, frame.under, frame.weight
        self.move = move
        self.strengths = strengths
        self.attacks_only = attacks_only

    def single(self, claim: int) -> float | None:
        """Return the strength of a claim in no ring; None when it rests on one that has none."""
        try:
            return self.moved(claim, self.strengths)
        except TypeError:  # a None among the numbers, which is rare, and dear to look for
            return None

    def step(self, reason: int) -> float | None:
        """Return the strength of a reason; None when it rests on a claim that has none."""
        try:
            return self.steps((reason,), self.strengths)[0]
        except TypeError:
            return None

    def moved(self, claim: int, strengths: Sequence[float | None]) -> float:
        """Return the strength of a claim from those of all others, kept in [0, 1]."""
        pros, cons = self.frame.pros[claim], self.frame.cons[claim]
        base = self.frame.base(claim, attacks_only=self.attacks_only)
        if not pros and not cons:
            return base
        for_it = self.steps(pros, strengths) if pros and not self.attacks_only else ()
        value = self.move(base, for_it, self.steps(cons, strengths) if cons else ())
        return value if 0.0 <= value <= 1.0 else min(1.0, max(0.0, value))

    def steps(self, reasons: Sequence[int], strengths: Sequence[float | None]) -> list[float]:
        """Return the strength of each reason: its weight times its weakest premise, less its undercutters.

        It calls itself only along undercutters of undercutters, of which a map allows twenty.
        """
        found = []
        for reason in reasons:
            premises, under = self.premises[reason], self.under[reason]
            if len(premises) == 1:
                base = self.weight[reason] * strengths[premises[0]]  # type: ignore[operator]
            else:
                base = self.weight[reason] * min(strengths[each] for each in premises)  # type: ignore[type-var, operator]
            found.append(self.move(base, (), self.steps(under, strengths)) if under else base)
        return found

    def settle(self, group: Sequence[int]) -> Ring:
        """Settle a ring, discretely or else continuously, and keep its strengths if it has any."""
        most = max(20, min(STEPS, WORK // len(group)))
        try:
            self._begin(group)
            ring = self._discrete(group, most)
            if not ring.converged:
                self._begin(group)
                ring = self._continuous(group, most, ring.swings)
        except TypeError:  # the ring rests on a claim without a strength
            ring = Ring(tuple(group), "discrete", 0, 1.0, converged=False)
        if not ring.converged:
            for claim in group:
                self.strengths[claim] = None
        return ring

    def _begin(self, group: Sequence[int]) -> None:
        for claim in group:
            self.strengths[claim] = self.frame.base(claim, attacks_only=self.attacks_only)

    def _discrete(self, group: Sequence[int], most: int) -> Ring:
        known = self.strengths
        low, high = [1.0] * len(group), [0.0] * len(group)
        step, residual = 0, 1.0
        while step < most and residual > TOLERANCE:
            step += 1
            new = [self.moved(claim, known) for claim in group]
            residual = max(
                abs(value - _number(known[claim])) for claim, value in zip(group, new, strict=True)
            )
            for at, (claim, value) in enumerate(zip(group, new, strict=True)):
                known[claim] = value
                if step > most - LOOKED_BACK:
                    low[at], high[at] = min(low[at], value), max(high[at], value)
        settled = residual <= TOLERANCE
        swings = () if settled else tuple(zip(low, high, strict=True))
        return Ring(tuple(group), "discrete", step, residual, settled, swings)

    def _continuous(self, group: Sequence[int], most: int, swings: tuple[tuple[float, float], ...]) -> Ring:
        """Follow the flow by Runge and Kutta's rule of the fourth order."""
        at = [self.frame.base(claim, attacks_only=self.attacks_only) for claim in group]
        slope = self._slope(group, at)
        step, residual = 0, max(map(abs, slope))
        while step < most and residual > TOLERANCE:
            step += 1
            second = self._slope(group, _along(at, slope, STRIDE / 2))
            third = self._slope(group, _along(at, second, STRIDE / 2))
            fourth = self._slope(group, _along(at, third, STRIDE))
            mean = [
                (a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(slope, second, third, fourth, strict=True)
            ]
            at = _along(at, mean, STRIDE)
            slope = self._slope(group, at)
            residual = max(map(abs, slope))
        for claim, value in zip(group, at, strict=True):
            self.strengths[claim] = min(1.0, max(0.0, value))
        return Ring(tuple(group), "continuous", step, residual, residual <= TOLERANCE, swings)

    def _slope(self, group: Sequence[int], at: Sequence[float]) -> list[float]:
        for claim, value in zip(group, at, strict=True):
            self.strengths[claim] = value
        return [self.moved(claim, self.strengths) - value for claim, value in zip(group, at, strict=True)]


def _along(at: Sequence[float], slope: Sequence[float], stride: float) -> list[float]:
    return [value + stride * speed for value, speed in zip(at, slope, strict=True)]


def _number(value: float | None) -> float:
    if value is None:
        raise TypeError
    return value
