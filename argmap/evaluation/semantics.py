"""Gradual semantics: how strong a claim is, given its own score and the strengths of its reasons.

One function and one row each. A function takes the base score, the strengths of the supporters and
of the attackers, all in [0, 1], and returns a strength in [0, 1].

Source: the modular form of Mossakowski and Neuhaus 2018 and Potyka 2019, aggregate and influence;
each row names its own paper.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log, prod
from typing import Final

from argmap.evaluation import slopes
from argmap.spelling import row_called

Move = Callable[[float, Sequence[float], Sequence[float]], float]


@dataclass(frozen=True, slots=True)
class Semantics:
    """A gradual semantics.

    Attributes:
        name: What the user types.
        about: What it does, in one line.
        source: The paper that defines it.
        move: The strength of a claim from its base score, supporters and attackers; None where the
            strength is no function of theirs alone (the probability of standing).
        slope: Its derivatives; None where it has none.
        attacks_only: Whether supports are left aside, so that each claim starts from its confidence.
    """

    name: str
    about: str
    source: str
    move: Move | None
    slope: slopes.Slope | None = None
    attacks_only: bool = False


def _df_quad(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    surplus = _product(pros, cons)
    return base + (1 - base) * surplus if surplus > 0 else base + base * surplus


def _quadratic_energy(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    return _squared(base, sum(pros) - sum(cons))


def _squared_df_quad(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    surplus = _product(pros, cons)
    pull = max(0.0, -surplus)
    push = max(0.0, surplus)
    return base - base * pull / (1 + pull) + (1 - base) * push / (1 + push)


def _euler_based(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    return _euler(base, sum(pros) - sum(cons))


def _euler_top(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    return _euler(base, max(pros, default=0.0) - max(cons, default=0.0))


def _mlp_based(base: float, pros: Sequence[float], cons: Sequence[float]) -> float:
    if base in {0.0, 1.0}:
        return base
    at = log(base / (1 - base)) + sum(pros) - sum(cons)
    return 1 / (1 + exp(-at)) if at > 0 else exp(at) / (1 + exp(at))


def _h_categorizer(base: float, _: Sequence[float], cons: Sequence[float]) -> float:
    return base / (1 + sum(cons))


def _max_based(base: float, _: Sequence[float], cons: Sequence[float]) -> float:
    return base / (1 + max(cons, default=0.0))


def _card_based(base: float, _: Sequence[float], cons: Sequence[float]) -> float:
    # a strength is above 0 exactly where the base score is
    real = [strength for strength in cons if strength > 0]
    return base / (1 + len(real) + sum(real) / len(real)) if real else base


def _product(pros: Sequence[float], cons: Sequence[float]) -> float:
    """Return by how much the supporters, added up like independent chances, exceed the attackers."""
    return prod([1 - strength for strength in cons]) - prod([1 - strength for strength in pros])


def _squared(base: float, surplus: float) -> float:
    share = surplus * surplus / (1 + surplus * surplus)
    return base + (1 - base) * share if surplus > 0 else base - base * share


def _euler(base: float, surplus: float) -> float:
    # beyond this the result no longer moves, and the exponential would overflow
    return 1 - (1 - base * base) / (1 + base * exp(min(surplus, 700.0)))


SEMANTICS: Final = (
    Semantics(
        "df-quad",
        "reasons add up like independent chances; the surplus moves the claim",
        "Rago, Toni, Aurisicchio and Baroni 2016",
        _df_quad,
        slopes.df_quad,
    ),
    Semantics(
        "quadratic-energy",
        "never saturates: one certain objection only halves a claim",
        "Potyka 2018",
        _quadratic_energy,
        slopes.quadratic_energy,
    ),
    Semantics(
        "euler-based",
        "a claim never falls below its score squared, and 0 never rises",
        "Amgoud and Ben-Naim 2018",
        _euler_based,
        slopes.euler_based,
    ),
    Semantics(
        "squared-df-quad",
        "as df-quad, with a softer landing at both ends",
        "Potyka 2019; Kampik et al. 2024",
        _squared_df_quad,
        slopes.squared_df_quad,
    ),
    Semantics(
        "euler-top",
        "as euler-based, but only the strongest for and against count",
        "Kampik et al. 2024",
        _euler_top,
        slopes.euler_top,
    ),
    Semantics("mlp-based", "a claim as a neuron of a network", "Potyka 2021", _mlp_based, slopes.mlp_based),
    Semantics(
        "h-categorizer",
        "attacks only: the score divided by one plus the attackers",
        "Besnard and Hunter 2001; Amgoud, Ben-Naim, Doder and Vesic 2017",
        _h_categorizer,
        slopes.h_categorizer,
        attacks_only=True,
    ),
    Semantics(
        "max-based",
        "attacks only: the strongest attacker counts",
        "Amgoud, Ben-Naim, Doder and Vesic 2017",
        _max_based,
        slopes.max_based,
        attacks_only=True,
    ),
    Semantics(
        "card-based",
        "attacks only: the number of attackers before their strength",
        "Amgoud, Ben-Naim, Doder and Vesic 2017",
        _card_based,
        attacks_only=True,
    ),
    Semantics(
        "probability",
        "the chance that the claim stands, with confidences as chances",
        "Li, Oren and Norman 2011; Hunter 2014",
        None,
    ),
)
"""The default first."""


def semantics_called(name: str) -> Semantics:
    """Return the semantics of that name.

    Raises:
        UnknownNameError: there is none.
    """
    return row_called("semantics", name, SEMANTICS)
