"""Checking a map: all that its checks find, in the map's order."""

from collections.abc import Iterable
from operator import attrgetter

from argmap.checks.row import Check
from argmap.checks.subject import Subject
from argmap.checks.table import CHECKS
from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.sources.article import Article
from argmap.sources.lock import Lock


def check(
    m: ArgumentMap,
    article: Article | None = None,
    lock: Lock | None = None,
    *,
    rows: Iterable[Check] = CHECKS,
) -> tuple[Finding, ...]:
    """Return what is weak in a map, in the map's order: first what concerns all of it.

    Args:
        m: The map.
        article: The text that it is of; without it nothing is said of quotes and coverage.
        lock: Where its anchors stood; without it nothing is said of what has moved.
        rows: The checks that are made, as far as what they need is at hand.
    """
    subject = Subject(m, article, lock)
    found = [finding for row in possible(rows, subject) for finding in row.findings(subject)]
    ranks = {node.id: index for index, node in enumerate(m.nodes)}
    ends = m.ends
    found.sort(key=attrgetter("code", "message"))
    return tuple(sorted(found, key=lambda each: ranks.get(ends.get(each.where, each.where), -1)))


def possible(rows: Iterable[Check], subject: Subject) -> tuple[Check, ...]:
    """Return the checks that can be made of a map by itself, or with the article and the lock at hand."""
    at_hand = {""}
    if subject.article is not None:
        at_hand |= {"article"} | ({"lock"} if subject.lock is not None else set())
    return tuple(row for row in rows if row.needs in at_hand)
