"""What a statement's strength hangs on: the part of each node or link upstream in it.

Removal takes one away at a time, as a what-if does. The gradient is the derivative of the strength
with respect to each confidence. Shapley's value is the mean of what a node or link adds, over all
orders in which they could be put in; these add up to what all of them do together. Where not
everything can be gone through, the result says what was.

Source: Kampik, Potyka, Yin, Čyras and Toni 2024 (removal, Shapley, gradient); Yin, Potyka and Toni
2023 and 2024 (gradient of arguments; links as players).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import comb
from random import Random
from statistics import fmean, stdev
from typing import Final, Literal, NamedTuple

from argmap.errors import RequestError
from argmap.evaluation.components import groups
from argmap.evaluation.frame import Frame
from argmap.evaluation.gradient import slopes_behind
from argmap.evaluation.semantics import Semantics
from argmap.evaluation.verdicts import Weighed, rounded, strengths_of

By = Literal["removal", "gradient", "shapley"]
Of = Literal["nodes", "links"]
Way = Literal["exact", "sampled", "differences"]

TRIALS: Final = 3_000
WORK: Final = 4_000_000
"""Nodes and links weighed in all trials together; a large map gets fewer trials."""
EXACT: Final = 11
"""Players up to which every coalition is weighed: 2,048 of them."""
PLAYERS: Final = 1_000
"""Players above which not even a sample of orders is affordable."""
WEIGHINGS: Final = 20_000
FEWEST: Final = 16
"""Pairs of orders that a sample has at least, so that its error can be told."""
SEED: Final = 1
ROUGHLY: Final = 6
"""Digits of a finite difference."""
STEP: Final = 1e-4
"""By how much a confidence is moved to each side for a finite difference, where a ring lies upstream."""
SHORT_STEP: Final = 1e-6
"""The same where none does, and strengths are exact."""


class Part(NamedTuple):
    """What a node or link has to do with a strength.

    Attributes:
        id: Of the node or link.
        effect: Its part in the strength; None where there is no such number.
        error: The standard error of a sample; 0 where the effect is exact.
    """

    id: str
    effect: float | None
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What a strength hangs on.

    Attributes:
        strength: The strength.
        by: What is told of each player.
        of: Who the players are.
        parts: The players that were tried, the greatest effect first, equals in the map's order.
        players: How many there are: everything upstream that has a part to play.
        way: Whether the effects are exact, from a sample, or from finite differences.
        orders: How many orders of the players a sample has.
        alone: The strength without any of the players, for Shapley's value.
        error: Half the width of a 95 % interval, where strengths themselves were sampled.
    """

    strength: float
    by: By
    of: Of
    parts: tuple[Part, ...]
    players: int
    way: Way = "exact"
    orders: int = 0
    alone: float | None = None
    error: float = 0.0


def sensitivity(found: Weighed, node_id: str, by: By = "removal", of: Of = "nodes") -> Sensitivity:
    """Return what the strength of a node hangs on.

    Raises:
        RequestError: the node has no strength, the semantics has no such numbers, or there are too
            many players.
    """
    game = _Game(found, node_id, of)
    match by:
        case "removal":
            return game.removal()
        case "gradient":
            return game.gradient()
        case "shapley":
            return game.shapley()


