from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.article import Article
from argmap.sources.seeking import FEW, all_occurrences, occurrences

ALIKE = st.text(alphabet="ab ", max_size=200)


@given(text=ALIKE, places=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=120))
def test_many_quotes_are_found_where_each_is_found_alone(text: str, places: list[tuple[int, int]]) -> None:
    quotes = [text[start : start + length] for start, length in places] + ["bb" * 20, "", "a"]
    assert all_occurrences(text, quotes) == {quote: occurrences(text, quote) for quote in quotes}


def test_quotes_of_one_letter_in_a_text_of_one_letter_are_found_too() -> None:
    text = "a" * 3_000
    quotes = ["a" * (length + 40) for length in range(3 * FEW)] + ["a" * 50 + "b"]
    assert all_occurrences(text, quotes) == {quote: occurrences(text, quote) for quote in quotes}


def test_an_article_answers_alike_before_and_after_quotes_were_sought() -> None:
    text = "\n\n".join(f"“Sentence number {n}”, which  is like no {n % 7} other." for n in range(4 * FEW))
    quotes = [f'"Sentence number {n}", which is like' for n in range(4 * FEW)] + ["is like no 3"]
    before, after = Article(text), Article(text)
    after.seek(quotes)
    for words in quotes:
        for most in (1, 2, 20):
            assert after.occurrences(words, most) == before.occurrences(words, most)
