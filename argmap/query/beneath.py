"""What a statement rests on, read off the map: as a flat list of steps with depths.

Each statement is unfolded once, so that an outline is linear in the map however it is tangled,
and nothing here recurses, so that it may be as deep as it likes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from argmap.model import ArgumentMap, Link, Node, Relation
from argmap.query.bounds import DEPTH
from argmap.query.standing import Objection, reasons, roots

ROOTS_WEIGHED: Final = 50
"""How many roots are compared when a map names no thesis: those with the most direct reasons."""

Only = Literal["because", "but"]
FOLLOWED: Final[dict[Only | None, tuple[Relation, ...]]] = {
    None: ("supports", "rebuts", "undercuts"),
    "because": ("supports",),
    "but": ("rebuts", "undercuts"),
}


class Step(NamedTuple):
    """One line of a trace.

    Attributes:
        depth: From 1, directly at the statement traced.
        relation: What the step does; None for one of several premises that work together.
        node: Id of the statement reached; None for the heading over linked premises.
        link: The link walked.
        beside: Upwards, the premises that it needs beside the one we come from.
        seen: Whether the statement was unfolded above, so that it is only named here.
        hidden: How many statements the depth cuts off behind it that stand nowhere else; None where
            it cuts nothing off, 0 where all that it cuts off is shown or counted elsewhere.
    """

    depth: int
    relation: Relation | None
    node: str | None
    link: Link
    beside: tuple[str, ...] = ()
    seen: bool = False
    hidden: int | None = None


def support(m: ArgumentMap, node_id: str) -> dict[str, None]:
    """Return the ids of a statement and of all it rests on by reasons, nearest first."""
    reached = {node_id: None}
    pending = [node_id]
    for here in pending:
        for link in reasons(m, here):
            for premise in link.premises:
                if premise not in reached:
                    reached[premise] = None
                    pending.append(premise)
    return reached


def weakest(
    m: ArgumentMap, node_id: str, under: dict[str, None], unanswered: Sequence[Objection]
) -> str | None:
    """Return the id of the weakest of the statements that one rests on; None when there is none.

    Only statements without a reason of their own count. The least sure is weakest; among equals an
    attacked one, then an assumption, then a claim, then evidence; then the nearest.
    """
    attacked = {each.target for each in unanswered}
    order = ("assumption", "claim", "gain", "cost", "evidence")
    leaves = [name for name in under if name != node_id and not reasons(m, name)]

    def weakness(name: str) -> tuple[float, bool, int]:
        node = m.by_id[name]
        sure = 1.0 if node.sure is None else node.sure
        return sure, name not in attacked, order.index(node.kind)

    return min(leaves, key=weakness, default=None)


def thesis_of(m: ArgumentMap) -> Node | None:
    """Return the main claim: the one the map names, else the root with the most behind it."""
    if m.thesis is not None:
        return m.by_id[m.thesis]
    candidates = sorted(roots(m) or m.nodes[:1], key=lambda node: -len(reasons(m, node.id)))
    weighed = candidates[:ROOTS_WEIGHED]
    return max(weighed, key=lambda node: len(support(m, node.id)), default=None)


def outline(m: ArgumentMap, depth: int = DEPTH) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """Return the whole map under its thesis and its other roots: each root with its steps.

    Every statement stands under some root; one that only stands in a circle is a root itself.
    """
    thesis = thesis_of(m)
    walk = _downwards(m, depth, FOLLOWED[None])
    order = (*([thesis] if thesis else []), *roots(m), *m.nodes)
    tops = [(node.id, walk.steps_from(node.id)) for node in order if not walk.reaches(node.id)]
    walk.count_hidden()
    return tuple((top, tuple(steps)) for top, steps in tops)


def downwards(m: ArgumentMap, start: str, depth: int, follow: Sequence[Relation]) -> tuple[Step, ...]:
    """Return the steps to what a statement rests on."""
    walk = _downwards(m, depth, follow)
    steps = walk.steps_from(start)
    walk.count_hidden()
    return tuple(steps)


def _downwards(m: ArgumentMap, depth: int, follow: Sequence[Relation]) -> "Walk":
    return Walk(
        depth,
        lambda node_id, below: _onto(m, node_id, below, follow),
        lambda step: _beside(m, step, follow),
    )


def _onto(m: ArgumentMap, target: str, depth: int, follow: Sequence[Relation]) -> Iterator[Step]:
    for link in m.links_onto.get(target, ()):
        if link.relation in follow:
            yield Step(depth, link.relation, None if link.linked else link.premises[0], link)


def _beside(m: ArgumentMap, step: Step, follow: Sequence[Relation]) -> Iterator[Step]:
    """Yield the steps that hang on the link walked: linked premises, and what undercuts it."""
    below = step.depth + 1
    if step.node is None:
        yield from (Step(below, None, premise, step.link) for premise in step.link.premises)
    if step.relation is not None:
        yield from _onto(m, step.link.id, below, follow)


class Walk:
    """A walk in depth that unfolds each statement once and says what its depth cuts off."""

    def __init__(
        self,
        depth: int,
        further: Callable[[str, int], Iterable[Step]],
        beside: Callable[[Step], Iterable[Step]] = lambda _: (),
    ) -> None:
        """Keep how to go on.

        Args:
            depth: How many steps to go.
            further: The steps from a statement, at a depth.
            beside: The steps that hang on the link by which a step came, not on its statement.
        """
        self._depth = depth
        self._further = further
        self._beside = beside
        self._unfolded: dict[str, bool] = {}  # and whether anything stands behind each
        self._cuts: list[tuple[list[Step], int, list[Step]]] = []
        self._unasked: list[Step] = []
        self._cut_off: set[str] = set()

    def steps_from(self, start: str) -> list[Step]:
        """Return the steps from a statement; `hidden` is not known before `count_hidden`."""
        steps: list[Step] = []
        pending = self._unfold(start, 1)[::-1]
        while pending:
            step = pending.pop()
            behind = list(self._beside(step))
            if step.node is not None:
                if step.node not in self._unfolded:
                    behind += self._unfold(step.node, step.depth + 1)
                elif self._unfolded[step.node]:
                    step = step._replace(seen=True)
            if step.depth < self._depth:
                pending += behind[::-1]
            elif behind:
                self._cuts.append((steps, len(steps), behind))
                self._unasked += behind
            steps.append(step)
        return steps

    def _unfold(self, node_id: str, depth: int) -> list[Step]:
        further = list(self._further(node_id, depth))
        self._unfolded[node_id] = bool(further)
        return further

    def reaches(self, node_id: str) -> bool:
        """Tell whether the walk has shown a statement so far, or cut it off."""
        if self._unasked:
            self._mark(self._unasked, self._cut_off)
            self._unasked = []
        return node_id in self._unfolded or node_id in self._cut_off

    def count_hidden(self) -> None:
        """Tell each step at which the walk was cut how many statements it hides.

        Only when all is shown is it known what is not; each is counted once, where it is met first.
        """
        known: set[str] = set()
        for steps, index, behind in self._cuts:
            hidden = self._mark(behind, known)
            if hidden or not steps[index].seen:  # what was seen above is said to stand there
                steps[index] = steps[index]._replace(hidden=hidden)

    def _mark(self, behind: Sequence[Step], known: set[str]) -> int:
        """Add what stands behind a cut, and was never shown, to what is known; return how much is new."""
        before = len(known)
        pending = list(behind)
        while pending:
            step = pending.pop()
            pending += self._beside(step)
            if step.node is not None and step.node not in known and step.node not in self._unfolded:
                known.add(step.node)
                pending += self._further(step.node, 1)
        return len(known) - before
