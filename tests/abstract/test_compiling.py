"""Maps as frameworks: the complete labellings are what the map's own equations allow."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap import load
from argmap.abstract.asking import asked
from argmap.abstract.compiling import compiled
from argmap.abstract.grounded import grounded
from argmap.abstract.solving import Problem, solve
from argmap.model import ArgumentMap, Claim, Link
from argmap.query.standing import is_granted
from tests.cli.running import ROOT
from tests.strategies import maps

Labels = dict[str, bool | None]


def wanted(m: ArgumentMap, labels: Labels) -> Labels:
    """The equations, once: Kleene's strong conjunction and disjunction."""
    stands = labels
    found: Labels = {}
    for link in m.links:
        against = [stands[each.id] for each in m.links_onto.get(link.id, ())]
        there = link.sure != 0
        found[link.id] = every(
            [there, *(stands[premise] for premise in link.premises), *map(denied, against)]
        )
    for node in m.nodes:
        onto = m.links_onto.get(node.id, ())
        reasons = [stands[link.id] for link in onto if link.relation == "supports"]
        rebuttals = [stands[link.id] for link in onto if link.relation == "rebuts"]
        backed = True if is_granted(m, node) else denied(every([*map(denied, reasons)]))
        found[node.id] = every([backed, *map(denied, rebuttals)])
    return found


def every(labels: list[bool | None]) -> bool | None:
    return False if False in labels else None if None in labels else True


def denied(label: bool | None) -> bool | None:
    return None if label is None else not label


def least(m: ArgumentMap) -> Labels:
    """The least fixpoint: from all undecided, the equations again and again."""
    labels: Labels = dict.fromkeys([*(node.id for node in m.nodes), *(link.id for link in m.links)])
    while (following := wanted(m, labels)) != labels:
        labels = following
    return labels


@given(maps())
def test_the_grounded_labelling_is_the_least_fixpoint(m: ArgumentMap) -> None:
    framework = compiled(m)
    inside, outside = ({framework.names[each] for each in positions} for positions in grounded(framework))
    for name, label in least(m).items():
        assert (name in inside, name in outside) == (label is True, label is False)


@st.composite
def small_maps(draw: st.DrawFn) -> ArgumentMap:
    ids = ["a", "b", "c"]
    nodes = tuple(Claim(id=name, text=name, given=draw(st.sampled_from([None, True, False]))) for name in ids)
    links = []
    for _ in range(draw(st.integers(0, 4))):
        target = draw(st.sampled_from(ids))
        premises = draw(
            st.lists(
                st.sampled_from([each for each in ids if each != target]), min_size=1, max_size=2, unique=True
            )
        )
        links.append(
            Link(
                premises=tuple(premises),
                target=target,
                relation=draw(st.sampled_from(["supports", "rebuts"])),
                sure=draw(st.sampled_from([None, 0])),
            )
        )
    return ArgumentMap(nodes=nodes, links=tuple(links))


@given(small_maps())
@settings(max_examples=150)
def test_the_complete_extensions_are_all_the_fixpoints(m: ArgumentMap) -> None:
    names = [*(node.id for node in m.nodes), *(link.id for link in m.links)]
    fixed = set()
    for values in product([True, False, None], repeat=len(names)):
        labels: Labels = dict(zip(names, values, strict=True))
        if wanted(m, labels) == labels:
            fixed.add(frozenset(name for name in names if labels[name]))
    framework = compiled(m)
    found = solve(framework, Problem("EE", "CO")).extensions
    assert {frozenset(framework.names[each] for each in one) & set(names) for one in found} == fixed


def test_an_undercutter_beats_the_step_and_not_the_conclusion() -> None:
    nodes = tuple(Claim(id=name, text=name) for name in "abcd")
    links = (
        Link(id="step", premises=("b",), target="a", relation="supports"),
        Link(premises=("c",), target="step", relation="undercuts"),
    )
    m = ArgumentMap(nodes=nodes, links=links)
    framework = compiled(m)
    inside = {framework.names[each] for each in grounded(framework)[0]}
    assert {"b", "c", "d"} <= inside
    assert not inside & {"a", "step"}
    assert grounded(compiled(ArgumentMap(nodes=nodes, links=links[:1])))[0][:4] == (0, 1, 2, 3)


def test_reasons_in_a_circle_stand_together_in_some_position_and_never_in_the_least() -> None:
    nodes = tuple(Claim(id=name, text=name) for name in "ab")
    links = tuple(Link(premises=(b,), target=a, relation="supports") for a, b in ("ab", "ba"))
    framework = compiled(ArgumentMap(nodes=nodes, links=links))
    assert not {0, 1} & {*grounded(framework)[0]}
    assert any({0, 1} <= {*each} for each in solve(framework, Problem("EE", "PR")).extensions)


def test_answers_name_statements_and_nothing_that_joins_them() -> None:
    question = asked(
        "argmap: 1\nnodes:\n  a: {kind: claim, text: A, because: b}\n  b: {kind: claim, text: B}\n", "x"
    )
    assert question.framework.names == ("a", "b", "a.because.1", "~b", "?a")
    assert question.shown == 2


def test_the_built_in_map_has_one_grounded_extension_within_its_preferred_ones() -> None:
    m = load(ROOT / "data" / "china-russia.argmap.yaml")
    framework = compiled(m)
    (least_one,) = solve(framework, Problem("SE", "GR")).extensions
    (some,) = solve(framework, Problem("SE", "PR")).extensions
    assert set(least_one) <= set(some)
