"""Checking the example maps of the checks."""

from dataclasses import replace
from hashlib import sha256

import argmap
from argmap.checks.checking import check
from argmap.checks.row import Example
from argmap.findings import Finding
from argmap.model import ArgumentMap
from argmap.sources.anchoring import compare, renewed
from argmap.sources.article import Article
from argmap.sources.lock import Lock


def map_in(text: str) -> ArgumentMap:
    return argmap.loads(f"argmap: 1\n{text}")


def article_of(text: str) -> Article:
    return Article(text, "article.txt", sha256(text.encode()).hexdigest())


def lock_of(text: str, article: str) -> Lock:
    return renewed(compare(map_in(text), article_of(article)), article_of(article), words=False)


def checked(example: Example) -> tuple[Finding, ...]:
    """What is found in an example, held against its article and its lock where it has any."""
    m = map_in(example.text)
    if not example.article:
        return check(m)
    lock = lock_of(*example.was) if example.was else None
    if lock and example.rule:
        lock = replace(lock, rule=example.rule)
    return check(m, article_of(example.article), lock)


def codes(example: Example) -> set[str]:
    return {finding.code for finding in checked(example)}
