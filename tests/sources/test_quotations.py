from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.article import Article
from argmap.sources.passages import quoted_range
from argmap.sources.quotations import Quotations

TEXTS = st.lists(st.sampled_from(["a", "b", "ab", " ", "\n", "\u00a0", "\x1c", "(", ".*"]), max_size=14).map(
    "".join
)


def test_white_space_is_left_aside_and_words_may_be_cut() -> None:
    quotations = Quotations(Article("The tax\n on  salt is low. The fee is."))
    assert quotations.count("tax on\tsalt") == 1
    assert quotations.count("ax on") == 1
    assert quotations.count("The") == 2
    assert quotations.count("port") == 0


@given(TEXTS, TEXTS.filter(lambda text: bool(text.split())))
def test_a_quote_that_counts_once_is_one_that_is_found(text: str, quote: str) -> None:
    article = Article(text)
    assert (Quotations(article).count(quote) == 1) == (quoted_range(article, quote) is not None)
