"""Claims in the order in which they can be settled: each group after all that it rests on.

A group is a strongly connected component: one claim, or several that rest on or attack one
another in a ring. Linear in the map, and nothing recurses.

Source: Tarjan 1972 for the components; Kahn 1962 for what lies outside rings.
"""

from collections.abc import Iterator, Sequence

from argmap.evaluation.frame import Frame


def groups(frame: Frame, claims: Sequence[int]) -> Iterator[tuple[list[int], bool]]:
    """Yield the claims in groups, each with whether it is a ring, after all they rest on.

    Args:
        frame: The frame.
        claims: The claims to put in order; links from others do not count.
    """
    waiting = _indegrees(frame, claims)
    ready = [claim for claim in claims if not waiting[claim]]
    uses, lands = frame.uses, frame.lands
    for claim in ready:
        yield [claim], False
        del waiting[claim]
        for reason in uses[claim]:
            onto = lands[reason]
            if onto in waiting:
                waiting[onto] -= 1
                if not waiting[onto]:
                    ready.append(onto)
    if waiting:
        yield from _components(frame, waiting)


def _indegrees(frame: Frame, claims: Sequence[int]) -> dict[int, int]:
    waiting = dict.fromkeys(claims, 0)
    for claim in claims:
        for reason in frame.uses[claim]:
            if frame.lands[reason] in waiting:
                waiting[frame.lands[reason]] += 1
    return waiting


def _components(frame: Frame, claims: dict[int, int]) -> Iterator[tuple[list[int], bool]]:
    """Yield the components of what Kahn's order left over, sources first."""
    found = list(_tarjan(frame, claims))
    for group in reversed(found):  # a walk along the arrows finds the sinks first
        alone = len(group) == 1
        ring = not alone or any(frame.lands[reason] == group[0] for reason in frame.uses[group[0]])
        yield sorted(group), ring


def _tarjan(frame: Frame, claims: dict[int, int]) -> Iterator[list[int]]:
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    for start in claims:
        if start in number:
            continue
        number[start] = low[start] = len(number)
        stack.append(start)
        on_stack.add(start)
        walk = [(start, _onwards(frame, start, claims))]
        while walk:
            here, ahead = walk[-1]
            onto = next(ahead, None)
            if onto is None:
                walk.pop()
                if walk:
                    before = walk[-1][0]
                    low[before] = min(low[before], low[here])
                if low[here] == number[here]:
                    yield _popped(stack, on_stack, here)
            elif onto not in number:
                number[onto] = low[onto] = len(number)
                stack.append(onto)
                on_stack.add(onto)
                walk.append((onto, _onwards(frame, onto, claims)))
            elif onto in on_stack:
                low[here] = min(low[here], number[onto])


def _onwards(frame: Frame, claim: int, claims: dict[int, int]) -> Iterator[int]:
    onto = (frame.lands[reason] for reason in frame.uses[claim])
    return (each for each in onto if each in claims)


def _popped(stack: list[int], on_stack: set[int], last: int) -> list[int]:
    group = []
    while True:
        claim = stack.pop()
        on_stack.discard(claim)
        group.append(claim)
        if claim == last:
            return group
