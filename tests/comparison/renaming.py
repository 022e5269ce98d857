"""Maps with other ids in another order, and maps of many nodes: what comparisons are tried on."""

import random
from collections.abc import Callable, Mapping
from typing import Any

from argmap.model import ArgumentMap, Claim, Link


def renamed(m: ArgumentMap, called: Mapping[str, str], shuffle: Callable[[list[Any]], Any]) -> ArgumentMap:
    """Return a map whose nodes are called otherwise, its nodes and links in another order."""
    nodes = [node.model_copy(update={"id": called[node.id]}) for node in m.nodes]
    links = [
        link.model_copy(
            update={
                "id": link.id if link.named or link.relation == "undercuts" else f"old.{link.id}",
                "premises": tuple(called[name] for name in link.premises),
                "target": called.get(link.target, link.target),
            }
        )
        for link in m.links
    ]
    links = [
        link.model_copy(
            update={
                "target": link.target
                if any(each.id == link.target for each in m.links if each.named)
                else f"old.{link.target}"
            }
        )
        if link.relation == "undercuts"
        else link
        for link in links
    ]
    links = [
        link.model_copy(update={"id": f"old.{link.id}"})
        if link.relation == "undercuts" and not link.named
        else link
        for link in links
    ]
    shuffle(nodes)
    shuffle(links)
    thesis = called[m.thesis] if m.thesis else None
    data = {"title": m.title, "source": m.source, "thesis": thesis, "nodes": nodes, "links": links}
    return ArgumentMap.model_validate({**data, "beside": m.beside})


def chain(count: int, name: str, text: str = "Statement {}") -> ArgumentMap:
    """Return a map in which each statement rests on the next."""
    nodes = tuple(Claim(id=f"{name}{index}", text=text.format(index)) for index in range(count))
    links = tuple(
        Link(premises=(f"{name}{index + 1}",), target=f"{name}{index}", relation="supports")
        for index in range(count - 1)
    )
    return ArgumentMap(nodes=nodes, links=links)


def shuffled(seed: int) -> Callable[[list[Any]], Any]:
    return random.Random(seed).shuffle
