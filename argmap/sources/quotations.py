"""Whether words stand in an article, for many quotes of one article."""

from argmap.sources.article import Article


class Quotations:
    """An article with its white space folded, so that each quote costs one plain search.

    It counts as `quoted_range` finds: white space aside, and inside words too.
    """

    def __init__(self, article: Article) -> None:
        """Fold the article."""
        self._folded = " ".join(article.text.split())

    def count(self, quote: str) -> int:
        """Return how often a quote stands in the article: 0, 1, or 2 for more."""
        words = " ".join(quote.split())
        first = self._folded.find(words)
        if first < 0:
            return 0
        return 1 if self._folded.find(words, first + 1) < 0 else 2
