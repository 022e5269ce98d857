import re

from hypothesis import example, given
from hypothesis import strategies as st

from argmap import loads
from argmap.formats import yaml
from argmap.model import ArgumentMap, Claim, Source
from argmap.render.draft import answered_text, draft_text
from argmap.sources.article import Article
from argmap.sources.drafting import draft
from tests.cli.test_hostile import HOSTILE
from tests.strategies import maps

POOL = """The pool

It is old. But it may cost much, critics say.

It leaks. Therefore it must be mended, because children swim there.
"""


def text_of(article: str, *, quoting: bool = True) -> str:
    found = draft(Article(article, "pool.txt"), Source(file="pool.txt"), quoting=quoting)
    return "".join(draft_text(found, "pool.txt", quoting=quoting))


def test_what_is_suggested_stands_in_comments_under_its_candidate() -> None:
    lines = text_of(POOL).splitlines()
    assert "    # but: [p2-s2]  # suggested: “but” in p2.s2" in lines
    assert (
        "    # because: [p3-s1]  # suggested: “because” in p3.s2, with its reason inside, “therefore” in p3.s2"
        in lines
    )
    start = lines.index("  p2-s2:")
    assert [line.strip() for line in lines[start + 6 : start + 9]] == [
        "# hedge: may",
        "# by: WHO  # suggested: “critics”",
        "# perhaps a cost (“cost”)",
    ]


def test_the_first_line_points_editors_to_the_schema_and_the_second_says_what_this_is() -> None:
    first, second, *_ = text_of(POOL).splitlines()
    assert first + "\n" == yaml.SCHEMA_LINE
    assert second == "# A draft by `argmap new`: 4 candidates in 5 sentences of pool.txt."


def test_comments_that_are_taken_make_a_map_with_links_and_a_thesis() -> None:
    taken = re.sub(r"(?m)^( *)# (because|but|by|hedge|thesis): ", r"\1\2: ", text_of(POOL))
    m = loads(taken, format="yaml")
    assert m.thesis == "p3-s2"
    assert {(link.premises, link.relation, link.target) for link in m.links} == {
        (("p2-s2",), "rebuts", "p2-s1"),
        (("p3-s1",), "supports", "p3-s2"),
    }


def test_sentences_without_a_cue_are_there_to_be_read() -> None:
    assert "  # p1.s1 has no cue: The pool\n" in text_of(POOL)


def test_without_quoting_no_sentence_of_the_article_is_in_the_file() -> None:
    text = text_of(POOL, quoting=False)
    for words in ("The pool", "It is old", "critics say", "leaks", "children", "swim"):
        assert words not in text
    assert "  # p1.s1 has no cue\n" in text


def test_an_article_without_cues_gives_a_map_without_nodes() -> None:
    assert loads(text_of("The pool\n\nNo more."), format="yaml").nodes == ()


PIECES = st.sampled_from(
    [
        "must",
        "But it",
        "Therefore",
        "because",
        "5",
        ". ",
        ".\n\n",
        "\n- ",
        "# ",
        ": ",
        "'",
        '"',
        "\\",
        "---",
        HOSTILE,
    ]
)
TEXTS = st.lists(
    PIECES | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6),
    max_size=20,
)


@given(TEXTS.map("".join), st.booleans())
@example("It must be: # so.\n\n--- \n\n'But\" it costs 5\x1b[31m \u202e.", True)
def test_a_draft_of_any_text_loads_as_the_map_it_is_of(text: str, quoting: bool) -> None:
    found = draft(Article(text, "x"), Source(file="x"), quoting=quoting)
    written = "".join(draft_text(found, "x", quoting=quoting))
    assert loads(written, format="yaml") == found.m
    assert written.isprintable() or not set(written) & set(
        map(chr, [*range(10), *range(11, 32), *range(127, 160)])
    )


@given(maps())
def test_an_answer_loads_as_the_map_it_is(m: ArgumentMap) -> None:
    m = m.model_copy(update={"beside": ()})  # an answer has nothing beside it
    if m.nodes:
        assert loads("".join(answered_text(m, "x\ny", "a\x1b 'b'\n")), format="yaml") == m


def test_an_answer_says_whose_word_it_is() -> None:
    m = ArgumentMap(nodes=(Claim(id="a", text="A"),))
    assert "# A draft by `argmap new`: 1 node of pool.txt, from ./ask" in "".join(
        answered_text(m, "pool.txt", "./ask")
    )
