"""Frames from numbers, as researchers publish them, and a second way to label a map: by brute force."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import product
from random import Random

from argmap.evaluation.frame import Frame
from argmap.model import ArgumentMap, Claim, Link, Node
from argmap.query.standing import is_granted

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


SURE = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 0.9)
"""Weights of steps: many pairs of them are exactly a margin apart."""


def random_map(seed: int, most: int = 6) -> ArgumentMap:
    """A map of any shape: rings, linked premises, undercutters of undercutters, given or not."""
    chance = Random(seed)
    names = [f"n{index}" for index in range(chance.randint(1, most))]
    links: list[Link] = []
    for index in range(chance.randint(0, 2 * most)):
        hit = chance.choice(links) if links and chance.random() < 0.25 else None
        target = hit.id if hit else chance.choice(names)
        others = [name for name in names if name != target]
        if others:
            premises = tuple(chance.sample(others, chance.randint(1, min(2, len(others)))))
            relation = "undercuts" if hit else chance.choice(["supports", "rebuts"])
            sure = chance.choice([None, None, None, *SURE])
            links.append(
                Link(id=f"link-{index}", premises=premises, target=target, relation=relation, sure=sure)
            )
    nodes = tuple(
        Claim(
            id=name, text=name, given=chance.choice([None, True, False]), sure=chance.choice([None, 0.0, 0.7])
        )
        for name in names
    )
    return ArgumentMap(nodes=nodes, links=tuple(links))


def met(standard: str, pros: Sequence[Decimal], cons: Sequence[Decimal]) -> bool:
    """The proof standards, of the weights of all that stands for a claim and against it."""
    pro, con = max(pros, default=None), max(cons, default=Decimal(0))
    if pro is None:
        return False
    match standard:
        case "scintilla":
            return True
        case "dialectical":
            return not cons
        case "preponderance":
            return pro > con
    clear = pro > con and pro - con > Decimal("0.3") and pro > Decimal("0.5")
    return clear and (standard == "clear-and-convincing" or con < Decimal("0.3"))


def rules(m: ArgumentMap, known: Mapping[str, str], standard: str = "dialectical") -> dict[str, str]:
    """What the definition says of each node and link, read off what is known of the others."""
    said = {link.id: of_link(m, link, known) for link in m.links}
    return said | {node.id: of_node(m, node, known, standard) for node in m.nodes}


def of_link(m: ArgumentMap, link: Link, known: Mapping[str, str]) -> str:
    parts = [known[premise] for premise in link.premises]
    under = [known[each.id] for each in m.links_onto.get(link.id, ())]
    if link.sure == 0 or FALLS in parts or STANDS in under:
        return FALLS
    return STANDS if {*parts} <= {STANDS} and {*under} <= {FALLS} else OPEN


def of_node(m: ArgumentMap, node: Node, known: Mapping[str, str], standard: str) -> str:
    """Whether the standard is met however what is open turns out, or not met however it does."""
    onto = m.links_onto.get(node.id, ())
    always = [Decimal(1)] if is_granted(m, node) else []
    answers = set()
    for stands in product(
        *((True, False) if known[each.id] == OPEN else (known[each.id] == STANDS,) for each in onto)
    ):
        there = [each for each, stand in zip(onto, stands, strict=True) if stand]
        pros = always + [weight(each) for each in there if each.relation == "supports"]
        answers.add(met(standard, pros, [weight(each) for each in there if each.relation == "rebuts"]))
    return OPEN if len(answers) > 1 else STANDS if answers.pop() else FALLS


def weight(link: Link) -> Decimal:
    return Decimal(1) if link.sure is None else Decimal(str(link.sure))


def names(m: ArgumentMap) -> list[str]:
    return [*(node.id for node in m.nodes), *(link.id for link in m.links)]


def least(m: ArgumentMap, standard: str = "dialectical") -> dict[str, str]:
    """The labels by the plainest of ways: all at once, over and over, until nothing changes."""
    known = dict.fromkeys(names(m), OPEN)
    while (new := rules(m, known, standard)) != known:
        known = new
    return known


def fixpoints(m: ArgumentMap, standard: str = "dialectical") -> list[dict[str, str]]:
    """Every way to label a small map that the definition agrees with, found by trying all."""
    found = []
    for labels in product((STANDS, FALLS, OPEN), repeat=len(m.nodes)):
        known = dict(zip((node.id for node in m.nodes), labels, strict=True))
        for link in [*m.links][::-1]:  # undercutters stand behind what they attack
            known[link.id] = of_link(m, link, known)
        if rules(m, known, standard) == known:
            found.append(known)
    return found
