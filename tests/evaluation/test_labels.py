"""What stands and what falls: by hand, against brute force, and the laws."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.frame import framed
from argmap.evaluation.labels import labelled
from argmap.evaluation.standards import STANDARDS, Standard, standard_called
from argmap.evaluation.verdicts import evaluate, weighed
from argmap.model import ArgumentMap, Claim, Link
from tests.drawing import drawn
from tests.evaluation.plain import fixpoints, graph, least, random_map
from tests.strategies import maps


def labels(m: ArgumentMap, standard: str = "dialectical") -> dict[str, str]:
    return {each.id: each.label for each in evaluate(m, standard=standard)}


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda row: row.name)
def test_the_labels_of_300_maps_are_those_of_the_plainest_way(standard: Standard) -> None:
    for seed in range(300):
        m = random_map(seed, most=9)
        assert labels(m, standard.name) == least(m, standard.name), seed


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda row: row.name)
@pytest.mark.parametrize("seed", range(300, 312))
def test_the_labels_are_the_least_of_all_fixpoints(seed: int, standard: Standard) -> None:
    m = random_map(seed, most=5)
    found = labels(m, standard.name)
    every = fixpoints(m, standard.name)
    assert found in every
    for name, label in found.items():
        agreed = {other[name] for other in every}
        assert label == "undecided" or agreed == {label}
    assert sum(label == "undecided" for label in found.values()) == max(
        sum(label == "undecided" for label in other.values()) for other in every
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["a because b"], {"a": "stands", "b": "stands"}),
        (["a but b"], {"a": "falls"}),
        (["a but b", "b but c"], {"a": "stands", "b": "falls"}),
        (["a because b", "a.because.1 unless c"], {"a": "falls", "b": "stands", "a.because.1": "falls"}),
        (["a because b", "a.because.1 unless c", "a.because.1.unless.1 unless d"], {"a": "stands"}),
        (["a but b", "b but a"], {"a": "undecided", "b": "undecided"}),
        (["a because b", "b because a"], {"a": "undecided", "b": "undecided"}),
        (["a because b + c", "c but d"], {"a": "falls", "b": "stands"}),
        (["a because b", "a because c", "c but d"], {"a": "stands"}),
    ],
)
def test_the_shapes_that_analysts_draw(lines: list[str], expected: dict[str, str]) -> None:
    found = labels(drawn(*lines))
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("length", range(2, 10))
def test_a_ring_of_attacks_is_undecided(length: int) -> None:
    m = drawn(*(f"n{index} but n{(index + 1) % length}" for index in range(length)))
    assert {label for name, label in labels(m).items()} == {"undecided"}


def test_a_claim_that_attacks_itself_is_undecided() -> None:
    assert labelled(graph({"a": 1.0}, [("a", "a")]), standard_called("dialectical")).claims == [0]


def test_an_empty_map_has_no_verdicts() -> None:
    assert evaluate(ArgumentMap()) == ()


def test_a_claim_with_a_confidence_of_nothing_is_not_granted() -> None:
    assert labels(drawn("a because b", b={"sure": 0}))["a"] == "falls"


@pytest.mark.parametrize(
    ("standard", "weights", "expected"),
    [
        ("dialectical", (0.9, 0.1), "falls"),
        ("scintilla", (0.1, 0.9), "stands"),
        ("preponderance", (0.6, 0.5), "stands"),
        ("preponderance", (0.5, 0.5), "falls"),
        ("clear-and-convincing", (0.9, 0.5), "stands"),
        ("clear-and-convincing", (0.7, 0.5), "falls"),
        ("clear-and-convincing", (0.45, 0.1), "falls"),
        ("clear-and-convincing", (0.8, 0.5), "falls"),
        ("clear-and-convincing", (0.9, 0.6), "falls"),
        ("beyond-doubt", (0.9, 0.2), "stands"),
        ("beyond-doubt", (0.9, 0.5), "falls"),
    ],
)
def test_a_standard_weighs_the_strongest_for_against_the_strongest_against(
    standard: str, weights: tuple[float, float], expected: str
) -> None:
    m = drawn("a because b", "a because c", "a but d")
    pro, con = weights
    links = [
        link.model_copy(
            update={"sure": con if link.relation == "rebuts" else (0.05 if link.premises == ("c",) else pro)}
        )
        for link in m.links
    ]
    assert labels(ArgumentMap(nodes=m.nodes, links=tuple(links)), standard)["a"] == expected


@given(maps())
def test_the_order_of_nodes_and_links_changes_nothing(m: ArgumentMap) -> None:
    turned = (
        ArgumentMap(
            nodes=m.nodes[::-1],
            links=[link.model_copy(update={"id": f"l-{i}"}) for i, link in enumerate(m.links)][::-1],
        )
        if not any(link.relation == "undercuts" for link in m.links)
        else ArgumentMap(nodes=m.nodes[::-1], links=m.links[::-1])
    )
    for row in STANDARDS:
        before = {each.id: each.label for each in weighed(m, standard=row.name).verdicts}
        assert {each.id: each.label for each in weighed(turned, standard=row.name).verdicts} == before


@given(maps(), st.sampled_from(STANDARDS))
def test_a_statement_that_bears_on_nothing_changes_nothing(m: ArgumentMap, standard: object) -> None:
    more = m.model_copy(update={"nodes": (*m.nodes, Claim(id="beside-the-point", text="x"))})
    more = ArgumentMap(nodes=more.nodes, links=m.links)
    name = getattr(standard, "name", "")
    assert weighed(more, standard=name).verdicts[:-1] == weighed(m, standard=name).verdicts


@pytest.mark.parametrize("seed", range(40))
def test_some_claims_settled_again_come_to_the_same(seed: int) -> None:
    m = random_map(seed, most=9)
    for row in STANDARDS:
        frame = framed(m)
        whole = labelled(frame, row)
        part = frame.downstream([seed % len(m.nodes)])
        again = labelled(frame, row, part, whole)
        assert (again.claims, again.reasons) == (whole.claims, whole.reasons)


def test_a_hundred_thousand_deep_chain_is_labelled() -> None:
    size = 100_000
    names = [f"n{index}" for index in range(size)]
    m = ArgumentMap(
        nodes=tuple(Claim(id=name, text=name) for name in names),
        links=tuple(Link(premises=(b,), target=a, relation="rebuts") for a, b in pairwise(names)),
    )
    found = weighed(m)
    assert found.verdict("n99999").label == "stands"
    assert found.verdict("n99998").label == "falls"
    assert found.verdict("n1").label == "stands"
    assert found.strengths.claims[0] == 0.0


def test_a_granted_claim_counts_as_a_reason_of_its_own_while_others_are_open() -> None:
    nodes = (Claim(id="a", text="A", given=True), *(Claim(id=name, text=name) for name in ("p", "q", "c")))
    links = (
        Link(premises=("p",), target="q", relation="rebuts"),
        Link(premises=("q",), target="p", relation="rebuts"),
        Link(premises=("p",), target="a", relation="supports", sure=0.4),
        Link(premises=("c",), target="a", relation="rebuts", sure=0.5),
        Link(premises=("p",), target="a", relation="rebuts"),
    )
    assert labels(ArgumentMap(nodes=nodes, links=links), "preponderance")["a"] == "undecided"
