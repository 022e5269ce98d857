"""What if: only what is downstream is weighed again, and it comes to what the whole would."""

from collections.abc import Sequence
from random import Random

import pytest

from argmap.errors import ArgmapError, RequestError, UnknownNameError
from argmap.evaluation.probability import UNCERTAIN
from argmap.evaluation.semantics import SEMANTICS
from argmap.evaluation.supposing import Changes, requested
from argmap.evaluation.verdicts import weighed
from argmap.evaluation.whatif import whatif
from argmap.model import ArgumentMap, Link, Node
from argmap.query.standing import is_given
from tests.drawing import drawn
from tests.evaluation.test_labels import random_map


def changed(m: ArgumentMap, changes: Changes) -> ArgumentMap:
    """The map as a mapmaker would change it, with what was given and what was not written down."""
    sure = dict(changes.sure)
    nodes: list[Node] = []
    for node in m.nodes:
        update = {"given": is_given(m, node)}
        if node.id in changes.dropped:
            update = {"given": False}
        elif node.id in sure:
            update["sure"] = sure[node.id]
        nodes.append(node.model_copy(update=update))
    links: list[Link] = []
    for link in (*m.links, *changes.links):
        weight = 0.0 if link.id in changes.dropped else sure.get(link.id, link.sure)
        supports = link.relation == "supports" and link.target in changes.dropped
        links.append(link.model_copy(update={"sure": 0.0 if supports else weight}))
    return ArgumentMap(nodes=(*nodes, *changes.nodes), links=tuple(links))


def test_there_is_no_negative_zero() -> None:
    assert str(requested(drawn("a because b"), sets=["b=-0"]).sure[0][1]) == "0.0"


def random_changes(m: ArgumentMap, chance: Random) -> Changes:
    ids = [node.id for node in m.nodes]
    links = [link.id for link in m.links]
    given = [node.id for node in m.nodes if is_given(m, node)]
    drop = chance.sample(ids, chance.randint(0, min(2, len(ids)))) + chance.sample(links, min(1, len(links)))
    sets = [f"{name}={chance.choice(['0', '0.2', '75%'])}" for name in given if name not in drop][:2]
    kept = [name for name in ids if name not in drop]
    add = [f"{chance.choice(['but', 'because'])} {chance.choice(kept)}: something new"] if kept else []
    steps = [name for name in links if name not in drop]
    add += [f"unless {chance.choice(steps)}: a doubt"] if steps else []
    return requested(m, drop, sets, add)


@pytest.mark.parametrize("seed", range(120))
@pytest.mark.parametrize("standard", ["dialectical", "preponderance"])
def test_a_what_if_is_what_the_changed_map_comes_to(seed: int, standard: str) -> None:
    m = random_map(seed, most=8)
    before = weighed(m, standard=standard)
    changes = random_changes(m, Random(seed))
    found = whatif(before, changes)
    whole = weighed(changed(m, changes), standard=standard)
    for node in whole.map.nodes:
        ours, theirs = found.after.verdict(node.id), whole.verdict(node.id)
        assert ours.label == theirs.label, node.id
        assert ours.strength == (
            None if theirs.strength is None else pytest.approx(theirs.strength, abs=1e-6)
        )
    again = {found.after.map.nodes[claim].id for claim in found.touched if claim < len(m.nodes)}
    for node in m.nodes:
        if node.id not in again:
            assert found.after.verdict(node.id) == before.verdict(node.id)


@pytest.mark.parametrize("seed", range(20))
def test_a_map_is_not_changed_by_asking(seed: int) -> None:
    m = random_map(seed)
    before = weighed(m)
    verdicts = before.verdicts
    whatif(before, random_changes(m, Random(seed)))
    assert weighed(m).verdicts == verdicts
    assert before.labels == weighed(m).labels


def test_dropping_the_last_reason_leaves_a_claim_in_need_of_one() -> None:
    m = drawn("a because b")
    found = whatif(weighed(m), requested(m, drop=["b"]))
    assert found.after.verdict("a").label == "falls"
    step = whatif(weighed(m), requested(m, drop=["a.because.1"]))
    assert step.after.verdict("a").label == "falls"


def test_only_what_is_downstream_is_weighed_again() -> None:
    m = drawn("a because b", "b because c", "x because c", "y because z")
    found = whatif(weighed(m), requested(m, drop=["b"]))
    assert [m.nodes[claim].id for claim in found.touched] == ["a", "b"]


def test_what_is_added_may_be_answered_at_once() -> None:
    m = drawn("a because b")
    added = requested(m, add=["but a: no, it is not", "but new-1: yes, it is"])
    assert [link.target for link in added.links] == ["a", "new-1"]
    assert whatif(weighed(m), added).after.verdict("a").label == "stands"
    only = requested(m, add=["but a: no: it is + not"])
    assert only.nodes[0].text == "no: it is + not"
    assert whatif(weighed(m), only).after.verdict("a").label == "falls"
    undercut = requested(m, add=["unless a.because.1: why so"])
    assert whatif(weighed(m), undercut).after.verdict("a").label == "falls"


