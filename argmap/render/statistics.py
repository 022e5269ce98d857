"""A map in numbers: what `stats` answers with."""

from typing import Any

from argmap.model import WORDS, ArgumentMap
from argmap.query.shape import Statistics
from argmap.render.sections import PLURALS, Answer, Bar, Bars, Heading, Pairs, Section, counted


def statistics_answer(m: ArgumentMap, numbers: Statistics) -> Answer:
    """Answer with the numbers of a map, kinds and relations as bars."""
    nodes = [Bar(PLURALS[kind], count, kind) for kind, count in numbers.nodes.items()]
    links = [Bar(WORDS[relation], count, relation) for relation, count in numbers.links.items()]
    sections: list[Section] = [Heading(m.title or "A map without a title")]
    if nodes:
        sections.append(Bars("nodes", f"{len(m.nodes):,} nodes", nodes))
    if links:
        sections.append(
            Bars("links", f"{len(m.links):,} links, {numbers.linked:,} of them with linked premises", links)
        )
    for title, index in (("gains", 0), ("costs", 1)):
        bars = [
            Bar(name, counts[index], "gain" if index == 0 else "cost")
            for name, counts in numbers.holders.items()
            if counts[index]
        ]
        if bars:
            sections.append(Bars(title, f"{title.capitalize()} by holder", bars))
    sections += [Heading("Shape"), Pairs(_pairs(numbers))]
    return Answer(sections, lambda: [_record(numbers)])


def _pairs(numbers: Statistics) -> list[tuple[str, str]]:
    nodes = sum(numbers.nodes.values())
    return [
        ("roots", f"{numbers.roots:,}"),
        ("longest chain", counted(numbers.depth, "link")),
        ("circles", f"{numbers.circles:,}"),
        ("lonely nodes", f"{numbers.lonely:,}"),
        ("objections", f"{numbers.objections:,}, {numbers.answered:,} of them answered"),
        ("without a reason", f"{numbers.unsupported:,} claims, gains and costs"),
        ("placed in the source", f"{numbers.placed:,} of {nodes:,}"),
        ("implicit", f"{numbers.implicit:,}"),
    ]


def _record(numbers: Statistics) -> dict[str, Any]:
    return {
        "nodes": dict(numbers.nodes),
        "links": dict(numbers.links),
        "linked": numbers.linked,
        "holders": {
            name: {"gains": gains, "costs": costs} for name, (gains, costs) in numbers.holders.items()
        },
        "roots": numbers.roots,
        "depth": numbers.depth,
        "circles": numbers.circles,
        "lonely": numbers.lonely,
        "objections": numbers.objections,
        "answered": numbers.answered,
        "unsupported": numbers.unsupported,
        "placed": numbers.placed,
        "implicit": numbers.implicit,
    }
