"""One statement, whole: what `show ID` answers with."""

from collections.abc import Iterator, Sequence

from argmap.model import WORDS, ArgumentMap, Link, Node
from argmap.render.sections import (
    MARKS,
    ONWARDS,
    Answer,
    Heading,
    Item,
    Outline,
    Pairs,
    Section,
    Statement,
    Tip,
)
from argmap.render.statements import beside, cited, link_extras, record
from argmap.sources.article import Article
from argmap.sources.passages import passages


def cards(m: ArgumentMap, nodes: Sequence[Node], article: Article | None, *, quotes: bool) -> Answer:
    """Answer with statements one by one, each with its fields and its nearest links."""
    from_whom: dict[str, list[Link]] = {}
    for link in m.links:
        for premise in link.premises:
            from_whom.setdefault(premise, []).append(link)
    sections: list[Section] = []
    for node in nodes:
        sections += [Heading("")] if sections else []
        sections += _card(m, node, from_whom.get(node.id, []), article)
    if len(nodes) == 1:
        sections.append(Tip([f"argmap trace {nodes[0].id}"]))
    return Answer(
        sections,
        lambda: (record(m, node, passages(node, article) if quotes else None) for node in nodes),
    )


def _card(m: ArgumentMap, node: Node, onwards: Sequence[Link], article: Article | None) -> Iterator[Section]:
    thesis = "thesis · " if m.thesis == node.id else ""
    yield Statement(node.kind, node.text, node.id, thesis + beside(node), cited(node, article))
    pairs = [("label", node.label or ""), ("tags", ", ".join(node.tags)), ("note", node.note or "")]
    told = [(name, value) for name, value in pairs if value]
    if told:
        yield Pairs(told)
    below = [item for link in m.links_onto.get(node.id, ()) for item in _onto(m, link)]
    if below:
        yield Heading("It rests on" if all(item.style == "supports" for item in below) else "For and against")
        yield Outline(below, bare=True)
    if onwards:
        yield Heading("It bears on")
        yield Outline([_onwards(m, node, link) for link in onwards], bare=True)


def _onto(m: ArgumentMap, link: Link) -> Iterator[Item]:
    premises = [m.by_id[premise] for premise in link.premises]
    extras = link_extras(link)
    note = f"({extras})" if extras else ""
    for index, premise in enumerate(premises):
        mark = MARKS[link.relation] if index == 0 else "  and"
        spoken = WORDS[link.relation].capitalize() if index == 0 else "And"
        yield Item(
            1, premise.text, mark, link.relation, premise.kind, premise.id, note if index == 0 else "", spoken
        )
    for attack in m.links_onto.get(link.id, ()):
        for name in attack.premises:
            under = m.by_id[name]
            yield Item(2, under.text, MARKS["undercuts"], "undercuts", under.kind, under.id, spoken="Unless")


def _onwards(m: ArgumentMap, node: Node, link: Link) -> Item:
    others = [premise for premise in link.premises if premise != node.id]
    together = f"(with {', '.join(others)})" if others else ""
    target = m.by_id.get(link.target)
    mark = f"→ {WORDS[link.relation]}"
    if target is None:
        step = f"the step {link.target}"
        return Item(1, step, mark, link.relation, beside=together, spoken="It undercuts")
    return Item(1, target.text, mark, link.relation, target.kind, target.id, together, ONWARDS[link.relation])
