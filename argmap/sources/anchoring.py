"""A map's anchors held against its article and its lock: which stand, which moved, which are lost."""

from dataclasses import dataclass
from typing import Final, Literal

from argmap.findings import Finding
from argmap.model import ArgumentMap, Node
from argmap.selectors import Stretch
from argmap.sources import notices
from argmap.sources.article import RULE, Article, Range
from argmap.sources.digests import Digests, digest, digested
from argmap.sources.folding import fold
from argmap.sources.lock import SKIPPED, Entry, Lock, entry
from argmap.sources.passages import QUOTE, anchors_of, place_shape, placed_range, quoted_ranges, quotes_of
from argmap.sources.refinding import Candidate, Refinder, decided

State = Literal[
    "unchanged",
    "new",
    "moved",
    "changed",
    "displaced",
    "vanished",
    "unclear",
    "ambiguous",
    "not found",
]
"""What has become of an anchor; `unclear` where digests alone do not tell."""
LOOKED_FOR: Final = 1_000
"""Anchors of one map for which a likeness is searched; of further ones it is only told that they are
not found."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an anchor stands.

    Attributes:
        node: Id of the statement; `source.skip` with what the source skips.
        by: `quote`, or the place as the map writes it.
        state: What has become of it since the lock was written.
        now: Where it stands, in code points; None where that is not known.
        likeness: How like the old words the ones there now are, in [0, 1]; None where nothing is known.
        old: What the lock has on it.
        finding: What is astray about it; None where it is as it should be.
    """

    node: str
    by: str
    state: State
    now: Range | None = None
    likeness: float | None = None
    old: Entry | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A map held against its article and its lock.

    Attributes:
        standings: The anchors, in the map's order.
        about: What is astray about the whole: the source, the lock.
        left_over: What the lock has and the map has not.
    """

    standings: tuple[Standing, ...]
    about: tuple[Finding, ...]
    left_over: tuple[Entry, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is astray."""
        return (*self.about, *(each.finding for each in self.standings if each.finding))


def compare(m: ArgumentMap, article: Article, lock: Lock | None = None) -> Comparison:
    """Hold the anchors of a map against its article and, where there is one, its lock."""
    article.seek(quotes_of(m))
    comparing = _Comparing(article, lock)
    standings = (
        *(comparing.standing(node, by) for node in m.nodes for by in anchors_of(node)),
        *(comparing.skipped(place) for place in dict.fromkeys(m.source.skip if m.source else ())),
    )
    known = {(each.node, each.by) for each in standings}
    left_over = tuple(each for each in (lock.entries if lock else ()) if (each.node, each.by) not in known)
    about = (
        *notices.of_source(m, article, lock),
        *(notices.left_over(each.node, each.by) for each in left_over),
    )
    return Comparison(standings, about, left_over)


def renewed(comparison: Comparison, article: Article, *, words: bool) -> Lock:
    """Return the lock as it should be now.

    What is lost, ambiguous or displaced, and a quote that reads otherwise, keeps its old entry: what
    is wrong there is for the mapmaker to mend, in the map.

    Args:
        comparison: What `compare` found.
        article: The article as it is now.
        words: Whether to keep the words of passages where the map only has their place.
    """
    entries = (_renewed(each, article, words=words) for each in comparison.standings)
    return Lock(article.name, article.sha256, RULE, words, tuple(each for each in entries if each))


def _renewed(each: Standing, article: Article, *, words: bool) -> Entry | None:
    settled = each.state in {"unchanged", "new", "moved"} or (each.state == "changed" and each.by != QUOTE)
    if settled and each.now is not None:
        return entry(article, each.node, each.by, each.now, words=words)
    return each.old


