"""Frames from numbers, as researchers publish them, and a second way to label a map: by brute force."""

from collections.abc import Iterable, Mapping
from itertools import product

from argmap.evaluation.frame import Frame
from argmap.model import ArgumentMap
from argmap.query.standing import is_given

STANDS, FALLS, OPEN = "stands", "falls", "undecided"


def graph(
    scores: Mapping[str, float], attacks: Iterable[tuple[str, str]], supports: Iterable[tuple[str, str]] = ()
) -> Frame:
    """The frame of a weighted bipolar graph: every node given, every edge a reason with one premise."""
    at = {name: index for index, name in enumerate(scores)}
    edges = [(at[a], at[b], False) for a, b in attacks] + [(at[a], at[b], True) for a, b in supports]
    n = range(len(scores))
    return Frame(
        given=[True for _ in n],
        sure=list(scores.values()),
        premises=[[a] for a, _, _ in edges],
        hits=[-1 for _ in edges],
        favours=[good for _, _, good in edges],
        lands=[b for _, b, _ in edges],
        weight=[1.0 for _ in edges],
        pros=[[i for i, (_, b, good) in enumerate(edges) if b == c and good] for c in n],
        cons=[[i for i, (_, b, good) in enumerate(edges) if b == c and not good] for c in n],
        under=[[] for _ in edges],
        uses=[[i for i, (a, _, _) in enumerate(edges) if a == c] for c in n],
    )


def rules(m: ArgumentMap, known: Mapping[str, str]) -> dict[str, str]:
    """What the definition says of each node and link, read off what is known of the others."""
    said: dict[str, str] = {}
    for link in m.links:
        parts = [known[premise] for premise in link.premises]
        under = [known[each.id] for each in m.links_onto.get(link.id, ())]
        if link.sure == 0 or FALLS in parts or STANDS in under:
            said[link.id] = FALLS
        elif {*parts} <= {STANDS} and {*under} <= {FALLS}:
            said[link.id] = STANDS
        else:
            said[link.id] = OPEN
    for node in m.nodes:
        onto = m.links_onto.get(node.id, ())
        pros = [known[each.id] for each in onto if each.relation == "supports"]
        cons = [known[each.id] for each in onto if each.relation == "rebuts"]
        granted = is_given(m, node) and node.sure != 0
        if STANDS in cons or (not granted and {*pros} <= {FALLS}):
            said[node.id] = FALLS
        elif (granted or STANDS in pros) and {*cons} <= {FALLS}:
            said[node.id] = STANDS
        else:
            said[node.id] = OPEN
    return said


def names(m: ArgumentMap) -> list[str]:
    return [*(node.id for node in m.nodes), *(link.id for link in m.links)]


def least(m: ArgumentMap) -> dict[str, str]:
    """The labels by the plainest of ways: all at once, over and over, until nothing changes."""
    known = dict.fromkeys(names(m), OPEN)
    while True:
        new = rules(m, known)
        if new == known:
            return known
        known = new


def fixpoints(m: ArgumentMap) -> list[dict[str, str]]:
    """Every way to label a small map that the definition agrees with, found by trying all."""
    found = []
    for labels in product((STANDS, FALLS, OPEN), repeat=len(m.nodes)):
        known = dict(zip((node.id for node in m.nodes), labels, strict=True))
        for link in [*m.links][::-1]:  # undercutters stand behind what they attack
            known[link.id] = OPEN
            known[link.id] = rules_of_links(m, known)[link.id]
        if rules(m, known) == known:
            found.append(known)
    return found


def rules_of_links(m: ArgumentMap, known: Mapping[str, str]) -> dict[str, str]:
    full = {**dict.fromkeys(names(m), OPEN), **known}
    said = rules(m, full)
    return {link.id: said[link.id] for link in m.links}
