"""Traces, chains and the whole map as outlines; and the same as nested values for programs."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from argmap.model import WORDS, ArgumentMap, Node, Relation
from argmap.query.beneath import Step
from argmap.query.chains import Chain, Chains
from argmap.query.tracing import Trace
from argmap.render.outline import cut_off, item, named, nested
from argmap.render.sections import (
    ONWARDS,
    Answer,
    Heading,
    Item,
    Outline,
    Paragraph,
    Section,
    Statement,
    Tip,
    counted,
    share,
)
from argmap.render.statements import beside, cited, listed
from argmap.sources.article import Article

MOST_NAMED: Final = 20
"""Open objections that are named under a trace; `show objections` lists them all."""
DEEPEST_CHAIN: Final = 12
"""Steps of a chain after which a line is no further indented."""


def trace_answer(m: ArgumentMap, traces: Sequence[Trace], article: Article | None, *, quotes: bool) -> Answer:
    """Answer with one or more traces."""
    sections: list[Section] = []
    for trace in traces:
        sections += _trace_sections(m, trace, article, quotes=quotes)
    if not traces:
        sections.append(Paragraph("this map has no statements yet"))
    return Answer(sections, lambda: (_trace_record(m, trace) for trace in traces), found=bool(traces))


def _trace_sections(
    m: ArgumentMap, trace: Trace, article: Article | None, *, quotes: bool
) -> Iterator[Section]:
    node = m.by_id[trace.node]
    thesis = "thesis · " if m.thesis == node.id else ""
    yield Statement(node.kind, node.text, node.id, thesis + beside(node), cited(node, article))
    if trace.bears_on is not None:
        yield Heading("It bears on" if trace.bears_on else "It bears on nothing further")
        yield Outline([_up(m, step) for step in trace.bears_on], bare=True)
    if trace.rests_on is not None:
        yield Heading("It rests on" if trace.rests_on else "It rests on nothing further")
        yield Outline([item(m, step, article, quotes=quotes) for step in trace.rests_on])
        yield from _summary(m, trace)


def _summary(m: ArgumentMap, trace: Trace) -> Iterator[Section]:
    lines = []
    if trace.open_objections:
        names = list(dict.fromkeys(" & ".join(each.link.premises) for each in trace.open_objections))
        more = [f"and {len(names) - MOST_NAMED:,} more"] if len(names) > MOST_NAMED else []
        named_first = ", ".join([*names[:MOST_NAMED], *more])
        lines.append(f"{counted(len(trace.open_objections), 'open objection')}: {named_first}.")
    if trace.weakest is not None:
        node = m.by_id[trace.weakest]
        why = f"sure {share(node.sure)}, " if node.sure is not None else ""
        lines.append(f"Weakest premise: {node.id} ({node.kind}, {why}no reason given).")
    if lines:
        yield Heading(" ".join(lines))
    if trace.weakest is not None:
        yield Tip([f"argmap show {trace.weakest}", f"argmap trace {trace.node} --only but"])


def _up(m: ArgumentMap, step: Step) -> Item:
    assert step.node is not None  # noqa: S101 - upwards each step reaches a statement
    states = ("↑ above" if step.seen else "", cut_off(step, "further up"))
    return _onwards(m, step.depth, m.by_id[step.node], step.link.relation, step.beside, states)


def _onwards(
    m: ArgumentMap,
    depth: int,
    node: Node,
    relation: Relation,
    others: Sequence[str],
    states: Sequence[str] = (),
) -> Item:
    """Return a statement that another bears on, together with others, as a line of an outline."""
    notes = (
        f"(with {listed(others)})" if others else "",
        f"(against a step to {node.id})" if relation == "undercuts" else "",
        "(thesis)" if m.thesis == node.id else "",
        *states,
    )
    return Item(
        depth,
        node.text,
        f"→ {WORDS[relation]}",
        relation,
        kind=node.kind,
        id=node.id,
        beside=" ".join(note for note in notes if note),
        spoken=ONWARDS[relation],
    )


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
        yield _onwards(m, min(depth, DEEPEST_CHAIN), m.by_id[name], link.relation, others)


# --- for programs -------------------------------------------------------------------------------


def _trace_record(m: ArgumentMap, trace: Trace) -> dict[str, Any]:
    out: dict[str, Any] = named(m, trace.node)
    if trace.rests_on is not None:
        out["rests_on"] = nested(m, trace.rests_on)
    if trace.bears_on is not None:
        out["bears_on"] = nested(m, trace.bears_on, "bears_on")
    out["open_objections"] = [
        {"id": list(each.link.premises), "target": each.target, "relation": each.link.relation}
        for each in trace.open_objections
    ]
    out["weakest"] = trace.weakest
    return out
