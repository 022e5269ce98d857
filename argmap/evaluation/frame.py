"""The frame of a map: its claims and reasons as positions in lists, ready to be weighed.

A claim is any node; a reason is any link. Nothing here knows a semantics; a frame can be made of
numbers alone, without a map, and one that differs a little shares what did not change.

Source: the claim graph with linked premises and undercutters of Carneades (Gordon, Prakken and
Walton 2007), read as a bipolar abstract dialectical framework (Brewka et al. 2013).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.model import ArgumentMap, Link

NOTHING: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """Claims 0…n and reasons 0…m. Lists are never changed once a frame stands.

    Attributes:
        given: For each claim, whether it is taken for granted until attacked.
        sure: For each claim, its confidence in [0, 1]; 1 where none was said.
        premises: For each reason, the claims it needs, all together.
        hits: For each reason, the reason it undercuts; -1 where it bears on a claim.
        favours: For each reason, whether it speaks for its claim.
        lands: For each reason, the claim it comes down on, through what it undercuts.
        weight: For each reason, the strength of the step in [0, 1]; a step of 0 is not there.
        pros: For each claim, the reasons for it.
        cons: For each claim, the reasons against it.
        under: For each reason, the reasons that undercut it.
        uses: For each claim, the reasons that need it.
    """

    given: Sequence[bool]
    sure: Sequence[float]
    premises: Sequence[Sequence[int]]
    hits: Sequence[int]
    favours: Sequence[bool]
    lands: Sequence[int]
    weight: Sequence[float]
    pros: Sequence[Sequence[int]]
    cons: Sequence[Sequence[int]]
    under: Sequence[Sequence[int]]
    uses: Sequence[Sequence[int]]

    def granted(self, claim: int) -> bool:
        """Tell whether a claim needs no reason: it is given, and not with a confidence of 0."""
        return self.given[claim] and self.sure[claim] > 0

    def base(self, claim: int, *, attacks_only: bool) -> float:
        """Return the base score: the confidence of what is given, 0 of what needs a reason.

        Where supports are left aside, everything begins from its confidence.
        """
        return self.sure[claim] if attacks_only or self.given[claim] else 0.0

    def onto(self, claim: int) -> Iterable[int]:
        """Yield the reasons that come down on a claim: pros, cons, and what undercuts those."""
        pending = [*self.pros[claim], *self.cons[claim]]
        for reason in pending:
            yield reason
            pending += self.under[reason]

    def downstream(self, claims: Iterable[int]) -> list[int]:
        """Return the claims and all that rest on them or are attacked from them, nearest first."""
        reached = dict.fromkeys(claims)
        pending = list(reached)
        for claim in pending:
            for reason in self.uses[claim]:
                onto = self.lands[reason]
                if onto not in reached:
                    reached[onto] = None
                    pending.append(onto)
        return pending

    def upstream(self, claim: int) -> list[int]:
        """Return the claim and all it rests on or is attacked from, nearest first."""
        reached = {claim: None}
        pending = [claim]
        for here in pending:
            for reason in self.onto(here):
                for premise in self.premises[reason]:
                    if premise not in reached:
                        reached[premise] = None
                        pending.append(premise)
        return pending

    def beneath(self, claim: int) -> tuple["Frame", list[int], list[int]]:
        """Return the part that a claim hangs on, as a frame of its own with the claim at 0.

        Beside it stand the claims and the reasons that its own are in this frame.
        """
        claims = self.upstream(claim)
        reasons = sorted(reason for each in claims for reason in self.onto(each))
        at = {each: index for index, each in enumerate(claims)}
        step_at = {reason: index for index, reason in enumerate(reasons)}
        part = Frame(
            given=[self.given[each] for each in claims],
            sure=[self.sure[each] for each in claims],
            premises=[[at[premise] for premise in self.premises[reason]] for reason in reasons],
            hits=[step_at.get(self.hits[reason], -1) for reason in reasons],
            favours=[self.favours[reason] for reason in reasons],
            lands=[at[self.lands[reason]] for reason in reasons],
            weight=[self.weight[reason] for reason in reasons],
            pros=[[step_at[reason] for reason in self.pros[each]] for each in claims],
            cons=[[step_at[reason] for reason in self.cons[each]] for each in claims],
            under=[[step_at[attack] for attack in self.under[reason]] for reason in reasons],
            uses=[[step_at[reason] for reason in self.uses[each] if reason in step_at] for each in claims],
        )
        return part, claims, reasons

    def with_sure(self, claims: dict[int, float], reasons: dict[int, float]) -> "Frame":
        """Return the frame with other confidences and other weights of steps."""
        sure, weight = list(self.sure), list(self.weight)
        for claim, value in claims.items():
            sure[claim] = value
        for reason, value in reasons.items():
            weight[reason] = value
        return replace(self, sure=sure, weight=weight)

    def without(self, claims: Iterable[int], reasons: Iterable[int] = ()) -> "Frame":
        """Return the frame in which some claims do not stand whatever speaks for them, and steps are gone."""
        given, sure, weight, pros = list(self.given), list(self.sure), list(self.weight), list(self.pros)
        for claim in claims:
            given[claim], sure[claim], pros[claim] = False, 0.0, NOTHING
        for reason in reasons:
            weight[reason] = 0.0
        return replace(self, given=given, sure=sure, weight=weight, pros=pros)


def framed(m: ArgumentMap) -> Frame:
    """Return the frame of a map: claims in the order of its nodes, reasons in that of its links."""
    claim_at = {node.id: index for index, node in enumerate(m.nodes)}
    links = m.links
    # One thing at a time, here and below: in a large map the way to memory is what takes time.
    names = [link.premises for link in links]
    premises = [
        (claim_at[each[0]],) if len(each) == 1 else tuple(claim_at[name] for name in each) for each in names
    ]
    hits, lands = _targets(links, claim_at)
    favours = [link.relation == "supports" for link in links]
    none: list[int] = []  # for all that have none; a list of its own is made for the first
    pros, cons, uses, under = ([none] * len(each) for each in (claim_at, claim_at, claim_at, links))
    for reason, (claim, hit, pro) in enumerate(zip(lands, hits, favours, strict=True)):
        onto, at = (under, hit) if hit >= 0 else (pros if pro else cons, claim)
        if here := onto[at]:
            here.append(reason)
        else:
            onto[at] = [reason]
    for reason, needed in enumerate(premises):
        for premise in needed:
            if here := uses[premise]:
                here.append(reason)
            else:
                uses[premise] = [reason]
    given = [not pro if node.given is None else node.given for node, pro in zip(m.nodes, pros, strict=True)]
    sure = [1.0 if node.sure is None else node.sure for node in m.nodes]
    weight = [1.0 if link.sure is None else link.sure for link in links]
    return Frame(given, sure, premises, hits, favours, lands, weight, pros, cons, under, uses)


def _targets(links: Sequence[Link], claim_at: Mapping[str, int]) -> tuple[list[int], list[int]]:
    """Return the reason that each link undercuts, or -1, and the claim that each comes down on."""
    lands = [claim_at.get(link.target, -1) for link in links]
    hits = [-1] * len(links)
    if -1 in lands:
        reason_at = {link.id: index for index, link in enumerate(links)}
        for reason, link in enumerate(links):
            if lands[reason] < 0:  # it stands after what it undercuts: one look back is enough
                hits[reason] = hit = reason_at[link.target]
                lands[reason] = lands[hit]
    return hits, lands
