"""Paragraphs and sentences: their numbers are part of every map, so they must not move."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.sources.article import RULE, Article

HERE = Path(__file__).parent
RIVERTON = HERE.parents[1] / "data" / "riverton.txt"
CASES = json.loads((HERE / "hard-cases.json").read_text(encoding="utf-8"))
MARKDOWN = "---\na: b\n---\n# A\nB. C\n---\nD:\n- e. F\n2) g\n> H. I\n> j\n| k | l |\n|-|-|\n| m | n |\n```\n# o\n\np\n```\nq"
RIGHT = 179
"""How many of the hard cases the rule gets right. It may grow, and then `RULE` gets a new version."""


def sentences(article: Article) -> list[str]:
    return [
        article.text[start:end]
        for paragraph in range(1, len(article.paragraphs) + 1)
        for start, end in article.sentences(paragraph)
    ]


def words(article: Article) -> list[list[str]]:
    return [sentence.split() for sentence in sentences(article)]


def test_a_paragraph_is_a_block_between_blank_lines_and_the_title_is_the_first() -> None:
    article = Article("The title\n\nOne. Two.\nThree.\n\n\n \t\nFour.\n")
    assert [article.text[start:end] for start, end in article.paragraphs] == [
        "The title",
        "One. Two.\nThree.",
        "Four.",
    ]


@pytest.mark.parametrize("text", ["", "\n", " \n\n \t \n", "\r\n\r\n", "\u2003\n\n\u00a0"])
def test_a_text_of_white_space_has_no_paragraphs(text: str) -> None:
    assert Article(text).paragraphs == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_ends_of_lines_do_not_change_the_numbers(end: str) -> None:
    text = "A title\n\nThe tax on salt\nis low. The fee\nis high.\n\nIt is so.\n"
    plain, other = Article(text), Article(text.replace("\n", end))
    assert words(plain) == words(other)
    assert len(plain.paragraphs) == len(other.paragraphs) == 3


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_paragraph_that_is_not_there_is_an_index_error(number: int) -> None:
    with pytest.raises(IndexError):
        Article("One.\n\nTwo.").sentences(number)


def test_sentences_are_trimmed_and_stand_where_they_say() -> None:
    article = Article("\n  One is here.   Two is there. \n\n")
    assert sentences(article) == ["One is here.", "Two is there."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_from_one_with_every_kind_of_end(end: str) -> None:
    article = Article(end.join(["one", "two", "", "four"]))
    found = [article.line(article.text.index(word)) for word in ("one", "two", "four")]
    assert found == [1, 2, 4]
    assert article.line(len(article.text)) == 4


def test_the_hard_cases_are_got_right_as_often_as_before() -> None:
    right = [case for case in CASES if sentences(Article(case["text"])) == case["sentences"]]
    wrong = [case["text"] for case in CASES if case not in right]
    assert len(right) >= RIGHT, f"wrong now: {wrong}"


def test_the_rule_has_not_changed_under_its_version() -> None:
    """Every split of every hard case, right or wrong: a change moves places in people's maps."""
    texts = [*(case["text"] for case in CASES), MARKDOWN]
    found = json.dumps([sentences(Article(text)) for text in texts], ensure_ascii=False)
    digest = hashlib.sha256(found.encode()).hexdigest()[:16]
    assert (RULE, digest) == ("blocks-nupunkt-3", "8a408dea43b4d055")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["tag"])
def test_the_offsets_of_a_hard_case_are_exact(case: dict[str, str]) -> None:
    check_ranges(Article(case["text"]))


def is_gap(text: str) -> bool:
    return all(sign.isspace() or sign in "-=*_>|:" for sign in text)


def check_ranges(article: Article) -> None:
    """Sentences are in order, inside their paragraph, trimmed; between them lie white space and bare marks."""
    position = 0
    for number, (start, end) in enumerate(article.paragraphs, 1):
        assert is_gap(article.text[position:start])
        position = start
        for first, last in article.sentences(number):
            assert position <= first < last <= end
            assert is_gap(article.text[position:first])
            assert article.text[first:last].strip() == article.text[first:last]
            position = last
        assert is_gap(article.text[position:end])
        position = end
    assert is_gap(article.text[position:])


TEXTS = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            [
                ". ",
                "? ",
                "\n",
                "\r\n",
                "\n\n",
                "U.S. ",
                "Dr. ",
                "“No.” ",
                "free. ",
                "\n- ",
                "\n2. ",
                "\n# ",
                "\n> ",
                "\n| ",
                "\n```\n",
                "\n---\n",
                "。",
                "1. ",
                "\u2029",
                "\x1c",
                "e\u0301",
                "👍",
            ]
        ),
    ),
    max_size=20,
).map("".join)


@given(TEXTS)
@example("")
@example("\x85\u2028.\x1c\n\x0b\n.")
def test_the_offsets_of_any_text_are_exact_and_the_same_again(text: str) -> None:
    article = Article(text)
    check_ranges(article)
    again = Article(text)
    assert again.paragraphs == article.paragraphs
    assert sentences(again) == sentences(article)


@given(TEXTS)
def test_lines_ends_of_any_text_can_be_changed(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    other = Article(text.replace("\n", "\r\n"))
    assert len(other.paragraphs) == len(Article(text).paragraphs)


def test_the_article_that_ships_has_the_paragraphs_and_sentences_its_map_counts() -> None:
    article = Article(RIVERTON.read_text(encoding="utf-8"))
    counts = [len(article.sentences(number)) for number in range(1, len(article.paragraphs) + 1)]
    assert counts == [1, 3, 7, 6, 5, 6, 4, 5, 4, 4]


def test_sentences_are_found_once_and_remembered() -> None:
    article = Article("One is here. Two is there.")
    assert article.sentences(1) is article.sentences(1)
