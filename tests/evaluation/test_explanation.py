"""Proofs: each point is true, rests on earlier ones, and the whole is finite."""

from collections.abc import Iterable, Sequence

import pytest

from argmap.evaluation.explanation import Explanation, explained
from argmap.evaluation.labels import FALLS, STANDS, UNDECIDED
from argmap.evaluation.standards import NONE, STANDARDS, Standard
from argmap.evaluation.supposing import Changes, requested
from argmap.evaluation.verdicts import Weighed, weighed
from argmap.evaluation.weakest import weakest
from argmap.evaluation.whatif import whatif
from argmap.model import ArgumentMap, Link
from argmap.render.explanation import hangs_on
from tests.drawing import drawn
from tests.evaluation.plain import random_map


def told(m: ArgumentMap, name: str, depth: int = 50) -> Explanation:
    return explained(weighed(m), name, depth)


def lines(found: Explanation) -> list[tuple[int, str | None, str, str]]:
    return [(point.depth, point.node, point.label, point.why) for point in found.points]


def test_a_standing_claim_shows_one_reason_and_why_each_objection_fails() -> None:
    m = drawn("a because b", "a because c", "c but x", "a but d", "d but e", "a but f + g", "g but e")
    assert lines(told(m, "a")) == [
        (0, "a", "stands", "reason"),
        (1, "b", "stands", "given"),
        (1, "d", "falls", "rebutted"),
        (2, "e", "stands", "given"),
        (1, "g", "falls", "rebutted"),
        (2, "e", "stands", "given"),
    ]


def test_a_fallen_claim_shows_the_objection_or_what_broke_each_reason() -> None:
    m = drawn(
        "a because b", "a because c", "b but d", "a.because.2 unless e", "h because i", h={"given": True}
    )
    assert lines(told(m, "a")) == [
        (0, "a", "falls", "broken"),
        (1, "b", "falls", "rebutted"),
        (2, "d", "stands", "given"),
        (1, "c", "stands", "given"),
        (2, "e", "stands", "given"),
    ]
    assert lines(told(drawn("a but b"), "a")) == [(0, "a", "falls", "rebutted"), (1, "b", "stands", "given")]
    assert lines(told(drawn("a", a={"given": False}), "a")) == [(0, "a", "falls", "unsupported")]
    assert lines(told(drawn("a", a={"sure": 0}), "a")) == [(0, "a", "falls", "denied")]


def test_what_stands_but_is_undercut_is_said_to_bear_on_nothing() -> None:
    found = told(drawn("a because b", "a but c", "a.but.1 unless d"), "a")
    assert [(point.node, point.idle) for point in found.points] == [
        ("a", False),
        ("b", False),
        ("c", True),
        ("d", False),
    ]


def test_an_undecided_claim_shows_its_ring() -> None:
    found = told(drawn("a because b", "b but c", "c but d", "d but b"), "a")
    assert set(found.loop) == {"b", "c", "d"}
    assert lines(found) == [(0, "a", "undecided", "loop")]


def test_what_was_shown_is_named_and_not_shown_again() -> None:
    found = told(drawn("a because b + c", "b because d", "c because b"), "a")
    assert (2, "b", "stands", "reason") in lines(found)
    assert (3, "b", "stands", "above") in lines(found)


def test_a_proof_says_when_its_depth_cuts_it() -> None:
    m = drawn("a because b", "b because c", "c because d")
    assert not told(m, "a", 2).complete
    assert told(m, "a", 3).complete
    assert len(told(m, "a", 2).points) == 3


@pytest.mark.parametrize("seed", range(80))
def test_a_proof_is_true_of_the_labels_and_ends(seed: int) -> None:
    m = random_map(seed, most=9)
    for row in STANDARDS:
        found = weighed(m, standard=row.name)
        for node in m.nodes:
            proof = explained(found, node.id, 200)
            assert proof.complete
            assert proof.points[0].node == node.id
            assert all(point.label == found.verdict(point.node).label for point in proof.points if point.node)
            assert bool(proof.loop) == (proof.verdict.label == "undecided")
            for name in proof.loop:
                assert found.verdict(name).label == "undecided"


@pytest.mark.parametrize("row", STANDARDS, ids=lambda row: row.name)
@pytest.mark.parametrize("seed", range(60))
def test_what_a_proof_shows_is_enough_for_the_label(row: Standard, seed: int) -> None:
    found = weighed(random_map(seed, most=7), standard=row.name)
    state, m = dict(zip(found.reason_at, found.labels.reasons, strict=True)), found.map
    for node in m.nodes:
        points = explained(found, node.id, 200).points
        shown = {point.link for point in points if point.depth == 1 and point.link and point.relation}
        against = [link for link in m.links_onto.get(node.id, ()) if link.relation == "rebuts"]
        pros = [link for link in shown if link.relation == "supports"]
        granted = [1.0] if found.frame.granted(found.at[node.id]) else []

        def most(links: Iterable[Link], *labels: int, least: Sequence[float] = ()) -> float:
            weights = [1.0 if link.sure is None else link.sure for link in links if state[link.id] in labels]
            return max([*weights, *least], default=NONE)

        objection = most(shown - {*pros}, STANDS)
        match points[0].why:
            case "given" | "reason":
                assert row.met(most(pros, STANDS, least=granted), most(against, STANDS, UNDECIDED))
            case "rebutted":
                assert not row.met(1.0, objection)
            case "outweighed":
                assert not row.met(most(pros, STANDS, UNDECIDED, least=granted), objection)
            case "broken":
                assert pros
                assert all(state[link.id] == FALLS for link in m.links_onto[node.id] if link not in against)


