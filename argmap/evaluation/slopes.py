"""Derivatives of the gradual semantics: by how much a claim moves with its base score and its reasons.

One function for each semantics that has them, with the same arguments. Where a strength bends, as
at the weakest of equal premises, the mean of both sides is taken.

Source: the gradient contributions of Kampik et al. 2024 and Yin, Potyka and Toni 2023.
"""

from collections.abc import Callable, Sequence
from math import exp
from typing import Final, NamedTuple

STEEPEST: Final = 300.0
"""The greatest surplus whose exponential is squared without leaving the range of floats."""
BEND: Final = 0.5
"""The share of a slope that is there on one side only."""


class Slopes(NamedTuple):
    """How fast a claim moves.

    Attributes:
        base: With its base score.
        pros: With the strength of each reason for it.
        cons: With the strength of each reason against it.
    """

    base: float
    pros: list[float]
    cons: list[float]


Slope = Callable[[float, Sequence[float], Sequence[float]], Slopes]


def df_quad(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of DF-QuAD."""
    surplus, up, down = _product(pros, cons)
    return _slopes(1 - abs(surplus), _sided(base, surplus), up, down)


def quadratic_energy(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of quadratic energy."""
    surplus, up, down = _sum(pros, cons)
    square = surplus * surplus
    steep = 2 * abs(surplus) / ((1 + square) * (1 + square))
    return _slopes(1 / (1 + square), steep * _sided(base, surplus), up, down)


def squared_df_quad(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of squared DF-QuAD."""
    surplus, up, down = _product(pros, cons)
    soft = 1 + abs(surplus)
    return _slopes(1 / soft, _sided(base, surplus) / (soft * soft), up, down)


def euler_based(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of the Euler-based semantics."""
    return _euler(base, *_sum(pros, cons))


def euler_top(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of Euler-top."""
    (best, up), (worst, down) = _top(pros), _top(cons)
    return _euler(base, best - worst, up, [-each for each in down])


def mlp_based(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of the MLP-based semantics."""
    surplus, up, down = _sum(pros, cons)
    grown = exp(max(-STEEPEST, min(surplus, STEEPEST)))
    whole = 1 - base + base * grown
    return _slopes(grown / (whole * whole), base * (1 - base) * grown / (whole * whole), up, down)


def h_categorizer(base: float, _: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of the h-categorizer."""
    whole = 1 + sum(cons)
    return Slopes(1 / whole, [], [-base / (whole * whole)] * len(cons))


def max_based(base: float, _: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of the max-based semantics."""
    worst, down = _top(cons)
    return _slopes(1 / (1 + worst), -base / ((1 + worst) * (1 + worst)), [], down)


def bends(values: Sequence[float], at: float) -> list[float]:
    """Return how fast the least or greatest of some values moves with each, given which it is."""
    share = 1.0 if values.count(at) == 1 else BEND
    return [share if value == at else 0.0 for value in values]


def _slopes(base: float, steep: float, up: Sequence[float], down: Sequence[float]) -> Slopes:
    return Slopes(base, [steep * each for each in up], [steep * each for each in down])


def _sided(base: float, surplus: float) -> float:
    """Return the room a claim has to move in: downwards its score, upwards what is left of it."""
    if not surplus:
        return BEND
    return 1 - base if surplus > 0 else base


def _euler(base: float, surplus: float, up: Sequence[float], down: Sequence[float]) -> Slopes:
    grown = exp(min(surplus, STEEPEST))
    whole = 1 + base * grown
    room = (1 - base * base) * grown / (whole * whole)
    return _slopes(2 * base / whole + room, base * room, up, down)


def _sum(pros: Sequence[float], cons: Sequence[float]) -> tuple[float, list[float], list[float]]:
    return sum(pros) - sum(cons), [1.0] * len(pros), [-1.0] * len(cons)


def _product(pros: Sequence[float], cons: Sequence[float]) -> tuple[float, list[float], list[float]]:
    (left, up), (kept, down) = _others(pros), _others(cons)
    return kept - left, up, [-each for each in down]


def _others(values: Sequence[float]) -> tuple[float, list[float]]:
    """Return the product of what all values leave of 1, and for each that of what the others leave."""
    others: list[float] = []
    before = after = 1.0
    for value in values:
        others.append(before)
        before *= 1 - value
    for index in range(len(values) - 1, -1, -1):
        others[index] *= after
        after *= 1 - values[index]
    return before, others


def _top(values: Sequence[float]) -> tuple[float, list[float]]:
    top = max(values, default=0.0)
    return top, bends(values, top)
