"""Where remembered words stand in an article that may have changed: never a silent guess.

Words that stand there as they were are looked for first, then what stands between the words that
were around them, then what is most like them. All candidates are weighed alike, and two that weigh
about the same are an ambiguity, not an answer.

Source: the weights are those publicly known of the Hypothesis client's quote matching: the quote
50, the words before and after it 20 each, the position 2.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from argmap.selectors import Stretch
from argmap.sources.article import Article, Range
from argmap.sources.folding import fold
from argmap.sources.likeness import Likely, Likenesses, apart
from argmap.sources.seeking import MOST, occurrences

WEIGHTS: Final = (50, 20, 20, 2)
"""Of the words, those before, those after, and the position."""
CHANGED: Final = (0.8, 0.65, 0.5)
"""Likeness, in [0, 1], from which on words are the old ones, changed: where the words around them are
others, where those on one side are the old ones, and where those on both sides are."""
ALIKE: Final = 0.8
"""Likeness, in [0, 1], from which on the words around are the old ones."""
NEAR: Final = 0.6
"""Likeness from which on the nearest passage is worth telling of."""
MARGIN: Final = 0.03
"""Difference of weight or likeness, in [0, 1], within which two candidates are equally good; the
position alone never makes up so much."""
_AROUND: Final = 12
"""Letters that words around a passage have at least, for it to be known by them."""
_TRIES: Final = 5
_STRETCHED: Final = 3


class Candidate(NamedTuple):
    """A place where remembered words may stand.

    Attributes:
        place: The range, in code points of the article.
        likeness: How like the words it is, in [0, 1]; 1 where only typography differs.
        weight: All things considered, in [0, 1].
        sides: On how many sides, 0 to 2, the words around it are the old ones.
    """

    place: Range
    likeness: float
    weight: float
    sides: int

    @property
    def kept(self) -> bool:
        """Whether these are the words remembered, changed or not."""
        return self.likeness >= CHANGED[self.sides]


class Refinder:
    """An article in which remembered words are looked for."""

    def __init__(self, article: Article) -> None:
        """Keep the article."""
        self._article = article
        self._folded = article.folded
        self._likenesses = Likenesses(article.folded)

    def searches(self, remembered: Stretch) -> bool:
        """Tell whether article and words are short enough to be searched for, changed as they may be."""
        return self._likenesses.searches(fold(remembered.exact))

    def candidates(self, remembered: Stretch, *, known: bool) -> list[Candidate]:
        """Return where remembered words may stand, the best first.

        Args:
            remembered: The words; and, where they are known, their position and those around them.
            known: Whether position and words around are known.
        """
        words = fold(remembered.exact)
        around = (fold(remembered.prefix), fold(remembered.suffix)) if known else ("", "")
        found = self._verbatim(words) or [
            *self._between(words, *around),
            *self._likenesses.nearest(words, around),
        ]
        hint = self._folded.position(remembered.start) if known else -1
        weighed = {each[:2]: self._weighed(each, around, hint) for each in found}
        likest = sorted(weighed.values(), key=lambda each: (-each.likeness, each.place))
        found_apart = apart(likest, lambda each: each.place)
        return sorted(found_apart, key=lambda each: (-each.weight, each.place))

    def likeness(self, words: str, place: Range) -> float:
        """Return how like some words those at a place are, in [0, 1]."""
        return _likeness(fold(words), fold(self._article.text[slice(*place)]))

    def _verbatim(self, words: str) -> list[Likely]:
        return [Likely(start, start + len(words), 1.0) for start in self._article.occurrences(words, MOST)]

    def _between(self, words: str, before: str, after: str) -> Iterator[Likely]:
        """Yield what stands between the words that were around, if it is about as long."""
        if not self._likenesses.searches(words) or min(len(before), len(after)) < _AROUND:
            return
        text = self._folded.text
        for place in occurrences(text, before, _TRIES):
            start = place + len(before)
            end = text.find(after, start, start + _STRETCHED * len(words) + len(after) + 2)
            between = text[start:end] if end >= 0 else ""
            if between.strip():
                start += len(between) - len(between.lstrip())
                end -= len(between) - len(between.rstrip())
                yield Likely(start, end, _likeness(words, between.strip()))

    def _weighed(self, each: Likely, around: tuple[str, str], hint: int) -> Candidate:
        before, after = (self._likeness_around(each, words, side) for side, words in enumerate(around))
        near = 1 - abs(each.start - hint) / max(len(self._folded.text), 1) if hint >= 0 else 1.0
        values = (each.likeness, before, after, near)
        weight = sum(map(float.__mul__, map(float, WEIGHTS), values)) / sum(WEIGHTS)
        known = zip((before, after), around, strict=True)
        sides = sum(like >= ALIKE and len(side) >= _AROUND for like, side in known)
        return Candidate(self._folded.span(each.start, each.end), each.likeness, weight, sides)

    def _likeness_around(self, each: Likely, words: str, side: int) -> float:
        """Return how like the words that were before (0) or after (1) those that are there now are."""
        if not words:
            return 1.0
        text, length = self._folded.text, len(words)
        if side == 0:
            there = text[max(each.start - length - 1, 0) : each.start].rstrip()[-length:]
        else:
            there = text[each.end : each.end + length + 1].lstrip()[:length]
        return _likeness(words, there)


def _likeness(words: str, there: str) -> float:
    if there == words:
        return 1.0
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only what is lost needs it

    return ratio(words, there) / 100


def decided(candidates: list[Candidate]) -> list[Candidate]:
    """Return those candidates that are the words remembered and about as good as the best.

    What stands around them counts where it is what stood around them before; a little more likeness
    of quite other words does not make one candidate better than another.
    """
    kept = [each for each in candidates if each.kept]
    return [
        each
        for each in kept
        if kept[0].weight - each.weight < MARGIN
        or (each.sides >= kept[0].sides and each.likeness > kept[0].likeness - MARGIN)
    ]
