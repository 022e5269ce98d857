"""How fast a claim moves with everything behind it: the slopes of a gradual semantics, passed backwards.

For parts of a map without rings. Where a strength bends, as at the weakest of equal premises or
where both sides are equal, slopes cannot be passed on: those of bends that follow one another are not
the slope of the whole. What lies behind a bend is left out, for others to find by trying.

Source: the gradient of Yin, Potyka and Toni 2023, by the chain rule, outputs first.
"""

from collections.abc import Iterable, Sequence

from argmap.evaluation.frame import Frame
from argmap.evaluation.semantics import Semantics
from argmap.evaluation.slopes import Slope, only, tied
from argmap.evaluation.strengths import step_strengths


def slopes_behind(
    frame: Frame,
    semantics: Semantics,
    slope: Slope,
    strengths: Sequence[float | None],
    backwards: Iterable[int],
) -> tuple[dict[int, float], dict[int, float]]:
    """Return how fast the claim at 0 moves with each base score, and with each weight of a step.

    Args:
        frame: The claim and all it hangs on.
        semantics: What strengths mean.
        slope: Its derivatives.
        strengths: What each claim comes to.
        backwards: All claims, each before what it rests on.
    """
    work = _Work(frame, semantics, slope, strengths)
    for claim in backwards:
        work.pass_on(claim)
    return work.by_claim, work.by_reason


class _Work:
    """The slopes while they are found."""

    def __init__(
        self, frame: Frame, semantics: Semantics, slope: Slope, strengths: Sequence[float | None]
    ) -> None:
        self.frame = frame
        self.attacks_only = semantics.attacks_only
        self.slope = slope
        self.strengths = strengths
        self.steps = [step or 0.0 for step in step_strengths(frame, semantics, strengths)]
        self.pull = [0.0] * len(frame.given)
        self.pull[0] = 1.0
        self.bent = [False] * len(frame.given)
        self.by_claim = dict.fromkeys(range(len(frame.given)), 0.0)
        self.by_reason = dict.fromkeys(range(len(frame.weight)), 0.0)

    def pass_on(self, claim: int) -> None:
        """Pass what pulls at a claim on to its reasons, what undercuts them, and their premises."""
        frame, steps = self.frame, self.steps
        pros = () if self.attacks_only else frame.pros[claim]
        cons = frame.cons[claim]
        base = frame.base(claim, attacks_only=self.attacks_only)
        fast = self.slope(base, [steps[each] for each in pros], [steps[each] for each in cons])
        force, bent = self.pull[claim], self.bent[claim]
        if bent:
            del self.by_claim[claim]
        else:
            self.by_claim[claim] = force * fast.base
        bent = bent or (fast.bent and force != 0)
        pulled = [(reason, force * each, bent) for reason, each in zip(pros, fast.pros, strict=False)]
        pulled += [(reason, force * each, bent) for reason, each in zip(cons, fast.cons, strict=True)]
        for each in pulled:  # grows by what undercuts these
            pulled += self._through(*each)

    def _through(self, reason: int, force: float, bent: bool) -> Iterable[tuple[int, float, bool]]:  # noqa: FBT001
        """Pull at the premises of a reason; return what pulls at what undercuts it."""
        frame, steps = self.frame, self.steps
        premises, under, weight = frame.premises[reason], frame.under[reason], frame.weight[reason]
        parts = [self.strengths[premise] or 0.0 for premise in premises]
        low = min(parts)
        fast = self.slope(weight * low, (), [steps[each] for each in under])
        if bent:
            del self.by_reason[reason]
        else:
            self.by_reason[reason] = force * fast.base * low
        along = force * fast.base * weight
        beyond = bent or (tied(parts, low) and along != 0)
        for premise, share in zip(premises, only(parts, low), strict=True):
            self.pull[premise] += along * share
            self.bent[premise] = self.bent[premise] or beyond
        bent = bent or (fast.bent and force != 0)
        return [(attack, force * each, bent) for attack, each in zip(under, fast.cons, strict=True)]
