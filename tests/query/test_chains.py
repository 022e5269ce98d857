"""Chains: which ways there are, what each step does, and how the search is bounded."""

import pytest

from argmap.graph import build_graph
from argmap.model import ArgumentMap
from argmap.query import chains as room
from argmap.query.chains import Chains, chains
from tests.drawing import drawn


def ways(m: ArgumentMap, start: str, end: str) -> Chains:
    return chains(build_graph(m), start, end)


def test_each_way_is_told_with_what_its_steps_do_the_shortest_first() -> None:
    m = drawn("a because b", "b because c", "a but c")
    found = ways(m, "c", "a")
    assert [(each.nodes, each.relations) for each in found.chains] == [
        (("c", "a"), ("rebuts",)),
        (("c", "b", "a"), ("supports", "supports")),
    ]
    assert found.complete
    assert (found.start, found.end) == ("c", "a")


def test_a_step_through_linked_premises_is_one_step_and_knows_its_link() -> None:
    m = drawn("a because b + c")
    (chain,) = ways(m, "b", "a").chains
    assert (chain.nodes, chain.relations) == (("b", "a"), ("supports",))
    assert [link.id for link in chain.links] == ["a.because.1"]


def test_a_way_through_an_attacked_step_undercuts() -> None:
    m = drawn("a because b", "a.because.1 unless c", "a.because.1.unless.1 unless d")
    (chain,) = ways(m, "d", "a").chains
    assert (chain.nodes, chain.relations) == (("d", "a"), ("undercuts",))


def test_two_links_between_the_same_statements_are_two_ways() -> None:
    m = drawn("a because b", "a but b")
    assert [each.relations for each in ways(m, "b", "a").chains] == [("supports",), ("rebuts",)]


def test_two_links_that_do_the_same_are_one_way() -> None:
    m = drawn("a because b + c", "a because b + d", "a but b + e")
    found = ways(m, "b", "a")
    assert [link.id for each in found.chains for link in each.links] == ["a.because.1", "a.but.1"]
    assert chains(build_graph(m), "b", "a", most=2).complete


def test_there_is_no_way_against_the_arrows_nor_from_a_statement_to_itself() -> None:
    m = drawn("a because b", "c")
    for start, end in (("a", "b"), ("a", "c"), ("a", "a")):
        assert ways(m, start, end) == Chains(start, end, (), complete=True)


def test_a_way_passes_no_statement_twice() -> None:
    m = drawn("a because b", "b because c", "c because b", "b because a", "c because d")
    assert [each.nodes for each in ways(m, "d", "a").chains] == [("d", "c", "b", "a")]


def test_more_ways_than_asked_for_are_left_out_and_said_to_be() -> None:
    m = drawn(*(f"a because b{index}" for index in range(5)), *(f"b{index} because c" for index in range(5)))
    found = chains(build_graph(m), "c", "a", most=3)
    assert len(found.chains) == 3
    assert not found.complete
    assert chains(build_graph(m), "c", "a", most=5).complete


def test_a_search_that_meets_its_limit_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "STEPS", 3)
    found = ways(drawn("a because b", "b because c", "c because d", "d because e"), "e", "a")
    assert found == Chains("e", "a", (), complete=False)


def test_a_tangle_of_circles_ends() -> None:
    names = [f"n{index}" for index in range(14)]
    m = drawn(*(f"{end} because {start}" for start in names for end in names if start != end))
    found = ways(m, "n0", "n13")
    assert len(found.chains) == room.MOST
    assert not found.complete
