"""What if: a map with something dropped, weakened or added, and what that changes downstream.

Only what rests on the change is weighed again. What was given stays given, and what needed a
reason goes on needing one, also when its last reason is dropped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from argmap.evaluation.frame import Frame
from argmap.evaluation.labels import labelled
from argmap.evaluation.supposing import Changes
from argmap.evaluation.verdicts import Verdict, Weighed, strengths_of
from argmap.model import Claim, Link

MOVED: Final = 0.005
"""By how much a strength moves before it is worth telling."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one statement.

    Attributes:
        before: What it came to; None when it is new.
        after: What it comes to.
        noise: What the strengths may differ by because only one of them is of a sample.
    """

    before: Verdict | None
    after: Verdict
    noise: float = 0.0

    @property
    def relabelled(self) -> bool:
        """Whether it is labelled otherwise."""
        return self.before is not None and self.before.label != self.after.label

    @property
    def moved(self) -> bool:
        """Whether its strength moved far enough to be told, or came or went."""
        if self.before is None:
            return False
        old, new = self.before.strength, self.after.strength
        if old is None or new is None:
            return old is not new
        return abs(old - new) >= max(MOVED, self.noise)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A map weighed again.

    Attributes:
        after: The changed map, weighed.
        touched: Positions of the claims that were weighed again.
        changes: What became of each of them, in the map's order.
    """

    after: Weighed
    touched: tuple[int, ...]
    changes: tuple[Change, ...]


def whatif(before: Weighed, changes: Changes) -> WhatIf:
    """Return what changes in a weighed map, weighing again only what is downstream of the change."""
    frame, claims = _changed(before, changes)
    touched = tuple(sorted(frame.downstream(claims)))
    shaken = frame.downstream(claim for claim in claims if _shaken(before, frame, claim))
    labels = labelled(frame, before.standard, sorted(shaken), before.labels) if shaken else before.labels
    strengths = strengths_of(frame, before.semantics, touched, before.strengths.claims)
    again = set(touched)
    kept = tuple(ring for ring in before.strengths.rings if again.isdisjoint(ring.claims))
    strengths = replace(strengths, rings=(*kept, *strengths.rings))
    after = replace(before, frame=frame, labels=labels, strengths=strengths)
    after.__dict__["at"] = _at(before, changes)
    old = before.map.nodes
    nodes = (old[claim] if claim < len(old) else changes.nodes[claim - len(old)] for claim in touched)
    compared = tuple(_compared(before, after, node.id) for node in nodes)
    return WhatIf(after, touched, compared)


def _shaken(before: Weighed, frame: Frame, claim: int) -> bool:
    """Tell whether what is said of a claim and its reasons may have changed its label.

    How sure something is moves a strength; a label asks whether it is there, unless steps are weighed.
    """
    old = before.frame
    if before.standard.weighed or claim >= len(old.given) or old.granted(claim) != frame.granted(claim):
        return True
    here = tuple(frame.onto(claim))
    return here != tuple(old.onto(claim)) or any(
        (old.weight[reason] > 0) != (frame.weight[reason] > 0) for reason in here
    )


def _at(before: Weighed, changes: Changes) -> dict[str, int]:
    """Return the position of each node's claim, the new ones after the old."""
    new = {node.id: len(before.at) + index for index, node in enumerate(changes.nodes)}
    return {**before.at, **new} if new else before.at


def _compared(before: Weighed, after: Weighed, name: str) -> Change:
    noise = 2 * abs(before.strengths.error - after.strengths.error)  # four standard errors: hardly ever
    return Change(before.verdict(name) if name in before.at else None, after.verdict(name), noise)


def _changed(before: Weighed, changes: Changes) -> tuple[Frame, list[int]]:
    """Return the frame with the changes made, and the claims they begin at."""
    frame, at = before.frame, before.at
    reason_at = before.reason_at
    claims = [at[name] for name in changes.dropped if name in at]
    gone = [reason_at[name] for name in changes.dropped if name not in at]
    sure = {at[name]: value for name, value in changes.sure if name in at}
    weight = {reason_at[name]: value for name, value in changes.sure if name not in at}
    begun = [*claims, *sure, *(frame.lands[reason] for reason in (*gone, *weight))]
    if claims or gone:
        frame = frame.without(claims, gone)
    if sure or weight:
        frame = frame.with_sure(sure, weight)
    if changes.links:
        frame, more = _grown(frame, before, changes)
        begun += more
    return frame, begun


def _grown(frame: Frame, before: Weighed, changes: Changes) -> tuple[Frame, Iterable[int]]:
    """Return the frame with new claims and reasons, and the claims that the reasons land on."""
    n, m = len(frame.given), len(frame.premises)
    at = _at(before, changes)
    reason_at = {**before.reason_at, **{link.id: m + index for index, link in enumerate(changes.links)}}
    fresh: list[Sequence[int]] = [()] * len(changes.nodes)
    pros, cons, uses = [*frame.pros, *fresh], [*frame.cons, *fresh], [*frame.uses, *fresh]
    under: list[Sequence[int]] = [*frame.under, *[()] * len(changes.links)]
    hits, lands = list(frame.hits), list(frame.lands)
    premises = [*frame.premises, *([at[name] for name in link.premises] for link in changes.links)]
    for reason, link in enumerate(changes.links, m):
        hit = reason_at[link.target] if link.relation == "undercuts" else -1
        hits.append(hit)
        lands.append(lands[hit] if hit >= 0 else at[link.target])
        onto, place = (under, hit) if hit >= 0 else (pros if link.relation == "supports" else cons, lands[-1])
        onto[place] = [*onto[place], reason]
        for premise in premises[reason]:
            uses[premise] = [*uses[premise], reason]
    favours = [*frame.favours, *(link.relation == "supports" for link in changes.links)]
    grown = Frame(
        given=[*frame.given, *[True] * len(changes.nodes)],
        sure=[*frame.sure, *map(_said, changes.nodes)],
        weight=[*frame.weight, *map(_said, changes.links)],
        premises=premises, lands=lands, hits=hits, favours=favours,
        pros=pros, cons=cons, under=under, uses=uses,
    )  # fmt: skip
    return grown, [*range(n, n + len(changes.nodes)), *lands[m:]]


def _said(new: Claim | Link) -> float:
    return 1.0 if new.sure is None else new.sure
