"""Traces, for people and programs."""

from argmap.graph import build_graph
from argmap.model import ArgumentMap
from argmap.query.tracing import trace
from argmap.render.sections import Answer
from argmap.render.tracing import trace_answer
from tests.drawing import drawn
from tests.render.reading import aloud, in_pipe, items

LINES = ("a because b + c", "b because d", "b but e", "x but b", "a.because.1 unless f", "z because a")


def traced(m: ArgumentMap, *names: str, depth: int = 30) -> Answer:
    graph = build_graph(m)
    return trace_answer(m, [trace(graph, name, depth=depth) for name in names], None, quotes=False)


def test_a_trace_says_both_directions_the_open_objections_and_the_weakest_premise() -> None:
    m = drawn(*LINES, thesis="z", d={"sure": 0.4})
    assert in_pipe(traced(m, "b")) == [
        "■ b holds",
        "  b · claim",
        "It bears on",
        "  → because a holds (with c)  a",
        "    → because z holds (thesis)  z",
        "  → but x holds  x",
        "It rests on",
        "├── + because d holds  d",
        "└── - but e holds  e",
        "1 open objection: e. Weakest premise: d (claim, sure 40%, no reason given).",
    ]


def test_a_trace_of_a_lonely_statement_says_so() -> None:
    assert in_pipe(traced(drawn("a"), "a"))[2:] == [
        "It bears on nothing further",
        "It rests on nothing further",
    ]


def test_upwards_a_cut_says_how_much_is_further_up() -> None:
    assert "  → because a holds (with c) … 1 more further up  a" in in_pipe(
        traced(drawn(*LINES), "b", depth=1)
    )


def test_an_undercutter_is_traced_to_the_statement_its_step_leads_to() -> None:
    assert "  → unless a holds (against a step to a)  a" in in_pipe(traced(drawn(*LINES), "f"))


def test_aloud_a_trace_says_which_way_each_step_runs() -> None:
    said = aloud(traced(drawn(*LINES), "b"))
    assert "1. It is a reason for: a holds. Id a. (with c)." in said
    assert "2. It speaks against: x holds. Id x." in said
    assert "1. It undercuts a step to: a holds. Id a. (against a step to a)." in aloud(
        traced(drawn(*LINES), "f")
    )


def test_programs_get_a_trace_inside_one_another() -> None:
    (found,) = items(traced(drawn(*LINES), "b"))
    assert found["id"] == "b"
    assert [each["id"] for each in found["rests_on"]] == ["d", "e"]
    up, against = found["bears_on"]
    assert (up["id"], up["with"], up["bears_on"][0]["id"]) == ("a", ["c"], "z")
    assert against["relation"] == "but"
    assert found["open_objections"] == [{"id": ["e"], "target": "b", "relation": "rebuts"}]
    assert found["weakest"] == "d"


def test_no_traces_are_not_found() -> None:
    answer = trace_answer(ArgumentMap(), [], None, quotes=False)
    assert not answer.found
    assert in_pipe(answer) == ["this map has no statements yet"]


def test_of_very_many_open_objections_the_first_are_named_and_the_rest_counted() -> None:
    m = drawn(*(f"a but b{number}" for number in range(25)))
    answer = traced(m, "a")
    summary = in_pipe(answer)[-1]
    assert summary.startswith("25 open objections: b0, b1, ")
    assert "b19, and 5 more" in summary
    assert len(items(answer)[0]["open_objections"]) == 25
