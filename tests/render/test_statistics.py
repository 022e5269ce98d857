"""A map in numbers, shown."""

from argmap.graph import build_graph
from argmap.model import ArgumentMap
from argmap.query.shape import statistics
from argmap.render.sections import Answer
from argmap.render.statistics import statistics_answer
from tests.drawing import drawn
from tests.render.reading import in_pipe, items, on_terminal

M = drawn(
    "a because b + c", "a but d", b={"kind": "gain", "holder": "us"}, d={"kind": "cost", "holder": "them"}
)


def answer(m: ArgumentMap) -> Answer:
    return statistics_answer(m, statistics(build_graph(m)))


def test_numbers_are_told_by_kind_relation_and_holder() -> None:
    lines = in_pipe(answer(M))
    assert "nodes\tclaims\t2" in lines
    assert "links\tbecause\t1" in lines
    assert "gains\tus\t1" in lines
    assert "costs\tthem\t1" in lines
    assert "longest chain\t1 link" in lines


def test_programs_get_plain_numbers() -> None:
    (item,) = items(answer(M))
    assert item["nodes"] == {"claim": 2, "gain": 1, "cost": 1}
    assert item["holders"] == {"us": {"gains": 1, "costs": 0}, "them": {"gains": 0, "costs": 1}}
    assert (item["linked"], item["objections"], item["answered"]) == (1, 1, 0)


def test_bars_are_drawn_in_proportion_and_never_wider_than_the_terminal() -> None:
    lines = on_terminal(answer(M), 40)
    bars = {line.split()[0]: line.count("█") for line in lines if "█" in line}
    assert abs(bars["claims"] - 2 * bars["gains"]) <= 1
    assert all(len(line) <= 40 for line in lines)


def test_a_map_without_statements_has_numbers_too() -> None:
    assert in_pipe(answer(ArgumentMap()))[0] == "A map without a title"
