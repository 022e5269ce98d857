"""Circles, depth and numbers."""

import pytest

from argmap.graph import build_graph
from argmap.model import ArgumentMap
from argmap.query.shape import Statistics, circles, depth, statistics, unsupported
from tests.drawing import drawn


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a"], 0),
        (["a because b"], 1),
        (["a because b + c", "c because d"], 2),
        (["a because b", "a.because.1 unless c"], 1),
        (["a because b", "b because a"], 0),
        (["a because b", "b because c", "c because b", "c because d"], 2),
        (["a because b + c", "b because a"], 1),
        (["a because b", "x because y", "y because z"], 2),
    ],
    ids=["alone", "one", "linked", "undercut", "circle", "circle-below", "linked-circle", "two-trees"],
)
def test_the_depth_counts_links_and_a_circle_as_one_place(lines: list[str], expected: int) -> None:
    assert depth(build_graph(drawn(*lines))) == expected


def test_a_map_without_statements_has_no_depth() -> None:
    assert depth(build_graph(ArgumentMap())) == 0


def test_circles_are_groups_in_the_order_of_the_map_without_boxes() -> None:
    m = drawn("a", "z because y + x", "y because z", "c because b", "b but c", "d because c")
    assert circles(build_graph(m)) == (("z", "y"), ("c", "b"))


def test_a_statement_that_undercuts_a_step_to_what_it_rests_on_stands_in_a_circle() -> None:
    m = drawn("a because b", "a.because.1 unless c", "c because a")
    assert circles(build_graph(m)) == (("a", "c"),)


def test_a_map_without_circles_has_none() -> None:
    assert circles(build_graph(drawn("a because b", "a because c", "b because c"))) == ()


def test_the_numbers_of_a_map_are_those_one_counts_by_hand() -> None:
    m = drawn(
        "a because b + c",
        "a but d",
        "d but e",
        "a.because.1 unless f",
        "g",
        b={"kind": "gain", "holder": ["us", "them"], "implicit": True},
        d={"kind": "cost", "holder": "us", "anchor": {"at": "p1"}},
        e={"kind": "evidence"},
    )
    assert statistics(build_graph(m)) == Statistics(
        nodes={"claim": 4, "gain": 1, "cost": 1, "evidence": 1},
        links={"supports": 1, "rebuts": 2, "undercuts": 1},
        linked=1,
        holders={"us": (1, 1), "them": (1, 0)},
        roots=2,
        lonely=1,
        depth=2,
        circles=0,
        objections=2,
        answered=1,
        unsupported=5,
        placed=1,
        implicit=1,
    )


def test_a_map_without_statements_is_all_noughts() -> None:
    numbers = statistics(build_graph(ArgumentMap()))
    assert numbers == Statistics({}, {}, 0, {}, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_evidence_and_assumptions_need_no_support() -> None:
    m = drawn("a because b", "c", b={"kind": "evidence"}, c={"kind": "cost"})
    assert [node.id for node in unsupported(m)] == ["c"]
