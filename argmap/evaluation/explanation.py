"""Why a statement stands, falls or is undecided: the label's own proof, as a flat list of points.

Each point names what was settled before it, so that a proof ends; each statement is proved once,
and nothing recurses.

Source: the grounded discussion game and min-max numbering of Modgil and Caminada 2009.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from argmap.evaluation.labels import FALLS, STANDS, UNDECIDED
from argmap.evaluation.standards import NONE
from argmap.evaluation.verdicts import Label, Verdict, Weighed, worded
from argmap.model import Link, Relation

Why = Literal["given", "reason", "rebutted", "unsupported", "denied", "broken", "outweighed", "loop", "above"]


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a proof.

    Attributes:
        depth: 0 for the statement itself, 1 for what it hangs on.
        link: The link by which the statement above hangs on this; None for that statement itself.
        relation: What the link does; None for one of several premises that stand or fall together.
        node: Id of the statement; None for the heading over linked premises.
        label: What it comes to.
        why: What settles it; `above` where that was shown before.
        reasons: How many reasons there are for it.
        objections: How many speak against it.
        outweighs: Whether it stands although one of them does.
        idle: Whether it stands, and yet the step from it falls, undercut or without weight.
    """

    depth: int
    link: Link | None
    relation: Relation | None
    node: str | None
    label: Label
    why: Why
    reasons: int = 0
    objections: int = 0
    outweighs: bool = False
    idle: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """A proof.

    Attributes:
        verdict: What the statement comes to.
        points: The proof, the statement itself first.
        loop: Ids of the statements in the ring that it hangs on, when it is undecided.
        complete: Whether the proof was not cut off by its depth.
    """

    verdict: Verdict
    points: tuple[Point, ...]
    loop: tuple[str, ...]
    complete: bool


def explained(found: Weighed, node_id: str, depth: int) -> Explanation:
    """Return why a statement comes to what it does, as far as so many steps down."""
    proof = _Proof(found)
    seen: set[int] = set()
    points: list[Point] = []
    complete = True
    pending: list[_Pending] = [_Pending(found.at[node_id], 0, None, None)]
    while pending:
        here = pending.pop()
        if here.claim is None:
            points.append(Point(here.depth, here.link, here.relation, None, here.label, "reason"))
            continue
        behind = list(proof.behind(here.claim, here.depth + 1))
        above = here.claim in seen and bool(behind)
        seen.add(here.claim)
        points.append(proof.point(here, above=above))
        if behind and not above:
            if here.depth < depth:
                pending += behind[::-1]
            else:
                complete = False
    loop = proof.loop(found.at[node_id]) if points[0].label == "undecided" else ()
    return Explanation(found.verdict(node_id), tuple(points), loop, complete)


@dataclass(frozen=True, slots=True)
class _Pending:
    claim: int | None
    depth: int
    link: Link | None
    relation: Relation | None
    label: Label = "stands"


