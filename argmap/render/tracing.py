"""Traces as outlines, and as nested values for programs."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from argmap.model import WORDS, ArgumentMap, Node, Relation
from argmap.query.beneath import Step
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
    return onwards(m, step.depth, m.by_id[step.node], step.link.relation, step.beside, states)


def onwards(
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
