"""Places for boxes: layers from the thesis outwards, apart from one another, the same every time."""

from itertools import pairwise

from hypothesis import given, settings

from argmap.layout import COLUMN, ROW, layered
from argmap.model import ArgumentMap
from tests.strategies import maps


def made(names: str, *links: tuple[str, str, str], **more: object) -> ArgumentMap:
    return ArgumentMap.model_validate(
        {
            "nodes": [{"id": each, "kind": "claim", "text": each} for each in names.split()],
            "links": [
                {"id": f"link.{index}", "premises": premises.split(), "target": target, "relation": relation}
                for index, (premises, relation, target) in enumerate(links)
            ],
            **more,
        }
    )


def columns(m: ArgumentMap) -> dict[str, float]:
    return {name: x / COLUMN for name, (x, _) in layered(m).items()}


@settings(deadline=None)
@given(maps())
def test_every_statement_and_inference_has_a_place_of_its_own(m: ArgumentMap) -> None:
    places = layered(m)
    assert list(places) == [node.id for node in m.nodes] + list(m.inferences)
    assert len(set(places.values())) == len(places)
    assert min((min(place) for place in places.values()), default=0) >= 0


@settings(deadline=None)
@given(maps())
def test_equal_maps_have_equal_places(m: ArgumentMap) -> None:
    assert layered(m) == layered(ArgumentMap.model_validate(m.model_dump()))


@settings(deadline=None)
@given(maps())
def test_boxes_of_a_layer_are_a_row_apart_and_statements_stand_on_whole_layers(m: ArgumentMap) -> None:
    layers: dict[int, list[int]] = {}
    for x, y in layered(m).values():
        layers.setdefault(x, []).append(y)
    for rows in layers.values():
        rows.sort()
        assert all(below - above >= ROW - 1 for above, below in pairwise(rows))
    assert all(column == int(column) for name, column in columns(m).items() if name in m.by_id)


def test_a_box_stands_as_far_out_as_its_longest_way_to_the_thesis() -> None:
    chain = [("b", "supports", "a"), ("c", "supports", "b"), ("d", "supports", "c")]
    m = made("a b c d", *chain, ("d", "rebuts", "a"))
    assert columns(m) == {"a": 0, "b": 1, "c": 2, "d": 3}


def test_an_inference_stands_between_its_premises_and_its_target() -> None:
    m = made("a b c d", ("b c", "supports", "a"), ("d", "undercuts", "link.0"))
    assert columns(m) == {"a": 0, "b": 1, "c": 1, "d": 1, "a.because.1": 0.5}


def test_an_undercut_undercutter_stands_further_out_than_what_it_attacks() -> None:
    m = made("a b c d", ("b", "supports", "a"), ("c", "undercuts", "link.0"), ("d", "undercuts", "link.1"))
    assert columns(m) == {"a": 0, "b": 1, "c": 2, "d": 2, "a.because.1": 0.5, "a.because.1.unless.1": 1.5}


def test_circles_end_and_begin_at_the_thesis() -> None:
    m = made("a b c", ("b", "rebuts", "a"), ("c", "rebuts", "b"), ("a", "rebuts", "c"), thesis="b")
    assert columns(m) == {"b": 0, "c": 1, "a": 2}


def test_a_circle_through_undercutters_ends() -> None:
    circle = [("b", "supports", "a"), ("a", "supports", "b")]
    m = made("a b", *circle, ("b", "undercuts", "link.1"), ("a", "undercuts", "link.0"))
    assert set(columns(m).values()) == {0, 0.5, 1, 1.5}


def test_premises_stand_near_what_they_bear_on() -> None:
    m = made(
        "root left right l1 l2 r1 r2",
        ("left", "supports", "root"), ("right", "rebuts", "root"),
        ("l1", "supports", "left"), ("l2", "supports", "left"),
        ("r1", "supports", "right"), ("r2", "supports", "right"),
    )  # fmt: skip
    rows = {name: y / ROW for name, (_, y) in layered(m).items()}
    assert rows == {"root": 1.5, "left": 0.5, "right": 2.5, "l1": 0, "l2": 1, "r1": 2, "r2": 3}


def test_unconnected_statements_stand_below_one_another() -> None:
    assert layered(made("a b c")) == {"a": (0, 0), "b": (0, ROW), "c": (0, 2 * ROW)}


def test_an_empty_map_has_no_places() -> None:
    assert layered(ArgumentMap()) == {}


def test_distances_are_the_callers_to_choose() -> None:
    m = made("a b c", ("b", "supports", "a"), ("c", "supports", "a"))
    assert layered(m, column=10, row=4) == {"a": (0, 2), "b": (10, 0), "c": (10, 4)}


def test_a_chain_of_a_hundred_thousand_is_laid_out_without_recursion() -> None:
    count = 100_000
    m = ArgumentMap.model_validate(
        {
            "nodes": [{"id": f"n{index}", "kind": "claim", "text": "x"} for index in range(count)],
            "links": [
                {"premises": (f"n{index + 1}",), "target": f"n{index}", "relation": "supports"}
                for index in range(count - 1)
            ],
        }
    )
    places = layered(m)
    assert places["n0"] == (0, 0)
    assert places[f"n{count - 1}"] == ((count - 1) * COLUMN, 0)
