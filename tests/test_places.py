"""Ways through data, and the nearest place that is known."""

import pytest

from argmap.places import Path, nearest, towards


def test_what_leads_towards_a_path_is_wanted_with_it() -> None:
    assert towards([("nodes", "a", 1)]) == {(), ("nodes",), ("nodes", "a"), ("nodes", "a", 1)}


@pytest.mark.parametrize(
    ("path", "place"),
    [(("nodes", "a"), 5), (("nodes", "a", "kind"), 5), (("nodes", "b"), 2), (("title",), 0), ((), 0)],
)
def test_a_path_that_leads_nowhere_has_the_place_where_it_stops(path: Path, place: int) -> None:
    assert nearest(path, {("nodes",): 2, ("nodes", "a"): 5}, 0) == place
