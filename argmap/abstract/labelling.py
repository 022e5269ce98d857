"""Frameworks as clauses: which labellings are conflict-free, complete or stable.

Every argument has a variable that says it is in, and one that says something in attacks it.

Source: the labellings are Caminada's (2006); the clauses follow Besnard and Doutre (2004).
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from argmap.abstract.satisfying import Satisfying
from argmap.frameworks import Framework

Base = Literal["conflict-free", "complete", "stable"]


class Labelling:
    """The labellings of a framework that satisfy a base, in a solver."""

    def __init__(self, framework: Framework, base: Base, solver: Satisfying) -> None:
        """Put the clauses of a framework into a solver."""
        count = len(framework.names)
        self.solver = solver
        self.count = count
        self.inside = solver.variables(count)
        """For each argument the variable that says it is in."""
        self.defeated = solver.variables(count)
        """For each argument the variable that says something in attacks it."""
        solver.add(self._clauses(framework, base))

    def _clauses(self, framework: Framework, base: Base) -> Iterator[list[int]]:
        inside, defeated = self.inside, self.defeated
        for argument, against in enumerate(framework.attackers):
            here, beaten = inside[argument], defeated[argument]
            yield [-here, -beaten]
            yield [-beaten, *(inside[each] for each in against)]
            for each in against:
                yield [beaten, -inside[each]]
            if base == "complete":
                yield [here, *(-defeated[each] for each in against)]
                for each in against:
                    yield [-here, defeated[each]]
            elif base == "stable":
                yield [here, beaten]

    def ranged(self) -> Sequence[int]:
        """Return for each argument a variable that says it is in or defeated."""
        reached = self.solver.variables(self.count)
        for here, beaten, there in zip(self.inside, self.defeated, reached, strict=True):
            self.solver.add([[-there, here, beaten], [there, -here], [there, -beaten]])
        return reached

    def arguments(self, model: Sequence[int]) -> tuple[int, ...]:
        """Return what is in, by position, in a solution."""
        return tuple(place for place, value in enumerate(model[: self.count]) if value > 0)

    def another(self, model: Sequence[int]) -> None:
        """Ask from now on for a labelling in which something else is in."""
        self.solver.add([[-value for value in model[: self.count]]])

    def grown(
        self, model: Sequence[int], variables: Sequence[int], assumed: Sequence[int] = ()
    ) -> Sequence[int]:
        """Return a solution that makes as many of some variables true as can be, beyond those that are.

        What it makes true is a maximal set; `assumed` holds throughout.
        """
        while True:
            true = [each for each in variables if model[each - 1] > 0]
            (more,) = self.solver.variables(1)
            self.beyond(true, variables, unless=-more)
            greater = self.solver.model([*assumed, *true, more])
            self.solver.add([[-more]])
            if greater is None:
                return model
            model = greater

    def beyond(self, true: Sequence[int], variables: Sequence[int], *, unless: int = 0) -> None:
        """Ask from now on for one more of some variables than those that are true."""
        known = set(true)
        clause = [each for each in variables if each not in known]
        self.solver.add([[unless, *clause] if unless else clause])
