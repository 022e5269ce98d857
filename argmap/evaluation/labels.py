"""Which claims and reasons stand, fall, or are undecided: the least fixpoint, in linear time.

A reason stands when all its premises stand and nothing that undercuts it does. A claim stands when
its proof standard is met, where being given counts as a reason of weight 1. Everything begins
undecided, and is settled once, in rounds; what nothing settles stays undecided.

Source: Kleene's strong three-valued logic; the grounded model of Brewka et al. 2013, Abstract
Dialectical Frameworks Revisited.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.evaluation.frame import Frame
from argmap.evaluation.standards import NONE, Standard

STANDS: Final = 1
FALLS: Final = -1
UNDECIDED: Final = 0


@dataclass(frozen=True, slots=True)
class Labels:
    """What became of each claim and reason.

    Attributes:
        claims: `STANDS`, `FALLS` or `UNDECIDED`, for each claim.
        reasons: The same for each reason.
        claim_rounds: The round in which each claim was settled, after all that settled it.
        reason_rounds: The same for each reason.
    """

    claims: list[int]
    reasons: list[int]
    claim_rounds: list[int]
    reason_rounds: list[int]


def labelled(
    frame: Frame, standard: Standard, claims: Sequence[int] | None = None, before: Labels | None = None
) -> Labels:
    """Return what stands and what falls.

    Args:
        frame: Claims and reasons.
        standard: When a claim stands.
        claims: The claims to settle; all, where none are named.
        before: What the others came to, when only some are to be settled.
    """
    work = _Work(frame, standard, before)
    work.begin(range(len(frame.given)) if claims is None else claims)
    work.run()
    return work.labels


class _Work:
    """The labels while they are settled, and the news that is still to be told."""

    def __init__(self, frame: Frame, standard: Standard, before: Labels | None) -> None:
        self.frame = frame
        self.standard = standard
        n, m = len(frame.given), len(frame.premises)
        old = before or Labels([], [], [], [])
        self.labels = Labels(
            [*old.claims, *[UNDECIDED] * (n - len(old.claims))],
            [*old.reasons, *[UNDECIDED] * (m - len(old.reasons))],
            [*old.claim_rounds, *[0] * (n - len(old.claim_rounds))],
            [*old.reason_rounds, *[0] * (m - len(old.reason_rounds))],
        )
        self.waiting = [0] * m
        self.pro_low = [NONE] * n
        self.con_low = [NONE] * n
        self.pros = _ranked(frame.pros, frame.weight) if standard.weighed else frame.pros
        self.cons = _ranked(frame.cons, frame.weight) if standard.weighed else frame.cons
        self.pro_at = [0] * n
        self.con_at = [0] * n
        self.round = 0
        self.told: list[int] = []
        """Claims as they are, reasons as ~reason."""

    def begin(self, claims: Sequence[int]) -> None:
        """Forget what is to be settled, and settle what can be at once."""
        frame, labels = self.frame, self.labels
        reasons = [reason for claim in claims for reason in frame.onto(claim)]
        for claim in claims:
            labels.claims[claim] = UNDECIDED
            if frame.granted(claim):
                self.pro_low[claim] = 1.0
        for reason in reasons:
            labels.reasons[reason] = UNDECIDED
        for reason in reasons:
            self._open(reason)
        for claim in claims:
            self._judge(claim)

    def run(self) -> None:
        """Tell what is settled to those whom it concerns, round by round, until nothing is."""
        uses, hits, lands = self.frame.uses, self.frame.hits, self.frame.lands
        while self.told:
            self.round += 1
            told, self.told = self.told, []
            for news in told:
                if news >= 0:
                    good = self.labels.claims[news] == STANDS
                    for reason in uses[news]:
                        self._hear(reason, good=good)
                elif hits[~news] < 0:
                    self._weigh(lands[~news], ~news)
                else:
                    self._hear(hits[~news], good=self.labels.reasons[~news] == FALLS)

    def _open(self, reason: int) -> None:
        """Count what a reason waits for; what was settled before is known."""
        frame, claims = self.frame, self.labels.claims
        premises = frame.premises[reason]
        waiting = len(premises) + len(frame.under[reason])
        for premise in premises:
            if claims[premise] == STANDS:
                waiting -= 1
            elif claims[premise] == FALLS:
                waiting = -1
                break
        self.waiting[reason] = waiting
        if waiting <= 0 or not frame.weight[reason]:
            good = waiting == 0 and frame.weight[reason] > 0
            self._settle_reason(reason, STANDS if good else FALLS)

    def _hear(self, reason: int, *, good: bool) -> None:
        """Take in that something a reason waits for is as it needs it, or is not."""
        if self.labels.reasons[reason] != UNDECIDED:
            return
        self.waiting[reason] -= 1
        if not good or not self.waiting[reason]:
            self._settle_reason(reason, STANDS if good else FALLS)

    def _settle_reason(self, reason: int, label: int) -> None:
        self.labels.reasons[reason] = label
        self.labels.reason_rounds[reason] = self.round
        self.told.append(~reason)

    def _weigh(self, claim: int, reason: int) -> None:
        """Take in that a reason for or against a claim is settled."""
        if self.labels.reasons[reason] == STANDS:
            weight = self.frame.weight[reason] if self.standard.weighed else 1.0
            low = self.pro_low if self.frame.favours[reason] else self.con_low
            low[claim] = max(low[claim], weight)
        self._judge(claim)

    def _judge(self, claim: int) -> None:
        """Settle a claim when its standard is met at worst, or fails at best."""
        claims = self.labels.claims
        if claims[claim] != UNDECIDED:
            return
        pros, pro_low = self.pros[claim], self.pro_low[claim]
        cons, con_low = self.cons[claim], self.con_low[claim]
        if self.standard.met(pro_low, self._highest(cons, self.con_at, claim, con_low) if cons else con_low):
            claims[claim] = STANDS
        elif not self.standard.met(
            self._highest(pros, self.pro_at, claim, pro_low) if pros else pro_low, con_low
        ):
            claims[claim] = FALLS
        else:
            return
        self.labels.claim_rounds[claim] = self.round
        self.told.append(claim)

    def _highest(self, reasons: Sequence[int], at: list[int], claim: int, low: float) -> float:
        """Return the weight of the strongest reason that has not fallen; each is passed over once."""
        labels = self.labels.reasons
        while at[claim] < len(reasons) and labels[reasons[at[claim]]] == FALLS:
            at[claim] += 1
        if at[claim] == len(reasons):
            return low
        return max(low, self.frame.weight[reasons[at[claim]]] if self.standard.weighed else 1.0)


def _ranked(sides: Sequence[Sequence[int]], weight: Sequence[float]) -> list[Sequence[int]]:
    return [
        sorted(reasons, key=weight.__getitem__, reverse=True) if len(reasons) > 1 else reasons
        for reasons in sides
    ]
