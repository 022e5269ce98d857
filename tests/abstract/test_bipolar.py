"""Support read as deductive and as necessary: which attacks follow."""

import json

import pytest

from argmap.abstract import bipolar
from argmap.abstract.bipolar import Arrow, Support, derived, following_attacks
from argmap.abstract.solving import Problem, Semantics, solve
from argmap.errors import RequestError
from argmap.frameworks import framework_of
from argmap.model import ArgumentMap, Claim, Link
from tests.abstract.test_solving import NAMES, VECTORS

AB: list[Arrow] = [("a", "b")]


@pytest.mark.parametrize(
    ("attack", "deductive", "necessary"),
    [
        (("b", "c"), [("a", "c")], []),
        (("c", "b"), [("c", "a")], []),
        (("c", "a"), [], [("c", "b")]),
        (("a", "c"), [], [("b", "c")]),
    ],
)
def test_the_four_shapes_of_one_support_and_one_attack(
    attack: Arrow, deductive: list[Arrow], necessary: list[Arrow]
) -> None:
    assert following_attacks([attack], AB, "deductive") == tuple(deductive)
    assert following_attacks([attack], AB, "necessary") == tuple(necessary)


def test_support_carries_over_many_steps_and_round_a_ring() -> None:
    ring: list[Arrow] = [("a", "b"), ("b", "c"), ("c", "a")]
    assert following_attacks([("c", "x")], ring, "deductive") == (("a", "x"), ("b", "x"))


def test_what_supports_an_attacker_is_attacked_by_what_attacks_it_in_turn() -> None:
    # x attacks y by supporting z; y is what a supports: so x attacks a too
    assert following_attacks([("z", "y")], [("x", "z"), ("a", "y")], "deductive") == (
        ("x", "a"),
        ("x", "y"),
        ("z", "a"),
    )


@pytest.mark.parametrize("support", ["deductive", "necessary"])
def test_80_published_frameworks_are_read_alike(support: Support) -> None:
    path = VECTORS / "bipolar_80.json"
    if not path.exists():
        pytest.skip("the test vectors are not beside this checkout")
    for each in json.loads(path.read_text(encoding="utf-8"))["frameworks"]:
        attacks, supports = ([tuple(arrow) for arrow in each[name]] for name in ("attacks", "supports"))
        following = following_attacks(attacks, supports, support)
        assert sorted([*attacks, *following]) == sorted(map(tuple, each[support]["attacks"])), each["id"]
        framework = framework_of(each["arguments"], [*attacks, *following])
        for title, sets in each[support]["extensions"].items():
            found = solve(framework, Problem("EE", semantics_of(title))).extensions
            named = sorted(sorted(framework.names[one] for one in members) for members in found)
            assert named == sorted(map(sorted, sets)), (each["id"], title)


def semantics_of(title: str) -> Semantics:
    return NAMES[title]


NODES = tuple(Claim(id=name, text=name) for name in "abc")
STEP = Link(id="step", premises=("a",), target="b", relation="supports")


def test_a_map_of_single_steps_is_read() -> None:
    m = ArgumentMap(nodes=NODES, links=(STEP, Link(premises=("b",), target="c", relation="rebuts")))
    read = derived(m, "deductive")
    assert read.following == (("a", "c"),)
    assert read.framework == framework_of("abc", [("b", "c"), ("a", "c")])


@pytest.mark.parametrize(
    "link",
    [
        Link(premises=("a", "c"), target="b", relation="supports"),
        Link(premises=("c",), target="step", relation="undercuts"),
    ],
)
def test_what_is_no_single_step_is_refused(link: Link) -> None:
    with pytest.raises(RequestError) as caught:
        derived(ArgumentMap(nodes=NODES, links=(STEP, link)), "necessary")
    assert "--support" in caught.value.hint


def test_too_much_that_follows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bipolar, "DERIVED_MOST", 10)
    chain: list[Arrow] = [(str(n), str(n + 1)) for n in range(8)]
    with pytest.raises(RequestError):
        following_attacks([], chain, "deductive")
    assert following_attacks([("4", "x")], chain[:4], "deductive") == (
        ("0", "x"),
        ("1", "x"),
        ("2", "x"),
        ("3", "x"),
    )