class _Proof:
    """Reads off a weighed map what settles each claim."""

    def __init__(self, found: Weighed) -> None:
        self.map = found.map
        self.frame = found.frame
        self.at = found.reason_at
        self.claims = found.labels.claims
        self.reasons = found.labels.reasons
        self.rounds = found.labels.reason_rounds
        self.standard = found.standard
        self.claim_rounds = found.labels.claim_rounds

    def point(self, here: _Pending, *, above: bool) -> Point:
        claim = here.claim or 0
        frame = self.frame
        why = "above" if above else self.why(claim)
        name = self.map.nodes[claim].id
        label = worded(self.claims[claim])
        pros, cons = len(frame.pros[claim]), len(frame.cons[claim])
        outweighs = label == "stands" and any(self.reasons[each] == STANDS for each in frame.cons[claim])
        idle = label == "stands" and here.relation is not None and self.fallen(here.link)
        return Point(here.depth, here.link, here.relation, name, label, why, pros, cons, outweighs, idle)

    def fallen(self, link: Link | None) -> bool:
        """Tell whether a step falls."""
        return link is not None and self.reasons[self.at[link.id]] == FALLS

    def why(self, claim: int) -> Why:
        label, frame = self.claims[claim], self.frame
        if label == UNDECIDED:
            return "loop"
        if label == STANDS:
            return "given" if frame.granted(claim) else "reason"
        if not self.standard.met(1.0, self._weight_against(claim)):
            return "rebutted"
        if frame.granted(claim) or any(self.reasons[reason] != FALLS for reason in frame.pros[claim]):
            return "outweighed"
        if frame.pros[claim]:
            return "broken"
        return "denied" if frame.given[claim] else "unsupported"

    def _weight_against(self, claim: int) -> float:
        """Return the weight of the strongest standing objection, or that there is none."""
        frame = self.frame
        standing = [reason for reason in frame.cons[claim] if self.reasons[reason] == STANDS]
        return max((frame.weight[reason] for reason in standing), default=NONE)

    def behind(self, claim: int, depth: int) -> Iterator[_Pending]:
        """Yield what a claim's label hangs on: no more than is needed."""
        frame = self.frame
        match self.why(claim):
            case "given" | "reason" as why:
                if why == "reason":
                    yield from self._standing(self._decisive(frame.pros[claim]), depth)
                for reason in frame.cons[claim]:
                    standing = self.reasons[reason] == STANDS  # outweighed, by a standard that weighs
                    yield from self._standing(reason, depth) if standing else self._broken(reason, depth)
            case "rebutted":
                yield from self._standing(self._decisive(frame.cons[claim]), depth)
            case "outweighed":
                for reason in frame.pros[claim]:
                    if self.reasons[reason] == STANDS:
                        yield from self._standing(reason, depth)
                    elif self.reasons[reason] == UNDECIDED:
                        yield from self._broken(reason, depth)
                if self._weight_against(claim) != NONE:
                    yield from self._standing(self._decisive(frame.cons[claim]), depth)
            case "broken":
                for reason in frame.pros[claim]:
                    yield from self._broken(reason, depth)
            case _:
                pass

    def _decisive(self, reasons: Sequence[int]) -> int:
        """Return the standing reason to show: where weights count one of the strongest, settled earliest."""
        standing = [reason for reason in reasons if self.reasons[reason] == STANDS]
        if self.standard.weighed:
            most = max(self.frame.weight[reason] for reason in standing)
            standing = [reason for reason in standing if self.frame.weight[reason] == most]
        return min(standing, key=self.rounds.__getitem__)

    def _standing(self, reason: int, depth: int) -> Iterator[_Pending]:
        """Yield the premises of a reason that stands, and why nothing undercuts it."""
        link = self.map.links[reason]
        premises = self.frame.premises[reason]
        if len(premises) == 1:
            yield _Pending(premises[0], depth, link, link.relation)
        else:
            yield _Pending(None, depth, link, link.relation)
            depth += 1
            for premise in premises:
                yield _Pending(premise, depth, link, None)
        for attack in self.frame.under[reason]:
            yield from self._broken(attack, depth + (len(premises) == 1))

    def _broken(self, reason: int, depth: int) -> Iterator[_Pending]:
        """Yield what keeps a reason from standing: a premise that falls or is open, or what undercuts it."""
        link = self.map.links[reason]
        premises = self.frame.premises[reason]
        fallen = [premise for premise in premises if self.claims[premise] == FALLS]
        if fallen:
            first = min(fallen, key=self.claim_rounds.__getitem__)
            yield _Pending(first, depth, link, link.relation)
            return
        under = [each for each in self.frame.under[reason] if self.reasons[each] == STANDS]
        open_one = next((premise for premise in premises if self.claims[premise] == UNDECIDED), None)
        yield _Pending(premises[0] if open_one is None else open_one, depth, link, link.relation)
        if under:
            yield from self._standing(min(under, key=self.rounds.__getitem__), depth + 1)
        elif open_one is None and self.reasons[reason] == UNDECIDED:
            open_attacks = (each for each in self.frame.under[reason] if self.reasons[each] == UNDECIDED)
            yield from self._broken(next(open_attacks), depth + 1)

    def loop(self, claim: int) -> tuple[str, ...]:
        """Return the ring of undecided claims that one hangs on."""
        path: dict[int, None] = {}
        while claim not in path:
            path[claim] = None
            claim = self._undecided_behind(claim)
        ring = [*path][[*path].index(claim) :]
        return tuple(self.map.nodes[each].id for each in ring)

    def _undecided_behind(self, claim: int) -> int:
        for reason in self.frame.onto(claim):
            if self.reasons[reason] == UNDECIDED:
                for premise in self.frame.premises[reason]:
                    if self.claims[premise] == UNDECIDED:
                        return premise
        raise AssertionError("an undecided claim hangs on another")
