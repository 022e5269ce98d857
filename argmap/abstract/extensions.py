"""The extensions of a framework under each semantics, one after the other, and what they accept.

No list is held: extensions are yielded as they are found, and questions of acceptance stop at the
first that answers them.

Source: Dung 1995 (complete, grounded, preferred, stable); Caminada 2006 (semi-stable); Verheij 1996
(stage); Dung, Mancarella and Toni 2007 (ideal). Sceptical preferred acceptance by growing
counter-examples follows Dvořák, Järvisalo, Wallner and Woltran 2014.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from argmap.abstract.grounded import grounded
from argmap.abstract.labelling import Base, Labelling
from argmap.abstract.satisfying import Satisfying
from argmap.frameworks import Framework

Extension: TypeAlias = tuple[int, ...]
"""Positions of arguments, from the first."""


def all_complete(framework: Framework, solver: Satisfying, base: Base = "complete") -> Iterator[Extension]:
    """Yield every extension of a base: complete ones, or stable ones."""
    labelling = Labelling(framework, base, solver)
    while (model := solver.model()) is not None:
        yield labelling.arguments(model)
        labelling.another(model)


def one_complete(
    framework: Framework, solver: Satisfying, base: Base, having: int | None, lacking: int | None
) -> Extension | None:
    """Return an extension of a base that has one argument and lacks another, as far as asked."""
    labelling = Labelling(framework, base, solver)
    assumed = [labelling.inside[each] for each in (having,) if each is not None]
    assumed += [-labelling.inside[each] for each in (lacking,) if each is not None]
    model = solver.model(assumed)
    return None if model is None else labelling.arguments(model)


def all_preferred(framework: Framework, solver: Satisfying) -> Iterator[Extension]:
    """Yield every preferred extension."""
    labelling = Labelling(framework, "complete", solver)
    while (model := solver.model()) is not None:
        model = labelling.grown(model, labelling.inside)
        yield labelling.arguments(model)
        labelling.beyond([each for each in model[: labelling.count] if each > 0], labelling.inside)


def preferred_with(framework: Framework, solver: Satisfying, argument: int) -> Extension | None:
    """Return a preferred extension that has an argument; None when none has."""
    labelling = Labelling(framework, "complete", solver)
    there = labelling.inside[argument]
    model = solver.model([there])
    if model is None:
        return None
    return labelling.arguments(labelling.grown(model, labelling.inside, [there]))


def preferred_without(framework: Framework, solver: Satisfying, argument: int) -> Extension | None:
    """Return a preferred extension that lacks an argument; None when every one has it."""
    labelling = Labelling(framework, "complete", solver)
    inside, there = labelling.inside, labelling.inside[argument]
    while (model := solver.model([-there])) is not None:
        model = labelling.grown(model, inside, [-there])
        true = [each for each in model[: labelling.count] if each > 0]
        greater = solver.model([*true, there])
        if greater is None:
            return labelling.arguments(model)
        true = [each for each in greater[: labelling.count] if each > 0]
        labelling.beyond(true, inside)  # no counter-example lies within what leads to the argument
    return None


def all_of_greatest_range(framework: Framework, solver: Satisfying, base: Base) -> Iterator[Extension]:
    """Yield every extension of a base whose range no other one's exceeds: semi-stable, or stage."""
    ranges = _Ranges(framework, solver, base)
    for reached in ranges:
        while (model := solver.model(reached)) is not None:
            yield ranges.labelling.arguments(model)
            ranges.labelling.another(model)


def one_of_greatest_range(
    framework: Framework, solver: Satisfying, base: Base, having: int | None, lacking: int | None
) -> Extension | None:
    """Return such an extension that has one argument and lacks another, as far as asked."""
    ranges = _Ranges(framework, solver, base)
    inside = ranges.labelling.inside
    assumed = [inside[each] for each in (having,) if each is not None]
    assumed += [-inside[each] for each in (lacking,) if each is not None]
    for reached in ranges:
        model = solver.model([*reached, *assumed])
        if model is not None:
            return ranges.labelling.arguments(model)
    return None


class _Ranges:
    """The greatest ranges of the labellings of a base, one after the other."""

    def __init__(self, framework: Framework, solver: Satisfying, base: Base) -> None:
        self.labelling = Labelling(framework, base, solver)
        self._reached = self.labelling.ranged()

    def __iter__(self) -> Iterator[Sequence[int]]:
        """Yield the variables that a greatest range makes true."""
        labelling, reached = self.labelling, self._reached
        while (model := labelling.solver.model()) is not None:
            model = labelling.grown(model, reached)
            true = [each for each in reached if model[each - 1] > 0]
            yield true
            labelling.beyond(true, reached)


def ideal(framework: Framework, solver: Satisfying) -> Extension:
    """Return the ideal extension: the greatest admissible set within every preferred one.

    It is the greatest admissible set among the arguments that some admissible set has and against
    which no admissible set has an attacker.
    """
    accepted = _accepted_somewhere(framework, solver)
    safe = {
        argument
        for argument in accepted
        if not any(attacker in accepted for attacker in framework.attackers[argument])
    }
    return tuple(sorted(_admissible_within(framework, safe)))


def _accepted_somewhere(framework: Framework, solver: Satisfying) -> set[int]:
    labelling = Labelling(framework, "complete", solver)
    sure, beaten = grounded(framework)
    accepted = set(sure)
    open_still = sorted({*range(labelling.count)} - {*sure, *beaten})
    for argument in open_still:
        if argument not in accepted:
            model = solver.model([labelling.inside[argument]])
            accepted.update(labelling.arguments(model) if model is not None else ())
    return accepted


def _admissible_within(framework: Framework, members: set[int]) -> set[int]:
    """Take out, again and again, what the rest does not defend; linear in the attacks."""
    attackers, attacked = framework.attackers, framework.attacked
    guards = [sum(each in members for each in against) for against in attackers]
    waiting = deque(member for member in members if any(not guards[each] for each in attackers[member]))
    while waiting:
        leaving = waiting.popleft()
        if leaving not in members:
            continue
        members.remove(leaving)
        for argument in attacked[leaving]:
            guards[argument] -= 1
            if not guards[argument]:
                waiting += (each for each in attacked[argument] if each in members)
    return members
