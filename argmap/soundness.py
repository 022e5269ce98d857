"""What makes ids and links a sound map: every reason why some are none, and the rules for ids."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from argmap.errors import Flaw

ID_PATTERN: Final = r"^[a-z][a-z0-9-]*$"
ID_LONGEST: Final = 100
UNDERCUT_DEEPEST: Final = 20

RESERVED: Final = frozenset(
    {
        *("map", "thesis", "source", "sources", "all", "gaps", "objection", "objections"),
        *("claim", "claims", "gain", "gains", "cost", "costs"),
        *("evidence", "assumption", "assumptions"),
    }
)
"""Words the command line gives a meaning, so that no node may bear them."""
_LINK_NAME: Final = re.compile(rf"[a-z][a-z0-9-]{{0,{ID_LONGEST - 1}}}|.*\..*", re.DOTALL).fullmatch
"""Matches what may be the name of a link: an id, or with a dot in it the name of a place."""


class Edge(Protocol):
    """What soundness asks of a link, be it a `Link` or a draft of one."""

    @property
    def id(self) -> str:
        """Its name; empty while it has none."""
        ...

    @property
    def premises(self) -> Sequence[str]:
        """What it comes from."""
        ...

    @property
    def target(self) -> str:
        """What it bears on."""
        ...

    @property
    def relation(self) -> str:
        """What it does to its target."""
        ...


def flaws(ids: Sequence[str], links: Sequence[Edge], thesis: str | None) -> Iterator[Flaw]:
    """Find every reason why these ids and links are no sound map."""
    nodes = set(ids)
    yield from _id_flaws(ids, nodes)
    given = [link.id for link in links if link.id]
    names = set(given)
    if len(names) != len(given) or not (names.isdisjoint(nodes) and _are_names(names)):
        yield from _name_flaws(nodes, links)
    if thesis is not None and thesis not in nodes:
        yield Flaw(f"unknown id {thesis} as thesis", unknown=thesis)
    yield from _link_flaws(nodes, names, links)
    yield from _undercut_flaws(links)


def _id_flaws(ids: Sequence[str], nodes: set[str]) -> Iterator[Flaw]:
    if len(ids) != len(nodes):
        seen: set[str] = set()
        for index, node_id in enumerate(ids):
            if node_id in seen:
                yield Flaw(f"the id {node_id} is there twice", node=index)
            seen.add(node_id)
    if not RESERVED.isdisjoint(nodes):
        for index, node_id in enumerate(ids):
            if node_id in RESERVED:
                yield Flaw(f"{node_id} is a word of the command line; choose another id", node=index)


def _are_names(names: set[str]) -> bool:
    return names.isdisjoint(RESERVED) and all(map(_LINK_NAME, names))


def _name_flaws(nodes: set[str], links: Sequence[Edge]) -> Iterator[Flaw]:
    """Find which names of links are none, or are there twice."""
    seen: set[str] = set()
    for index, link in enumerate(links):
        name = link.id
        if not name:
            continue
        if not _LINK_NAME(name):
            yield Flaw("the id of a link has small letters, digits and hyphens", link=index)
        elif name in RESERVED:
            yield Flaw(f"{name} is a word of the command line; choose another id", link=index)
        elif name in nodes or name in seen:
            yield Flaw(f"the id {name} is there twice", link=index)
        seen.add(name)


def _link_flaws(nodes: set[str], names: set[str], links: Sequence[Edge]) -> Iterator[Flaw]:
    for index, link in enumerate(links):
        undercuts = link.relation == "undercuts"
        target, premises = link.target, link.premises
        if target not in (names if undercuts else nodes):
            what = "link" if undercuts else "id"
            yield Flaw(f"unknown {what} {target}", link=index, unknown=target)
        if target in premises or not nodes.issuperset(premises):
            yield from _premise_flaws(nodes, index, link)
        if len(premises) > 1 and len(set(premises)) != len(premises):
            yield Flaw("the same premise stands in it twice", link=index)


def _premise_flaws(nodes: set[str], index: int, link: Edge) -> Iterator[Flaw]:
    for position, premise in enumerate(link.premises):
        if premise not in nodes:
            yield Flaw(f"unknown id {premise}", link=index, premise=position, unknown=premise)
        elif premise == link.target:
            yield Flaw(f"{premise} cannot bear on itself", link=index, premise=position)


def _undercut_flaws(links: Sequence[Edge]) -> Iterator[Flaw]:
    """Find undercutters that attack one another in a ring, or in too long a row."""
    undercutters = [(index, link) for index, link in enumerate(links) if link.relation == "undercuts"]
    onto = {link.id: link for link in links if link.id} if undercutters else {}
    for index, link in undercutters:
        depth = 0
        here: Edge | None = link
        while here is not None and here.relation == "undercuts" and depth <= UNDERCUT_DEEPEST:
            here = onto.get(here.target)
            depth += 1
        if depth > UNDERCUT_DEEPEST:
            yield Flaw(f"undercutters of undercutters go at most {UNDERCUT_DEEPEST} deep", link=index)
