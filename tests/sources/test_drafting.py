import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import RequestError
from argmap.model import ArgumentMap, Node, Source
from argmap.sources.article import Article
from argmap.sources.drafting import LONGEST, QUOTED_LONGEST, TEXT_LONGEST, Draft, draft
from argmap.sources.passages import placed_range, quoted_range

POOL = """The pool

The pool should stay open. It is old. But it is not dear, because children swim there.
It is old.

The roof leaks. Therefore it must be mended, critics say.
"""


def drafted(text: str, *, quoting: bool = True) -> Draft:
    return draft(Article(text, "pool.txt"), Source(file="pool.txt"), quoting=quoting)


def ids(m: ArgumentMap) -> list[str]:
    return [node.id for node in m.nodes]


def candidate(name: str) -> Node:
    return next(node for node in drafted(POOL).m.nodes if node.id == name)


def test_a_sentence_with_a_cue_is_a_candidate_and_so_is_what_the_next_one_goes_on_from() -> None:
    assert ids(drafted(POOL).m) == ["p2-s1", "p2-s2", "p2-s3", "p3-s1", "p3-s2"]


def test_a_candidate_is_a_claim_to_be_done_with_its_quote_and_its_cues() -> None:
    node = candidate("p2-s1")
    assert (node.kind, node.tags, node.text) == ("claim", ("todo",), "The pool should stay open.")
    assert node.anchor is not None
    assert node.anchor.quote == node.text
    assert node.note == "conclusion: should"


def test_a_sentence_that_stands_twice_is_given_by_its_place() -> None:
    anchor = candidate("p2-s2").anchor
    assert anchor is not None
    assert (anchor.quote, anchor.at) == (None, ("p2.s2",))


def test_the_cue_that_ties_a_sentence_to_the_one_before_is_left_out_of_its_text_but_not_of_its_quote() -> (
    None
):
    node = candidate("p2-s3")
    assert node.text == "It is not dear, because children swim there."
    assert node.anchor is not None
    assert node.anchor.quote == "But it is not dear, because children swim there."


def test_a_draft_has_no_link_and_suggests_what_the_cues_say() -> None:
    found = drafted(POOL)
    assert found.m.links == ()
    assert {name: [tuple(each) for each in links] for name, links in found.suggested.items()} == {
        "p2-s2": [("but", "p2-s3", "but", "p2.s3")],
        "p2-s3": [("because", "", "because", "p2.s3")],
        "p3-s2": [("because", "p3-s1", "therefore", "p3.s2")],
    }


def test_a_heading_is_nothing_to_go_on_from() -> None:
    found = drafted("The pool\n\nWhy it stays\n\nBut it is old.\n")
    assert ids(found.m) == ["p3-s1"]
    assert found.suggested == {}


def test_what_concludes_may_be_the_thesis_and_what_opens_or_closes_the_text() -> None:
    text = "A\n\nSome say so. We must act.\n\nIt may be. Perhaps. We should go.\n\nIt costs 5.\n"
    assert [each.id for each in drafted(text).theses] == ["p2-s1", "p2-s2", "p3-s3", "p4-s1"]


def test_no_more_theses_than_a_person_looks_through_and_those_that_conclude_first() -> None:
    text = "\n\n".join(["A 1. A 2. A 3. A 4. A 5.", *["It must be so."] * 12, "B 1."])
    assert len(drafted(text).theses) == 8
    assert all(each.words == "It must be so." for each in drafted(text).theses)


def test_the_title_is_a_short_first_paragraph_that_is_no_sentence() -> None:
    assert drafted(POOL).m.title == "The pool"
    assert drafted("# The pool\nIt is old.").m.title == "The pool"
    for text in ("It is so.\n\nIt is.", "The pool", "One. Two\n\nThree.", "word " * 60 + "\n\nThree."):
        assert drafted(text).m.title == "Draft of a map of pool.txt"


def test_without_quoting_no_word_of_the_article_is_in_the_map() -> None:
    m = drafted(POOL, quoting=False).m
    assert m.title == "Draft of a map of pool.txt"
    assert m.source == Source(file="pool.txt")
    assert [node.text for node in m.nodes] == [f"… ({name.replace('-', '.')})" for name in ids(m)]
    assert all(node.anchor and node.anchor.quote is None for node in m.nodes)


def test_marks_of_lists_headings_and_quotes_are_no_part_of_a_text() -> None:
    text = "## We must act\n\n- It may be\n1. It costs 5\n\n> They say so.\n"
    assert [node.text for node in drafted(text).m.nodes] == [
        "We must act",
        "It may be",
        "It costs 5",
        "They say so.",
    ]


def test_the_number_of_an_item_is_no_cue() -> None:
    assert drafted("1. It may be\n2. It is\n").m.nodes[0].note == "hedge: may"
    assert ids(drafted("1. It may be\n2. It is\n").m) == ["p1-s1"]


def test_code_is_no_candidate() -> None:
    assert drafted("```\nif x must be 5\n```\n").m.nodes == ()


def test_a_very_long_sentence_is_cut_in_its_text_and_given_by_its_place() -> None:
    (node,) = drafted("It must be " + "so " * QUOTED_LONGEST).m.nodes
    assert len(node.text) == TEXT_LONGEST
    assert node.anchor is not None
    assert node.anchor.at == ("p1.s1",)


@pytest.mark.parametrize("text", ["", "\n\n", "# \n", "---\n", "No cue here.\n"])
def test_an_article_without_cues_gives_an_empty_map(text: str) -> None:
    assert drafted(text).m.nodes == ()
    assert drafted(text).theses == ()


def test_an_article_too_long_to_be_mapped_by_hand_is_refused() -> None:
    with pytest.raises(RequestError, match="longer than 1,000,000 characters"):
        drafted("a" * (LONGEST + 1))


WORDS = [
    "must",
    "but",
    "Therefore",
    "because",
    "they say",
    "5",
    "pool",
    "it is",
    "- ",
    "# ",
    "> ",
    '"x": #',
    "\u202e",
    "'",
    "\\",
    "---",
]
TEXTS = st.lists(st.sampled_from([*WORDS, ". ", ". ", "\n", "\n\n", "! ", "“No.” "]), max_size=40).map(
    "".join
)


@given(TEXTS, st.booleans())
def test_every_candidate_stands_where_it_says_and_every_suggestion_names_candidates(
    text: str, quoting: bool
) -> None:
    article = Article(text)
    found = draft(article, Source(), quoting=quoting)
    places = {each.id: placed_range(article, each.place) for each in found.sentences}
    for node in found.m.nodes:
        anchor, place = node.anchor, places[node.id]
        assert anchor is not None
        assert place is not None
        if anchor.quote is not None:
            start, end = quoted_range(article, anchor.quote) or (0, 0)
            assert place[0] <= start < end <= place[1]
        else:
            assert [placed_range(article, each) for each in anchor.at] == [place]
    known = {node.id for node in found.m.nodes}
    assert set(found.suggested) <= known
    assert {each.premise for links in found.suggested.values() for each in links} <= known | {""}
