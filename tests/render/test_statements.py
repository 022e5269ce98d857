"""Cells, records and what is said beside a statement."""

import pytest

from argmap.query.fields import FIELDS, Facts
from argmap.render.statements import beside, cell, cited, counted_kind, link_extras, listed, record, row
from argmap.sources.article import Article
from tests.drawing import drawn, supposed

M = drawn(
    "a because b",
    "a.because.1 unless c",
    a={
        "kind": "gain",
        "holder": ["us", "them"],
        "nature": "both",
        "amount": "1000000.50",
        "unit": "euros",
        "status": "sought",
        "domain": "energy",
        "by": "Ann",
        "hedge": "perhaps",
        "sure": 0.25,
        "implicit": True,
        "given": False,
        "anchor": {"quote": "Two words", "at": ["p1", "p2.s1"]},
    },
    c={"given": True},
)
A, B, C = M.nodes
FACTS = Facts(M, lambda: supposed(M))


def test_beside_a_statement_stands_all_that_is_known_of_it() -> None:
    assert beside(A) == (
        "gain of us and them · both · sought · 1000000.50 euros · energy · says Ann · “perhaps” · sure 25%"
        " · implicit · in need of a reason"
    )
    assert beside(B) == "claim"
    assert beside(C) == "claim · given"


def test_a_cost_is_to_somebody() -> None:
    m = drawn("a", a={"kind": "cost", "holder": "us"})
    assert beside(m.nodes[0]) == "cost to us"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("id", "a"),
        ("holder", "us, them"),
        ("amount", "1000000.50"),
        ("sure", "25%"),
        ("place", "p1, p2.s1"),
        ("quote", "Two words"),
        ("for", "1"),
        ("against", "0"),
        ("label", ""),
        ("tags", ""),
        ("verdict", "stands"),
        ("strength", ""),
    ],
)
def test_a_field_is_a_text_in_its_cell(field: str, expected: str) -> None:
    assert cell(FACTS, A, field) == expected


def test_every_field_of_every_statement_makes_a_cell() -> None:
    for node in M.nodes:
        assert len(row(FACTS, node, FIELDS, None, quotes=True).cells) == len(FIELDS)


def test_passages_are_cited_with_their_place_or_by_their_place_alone() -> None:
    article = Article("Two words.\n\nThree more words.", "town.txt")
    assert cited(A, article) == (
        "“Two words” town.txt:1",
        "“Two words.” p1, town.txt:1",
        "“Three more words.” p2.s1, town.txt:3",
    )
    assert cited(A, None) == ("“Two words”", "at p1", "at p2.s1")
    assert cited(B, article) == ()


def test_a_record_has_the_id_first_and_the_links_in_their_long_form() -> None:
    found = record(M, B)
    assert found == {"id": "b", "kind": "claim", "text": "b holds"}
    assert list(record(M, A))[:3] == ["id", "kind", "text"]
    assert record(M, A)["because"] == [{"from": ["b"], "unless": [{"from": ["c"]}]}]
    assert "passages" not in record(M, A)


def test_a_record_has_its_passages_where_they_were_asked_for() -> None:
    assert record(M, B, ())["passages"] == []


@pytest.mark.parametrize(
    ("names", "expected"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_as_one_lists_them(names: list[str], expected: str) -> None:
    assert listed(names) == expected


def test_a_link_says_its_scheme_and_its_strength() -> None:
    (link, _) = M.links
    assert link_extras(link) == ""
    full = link.model_copy(update={"scheme": "analogy", "sure": 0.5})
    assert link_extras(full) == "analogy · step 50%"


def test_evidence_is_counted_in_pieces() -> None:
    assert counted_kind(1, "evidence") == "1 piece of evidence"
    assert counted_kind(2, "evidence") == "2 pieces of evidence"
    assert counted_kind(2, "gain") == "2 gains"