class _Game:
    """The part of a map upstream of a node, and the players in it, as positions."""

    def __init__(self, found: Weighed, node_id: str, of: Of) -> None:
        if found.strengths.claims[found.at[node_id]] is None:
            raise RequestError(
                f"{node_id} has no strength: it hangs on a ring that comes to no limit",
                f"argmap explain {node_id} tells what stands",
            )
        self.frame, claims, reasons = found.frame.beneath(found.at[node_id])
        self.semantics: Semantics = found.semantics
        self.of = of
        self.order = claims if of == "nodes" else reasons
        things = found.map.nodes if of == "nodes" else found.map.links
        self.ids = [things[each].id for each in self.order]
        whole = strengths_of(self.frame, found.semantics)
        self.before = whole.claims
        assert whole.claims[0] is not None  # noqa: S101 - a part comes to what it does in the whole
        self.strength: float = whole.claims[0]
        self.error = whole.error

    @property
    def players(self) -> list[int]:
        """Everything upstream, nearest first: all claims but the topic itself, or all reasons."""
        return list(range(1 if self.of == "nodes" else 0, len(self.ids)))

    def told(self, by: By, parts: Sequence[Part], players: int) -> Sensitivity:
        at = dict(zip(self.ids, self.order, strict=True))
        ranked = sorted(
            parts,
            key=lambda part: (part.effect is not None, -abs(rounded(part.effect) or 0.0), at[part.id]),
        )
        return Sensitivity(self.strength, by, self.of, tuple(ranked), players, error=self.error)

    def affordable(self, players: Sequence[int]) -> Sequence[int]:
        """Return as many of the players, the nearest first, as can be tried one by one."""
        return players[: max(10, min(TRIALS, WORK // (len(self.frame.given) + len(self.frame.premises) + 1)))]

    def without(self, players: Sequence[int]) -> Frame:
        return self.frame.without(players) if self.of == "nodes" else self.frame.without((), players)

    def begun(self, player: int) -> int:
        """Return the claim at which the effect of a player begins."""
        return player if self.of == "nodes" else self.frame.lands[player]

    def again(self, frame: Frame, player: int, before: Sequence[float | None]) -> list[float | None]:
        """Return the strengths where one player has changed, given what they were before."""
        return strengths_of(frame, self.semantics, frame.downstream([self.begun(player)]), before).claims

    # --- one at a time --------------------------------------------------------------------------

    def removal(self) -> Sensitivity:
        players = self.players
        parts = []
        for player in self.affordable(players):
            after = self.again(self.without([player]), player, self.before)[0]
            parts.append(Part(self.ids[player], None if after is None else self.strength - after))
        return self.told("removal", parts, len(players))

    # --- the gradient ---------------------------------------------------------------------------

    def gradient(self) -> Sensitivity:
        slope = self.semantics.slope
        if slope is None:
            raise RequestError(f"{self.semantics.name} has no gradient here", "leave --by gradient out")
        order = list(groups(self.frame, range(len(self.frame.given))))
        players = self.inputs()
        if any(is_ring for _, is_ring in order):
            exact: dict[int, float] = {}
            step = STEP
        else:
            backwards = [group[0] for group, _ in reversed(order)]
            found = slopes_behind(self.frame, self.semantics, slope, self.before, backwards)
            exact = found[0] if self.of == "nodes" else found[1]
            step = SHORT_STEP
        bent = self.affordable([each for each in players if each not in exact])
        differences = {each: self.difference(each, step) for each in bent}
        effects = {**exact, **differences}
        parts = [Part(self.ids[each], effects[each]) for each in players if each in effects]
        told = self.told("gradient", parts, len(players))
        return replace(told, way="differences" if differences else "exact")

    def inputs(self) -> list[int]:
        """Return the players that have a number of their own: given claims, or steps."""
        if self.of == "links":
            return self.players
        every = range(len(self.ids))
        return [each for each in every if self.semantics.attacks_only or self.frame.given[each]]

    def difference(self, player: int, step: float) -> float | None:
        """Return the slope between two nearby numbers of a player, on one side of it at 0 and 1."""
        here = (self.frame.sure if self.of == "nodes" else self.frame.weight)[player]
        ends = [max(0.0, here - step), min(1.0, here + step)]
        values = []
        for end in ends:
            changed = ({player: end}, {}) if self.of == "nodes" else ({}, {player: end})
            values.append(self.again(self.frame.with_sure(*changed), player, self.before)[0])
        low, high = values
        return None if low is None or high is None else round((high - low) / (ends[1] - ends[0]), ROUGHLY)

    # --- Shapley's value ------------------------------------------------------------------------

    def shapley(self) -> Sensitivity:
        players = self.players
        if self.semantics.move is None:
            raise RequestError(f"{self.semantics.name} is told by removal alone", "leave --by shapley out")
        if len(players) > PLAYERS:
            raise RequestError(
                f"{len(players):,} {self.of} are upstream, and Shapley's value is for {PLAYERS:,} at most",
                "leave --by shapley out, or ask about a node further down",
            )
        alone = self.number(strengths_of(self.without(players), self.semantics).claims[0])
        exact = len(players) <= EXACT
        parts, orders = (self.exact(players), 0) if exact else self.sampled(players)
        told = self.told("shapley", parts, len(players))
        return replace(told, way="exact" if exact else "sampled", orders=orders, alone=alone)

    def number(self, strength: float | None) -> float:
        if strength is None:
            raise RequestError(
                "without some of what is upstream a ring comes to no limit, and Shapley's value to no number",
                "leave --by shapley out",
            )
        return strength

    def exact(self, players: Sequence[int]) -> list[Part]:
        """Return the values from every coalition; a coalition is the bits of a number."""
        n = len(players)
        worth = []
        for coalition in range(1 << n):
            absent = [player for bit, player in enumerate(players) if not coalition >> bit & 1]
            worth.append(self.number(strengths_of(self.without(absent), self.semantics).claims[0]))
        share = [1 / (n * comb(n - 1, size)) for size in range(n)]
        parts = []
        for bit, player in enumerate(players):
            others = (each for each in range(1 << n) if not each >> bit & 1)
            adds = (share[each.bit_count()] * (worth[each | 1 << bit] - worth[each]) for each in others)
            parts.append(Part(self.ids[player], sum(adds)))
        return parts

    def sampled(self, players: Sequence[int]) -> tuple[list[Part], int]:
        """Return the values from a sample of orders, each taken forwards and backwards, with errors."""
        chance = Random(SEED)  # noqa: S311 - the same sample every time, no secret
        pairs = max(FEWEST, WEIGHINGS // (2 * len(players)))
        adds: list[list[float]] = [[] for _ in self.ids]
        for _ in range(pairs):
            order = chance.sample(players, len(players))
            both = [0.0] * len(self.ids)
            for player, added in chain(self.added(order), self.added(order[::-1])):
                both[player] += added / 2
            for player in players:
                adds[player].append(both[player])
        root = pairs**0.5
        parts = [Part(self.ids[each], fmean(adds[each]), stdev(adds[each]) / root) for each in players]
        return parts, 2 * pairs

    def added(self, order: Sequence[int]) -> Iterator[tuple[int, float]]:
        """Yield by how much each player moves the topic when they come in one after the other."""
        strengths = strengths_of(self.without(order), self.semantics).claims
        before = self.number(strengths[0])
        for index, player in enumerate(order, 1):
            strengths = self.again(self.without(order[index:]), player, strengths)
            now = self.number(strengths[0])
            yield player, now - before
            before = now