class _Comparing:
    """Holds anchors, one by one, against an article and a lock."""

    def __init__(self, article: Article, lock: Lock | None) -> None:
        self._article = article
        self._locked = lock is not None
        self._entries = {(each.node, each.by): each for each in (lock.entries if lock else ())}
        self._refinder = Refinder(article)
        self._digests = Digests(article)
        self._left = LOOKED_FOR

    def standing(self, node: Node, by: str) -> Standing:
        """Return how one anchor stands."""
        old = self._entries.get((node.id, by))
        quote = node.anchor.quote if node.anchor else None
        if by == QUOTE and quote is not None:
            # A quote that the mapmaker has rewritten since is a new one.
            same = old is not None and fold(old.stretch.exact) == fold(quote)
            return self._quoted(node.id, quote, old if same else None)
        return self._placed(node.id, by, old)

    def skipped(self, place: str) -> Standing:
        """Return how a place stands that the source skips."""
        return self._placed(SKIPPED, place, self._entries.get((SKIPPED, place)))

    def _quoted(self, node: str, quote: str, old: Entry | None) -> Standing:
        places = quoted_ranges(self._article, quote)
        if len(places) == 1:
            return self._stands(node, QUOTE, places[0], old)
        if places:
            finding = notices.ambiguous(self._article, node, QUOTE, places)
            return Standing(node, QUOTE, "ambiguous", old=old, finding=finding)
        remembered = old.stretch if old else Stretch(0, 0, quote)
        return self._like(node, QUOTE, self._candidates(remembered, known=old is not None), old, remembered)

    def _placed(self, node: str, by: str, old: Entry | None) -> Standing:
        place = placed_range(self._article, by)
        if old is None or (place is not None and self._same(old, place)):
            return self._stands(node, by, place, old)
        if old.digests:
            return self._told_by_digest(node, place, old)
        candidates = self._candidates(old.stretch, known=True)
        good = decided(candidates)
        if len(good) == 1 and place is not None and _overlap(good[0].place, place):
            return self._changed(node, old, place, self._refinder.likeness(old.stretch.exact, place))
        return self._like(node, by, candidates, old, old.stretch)

    def _stands(self, node: str, by: str, place: Range | None, old: Entry | None) -> Standing:
        if place is None:
            return Standing(node, by, "not found", finding=notices.past_the_end(self._article, node, by))
        if old is None:
            finding = notices.unlocked(node, by) if self._locked else None
            return Standing(node, by, "new", place, finding=finding)
        if old.stretch[:2] == place:
            return Standing(node, by, "unchanged", place, 1.0, old)
        finding = notices.moved(self._article, node, by, old.stretch.start, place)
        return Standing(node, by, "moved", place, 1.0, old, finding)

    def _changed(self, node: str, old: Entry, place: Range, likeness: float | None) -> Standing:
        finding = notices.changed(self._article, node, old.by, place, likeness)
        return Standing(node, old.by, "changed", place, likeness, old, finding)

    def _like(
        self, node: str, by: str, candidates: list[Candidate], old: Entry | None, remembered: Stretch
    ) -> Standing:
        """Return how an anchor stands whose words are not where they were, to the letter."""
        good = decided(candidates)
        if len(good) > 1:
            finding = notices.ambiguous(self._article, node, by, [each.place for each in good])
            return Standing(node, by, "ambiguous", old=old, finding=finding)
        if not good or old is None:
            best = max(candidates, key=lambda each: each.likeness, default=None)
            searched = self._left >= 0 and self._refinder.searches(remembered)
            finding = notices.lost(self._article, node, by, best, known=old is not None, searched=searched)
            return Standing(node, by, "vanished" if old else "not found", None, None, old, finding)
        if by == QUOTE:
            return self._changed(node, old, good[0].place, good[0].likeness)
        return self._displaced(node, old, good[0].place, good[0].likeness)

    def _displaced(self, node: str, old: Entry, place: Range, likeness: float) -> Standing:
        finding = notices.displaced(self._article, node, old.by, place, likeness)
        return Standing(node, old.by, "displaced", place, likeness, old, finding)

    def _told_by_digest(self, node: str, place: Range | None, old: Entry) -> Standing:
        found = self._digests.places(old.stretch, place_shape(old.by))
        if len(found) == 1:
            return self._displaced(node, old, found[0], 1.0)
        if found:
            finding = notices.ambiguous(self._article, node, old.by, found)
            return Standing(node, old.by, "ambiguous", old=old, finding=finding)
        if place is not None and digested(self._article, place)[3:] == old.stretch[3:]:
            return self._changed(node, old, place, None)
        finding = notices.untold(node, old.by)
        return Standing(node, old.by, "unclear", old=old, finding=finding)

    def _same(self, old: Entry, place: Range) -> bool:
        words = self._article.text[slice(*place)]
        return digest(words) == old.stretch.exact if old.digests else fold(words) == fold(old.stretch.exact)

    def _candidates(self, remembered: Stretch, *, known: bool) -> list[Candidate]:
        self._left -= 1
        return self._refinder.candidates(remembered, known=known) if self._left >= 0 else []


def _overlap(one: Range, other: Range) -> bool:
    """Tell whether two ranges share more than half of the longer one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared > max(one[1] - one[0], other[1] - other[0])
