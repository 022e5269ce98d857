"""`argmap show`: what each word shows, and what the options change."""

import json

import pytest

from argmap import load
from argmap.cli.showing import KIND_OF
from tests.cli.running import RIVERTON, ran

M = load(RIVERTON)


def ids(*arguments: str) -> list[str]:
    """The ids of the items that are shown."""
    done = ran("-m", RIVERTON, "show", *arguments, "--json")
    assert done.code in {0, 1}, done.err
    return [item["id"] for item in json.loads(done.out)["items"]]


@pytest.mark.parametrize("word", KIND_OF)
def test_a_kind_in_one_or_many_shows_the_nodes_of_that_kind(word: str) -> None:
    assert ids(word) == [node.id for node in M.nodes if node.kind == KIND_OF[word]]


def test_several_kinds_are_shown_in_the_order_of_the_map() -> None:
    assert ids("gains", "costs") == ids("costs", "gains")
    assert ids("gains", "costs") == [node.id for node in M.nodes if node.kind in {"gain", "cost"}]


def test_all_shows_all_and_the_map_shows_its_roots() -> None:
    assert ids("all") == [node.id for node in M.nodes]
    assert ids() == ids("map") == ["charge"]


def test_nodes_are_shown_in_the_order_they_are_named_in() -> None:
    assert ids("health", "outwalk") == ["health", "outwalk"]
    assert ids("heal", "bus runs") == ["health", "shift"]


def test_a_filter_alone_goes_through_all_nodes() -> None:
    assert ids("--where", "kind=evidence by~hospital") == ["sunday"]
    assert ids("--holder", "bus passengers") == ["jam", "minutes", "buses"]
    assert ids("costs", "--holder", "bus passengers", "--nature", "tangible") == ["jam"]


def test_sorting_limits_and_columns() -> None:
    assert ids("gains", "--sort", "amount", "--limit", "2") == ["revenue", "minutes"]
    done = ran(
        "-m", RIVERTON, "show", "gains", "--columns", " amount , id ", "--sort", "amount", "--limit", "1"
    )
    assert done.out == "9\trevenue\n"


@pytest.mark.parametrize(
    "words", [["map"], ["objections"], ["gaps"], ["sources"], ["health"], ["gains", "health"]]
)
@pytest.mark.parametrize(
    "option", ["--holder=children", "--nature=tangible", "--where=open", "--sort=id", "--columns=id"]
)
def test_a_filter_that_would_be_forgotten_is_refused(words: list[str], option: str) -> None:
    done = ran("-m", RIVERTON, "show", *words, option)
    assert (done.code, done.out) == (2, "")


def test_a_list_among_nodes_is_refused() -> None:
    done = ran("-m", RIVERTON, "show", "health", "objections")
    assert (done.code, done.out) == (2, "")


def test_the_depth_of_the_outline() -> None:
    shallow = ran("-m", RIVERTON, "show", "--depth", "1")
    assert len(shallow.lines) == 8
    assert "more below" in shallow.out
    assert len(ran("-m", RIVERTON, "show").lines) > 40


def test_objections_gaps_and_sources_are_items() -> None:
    for word, key in (("objections", "answers"), ("gaps", "gap"), ("sources", "places")):
        items = json.loads(ran("-m", RIVERTON, "show", word, "--json").out)["items"]
        assert all(key in item for item in items)


def test_a_map_without_what_is_asked_for_ends_with_one() -> None:
    text = "argmap: 1\nnodes: {a: {kind: claim, text: x}}\n"
    for word, said in (
        ("gains", "no gains"),
        ("objections", "no objections"),
        ("sources", "This map names no source"),
    ):
        done = ran("-m", "-", "show", word, typed=text)
        assert (done.code, done.out, done.err) == (1, f"{said}\n", "")
        assert json.loads(ran("-m", "-", "show", word, "--json", typed=text).out) is not None


def test_quotes_come_with_their_place() -> None:
    done = ran("-m", RIVERTON, "show", "air", "--quotes", "--json")
    (item,) = json.loads(done.out)["items"]
    assert item["passages"] == [
        {"words": "Less traffic means cleaner air", "place": "riverton.txt:7", "found": True}
    ]
