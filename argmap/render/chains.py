"""The ways from one statement to another, as outlines and as values for programs."""

from collections.abc import Iterator
from typing import Final

from argmap.model import ArgumentMap
from argmap.query.chains import Chain, Chains
from argmap.render.sections import Answer, Heading, Item, Outline, Paragraph, Section, counted
from argmap.render.tracing import onwards

DEEPEST: Final = 12
"""Steps of a chain after which a line is no further indented."""


def chains_answer(m: ArgumentMap, found: Chains) -> Answer:
    """Answer with the ways from one statement to another."""
    number = counted(len(found.chains), "way")
    title = (
        f"{number} from {found.start} to {found.end}"
        if found.chains
        else f"no way from {found.start} to {found.end}"
    )
    sections: list[Section] = [Heading(title) if found.chains else Paragraph(title)]
    for index, chain in enumerate(found.chains, 1):
        sections += [Heading(f"{index}")] if len(found.chains) > 1 else []
        sections.append(Outline(list(_chain_items(m, chain)), bare=True))
    if not found.complete:
        sections.append(Paragraph("There are more ways than are listed here.", "quiet"))
    return Answer(
        sections,
        lambda: ({"nodes": list(chain.nodes), "relations": list(chain.relations)} for chain in found.chains),
        found=bool(found.chains),
        head={"complete": found.complete},
    )


def _chain_items(m: ArgumentMap, chain: Chain) -> Iterator[Item]:
    first = m.by_id[chain.nodes[0]]
    yield Item(1, first.text, kind=first.kind, id=first.id)
    for depth, (before, name, link) in enumerate(
        zip(chain.nodes, chain.nodes[1:], chain.links, strict=False), 2
    ):
        others = tuple(premise for premise in link.premises if premise != before)
        yield onwards(m, min(depth, DEEPEST), m.by_id[name], link.relation, others)
