"""The longest row that runs forwards."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.ordering import forwards


@given(st.permutations(range(7)))
def test_it_is_the_longest_row_of_all(places: list[int]) -> None:
    row = forwards(places)
    assert row == sorted(row)
    assert all(one < other for one, other in pairwise([places[index] for index in row]))
    longest = next(
        size
        for size in range(7, 0, -1)
        if any(all(one < other for one, other in pairwise(some)) for some in combinations(places, size))
    )
    assert len(row) == longest


def test_of_nothing_it_is_nothing() -> None:
    assert forwards([]) == []
