"""Strengths: by hand, rings of every length, and the laws that semantics promise."""

from math import exp, log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import RequestError, UnknownNameError
from argmap.evaluation.components import groups
from argmap.evaluation.frame import Frame, framed
from argmap.evaluation.semantics import SEMANTICS, Semantics, semantics_called
from argmap.evaluation.strengths import Strengths, step_strengths, strengthened
from argmap.evaluation.verdicts import evaluate, weighed
from argmap.model import ArgumentMap
from tests.drawing import drawn
from tests.evaluation.plain import graph, random_map
from tests.strategies import maps

MOVES = [row for row in SEMANTICS if row.move is not None]
BY_HAND = {
    # base 0.4, supporters 0.5 and 0.2, attackers 0.8
    "df-quad": 0.4 - 0.4 * (0.8 - 0.6),
    "quadratic-energy": 0.4 - 0.4 * 0.01 / 1.01,
    "euler-based": 1 - (1 - 0.16) / (1 + 0.4 * exp(-0.1)),
    "squared-df-quad": 0.4 - 0.4 * 0.2 / 1.2,
    "euler-top": 1 - (1 - 0.16) / (1 + 0.4 * exp(-0.3)),
    "mlp-based": 1 / (1 + exp(-(log(0.4 / 0.6) - 0.1))),
    "h-categorizer": 0.4 / 1.8,
    "max-based": 0.4 / 1.8,
    "card-based": 0.4 / 2.8,
}
scores = st.sampled_from([0.0, 0.25, 0.5, 0.9, 1.0]) | st.floats(0, 1)


def strengths(frame: Frame, name: str = "df-quad") -> Strengths:
    row = semantics_called(name)
    assert row.move is not None
    return strengthened(frame, row, row.move)


def of(m: ArgumentMap, name: str = "df-quad") -> dict[str, float | None]:
    return {each.id: each.strength for each in weighed(m, name).verdicts}


@pytest.mark.parametrize("row", MOVES, ids=lambda row: row.name)
def test_a_claim_worked_out_by_hand(row: object) -> None:
    name = getattr(row, "name", "")
    found = strengths(
        graph({"a": 0.4, "b": 0.5, "c": 0.2, "d": 0.8}, [("d", "a")], [("b", "a"), ("c", "a")]), name
    )
    assert found.claims[0] == pytest.approx(BY_HAND[name], abs=1e-12)


def test_a_reason_is_its_weight_times_its_weakest_premise_less_its_undercutters() -> None:
    m = drawn("a because b + c", "a.because.1 unless d", b={"sure": 0.8}, c={"sure": 0.5}, d={"sure": 0.25})
    links = [link.model_copy(update={"sure": 0.6}) if link.linked else link for link in m.links]
    m = ArgumentMap(nodes=m.nodes, links=tuple(links))
    assert of(m)["a"] == pytest.approx(0.6 * 0.5 * (1 - 0.25))
    steps = {each.id: each for each in evaluate(m)}
    assert steps["a.because.1"].strength == pytest.approx(0.225)
    assert steps["a.because.1.unless.1"].strength == 0.25


def test_an_open_claim_begins_at_nothing_whatever_its_own_confidence() -> None:
    assert of(drawn("a because b", a={"sure": 0.9}, b={"sure": 0.3}))["a"] == pytest.approx(0.3)


@pytest.mark.parametrize("row", MOVES, ids=lambda row: row.name)
@given(base=scores, pros=st.lists(scores, max_size=3), cons=st.lists(scores, max_size=3), more=scores)
def test_an_attack_never_raises_and_a_support_never_lowers(
    row: object, base: float, pros: list[float], cons: list[float], more: float
) -> None:
    move = getattr(row, "move", None)
    assert move is not None
    here = move(base, pros, cons)
    assert -1e-12 <= here <= 1 + 1e-12
    assert move(base, pros, [*cons, more]) <= here + 1e-12
    assert move(base, [*pros, more], cons) >= here - 1e-12
    assert move(base, [*pros, 0.0], [*cons, 0.0]) == pytest.approx(here, abs=1e-12)
    assert move(base, [], []) == pytest.approx(base, abs=1e-12)


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy"])
@given(base=scores, pros=st.lists(scores, max_size=3), cons=st.lists(scores, max_size=3))
def test_attack_and_support_are_two_sides_of_one_thing(
    name: str, base: float, pros: list[float], cons: list[float]
) -> None:
    move = semantics_called(name).move
    assert move is not None
    assert move(base, pros, cons) == pytest.approx(1 - move(1 - base, cons, pros), abs=1e-9)


@given(maps(), st.sampled_from(SEMANTICS))
def test_strengths_lie_between_nothing_and_one(m: ArgumentMap, row: object) -> None:
    for each in weighed(m, getattr(row, "name", "")).verdicts:
        assert each.converged == (each.strength is not None)
        assert each.strength is None or 0 <= each.strength <= 1


@pytest.mark.parametrize("length", range(1, 10))
@pytest.mark.parametrize("row", MOVES, ids=lambda row: row.name)
def test_a_ring_of_attacks_comes_to_a_fixpoint_or_to_no_number(length: int, row: object) -> None:
    name = getattr(row, "name", "")
    names = [f"n{index}" for index in range(length)]
    frame = graph(dict.fromkeys(names, 1.0), [(a, names[(i + 1) % length]) for i, a in enumerate(names)])
    found = strengths(frame, name)
    (ring,) = found.rings
    assert set(ring.claims) == set(range(length))
    assert ring.iterations <= 2000
    if ring.converged:
        move = semantics_called(name).move
        assert move is not None
        values = [value for value in found.claims if value is not None]
        assert len(values) == length
        for index, value in enumerate(values):
            assert value == pytest.approx(move(1.0, [], [values[index - 1]]), abs=1e-6)
    else:
        assert found.claims == [None] * length