@pytest.mark.parametrize(
    ("add", "sets", "strength"),
    [
        ("but a (0.4): not so", [], 0.6),
        ("but a(40 %): not so", [], 0.6),
        ("but a: not so", ["new-1=40%"], 0.6),
        ("but a (0.4): not so", ["new-1=0.4"], 0.6),
        ("but a: not so", ["added-1=0.4"], 0.6),
        ("but a (0.4): not so", ["added-1=0.5"], 0.8),
        ("but a (0.4): c", [], 0.6),
        ("but a (0): not so", [], 1.0),
        ("but a: (0.4): no", [], 0.0),
    ],
)
def test_what_is_added_is_as_sure_as_it_is_said_to_be(add: str, sets: list[str], strength: float) -> None:
    found = whatif(weighed(drawn("a", "c")), requested(drawn("a", "c"), sets=sets, add=[add])).after
    assert found.verdict("a").strength == pytest.approx(strength)
    assert found.verdict("a").label == ("stands" if strength == 1 else "falls")


def test_a_new_statement_of_no_confidence_does_not_stand() -> None:
    found = whatif(weighed(drawn("a")), requested(drawn("a"), add=["but a (0%): not so"])).after
    assert found.verdict("new-1").label == "falls"


def test_nodes_of_the_map_can_be_linked_as_they_are() -> None:
    m = drawn("a", "b", "c")
    found = requested(m, add=["but a: b + c"])
    assert found.nodes == ()
    assert found.links[0].premises == ("b", "c")


@pytest.mark.parametrize(
    ("drop", "sets", "add", "error"),
    [
        (["nothing"], [], [], UnknownNameError),
        (["a.because.7"], [], [], UnknownNameError),
        ([], ["b"], [], RequestError),
        ([], ["b=1.2"], [], RequestError),
        ([], ["b=-0.1"], [], RequestError),
        ([], ["b=nan"], [], RequestError),
        ([], ["b=much"], [], RequestError),
        ([], ["b="], [], RequestError),
        ([], ["=0.3"], [], RequestError),
        ([], ["b=0.3", "b=0.4"], [], RequestError),
        ([], ["a=0.3"], [], RequestError),
        (["b"], ["b=0.3"], [], RequestError),
        ([], ["zzz=0.3"], [], UnknownNameError),
        ([], [], ["nonsense"], RequestError),
        ([], [], ["but a"], RequestError),
        ([], [], ["but a:  "], RequestError),
        ([], [], ["but zzz: no"], UnknownNameError),
        ([], [], ["unless a: no"], RequestError),
        ([], [], ["but a.because.1: no"], RequestError),
        ([], [], ["but a: a"], RequestError),
        (["a"], [], ["because a: it is"], RequestError),
        ([], [], ["but a: b + b"], RequestError),
        ([], [], ["but a: +"], RequestError),
        ([], [], ["but a: zzz"], UnknownNameError),
        ([], [], ["but a (1.2): not so"], RequestError),
        ([], [], ["but a (nan): not so"], RequestError),
        ([], [], ["but a (): not so"], RequestError),
        ([], [], ["but a (very): not so"], RequestError),
        ([], ["new-1=0.3"], ["but a (0.4): not so"], RequestError),
        ([], ["new-1=7"], ["but a: not so"], RequestError),
        ([], ["new-2=0.4"], ["but a: not so"], UnknownNameError),
        (["new-1"], [], ["but a: not so"], UnknownNameError),
        ([], [], ["but a: b + zzz"], UnknownNameError),
    ],
)
def test_what_cannot_be_asked_is_refused(
    drop: Sequence[str], sets: Sequence[str], add: Sequence[str], error: type[ArgmapError]
) -> None:
    with pytest.raises(error):
        requested(drawn("a because b"), drop, sets, add)


def test_the_same_value_twice_is_no_contradiction() -> None:
    assert requested(drawn("a because b"), sets=["b=0.3", "b=30%"]).sure == (("b", 0.3),)


def chancy(size: int) -> ArgumentMap:
    """A map with so many uncertain nodes, of which eight conclusions need one each, beside what is sure."""
    names = [f"n{index}" for index in range(size)]
    lines = [f"c{index} because sure + n{index}" for index in range(8)]
    return drawn("sure", *lines, *names, **{name: {"sure": 0.6} for name in names})


@pytest.mark.parametrize("size", [UNCERTAIN, UNCERTAIN + 1, UNCERTAIN + 6])
@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        (["sure=0.9999"], set()),
        (["n9=1", "n0=0.601"], {"n9"}),
        (["sure=0.9999", "n2=1", "n9=1"], {"n2", "n9", "c2"}),
    ],
)
def test_the_noise_of_a_sample_is_no_change(size: int, sets: list[str], expected: set[str]) -> None:
    before = weighed(chancy(size), "probability")
    found = whatif(before, requested(before.map, sets=sets))
    assert {change.after.id for change in found.changes if change.moved} == expected


@pytest.mark.parametrize("name", [row.name for row in SEMANTICS if row.attacks_only])
def test_where_only_attacks_count_what_is_argued_for_has_a_confidence_to_set(name: str) -> None:
    m = drawn("a because b", "a but c", "d but a")
    with pytest.raises(RequestError, match="a is not given but argued for"):
        requested(m, sets=["a=0.3"])
    found = whatif(weighed(m, name), requested(m, sets=["a=0.3"], attacks_only=True))
    assert {change.after.id for change in found.changes if change.moved} == {"a", "d"}
    anew = weighed(changed(m, Changes(sure=(("a", 0.3),))), name)
    assert found.after.verdicts == anew.verdicts
