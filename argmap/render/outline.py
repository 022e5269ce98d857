"""Statements under one another, as an outline for people and nested values for programs."""

from collections.abc import Sequence
from typing import Any, Final

from argmap.model import WORDS, ArgumentMap, Relation
from argmap.query.beneath import Step
from argmap.render.sections import (
    MARKS,
    Answer,
    Heading,
    Item,
    Outline,
    Paragraph,
    Section,
    Statement,
    counted,
)
from argmap.render.statements import beside, cited, link_extras
from argmap.sources.article import Article

SPOKEN: Final[dict[Relation | None, str]] = {
    "supports": "Because",
    "rebuts": "But",
    "undercuts": "Unless",
    None: "And",
}


def outline_answer(
    m: ArgumentMap, tops: Sequence[tuple[str, Sequence[Step]]], article: Article | None, *, quotes: bool
) -> Answer:
    """Answer with the whole map as an outline under its thesis and its other roots."""
    title = m.title or "A map without a title"
    links = counted(len(m.links), "link")
    sections: list[Section] = [
        Heading(title),
        Paragraph(f"{counted(len(m.nodes), 'node')}, {links}", "quiet"),
    ]
    for top, steps in tops:
        node = m.by_id[top]
        thesis = "thesis · " if m.thesis == top else ""
        passages = cited(node, article) if quotes else ()
        head = Statement(node.kind, node.text, node.id, thesis + beside(node), passages)
        sections += [Heading(""), head]
        sections.append(Outline([item(m, step, article, quotes=quotes) for step in steps]))
    return Answer(
        sections,
        lambda: ({**named(m, top), "rests_on": nested(m, steps)} for top, steps in tops),
        found=bool(m.nodes),
    )


def item(m: ArgumentMap, step: Step, article: Article | None, *, quotes: bool) -> Item:
    """Return a step downwards as a line of an outline."""
    style = step.relation or "premise"
    spoken = SPOKEN[step.relation]
    extras = link_extras(step.link) if step.relation else ""
    if step.node is None:
        words = f"together{f' ({extras})' if extras else ''}"
        return Item(step.depth, words, MARKS[step.relation], style, beside=_state(step), spoken=spoken)
    node = m.by_id[step.node]
    notes = [f"({extras})" if extras else "", *(cited(node, article) if quotes else ()), _state(step)]
    return Item(
        step.depth,
        node.text,
        MARKS[step.relation],
        style,
        kind=node.kind,
        id=node.id,
        beside=" ".join(note for note in notes if note),
        spoken=spoken,
    )


def _state(step: Step) -> str:
    return f"{'↑ above' if step.seen else ''} {cut_off(step, 'below')}".strip()


def cut_off(step: Step, where: str) -> str:
    """Return what is said of a step about the statements that its depth cuts off."""
    match step.hidden:
        case None:
            return ""
        case 0:
            return "↑ goes on elsewhere"
        case number:
            return f"… {number:,} more {where}"


def named(m: ArgumentMap, node_id: str) -> dict[str, Any]:
    """Return a statement in short, for programs."""
    node = m.by_id[node_id]
    return {"id": node.id, "kind": node.kind, "text": node.text}


def nested(m: ArgumentMap, steps: Sequence[Step], under: str = "rests_on") -> list[dict[str, Any]]:
    """Return steps as values inside one another: `together` holds linked premises, `under` the rest."""
    top: list[dict[str, Any]] = []
    levels: list[dict[str, Any]] = []
    for step in steps:
        value = _step_record(m, step)
        del levels[step.depth - 1 :]
        if not levels:
            top.append(value)
        elif step.relation is None:
            levels[-1].setdefault("together", []).append(value)
        else:
            key = WORDS["undercuts"] if step.relation == "undercuts" and under == "rests_on" else under
            levels[-1].setdefault(key, []).append(value)
        levels.append(value)
    return top


def _step_record(m: ArgumentMap, step: Step) -> dict[str, Any]:
    out: dict[str, Any] = {}
    if step.relation is not None:
        out["relation"] = WORDS[step.relation]
    if step.node is not None:
        out |= named(m, step.node)
    if step.relation is not None and step.link.scheme:
        out["scheme"] = step.link.scheme
    if step.beside:
        out["with"] = list(step.beside)
    if step.seen:
        out["above"] = True
    if step.hidden is not None:
        out["hidden"] = step.hidden
    return out