def test_what_swings_when_updated_at_once_is_followed_as_a_flow_and_says_so() -> None:
    found = strengths(graph({"a": 1.0, "b": 1.0}, [("a", "b"), ("b", "a")]))
    (ring,) = found.rings
    assert ring.method == "continuous"
    assert ring.swings == ((0.0, 1.0), (0.0, 1.0))
    assert found.claims == [pytest.approx(0.5), pytest.approx(0.5)]


def test_what_has_no_limit_has_no_strength_and_neither_has_what_rests_on_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("argmap.evaluation.strengths.STEPS", 20)
    found = strengths(
        graph(
            {"a": 1.0, "b": 1.0, "c": 0.5, "d": 0.5},
            [("a", "b"), ("b", "a"), ("a", "c"), ("c", "d"), ("d", "c")],
        )
    )
    assert found.claims == [None, None, None, None]
    assert [ring.converged for ring in found.rings] == [False, False]
    assert found.rings[0].residual > 1e-9


def test_groups_come_after_all_they_rest_on() -> None:
    for seed in range(60):
        frame = framed(random_map(seed, most=12))
        done: set[int] = set()
        for group, is_ring in groups(frame, range(len(frame.given))):
            done |= set(group)
            behind = {p for c in group for r in frame.onto(c) for p in frame.premises[r]}
            assert behind <= done
            assert is_ring == (len(group) > 1 or group[0] in behind)
        assert done == set(range(len(frame.given)))


def test_the_chance_of_standing_is_that_of_the_scenarios() -> None:
    m = drawn("a because b", "a because c", "a but d", b={"sure": 0.5}, c={"sure": 0.4}, d={"sure": 0.25})
    assert of(m, "probability")["a"] == pytest.approx((1 - 0.5 * 0.6) * 0.75)


def test_the_chance_counts_a_shared_premise_once() -> None:
    m = drawn("a because b", "a because c", "b because e", "c because e", e={"sure": 0.3})
    assert of(m, "probability")["a"] == pytest.approx(0.3)


def test_the_chance_with_many_uncertain_items_is_sampled_and_says_so() -> None:
    names = [f"b{index}" for index in range(20)]
    m = drawn(*(f"a because {name}" for name in names), **{name: {"sure": 0.05} for name in names})
    found = weighed(m, "probability")
    error = found.strengths.error
    assert 0 < error < 0.02
    assert found.verdict("a").strength == pytest.approx(1 - 0.95**20, abs=2 * error)
    assert weighed(m, "probability").verdicts == found.verdicts


@pytest.mark.parametrize("seed", range(60))
def test_the_chance_agrees_with_the_label_when_nothing_is_uncertain(seed: int) -> None:
    m = random_map(seed)
    m = ArgumentMap(
        nodes=tuple(node.model_copy(update={"sure": None}) for node in m.nodes),
        links=tuple(link.model_copy(update={"sure": None}) for link in m.links),
    )
    for each in weighed(m, "probability").verdicts:
        assert each.strength == (1.0 if each.label == "stands" else 0.0)


def test_label_and_strength_on_different_sides_of_one_half_are_said_to_disagree() -> None:
    found = {each.id: each for each in evaluate(drawn("a because b", b={"sure": 0.3}))}
    assert found["a"].label == "stands"
    assert found["a"].disagrees
    assert not found["a"].tested


def test_an_unknown_semantics_or_standard_says_what_was_perhaps_meant() -> None:
    with pytest.raises(UnknownNameError) as caught:
        weighed(drawn("a"), "dfquad")
    assert caught.value.hint == "did you mean df-quad?"
    with pytest.raises(UnknownNameError):
        weighed(drawn("a"), standard="preponderence")
    with pytest.raises(RequestError):
        weighed(drawn("a"), "probability", "preponderance")


def test_names_of_semantics_are_those_that_help_lists() -> None:
    from argmap.cli.topics import WEIGHING
    from argmap.evaluation.standards import STANDARDS

    for row in (*SEMANTICS, *STANDARDS):
        assert row.name in WEIGHING


@pytest.mark.parametrize("row", MOVES, ids=lambda row: row.name)
def test_in_dense_rings_a_strength_is_a_fixpoint_or_there_is_none(row: Semantics) -> None:
    chance = Random(7)
    assert row.move is not None
    for _ in range(25):
        names = [f"n{index}" for index in range(chance.randint(1, 7))]
        pairs = [(a, b) for a in names for b in names if chance.random() < 0.5]
        attacks = [pair for pair in pairs if chance.random() < 0.7]
        scores = {name: chance.choice([0.0, 0.3, 0.9, 1.0, 1.0]) for name in names}
        frame = graph(scores, attacks, [pair for pair in pairs if pair not in attacks])
        found = strengthened(frame, row, row.move)
        assert all(
            found.claims[each] is None for ring in found.rings if not ring.converged for each in ring.claims
        )
        steps = step_strengths(frame, row, found.claims)
        for claim, strength in enumerate(found.claims):
            if strength is not None:
                pros = [] if row.attacks_only else [steps[each] or 0.0 for each in frame.pros[claim]]
                cons = [steps[each] or 0.0 for each in frame.cons[claim]]
                assert row.move(frame.sure[claim], pros, cons) == pytest.approx(strength, abs=1e-6)
