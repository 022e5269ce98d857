"""A4, stakes: whether gains and costs are booked so that they can be weighed."""

import re
from collections.abc import Iterator
from typing import Final

from argmap.checks.likeness import LONGEST
from argmap.checks.row import Told
from argmap.checks.subject import Subject
from argmap.model import ArgumentMap, Link, stake_of
from argmap.query.gaps import without_holder

_HOPE: Final = re.compile(
    r"\b(?P<noun>(?:(?:the|an?|its|his|her|their|our|own|no|of|as|than|political|free|good|military|naval)"
    r"|\w+[’']s) )?"
    r"(?P<word>would|will|could|might|may|hopes?|hoping|expects?|expected"
    r"|plans? to|seeks?|intends?|aims? to)\b"
)
"""In small letters, for May is a month; a will, a plan, what was expected are known by the word before."""
_HOPEFUL: Final = frozenset((
    "would", "will", "could", "might", "may", "hope", "hopes", "hoping", "expect", "expects", "expected",
    "plan", "plans", "seek", "seeks", "intend", "intends", "aim", "aims",
))  # fmt: skip
"""The words of which it takes one; a text with an apostrophe may have it in another word."""


def no_holder(subject: Subject) -> Iterator[Told]:
    """Find gains and costs that are nobody's."""
    for stake in subject.stakes:
        if without_holder(stake):
            yield Told(stake.id, f"nobody {'has this gain' if stake.kind == 'gain' else 'pays this cost'}")


def no_nature(subject: Subject) -> Iterator[Told]:
    """Find gains and costs of which it is not said whether they can be counted."""
    for stake in subject.stakes:
        if stake.nature is None:
            yield Told(stake.id, f"this {stake.kind} is neither tangible nor intangible")


def amount_without_unit(subject: Subject) -> Iterator[Told]:
    """Find numbers that do not say what they count, and units that count nothing."""
    for stake in subject.stakes:
        if stake.amount is not None and stake.unit is None:
            yield Told(stake.id, f"an amount of {stake.amount:f}, and no unit", "amount")
        elif stake.unit is not None and stake.amount is None:
            yield Told(stake.id, f"the unit {stake.unit}, and no amount", "unit")


def gain_and_cost(subject: Subject) -> Iterator[Told]:
    """Find the same thing booked as a gain and as a cost of one holder."""
    nodes = subject.m.nodes
    for pair in subject.alike:
        one, other = stake_of(nodes[pair.first]), stake_of(nodes[pair.second])
        if one is not None and other is not None and one.kind != other.kind:
            for holder in dict.fromkeys(name for name in one.holder if name in other.holder):
                yield Told(other.id, f"{one.id} books the same as a {one.kind} of {holder}")


def hoped_for_as_actual(subject: Subject) -> Iterator[Told]:
    """Find gains and costs that are said to be there, though every reason for them is only hoped for."""
    for stake in subject.stakes:
        links = subject.reasons.get(stake.id, ()) if stake.status == "actual" else ()
        hopes = [_hope(subject.m, link) for link in links]
        if hopes and all(hopes):
            names = ", ".join(dict.fromkeys(hopes))
            yield Told(stake.id, f"it is booked as actual, and rests only on what is not there yet: {names}")


def _hope(m: ArgumentMap, link: Link) -> str:
    """Return the id of a premise that is a gain not there yet; a reason needs all its premises.

    A cost not there yet may well be the reason of one that is: who fears a fire pays for the watch.
    """
    for premise in link.premises:
        stake = stake_of(m.by_id[premise])
        if stake is not None and stake.kind == "gain" and stake.status in {"sought", "expected"}:
            return premise
    return ""


def hope_in_words(subject: Subject) -> Iterator[Told]:
    """Find gains and costs that are booked as actual in words of hope or fear."""
    for node, words in zip(subject.m.nodes, subject.words, strict=True):
        if _HOPEFUL.isdisjoint(words) and "'" not in node.text and "’" not in node.text:
            continue  # as most do
        stake = stake_of(node)
        if stake is not None and stake.status == "actual" and (word := _word_of_hope(stake.text[:LONGEST])):
            yield Told(stake.id, f"“{word}”, and yet booked as actual", "text")


def _word_of_hope(text: str) -> str:
    return next((found["word"] for found in _HOPE.finditer(text) if not found["noun"]), "")
