"""`argmap trace`: what is meant by a word, and what the options change."""

import json
from typing import Any

import pytest

from tests.cli.running import RIVERTON, ran


def traced(*arguments: str) -> list[dict[str, Any]]:
    done = ran("-m", RIVERTON, "trace", *arguments, "--json")
    assert done.code in {0, 1}, done.err
    items: list[dict[str, Any]] = json.loads(done.out)["items"]
    return items


@pytest.mark.parametrize("word", ["claim", "thesis", "charge", "char", "enter its centre"])
def test_the_thesis_has_many_names(word: str) -> None:
    assert [item["id"] for item in traced(word)] == ["charge"]


def test_a_kind_means_its_nodes_that_bear_on_nothing_or_all_of_them() -> None:
    text = "argmap: 1\nnodes:\n" + "".join(
        f"  {name}: {{kind: {kind}, text: {name}{', because: b' if name == 'a' else ''}}}\n"
        for name, kind in (("a", "claim"), ("b", "gain"), ("c", "gain"), ("d", "cost"), ("e", "claim"))
    )

    def meant(word: str) -> list[str]:
        done = ran("-m", "-", "trace", word, "--json", typed=text)
        return [item["id"] for item in json.loads(done.out)["items"]]

    assert meant("gain") == ["c"]
    assert meant("cost") == ["d"]
    assert meant("claim") == ["a"]
    assert meant("evidence") == []
    assert [item["id"] for item in traced("assumption")] == ["similar", "exhaust", "earmark"]


def test_one_direction_leaves_the_other_out() -> None:
    assert "bears_on" not in traced("health", "--down")[0]
    assert "rests_on" not in traced("health", "--up")[0]
    assert traced("health", "--up", "--down") == traced("health")


def test_the_depth_and_the_kind_of_link() -> None:
    (item,) = traced("balance", "--depth", "1")
    assert all(set(step) >= {"relation"} and "rests_on" not in step for step in item["rests_on"])
    assert sum(step.get("hidden", 0) for step in item["rests_on"]) > 5
    (reasons,) = traced("balance", "--only", "because")
    assert {step["relation"] for step in reasons["rests_on"]} == {"because"}
    (attacks,) = traced("balance", "--only", "but", "--down")
    assert {step["relation"] for step in attacks["rests_on"]} == {"but"}


def test_the_ways_to_another_node() -> None:
    done = ran("-m", RIVERTON, "trace", "no2", "--to", "thesis", "--json")
    answer = json.loads(done.out)
    assert answer["complete"] is True
    assert answer["items"] == [
        {"nodes": ["no2", "health", "balance", "charge"], "relations": ["supports"] * 3}
    ]
    assert ran("-m", RIVERTON, "trace", "charge", "--to", "no2").code == 1
    assert ran("-m", RIVERTON, "trace", "no2", "--to", "nowhere-at-all").code == 2


def test_a_map_of_circles_is_traced() -> None:
    text = "argmap: 1\nnodes:\n  a: {kind: claim, text: x, because: b}\n  b: {kind: claim, text: y, because: a, but: a}\n"
    for arguments in (["trace", "a"], ["trace", "claim"], ["trace", "a", "--to", "b"], ["show"], ["stats"]):
        assert ran("-m", "-", *arguments, typed=text).code == 0


def test_a_map_without_statements_has_nothing_to_trace() -> None:
    done = ran("-m", "-", "trace", "claim", typed="argmap: 1\n")
    assert (done.code, done.out) == (1, "this map has no statements yet\n")
