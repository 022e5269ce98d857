"""What a strength hangs on: published numbers, the laws of each attribution, and its bounds."""

from random import Random

import pytest

from argmap.errors import RequestError
from argmap.evaluation.semantics import SEMANTICS
from argmap.evaluation.sensitivity import EXACT, Of, Sensitivity, sensitivity
from argmap.evaluation.supposing import requested
from argmap.evaluation.verdicts import Weighed, weighed
from argmap.evaluation.whatif import whatif
from argmap.model import ArgumentMap, Claim, Link
from tests.drawing import drawn
from tests.evaluation.test_labels import random_map
from tests.evaluation.test_vectors import vectors

SMOOTH = [row.name for row in SEMANTICS if row.slope is not None]


def effects(found: Sensitivity) -> dict[str, float | None]:
    return {part.id: part.effect for part in found.parts}


def number(value: float | None) -> float:
    assert value is not None
    return value


def as_map(each: dict[str, dict[str, float]]) -> ArgumentMap:
    """A published graph as a map: every node given, every edge a link with one premise."""
    edges = [(a, b, "rebuts") for a, b in each["attacks"]] + [(a, b, "supports") for a, b in each["supports"]]
    return ArgumentMap(
        nodes=tuple(
            Claim(id=f"n{name.lower()}", text=name, given=True, sure=score)
            for name, score in each["base_scores"].items()
        ),
        links=tuple(
            Link(premises=(f"n{a.lower()}",), target=f"n{b.lower()}", relation=relation)
            for a, b, relation in edges
        ),
    )


def tree(chance: Random, size: int, *, sure: bool = True) -> ArgumentMap:
    """A map without rings, where a node can bear on several; linked premises, undercutters of undercutters."""
    links: list[Link] = []
    for index in range(1, size):
        for number in range(chance.randint(1, 2)):
            hit = chance.choice(links) if links and chance.random() < 0.2 else None
            target = hit.id if hit else f"n{chance.randrange(index)}"
            onto = index if hit else int(target[1:]) + 1
            premises = (
                {f"n{index}", f"n{chance.randrange(onto, size)}"} if chance.random() < 0.3 else {f"n{index}"}
            )
            links.append(
                Link(
                    id=f"l-{index}-{number}",
                    premises=tuple(sorted(premises)),
                    target=target,
                    relation="undercuts" if hit else chance.choice(["supports", "rebuts"]),
                    sure=chance.uniform(0.3, 0.95) if sure else None,
                )
            )
    nodes = tuple(
        Claim(
            id=f"n{index}",
            text="x",
            sure=chance.uniform(0.1, 0.9) if sure else None,
            given=chance.choice([None, True]),
        )
        for index in range(size)
    )
    return ArgumentMap(nodes=nodes, links=tuple(links))


def moved(found: Weighed, of: Of, name: str, by: float) -> float:
    """The strength of the topic when a number is a little greater or smaller."""
    at = found.at[name] if of == "nodes" else found.reason_at[name]
    old = (found.frame.sure if of == "nodes" else found.frame.weight)[at]
    nodes = tuple(
        node.model_copy(update={"sure": old + by}) if node.id == name else node for node in found.map.nodes
    )
    links = tuple(
        link.model_copy(update={"sure": old + by}) if link.id == name else link for link in found.map.links
    )
    changed = weighed(ArgumentMap(nodes=nodes, links=links), found.semantics.name)
    return number(changed.verdict("n0").strength)


def test_the_published_attributions_come_out() -> None:
    done = 0
    for each in vectors("published_gradual.json"):
        published = each["published"]
        told = dict(published.get("contributions_to_a", {}))
        told |= {"gradient": published["aae"]} if "aae" in published else {}
        topic = f"n{next(iter(each['base_scores'])).lower()}"
        for by, expected in told.items():
            if by == "intrinsic_removal":
                continue
            topic = "na" if "contributions_to_a" in published else topic
            found = effects(sensitivity(weighed(as_map(each)), topic, by))
            for name, value in expected.items():
                close = max(each["tolerance"], 1e-4 if by == "shapley" else 0)
                assert found[f"n{name.lower()}"] == pytest.approx(value, abs=close), (each["id"], by, name)
                done += 1
    assert done == 20


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("of", ["nodes", "links"])
@pytest.mark.parametrize("semantics", ["df-quad", "euler-based", "card-based", "probability"])
def test_removal_is_the_what_if(seed: int, of: Of, semantics: str) -> None:
    before = weighed(random_map(seed, most=7), semantics)
    topic = before.map.nodes[0].id
    if before.verdict(topic).strength is None:
        return
    found = sensitivity(before, topic, "removal", of)
    for part in found.parts:
        after = whatif(before, requested(before.map, [part.id])).after.verdict(topic).strength
        if after is None:
            assert part.effect is None
        else:
            assert part.effect == pytest.approx(found.strength - after, abs=1e-6)


@pytest.mark.parametrize("semantics", SMOOTH)
@pytest.mark.parametrize("of", ["nodes", "links"])
@pytest.mark.parametrize("seed", range(12))
def test_the_gradient_is_what_a_small_change_moves(semantics: str, of: Of, seed: int) -> None:
    before = weighed(tree(Random(seed), 9), semantics)
    found = sensitivity(before, "n0", "gradient", of)
    assert found.way == "exact" or semantics == "euler-top", "where several worth nothing are the best"
    for part in found.parts:
        step = 1e-6
        near = (moved(before, of, part.id, step) - moved(before, of, part.id, -step)) / (2 * step)
        assert part.effect == pytest.approx(near, abs=2e-5), part.id


