"""Tracing: both directions at once, and what is said at the end of it."""

from argmap.graph import build_graph
from argmap.model import ArgumentMap
from argmap.query.beneath import Only, Step
from argmap.query.tracing import Trace, trace
from tests.drawing import drawn


def traced(m: ArgumentMap, node_id: str, depth: int = 30, only: Only | None = None) -> Trace:
    return trace(build_graph(m), node_id, depth=depth, only=only)


def told(steps: tuple[Step, ...] | None) -> list[str]:
    assert steps is not None
    return [
        f"{step.depth} {step.relation} {step.node}"
        + (f" with {'+'.join(step.beside)}" if step.beside else "")
        + ("^" if step.seen else "")
        + (f"+{step.hidden}" if step.hidden else "")
        for step in steps
    ]


def test_a_trace_tells_what_a_statement_rests_on_and_what_it_bears_on() -> None:
    found = traced(drawn("a because b", "b because c", "b but d"), "b")
    assert found.node == "b"
    assert told(found.rests_on) == ["1 supports c", "1 rebuts d"]
    assert told(found.bears_on) == ["1 supports a"]


def test_a_direction_that_was_not_asked_for_is_none() -> None:
    graph = build_graph(drawn("a because b", "b because c"))
    assert trace(graph, "b", up=False).bears_on is None
    assert trace(graph, "b", down=False).rests_on is None


def test_upwards_a_step_names_the_premises_that_it_needs_beside() -> None:
    assert told(traced(drawn("a because b + c + d"), "c").bears_on) == ["1 supports a with b+d"]


def test_upwards_an_undercutter_bears_on_the_statement_its_step_leads_to() -> None:
    m = drawn("a because b", "a.because.1 unless c", "a.because.1.unless.1 unless d")
    assert told(traced(m, "d").bears_on) == ["1 undercuts a"]


def test_upwards_a_statement_is_unfolded_once() -> None:
    m = drawn("a because b", "b because c", "b because d", "c because e", "d because e")
    assert told(traced(m, "e").bears_on) == [
        "1 supports c",
        "2 supports b",
        "3 supports a",
        "1 supports d",
        "2 supports b^",
    ]


def test_upwards_the_depth_cuts_and_counts_along_the_links_that_are_followed() -> None:
    m = drawn("a because b", "b because c", "z but b", "b because d")
    assert told(traced(m, "c", 1).bears_on) == ["1 supports b+2"]
    assert told(traced(m, "c", 1, "because").bears_on) == ["1 supports b+1"]


def test_upwards_what_is_shown_further_down_is_not_said_to_stand_above() -> None:
    m = drawn("c because d", "b because c", "b because d", "a because b")
    assert told(traced(m, "d", 1).bears_on) == ["1 supports c", "1 supports b+1"]


def test_upwards_circles_end() -> None:
    m = drawn("a because b", "b because a", "c because b")
    assert told(traced(m, "a").bears_on) == ["1 supports b", "2 supports a^", "2 supports c"]


def test_upwards_objections_can_be_followed_alone() -> None:
    m = drawn("a because b", "c but b", "d but c", "e because c")
    assert told(traced(m, "b", only="but").bears_on) == ["1 rebuts c", "2 rebuts d"]


def test_open_objections_are_those_against_anything_that_it_rests_on() -> None:
    m = drawn("a because b", "b but c", "a but d", "d but e", "z but b")
    assert [each.link.premises for each in traced(m, "a").open_objections] == [("c",)]
    assert traced(m, "c").open_objections == ()


def test_the_weakest_is_found_even_where_the_depth_or_the_filter_hides_it() -> None:
    m = drawn("a because b", "b because c", c={"sure": 0.2})
    assert traced(m, "a", depth=1).weakest == "c"
    assert traced(m, "a", only="but").weakest == "c"
    assert traced(m, "c").weakest is None
