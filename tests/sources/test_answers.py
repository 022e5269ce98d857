import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import LoadError
from argmap.model import Anchor, ArgumentMap, Source
from argmap.sources.answers import answered
from argmap.sources.article import Article

ARTICLE = Article(
    "The pool\n\nThe pool should stay. It is old.\nIt costs much. It is old.\n\nIt leaks.\n", "pool.txt"
)
STAY = {"kind": "claim", "text": "Keep it", "quote": "pool should\nstay"}


def taken(nodes: Any, *, quoting: bool = True, **rest: Any) -> ArgumentMap:
    text = json.dumps({"nodes": nodes, **rest}, indent=0)
    return answered(text, "the answer", ARTICLE, Source(file="pool.txt"), quoting=quoting)


def refused(nodes: Any, **rest: Any) -> list[str]:
    with pytest.raises(LoadError) as caught:
        taken(nodes, **rest)
    return [problem.message for problem in caught.value.problems]


def test_nodes_are_enough_and_each_is_still_to_be_done() -> None:
    m = taken(
        {
            "stay": {**STAY, "tags": ["x"], "because": ["old"]},
            "old": {"kind": "cost", "text": "Dear", "at": "p2.s3"},
        }
    )
    assert [node.tags for node in m.nodes] == [("x", "todo"), ("todo",)]
    assert [(link.premises, link.target) for link in m.links] == [(("old",), "stay")]
    assert m.title == "The pool"
    assert m.source == Source(file="pool.txt", title="The pool")


def test_title_and_thesis_of_the_answer_are_kept() -> None:
    m = taken({"stay": STAY}, argmap=1, title="Mine", thesis="stay")
    assert (m.title, m.thesis) == ("Mine", "stay")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"quote": "pool should go"}, "the quote of a does not stand in pool.txt"),
        ({"quote": "It is old."}, "the quote of a stands more than once in pool.txt; quote more"),
        ({"at": "p2.s9"}, "pool.txt has no p2.s9"),
        ({"at": ["p1", "p7"]}, "pool.txt has no p7"),
        ({"quote": "It leaks", "also": "p9"}, "pool.txt has no p9"),
        ({"at": "there"}, "pool.txt has no there"),
        ({}, "a has neither quote nor at; what the source leaves unsaid is `implicit`"),
        ({"quote": "It leaks", "ho": 1}, "unknown field ho in a"),
        ({"quote": "It leaks", "because": ["b"]}, "unknown id b in a.because"),
    ],
)
def test_what_the_article_does_not_bear_out_is_refused(fields: dict[str, Any], message: str) -> None:
    assert any(each.startswith(message) for each in refused({"a": {"kind": "claim", "text": "A", **fields}}))


def test_everything_is_told_at_once_with_its_place() -> None:
    text = '{"nodes": {\n"a": {"kind": "claim", "text": "A", "quote": "no"},\n"b": {"kind": "clam", "text": "B", "quote": "nor"}}}'
    with pytest.raises(LoadError) as caught:
        answered(text, "the answer", ARTICLE, Source())
    assert [(each.line, each.message.partition(";")[0]) for each in caught.value.problems] == [
        (2, "the quote of a does not stand in pool.txt"),
        (3, "kind is claim, gain, cost, evidence or assumption, not clam (in b)"),
        (3, "the quote of b does not stand in pool.txt"),
    ]


def test_what_the_source_leaves_unsaid_needs_no_place() -> None:
    assert taken({"a": {"kind": "assumption", "text": "A", "implicit": True}}).nodes[0].anchor is None


def test_the_answer_does_not_say_what_the_source_is() -> None:
    assert refused({"stay": STAY}, source={"file": "/etc/passwd"}) == [
        "the source is the article; leave it out"
    ]


def test_the_answer_has_nothing_beside_it() -> None:
    assert refused({"stay": STAY}, beside={"dot": "x"}) == ["an answer has nothing beside it; leave it out"]


@pytest.mark.parametrize("nodes", [{}, [], None, "", 0])
def test_an_answer_without_nodes_is_refused(nodes: Any) -> None:
    assert any("there are no nodes" in each for each in refused(nodes))


@pytest.mark.parametrize(
    "text", ["[]", "1", '"x"', "null", "{", '{"nodes": {"a": 1}}', '{"nodes": {"a": {}, "a": {}}}']
)
def test_what_is_no_map_is_refused(text: str) -> None:
    with pytest.raises(LoadError):
        answered(text, "the answer", ARTICLE, Source())


def test_without_quoting_quotes_become_places_and_copied_texts_are_left_out() -> None:
    nodes = {
        "a": {"kind": "claim", "text": "Keep it", "quote": "should stay"},
        "b": {"kind": "claim", "text": "It costs much", "quote": "is old.\nIt costs", "label": "It costs"},
        "c": {"kind": "claim", "text": "All", "quote": "The pool The pool should"},
    }
    m = taken(nodes, quoting=False)
    assert [node.anchor for node in m.nodes] == [
        Anchor(at=(each,)) for each in ("p2.s1", "p2.s2-s3", "p1-p2")
    ]
    assert [node.text for node in m.nodes] == ["Keep it", "… (p2.s2-s3)", "All"]
    assert m.title == "Draft of a map of pool.txt"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
    | st.sampled_from(["claim", "p1", "p2.s2", "It leaks", "a", "b"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["a", "nodes", "kind", "text", "quote", "at", "also", "because", "from", "unless", "implicit", "source", "thesis"]), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@given(VALUES)
def test_whatever_a_program_answers_it_is_a_map_or_refused(value: Any) -> None:
    for data in (value, {"nodes": value}, {"nodes": {"a": value}}):
        try:
            m = answered(json.dumps(data), "the answer", ARTICLE, Source())
        except LoadError as error:
            assert error.problems
        else:
            assert all("todo" in node.tags for node in m.nodes)
