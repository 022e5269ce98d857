"""What the checks look at: a map, its article and its lock; what several of them ask is found once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.checks.likeness import Pair, Words, words_of
from argmap.checks.likeness import alike as alike_among
from argmap.findings import Finding
from argmap.model import ArgumentMap, Cost, Gain, Link, Node, stake_of
from argmap.query.gaps import without_reason
from argmap.query.standing import roots
from argmap.sources.anchoring import compare
from argmap.sources.article import Article
from argmap.sources.coverage import Coverage, coverage
from argmap.sources.drafting import TODO
from argmap.sources.lock import Lock


@dataclass(frozen=True)
class Subject:
    """A map to be checked.

    Attributes:
        m: The map.
        article: The text that it is of, where that is at hand.
        lock: Where its anchors stood, where that is kept.
    """

    m: ArgumentMap
    article: Article | None = None
    lock: Lock | None = None

    @cached_property
    def thesis(self) -> Node | None:
        """The main claim: the one the map names, or its only root."""
        if self.m.thesis is not None:
            return self.m.by_id[self.m.thesis]
        return self.connected_roots[0] if len(self.connected_roots) == 1 else None

    @cached_property
    def connected_roots(self) -> tuple[Node, ...]:
        """The statements that bear on nothing further, and on which something bears."""
        return tuple(node for node in roots(self.m) if node.id in self.m.links_onto)

    @cached_property
    def reasons(self) -> Mapping[str, tuple[Link, ...]]:
        """The reasons of each statement that has any, in the map's order."""
        found: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self.m.links:
            if link.relation == "supports":
                found[link.target].append(link)
        return {target: tuple(links) for target, links in found.items()}

    @cached_property
    def unreasoned(self) -> tuple[Node, ...]:
        """The statements, drafts aside, that are argued for and have no reason."""
        return tuple(node for node in self.m.nodes if without_reason(self.m, node) and TODO not in node.tags)

    @cached_property
    def stakes(self) -> tuple[Gain | Cost, ...]:
        """The gains and costs."""
        return tuple(stake for node in self.m.nodes if (stake := stake_of(node)) is not None)

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words of each statement, in the map's order, in small letters."""
        return tuple(words_of(node.text) for node in self.m.nodes)

    @cached_property
    def alike(self) -> tuple[Pair, ...]:
        """The pairs of statements that say nearly the same."""
        return tuple(alike_among(self.words))

    @cached_property
    def astray(self) -> Mapping[str, tuple[Finding, ...]]:
        """What is astray between the map, its article and its lock, by code."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        if self.article is not None:
            for finding in compare(self.m, self.article, self.lock).findings:
                found[finding.code].append(finding)
        return {code: tuple(findings) for code, findings in found.items()}

    @cached_property
    def coverage(self) -> Coverage | None:
        """The article held against the map, where it is at hand."""
        return coverage(self.m, self.article) if self.article is not None else None
