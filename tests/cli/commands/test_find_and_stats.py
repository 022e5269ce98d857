"""`argmap find` and `argmap stats`."""

import json

import pytest

from tests.cli.running import RIVERTON, ran


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["asthma"], ["health", "sunday"]),
        (["ASTHMA", "children"], ["health"]),
        (["asthma children"], []),
        (["Brandt"], ["tunnel", "relief", "grant"]),
        (["four fifths"], ["grant", "refused"]),
        (["no2"], ["no2"]),
        (["NO₂"], ["no2", "exhaust"]),
        (["a+", "("], []),
    ],
)
def test_all_words_must_stand_somewhere_in_a_node(words: list[str], expected: list[str]) -> None:
    done = ran("-m", RIVERTON, "find", *words, "--json")
    assert [item["id"] for item in json.loads(done.out)["items"]] == expected
    assert done.code == (0 if expected else 1)


def test_what_is_found_can_be_limited_and_quoted() -> None:
    assert len(ran("-m", RIVERTON, "find", "a", "--limit", "2").lines) == 2
    assert "riverton.txt:" in ran("-m", RIVERTON, "find", "asthma", "--quotes").out


def test_the_numbers_of_a_map_are_its_numbers() -> None:
    (item,) = json.loads(ran("-m", RIVERTON, "stats", "--json").out)["items"]
    assert item["nodes"] == {"claim": 14, "gain": 5, "cost": 7, "evidence": 11, "assumption": 3}
    assert sum(item["links"].values()) == 38
    assert (item["roots"], item["circles"], item["lonely"], item["placed"]) == (1, 0, 0, 38)