@pytest.mark.parametrize("semantics", SMOOTH)
def test_the_gradient_of_a_ring_is_of_small_differences_and_says_so(semantics: str) -> None:
    ring = drawn(
        "a but b",
        "b but c",
        "c because b",
        a={"sure": 0.6},
        b={"sure": 0.7, "given": True},
        c={"sure": 0.5, "given": True},
    )
    found = sensitivity(weighed(ring, semantics), "a", "gradient")
    assert found.way == "differences"
    assert all(part.effect is not None for part in found.parts)


def test_a_bend_has_the_mean_of_the_sides_that_are_there() -> None:
    level = drawn("a because b + c", b={"sure": 0.6}, c={"sure": 0.6})
    assert effects(sensitivity(weighed(level), "a", "gradient")) == {"b": 0.5, "c": 0.5}
    sure = sensitivity(weighed(drawn("a because b + c")), "a", "gradient")
    assert (effects(sure), sure.way) == ({"b": 1.0, "c": 1.0}, "differences"), "they can only fall"


def test_bends_that_follow_one_another_are_not_multiplied() -> None:
    m = drawn("a because b + c", "a but d")
    assert effects(sensitivity(weighed(m), "a", "gradient")) == {"d": -1.0, "b": 0.0, "c": 0.0}


@pytest.mark.parametrize("semantics", SMOOTH)
@pytest.mark.parametrize("of", ["nodes", "links"])
@pytest.mark.parametrize("seed", range(10))
def test_the_gradient_of_what_bends_is_what_a_small_change_moves(semantics: str, of: Of, seed: int) -> None:
    before = weighed(tree(Random(seed), 7, sure=False), semantics)
    for part in sensitivity(before, "n0", "gradient", of).parts:
        down = moved(before, of, part.id, -1e-6)
        near = (number(before.verdict("n0").strength) - down) / 1e-6
        assert part.effect == pytest.approx(near, abs=1e-4, rel=1e-3)


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize("of", ["nodes", "links"])
@pytest.mark.parametrize("semantics", ["df-quad", "quadratic-energy", "max-based"])
def test_shapley_values_add_up_to_what_all_players_do_together(seed: int, of: Of, semantics: str) -> None:
    size = 5 if seed < 10 else EXACT + 5
    found = sensitivity(weighed(tree(Random(seed), size), semantics), "n0", "shapley", of)
    assert found.way == ("exact" if found.players <= EXACT else "sampled")
    total = sum(number(part.effect) for part in found.parts)
    assert total == pytest.approx(found.strength - number(found.alone), abs=1e-9)


def test_a_sample_is_as_near_to_the_truth_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    near = every = 0
    for seed in range(12):
        before = weighed(tree(Random(seed), 8))
        monkeypatch.setattr("argmap.evaluation.sensitivity.EXACT", 11)
        exact = effects(sensitivity(before, "n0", "shapley"))
        monkeypatch.setattr("argmap.evaluation.sensitivity.EXACT", 0)
        monkeypatch.setattr("argmap.evaluation.sensitivity.WEIGHINGS", 800)
        sampled = sensitivity(before, "n0", "shapley")
        assert sampled == sensitivity(before, "n0", "shapley")
        for part in sampled.parts:
            every += 1
            near += abs(number(part.effect) - number(exact[part.id])) <= 2 * part.error + 1e-9
    assert near / every > 0.9


@pytest.mark.parametrize("by", ["removal", "shapley", "gradient"])
def test_players_that_do_the_same_have_the_same_part_and_idle_ones_have_none(by: str) -> None:
    m = drawn(
        "a because b", "a because c", "a but d", "d but e", "f because b", b={"sure": 0.4}, c={"sure": 0.4}
    )
    found = effects(sensitivity(weighed(m), "a", by))
    assert number(found["b"]) == pytest.approx(number(found["c"]))
    assert number(found["b"]) > 0
    assert "f" not in found


def test_redundant_reasons_share_what_removal_denies_to_both() -> None:
    m = weighed(drawn("a because b", "a because c"))
    assert effects(sensitivity(m, "a", "removal")) == {"b": 0.0, "c": 0.0}
    assert effects(sensitivity(m, "a", "shapley")) == {"b": 0.5, "c": 0.5}


def test_a_lone_node_hangs_on_nothing() -> None:
    for by in ("removal", "shapley"):
        assert sensitivity(weighed(drawn("a")), "a", by).parts == ()


@pytest.mark.parametrize(
    ("by", "semantics"), [("gradient", "card-based"), ("gradient", "probability"), ("shapley", "probability")]
)
def test_what_has_no_such_number_is_refused(by: str, semantics: str) -> None:
    with pytest.raises(RequestError):
        sensitivity(weighed(drawn("a because b"), semantics), "a", by)


def test_a_hundred_thousand_deep_chain_has_a_gradient_and_bounded_removals() -> None:
    size = 100_000
    m = ArgumentMap(
        nodes=tuple(Claim(id=f"n{index}", text="x") for index in range(size)),
        links=tuple(
            Link(premises=(f"n{index + 1}",), target=f"n{index}", relation="supports")
            for index in range(size - 1)
        ),
    )
    before = weighed(m)
    assert effects(sensitivity(before, "n0", "gradient")) == {f"n{size - 1}": 1.0}
    few = sensitivity(before, "n0", "removal")
    assert (len(few.parts), few.players) == (20, size - 1)
    with pytest.raises(RequestError, match="1,000 at most"):
        sensitivity(before, "n0", "shapley")
