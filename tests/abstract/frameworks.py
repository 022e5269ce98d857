"""Frameworks for tests, and their extensions found by trying every set: slow, simple, independent."""

from collections.abc import Iterator
from itertools import chain, combinations
from random import Random

from hypothesis import strategies as st

from argmap.abstract.solving import Semantics
from argmap.frameworks import Framework

Sets = list[tuple[int, ...]]


def random_framework(seed: int, most: int = 9) -> Framework:
    """A framework that a number stands for: sparse or dense, with attacks on oneself."""
    random = Random(seed)
    count = random.randrange(most + 1)
    density = random.choice([0.08, 0.15, 0.25, 0.45])
    pairs = [(a, b) for a in range(count) for b in range(count) if random.random() < density]
    return Framework(tuple(f"a{number}" for number in range(count)), tuple(pairs))


def frameworks() -> st.SearchStrategy[Framework]:
    """Small frameworks of every shape."""

    def with_attacks(count: int) -> st.SearchStrategy[Framework]:
        number = st.integers(0, count - 1)
        names = tuple(f"a{each}" for each in range(count))
        pairs = st.lists(st.tuples(number, number), max_size=14, unique=True).map(tuple)
        return st.builds(Framework, st.just(names), pairs if count else st.just(()))

    return st.integers(0, 6).flatmap(
        lambda count: with_attacks(count) if count else st.just(Framework((), ()))
    )


def extensions(framework: Framework, semantics: Semantics) -> Sets:
    """Every extension, by the words of the definitions."""
    free = [each for each in _subsets(framework) if not _attacked(framework, each) & set(each)]
    admissible = [each for each in free if set(each) <= _defended(framework, each)]
    complete = [each for each in admissible if set(each) == _defended(framework, each)]
    preferred = _greatest(admissible, admissible)
    by_range = {each: _range(framework, each) for each in free}
    common = set.intersection(*(set(each) for each in preferred))
    found: dict[Semantics, Sets] = {
        "CO": complete,
        "GR": [min(complete, key=len)],
        "PR": preferred,
        "ST": [each for each in free if len(by_range[each]) == len(framework.names)],
        "SST": _greatest(complete, [tuple(by_range[each]) for each in complete]),
        "STG": _greatest(free, [tuple(by_range[each]) for each in free]),
        "ID": [max((each for each in admissible if set(each) <= common), key=len)],
    }
    return found[semantics]


def _subsets(framework: Framework) -> Iterator[tuple[int, ...]]:
    members = range(len(framework.names))
    return chain.from_iterable(combinations(members, size) for size in range(len(members) + 1))


def _attacked(framework: Framework, members: tuple[int, ...]) -> set[int]:
    return {attacked for attacker, attacked in framework.attacks if attacker in members}


def _defended(framework: Framework, members: tuple[int, ...]) -> set[int]:
    beaten = _attacked(framework, members)
    threatened = {attacked for attacker, attacked in framework.attacks if attacker not in beaten}
    return {each for each in range(len(framework.names)) if each not in threatened}


def _range(framework: Framework, members: tuple[int, ...]) -> set[int]:
    return {*members, *_attacked(framework, members)}


def _greatest(sets: Sets, measures: Sets) -> Sets:
    sized = [set(each) for each in measures]
    return [each for each, size in zip(sets, sized, strict=True) if not any(size < other for other in sized)]
