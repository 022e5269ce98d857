"""Support as evidence, as Oren and Norman have it: a chain of it has to begin in what is given.

Statements and links are the arguments; what is given stands on the environment's own word. Reasons in
a circle do not hold one another up, whatever the semantics, and nobody has to answer an attack that
no chain from what is given can carry. Outside circles of support this is what `compiling` does.

Source: Oren and Norman 2008, Semantics for evidence-based argumentation (supports and attacks from
sets, support by evidence, acceptability, admissible and preferred); Polberg and Oren 2014, Revisiting
support in abstract argumentation systems (complete, grounded, stable).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from argmap.errors import RequestError
from argmap.frameworks import Framework, framework_of
from argmap.model import ArgumentMap, Link
from argmap.query.circles import circles_of_support
from argmap.query.standing import is_granted

STAGES_MOST: Final = 1_000_000
"""Stages of statements and links; they grow with the square of a circle."""


def evidential(m: ArgumentMap) -> Framework:
    """Return the framework of a map: its statements first, then its links, then what joins them.

    In a circle of `n` statements each is there in `n` stages: held up by what lies outside of the
    circle, by what is held up so, and so on; the last stage is the statement itself. Nothing is its
    own support then, and the complete, grounded, preferred, stable and ideal extensions are those
    of the evidential system. Linear in the map outside circles.

    Raises:
        RequestError: there would be more than a million stages.
    """
    return _Staged(m).framework()


class _Staged:
    """A map whose circles of support are laid out in stages."""

    def __init__(self, m: ArgumentMap) -> None:
        self.m = m
        self.needing = {node.id for node in m.nodes if not is_granted(m, node)}
        circles = circles_of_support(m)
        self.circle: Mapping[str, int] = {name: at for at, ring in enumerate(circles) for name in ring}
        self.last = {name: len(ring) for ring in circles for name in ring}
        inner = (self.last[link.target] - 1 for link in m.links if self._inside(link))
        if sum(len(ring) ** 2 for ring in circles) + sum(inner) > STAGES_MOST:
            raise RequestError(f"these circles of support have more than {STAGES_MOST:,} stages")

    def framework(self) -> Framework:
        """Return the framework."""
        m = self.m
        attacks = list(chain(self._of_nodes(), *map(self._of_link, m.links)))
        listed = [*(node.id for node in m.nodes), *(link.id for link in m.links)]
        return framework_of(dict.fromkeys([*listed, *chain.from_iterable(attacks)]), attacks)

    def _inside(self, link: Link) -> bool:
        """Tell whether a link is a reason from within a circle for a statement of the same circle."""
        here = self.circle.get(link.target, -1)
        return (
            link.relation == "supports"
            and here >= 0
            and any(self.circle.get(name) == here for name in link.premises)
        )

    def _stages(self, name: str) -> Iterator[str]:
        """Yield a statement in each of its stages, the statement itself last."""
        last = self.last.get(name, 1)
        yield from (_stage(name, at, last) for at in range(1, last + 1))

    def _of_nodes(self) -> Iterator[tuple[str, str]]:
        """Yield what fails where a statement stands, and what it fails by unless a reason stands."""
        for node in self.m.nodes:
            for stage in self._stages(node.id):
                yield stage, f"~{stage}"
                if node.id in self.needing:
                    yield f"?{stage}", stage

    def _of_link(self, link: Link) -> Iterator[tuple[str, str]]:
        """Yield the attacks that a link takes part in, in each of its stages."""
        yield from self._of_step(link, link.id, link.premises)
        if link.relation == "rebuts":
            yield from ((link.id, stage) for stage in self._stages(link.target))
        elif link.relation == "supports" and link.target in self.needing:
            if self._inside(link):
                yield from self._within(link)
            else:
                yield from ((link.id, f"?{stage}") for stage in self._stages(link.target))

    def _within(self, link: Link) -> Iterator[tuple[str, str]]:
        """Yield the attacks of a reason within a circle: in each stage it rests on the stage before."""
        here, last = self.circle[link.target], self.last[link.target]
        for at in range(2, last + 1):
            step = f"{link.id}^{at}"
            behind = (
                _stage(name, at - 1, last) if self.circle.get(name) == here else name
                for name in link.premises
            )
            yield from self._of_step(link, step, behind)
            yield step, f"?{_stage(link.target, at, last)}"

    def _of_step(self, link: Link, step: str, premises: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield what a step fails by: a premise that does, an undercutter, its own weight of 0."""
        yield from ((f"~{name}", step) for name in premises)
        yield from ((each.id, step) for each in self.m.links_onto.get(link.id, ()))
        if link.sure == 0:
            yield f"?{step}", step


def _stage(name: str, at: int, last: int) -> str:
    return name if at == last else f"{name}^{at}"
