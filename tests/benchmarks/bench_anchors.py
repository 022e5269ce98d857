"""What finding anchors again in a changed article costs, and how often it is right.

    python tests/benchmarks/bench_anchors.py [WORDS] [ROUNDS]

Makes ROUNDS articles (20 when not said) of WORDS words (10,000), each with 40 anchors: 20 quotes of
5 to 14 words, 20 places of one sentence. Then 5 % of the words are changed, a paragraph is added and
another, with anchors in it, removed, and typographic marks become plain. Where every word went is
known, so that each answer is right or wrong: right where it overlaps the true place by two thirds.
The same is done with a lock that has the words of places, and with one that has only their digests.
CPU time of this process, after reading; times include the likeness index and every sentence cut.
"""

import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap.model import Anchor, ArgumentMap, Claim
from argmap.sources.anchoring import compare, renewed
from argmap.sources.article import Article
from argmap.sources.passages import place_name, placed_range

MOST_MILLISECONDS = 50
ANCHORS = 40
RIGHT = 2 / 3
SYLLABLES = (
    *("ka", "to", "mi", "ren", "sul", "va", "de", "pro"),
    *("lin", "gar", "fo", "bel", "ti", "ran", "cu", "mo"),
)
PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'", "—": "-"})

Sentence = list[str]
Paragraph = list[Sentence]
Range = tuple[int, int]


def main() -> None:
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    compare(ArgumentMap(nodes=(Claim(id="a", text="a", anchor=Anchor(quote="a b c")),)), Article("a b. d c."))
    for kept in (True, False):
        counts: Counter[str] = Counter()
        milliseconds, cutting = [], []
        for seed in range(rounds):
            trial = Trial(random.Random(seed), words)
            counts += trial.judged(words_kept=kept)
            milliseconds.append(trial.milliseconds)
            cutting.append(trial.cutting)
        print(f"{rounds} articles of {words:,} words, {ANCHORS} anchors each, words of places kept: {kept}")
        print("  " + ", ".join(f"{name} {number:,}" for name, number in sorted(counts.items())))
        print(f"  compare: median {statistics.median(milliseconds):.1f} ms, most {max(milliseconds):.1f} ms")
        print(f"  sentences: median {statistics.median(cutting) / words * 10_000:.1f} ms for 10,000 words")
    print(f"target: none wrong, all that survive found, in less than {MOST_MILLISECONDS} ms")


class Trial:
    """An article, its anchors, and the article after its changes."""

    def __init__(self, chance: random.Random, words: int) -> None:
        self.chance = chance
        self.vocabulary = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(3_000)]
        self.weights = [1 / rank for rank in range(1, 3_001)]
        old = self._article(words)
        new = [[self._changed(sentence) for sentence in paragraph] for paragraph in old]
        self.removed = chance.randrange(2, len(old) - 2)
        added = self._paragraph()
        at = chance.randrange(2, len(old) - 2)
        self.old, self.old_ranges = rendered(enumerate(old))
        pieces = [(index, paragraph) for index, paragraph in enumerate(new) if index != self.removed]
        pieces.insert(at, (-1, added))
        self.new, self.new_ranges = rendered(pieces, plain=True)
        self.milliseconds = self.cutting = 0.0

    def judged(self, *, words_kept: bool) -> Counter[str]:
        """Return how many anchors of the changed article are found, wrong, missed or unclear."""
        article = Article(self.old, "article.txt", "0" * 64)
        truth, m = self._anchored(article)
        lock = renewed(compare(m, article), article, words=words_kept)
        changed = Article(self.new, "article.txt", "1" * 64)
        start = time.process_time()
        found = compare(m, changed, lock)
        self.milliseconds = (time.process_time() - start) * 1e3
        again = Article(self.new)
        start = time.process_time()
        for number in range(1, len(again.paragraphs) + 1):
            again.sentences(number)
        self.cutting = (time.process_time() - start) * 1e3
        return Counter(verdict(truth[each.node], each.now, each.state) for each in found.standings)

    def _anchored(self, article: Article) -> tuple[dict[str, Range | None], ArgumentMap]:
        """Return where the words of each anchor are to be found in the end, and the map."""
        truth: dict[str, Range | None] = {}
        nodes = []
        sentences = sorted({key[:2] for key in self.old_ranges})
        removed = [key for key in sentences if key[0] == self.removed][:2]
        for number, key in enumerate([*removed, *self.chance.sample(sentences, ANCHORS - len(removed))]):
            last = max(index for *place, index in self.old_ranges if tuple(place) == key)
            length = self.chance.randint(5, 14)
            first = self.chance.randint(0, max(last - length, 0))
            place = self.old_ranges[*key, first][0], self.old_ranges[*key, min(first + length, last)][1]
            words = self.old[slice(*place)]
            if number % 2 == 0 and self.old.count(words) == 1:
                anchor = Anchor(quote=words)
            else:
                anchor = Anchor(at=place_name(article, place))
                place = placed_range(article, anchor.at[0])
            nodes.append(Claim(id=f"n{number}", text="A statement", anchor=anchor))
            truth[f"n{number}"] = self._now(place)
        return truth, ArgumentMap(nodes=tuple(nodes))

    def _now(self, place: Range) -> Range | None:
        """Return where the words of a range of the old text stand in the new one."""
        keys = [key for key, (start, end) in self.old_ranges.items() if place[0] <= start and end <= place[1]]
        if keys[0][0] == self.removed:
            return None
        return self.new_ranges[keys[0]][0], self.new_ranges[keys[-1]][1]

    def _article(self, words: int) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        while sum(len(sentence) for paragraph in paragraphs for sentence in paragraph) < words:
            paragraphs.append(self._paragraph())
        return paragraphs

    def _paragraph(self) -> Paragraph:
        return [self._sentence() for _ in range(self.chance.randint(3, 8))]

    def _sentence(self) -> Sentence:
        words = [self._word() for _ in range(self.chance.randint(6, 30))]
        words[0] = words[0].capitalize()
        words[-1] += "."
        if self.chance.random() < 0.3:
            words[2] = f"“{words[2]}”"
        if self.chance.random() < 0.3:
            words[3] += "’s"
        return words

    def _word(self) -> str:
        return self.chance.choices(self.vocabulary, self.weights)[0]

    def _changed(self, sentence: Sentence) -> Sentence:
        return [
            word
            if index in {0, len(sentence) - 1}
            or self.chance.random() > 0.05 * len(sentence) / (len(sentence) - 2)
            else self._word()
            for index, word in enumerate(sentence)
        ]


def rendered(
    paragraphs: Iterator[tuple[int, Paragraph]] | list[tuple[int, Paragraph]], *, plain: bool = False
) -> tuple[str, dict[tuple[int, int, int], Range]]:
    """Return the text, and where each word of each sentence of each paragraph stands in it."""
    text, ranges = "", {}
    for index, paragraph in paragraphs:
        for number, sentence in enumerate(paragraph):
            for place, word in enumerate(sentence):
                ranges[index, number, place] = (len(text), len(text) + len(word))
                text += word + " "
        text = text.rstrip() + "\n\n"
    return (text.translate(PLAIN) if plain else text), ranges


def verdict(truth: Range | None, found: Range | None, state: str) -> str:
    """Return whether what was said of an anchor is right."""
    if found is None:
        if truth is None:
            return "removed, and told so"
        return f"missed ({state})"
    if truth is None:
        return "wrong"
    shared = min(found[1], truth[1]) - max(found[0], truth[0])
    return "found" if shared >= RIGHT * (max(found[1], truth[1]) - min(found[0], truth[0])) else "wrong"


if __name__ == "__main__":
    main()