def test_a_step_that_is_open_shows_what_leaves_it_open() -> None:
    drawing = drawn("a because b", "a but c + d", "a but e", "a.but.2 unless d", "d but f", "f but d")
    weak = [
        each.model_copy(update={"sure": 0.5}) if each.target == "a" else each for each in drawing.links[1:]
    ]
    m = ArgumentMap(nodes=drawing.nodes, links=(drawing.links[0], *weak))
    found = explained(weighed(m, standard="preponderance"), "a", 30)
    assert lines(found) == [
        (0, "a", "stands", "reason"),
        (1, "b", "stands", "given"),
        (1, "d", "undecided", "loop"),
        (1, "e", "stands", "given"),
        (2, "d", "undecided", "loop"),
    ]


def test_a_deep_proof_does_not_recurse() -> None:
    m = drawn(*(f"n{index} but n{index + 1}" for index in range(5000)))
    assert len(told(m, "n0", 10_000).points) == 5001


def test_the_single_premises_whose_loss_flips_a_claim() -> None:
    m = drawn("a because b + c", "a but d", "d but e")
    found = weakest(weighed(m), "a")
    assert {loss.premises for loss in found.losses} == {("b",), ("c",), ("e",)}
    assert found.complete
    assert all(loss.label == "falls" for loss in found.losses)


def test_the_smallest_set_when_no_single_premise_is_enough() -> None:
    found = weakest(weighed(drawn("a because b", "a because c", "a because d")), "a")
    assert [loss.premises for loss in found.losses] == [("b", "c", "d")]
    none = weakest(weighed(drawn(*(f"a because b{index}" for index in range(4)))), "a")
    assert none.losses == ()
    assert (none.size, none.complete) == (3, True)


def test_a_search_that_was_cut_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.evaluation.weakest.TRIALS", 0)
    found = weakest(weighed(drawn(*(f"a because b{index}" for index in range(30)))), "a")
    assert not found.complete
    assert found.size == 0


def test_the_smallest_doubt_that_crosses_one_half() -> None:
    m = drawn("a because b", "a because c", b={"sure": 0.6}, c={"sure": 0.2})
    found = weakest(weighed(m), "a")
    by_name = {doubt.premise: doubt for doubt in found.doubts}
    assert by_name["b"].after == pytest.approx(1 - 0.5 / 0.8, abs=1e-4)
    assert by_name["b"].strength < 0.5
    assert found.doubts[0].premise == "b"
    assert by_name.keys() == {"b"}, "without c, b alone still carries it"


def test_a_premise_without_confidence_can_gain_some() -> None:
    m = drawn("a because b", b={"sure": 0.0})
    found = weakest(weighed(m), "a")
    assert [(doubt.premise, doubt.enough, doubt.strength >= 0.5) for doubt in found.doubts] == [
        ("b", 0.5, True)
    ]
    assert found.premises == 0, "there is none to lose"


@pytest.mark.parametrize("seed", range(40))
def test_the_tenth_of_a_per_cent_that_is_told_is_enough_and_one_less_is_not(seed: int) -> None:
    m = random_map(seed, most=7)
    before = weighed(m)
    for node in m.nodes[:3]:
        for doubt in weakest(before, node.id).doubts:
            nearer = doubt.enough + (0.001 if doubt.enough < doubt.before else -0.001)
            crossed = [
                (number(before, requested(m, sets=[f"{doubt.premise}={value}"]), node.id) >= 0.5)
                != (number(before, Changes(), node.id) >= 0.5)
                for value in (doubt.enough, doubt.after, nearer)
                if (value - doubt.before) * (doubt.after - doubt.before) > 0
            ]
            assert crossed in ([True, True, False], [True, True])
            assert abs(doubt.after - doubt.enough) < 0.001


def number(before: Weighed, changes: Changes, name: str) -> float:
    strength = whatif(before, changes).after.verdict(name).strength
    assert strength is not None
    return strength


def test_doubts_that_were_not_tried_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.evaluation.weakest.TRIALS", 50)
    m = drawn("a because b", "b because c + d + e", c={"sure": 0.9}, e={"sure": 0.4})
    found = weakest(weighed(m), "a")
    assert (found.doubts, found.doubted, found.doubtable) == ((), 2, 3)
    said = list(hangs_on(told(m, "a"), found))
    assert "No change of one confidence in the nearest 2 of its 3 premises carries its strength" in said[-1]


def test_where_there_is_no_strength_none_is_said_to_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.evaluation.strengths.WORK", 10)
    m = drawn("a but b", "b but c", "c but a")
    found = weighed(m)
    assert found.verdict("a").strength is None
    said = list(hangs_on(explained(found, "a", 9), weakest(found, "a")))
    assert said[-1] == "It has no strength that a doubt could carry over one half."


@pytest.mark.parametrize("seed", range(40))
def test_a_loss_flips_and_fewer_do_not(seed: int) -> None:
    m = random_map(seed, most=7)
    before = weighed(m)
    for node in m.nodes[:3]:
        label = before.verdict(node.id).label
        found = weakest(before, node.id)
        for loss in found.losses:
            after = whatif(before, requested(m, drop=loss.premises)).after.verdict(node.id).label
            assert after == loss.label != label
            for name in loss.premises:
                fewer = [each for each in loss.premises if each != name]
                assert whatif(before, requested(m, drop=fewer)).after.verdict(node.id).label == label
