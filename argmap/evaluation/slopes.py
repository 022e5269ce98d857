"""Derivatives of the gradual semantics: by how much a claim moves with its base score and its reasons.

One function for each semantics that has them, with the same arguments. Where a strength bends, as
at the weakest of equal premises, there is a slope on either side and none at the bend, and bends that
follow one another do not add up: that one lies there is told, and left to whoever asks.

Source: the gradient contributions of Kampik et al. 2024 and Yin, Potyka and Toni 2023.
"""

from collections.abc import Callable, Sequence
from math import exp
from typing import Final, NamedTuple

STEEPEST: Final = 300.0
"""The greatest surplus whose exponential is squared without leaving the range of floats."""
NEAR: Final = 1e-12
"""What differs less is equal, but for the noise of floating point."""


class Slopes(NamedTuple):
    """How fast a claim moves.

    Attributes:
        base: With its base score.
        pros: With the strength of each reason for it.
        cons: With the strength of each reason against it.
        bent: Whether it bends here, so that its slopes with the reasons hold on one side only.
    """

    base: float
    pros: list[float]
    cons: list[float]
    bent: bool = False


Slope = Callable[[float, Sequence[float], Sequence[float]], Slopes]


def df_quad(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of DF-QuAD."""
    surplus, up, down = _product(pros, cons)
    return _slopes(1 - abs(surplus), _sided(base, surplus), up, down, bent=_bends(base, surplus))


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
    steep = _sided(base, surplus) / (soft * soft)
    return _slopes(1 / soft, steep, up, down, bent=_bends(base, surplus))


def euler_based(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of the Euler-based semantics."""
    return _euler(base, *_sum(pros, cons))


def euler_top(base: float, pros: Sequence[float], cons: Sequence[float]) -> Slopes:
    """Return the slopes of Euler-top."""
    (best, up), (worst, down) = _top(pros), _top(cons)
    found = _euler(base, best - worst, up, [-each for each in down])
    return found._replace(bent=tied(pros, best) or tied(cons, worst))


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
    steep = -base / ((1 + worst) * (1 + worst))
    return _slopes(1 / (1 + worst), steep, [], down, bent=tied(cons, worst))


def only(values: Sequence[float], at: float) -> list[float]:
    """Return how fast the least or greatest of some values moves with each, given which it is."""
    return [1.0 if value == at else 0.0 for value in values]


def tied(values: Sequence[float], at: float) -> bool:
    """Tell whether several values are the least or greatest, so that it bends there."""
    return sum(abs(value - at) < NEAR for value in values) > 1


def _slopes(
    base: float, steep: float, up: Sequence[float], down: Sequence[float], *, bent: bool = False
) -> Slopes:
    return Slopes(base, [steep * each for each in up], [steep * each for each in down], bent)


def _sided(base: float, surplus: float) -> float:
    """Return the room a claim has to move in: downwards its score, upwards what is left of it."""
    return 1 - base if surplus > 0 else base


def _bends(base: float, surplus: float) -> bool:
    """Tell whether a claim has more room to one side than to the other, and stands between."""
    return abs(surplus) < NEAR and abs(1 - base - base) > NEAR


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
    return top, only(values, top)
