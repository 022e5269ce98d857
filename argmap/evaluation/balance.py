"""Gains against costs, by holder: how many stand, and what their amounts add up to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Final, Literal

from argmap.evaluation.frame import framed
from argmap.evaluation.labels import STANDS, labelled
from argmap.evaluation.standards import DEFAULT, Standard
from argmap.model import ArgumentMap, Cost, Gain, stake_of

Side = Literal["gain", "cost"]
NOBODY: Final = ""
"""The holder of what no one is said to hold."""
_EXACT: Final = Context(prec=200)


@dataclass(frozen=True, slots=True)
class Sum:
    """Amounts of one unit, added up.

    Attributes:
        unit: What is counted; empty where the map does not say.
        amount: Of those that stand.
        fallen: Of those that fall or are undecided.
        ids: The nodes that were added up, standing or not.
    """

    unit: str
    amount: Decimal
    fallen: Decimal
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stakes:
    """The gains or the costs of one holder that are there, or only hoped for.

    Attributes:
        side: Gains or costs.
        hoped: Whether they are sought, expected or presumed, and not yet there.
        standing: Ids of those that stand.
        fallen: Ids of those that fall or are undecided.
        sums: Their amounts by unit.
    """

    side: Side
    hoped: bool
    standing: tuple[str, ...]
    fallen: tuple[str, ...]
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """What one holder gains and pays.

    Attributes:
        holder: Who; empty for what no one is said to hold.
        stakes: Gains before costs, what is there before what is hoped for.
    """

    holder: str
    stakes: tuple[Stakes, ...]


def ids_standing(m: ArgumentMap, standard: Standard = DEFAULT) -> frozenset[str]:
    """Return the ids of the nodes that stand after their objections."""
    labels = labelled(framed(m), standard).claims
    return frozenset(node.id for node, label in zip(m.nodes, labels, strict=True) if label == STANDS)


def balances(m: ArgumentMap, standard: Standard = DEFAULT) -> tuple[Balance, ...]:
    """Return what each holder gains and pays, in the map's order; who shares a stake has it whole."""
    by_holder: defaultdict[str, list[Gain | Cost]] = defaultdict(list)
    for node in m.nodes:
        stake = stake_of(node)
        if stake is not None:
            for holder in stake.holder or (NOBODY,):
                by_holder[holder].append(stake)
    stands = ids_standing(m, standard)
    return tuple(Balance(holder, tuple(_stakes(held, stands))) for holder, held in by_holder.items())


def _stakes(held: Iterable[Gain | Cost], stands: frozenset[str]) -> Iterable[Stakes]:
    groups: defaultdict[tuple[bool, bool], list[Gain | Cost]] = defaultdict(list)
    for stake in held:
        groups[isinstance(stake, Cost), stake.status != "actual"].append(stake)
    for (cost, hoped), stakes in sorted(groups.items()):
        ids = [stake.id for stake in stakes]
        yield Stakes(
            "cost" if cost else "gain",
            hoped,
            tuple(name for name in ids if name in stands),
            tuple(name for name in ids if name not in stands),
            tuple(_sums(stakes, stands)),
        )


def _sums(stakes: Iterable[Gain | Cost], stands: frozenset[str]) -> Iterable[Sum]:
    by_unit: defaultdict[str, list[Gain | Cost]] = defaultdict(list)
    for stake in stakes:
        if stake.amount is not None:
            by_unit[stake.unit or ""].append(stake)
    for unit, counted in by_unit.items():
        yield Sum(
            unit,
            _added(stake.amount for stake in counted if stake.id in stands),
            _added(stake.amount for stake in counted if stake.id not in stands),
            tuple(stake.id for stake in counted),
        )


def _added(amounts: Iterable[Decimal | None]) -> Decimal:
    total = Decimal(0)
    for amount in amounts:
        total = _EXACT.add(total, amount or Decimal(0))
    return total
