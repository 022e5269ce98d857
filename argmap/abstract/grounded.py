"""The grounded labelling of a framework: what is beyond doubt, and what that defeats."""

from collections.abc import Sequence

from argmap.frameworks import Framework


def grounded(framework: Framework) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return what is in and what is out, by position; all else is undecided. Linear in the attacks.

    Source: Dung 1995, the least fixpoint of the characteristic function.
    """
    attackers, attacked = framework.attackers, framework.attacked
    standing = [len(against) for against in attackers]
    settled: list[bool | None] = [None] * len(standing)
    queue = [argument for argument, count in enumerate(standing) if not count]
    for argument in queue:
        settled[argument] = True
    while queue:
        for loser in attacked[queue.pop()]:
            if settled[loser] is None:
                settled[loser] = False
                queue += _freed(attacked[loser], standing, settled)
    return _where(settled, wanted=True), _where(settled, wanted=False)


def _freed(attacked: Sequence[int], standing: list[int], settled: list[bool | None]) -> list[int]:
    """Take one attacker from each of these; return those of which it was the last."""
    freed = []
    for argument in attacked:
        standing[argument] -= 1
        if not standing[argument] and settled[argument] is None:
            settled[argument] = True
            freed.append(argument)
    return freed


def _where(settled: Sequence[bool | None], *, wanted: bool) -> tuple[int, ...]:
    return tuple(argument for argument, label in enumerate(settled) if label is wanted)
