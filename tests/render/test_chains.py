"""Ways between two statements, for people and programs."""

from argmap.graph import build_graph
from argmap.model import ArgumentMap
from argmap.query.chains import chains
from argmap.render.chains import chains_answer
from argmap.render.sections import Answer
from tests.drawing import drawn
from tests.render.reading import aloud, in_pipe, items

LINES = ("a because b + c", "b because d", "b but e", "x but b", "a.because.1 unless f", "z because a")


def ways(m: ArgumentMap, start: str, end: str, most: int = 20) -> Answer:
    return chains_answer(m, chains(build_graph(m), start, end, most))


def test_ways_are_numbered_where_there_are_several() -> None:
    m = drawn(*LINES, "z because d")
    assert in_pipe(ways(m, "d", "z")) == [
        "2 ways from d to z",
        "1",
        "  d holds  d",
        "    → because z holds  z",
        "2",
        "  d holds  d",
        "    → because b holds  b",
        "      → because a holds (with c)  a",
        "        → because z holds  z",
    ]


def test_aloud_a_way_says_which_way_it_runs() -> None:
    assert aloud(ways(drawn(*LINES), "f", "a"))[1:] == [
        "1. Claim: f holds. Id f.",
        "1.1. It undercuts a step to: a holds. Id a. (against a step to a).",
    ]


def test_that_there_is_no_way_is_said_and_not_found() -> None:
    answer = ways(drawn(*LINES), "a", "b")
    assert in_pipe(answer) == ["no way from a to b"]
    assert not answer.found


def test_that_there_are_more_ways_is_said_to_people_and_programs() -> None:
    answer = ways(drawn(*LINES, "z because d"), "d", "z", most=1)
    assert in_pipe(answer)[-1] == "There are more ways than are listed here."
    assert answer.head == {"complete": False}
    assert len(items(answer)) == 1
    assert set(items(answer)[0]) == {"nodes", "relations"}


def test_a_very_long_way_is_not_indented_for_ever() -> None:
    m = drawn(*(f"n{index} because n{index + 1}" for index in range(60)))
    lines = in_pipe(ways(m, "n60", "n0"))
    assert len(lines) == 62
    assert max(len(line) - len(line.lstrip()) for line in lines) <= 24
