"""Statements as people and programs see them: cells, records, and what is said beside them."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from argmap import wire
from argmap.model import ArgumentMap, Gain, Kind, Link, Node, stake_of
from argmap.query.fields import Facts
from argmap.render.sections import PLURALS, Column, Row, counted, share
from argmap.sources.article import Article
from argmap.sources.passages import Passage, passages

COLUMNS: Final = {
    column.key: column
    for column in (
        Column("id", "id", style="quiet"),
        Column("Kind", "kind"),
        Column("Statement", "text", wide=True),
        Column("Label", "label"),
        Column("Holder", "holder"),
        Column("Nature", "nature"),
        Column("Domain", "domain"),
        Column("Amount", "amount", number=True),
        Column("Unit", "unit"),
        Column("Status", "status"),
        Column("By", "by", said="says {}"),
        Column("Sure", "sure", number=True, said="sure {}"),
        Column("Hedge", "hedge", said="“{}”"),
        Column("Place", "place"),
        Column("Quote", "quote", wide=True),
        Column("Tags", "tags"),
        Column("Note", "note", wide=True),
        Column("For", "for", number=True, said="{} for"),
        Column("Against", "against", number=True, said="{} against"),
        Column("Verdict", "verdict"),
        Column("Strength", "strength", number=True, said="strength {}"),
    )
}
"""The columns that `--columns` knows, by the names of their fields."""


def record(m: ArgumentMap, node: Node, cited: Sequence[Passage] | None = None) -> dict[str, Any]:
    """Return a statement for programs: its id, all its fields, and its links in short.

    Args:
        m: The map.
        node: The statement.
        cited: Its passages, where quotes were asked for.
    """
    out = {"id": node.id, **wire.node_with_links(m, node)}
    if cited is not None:
        out["passages"] = [{"words": each.words, "place": each.place, "found": each.found} for each in cited]
    return out


def cell(facts: Facts, node: Node, key: str) -> str:
    """Return a field of a statement as the text of a cell."""
    value = facts.value(node, key)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    if key == "sure":
        return share(value)
    if key == "strength":
        return f"{value:.3f}"
    return format(value, "f") if key == "amount" else str(value)


def row(facts: Facts, node: Node, keys: Iterable[str], article: Article | None, *, quotes: bool) -> Row:
    """Return a statement as a row of a table, with its passages under it where they are asked for."""
    under = cited(node, article) if quotes else ()
    return Row(tuple(cell(facts, node, key) for key in keys), node.kind, under)


def cited(node: Node, article: Article | None) -> tuple[str, ...]:
    """Return the passages of a statement as lines: the words and where they stand."""
    return tuple(
        f"“{each.words}” {each.place}".strip() if each.words else f"at {each.place}"
        for each in passages(node, article)
    )


def beside(node: Node) -> str:
    """Return what is said beside the words of a statement: kind, whose, how sure."""
    parts: list[str] = [node.kind]
    stake = stake_of(node)
    if stake is not None:
        if stake.holder:
            parts[0] = f"{node.kind} {'of' if isinstance(node, Gain) else 'to'} {listed(stake.holder)}"
        parts += [stake.nature or "", "" if stake.status == "actual" else stake.status]
        if stake.amount is not None:
            parts.append(f"{stake.amount:f} {stake.unit or ''}".strip())
    parts += [
        node.domain or "",
        f"says {node.by}" if node.by else "",
        f"“{node.hedge}”" if node.hedge else "",
        f"sure {share(node.sure)}" if node.sure is not None else "",
        "implicit" if node.implicit else "",
        "" if node.given is None else ("given" if node.given else "in need of a reason"),
    ]
    return " · ".join(part for part in parts if part)


def listed(names: Sequence[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def link_extras(link: Link) -> str:
    """Return what a link says beside its premises."""
    parts = (link.scheme or "", f"step {share(link.sure)}" if link.sure is not None else "")
    return " · ".join(part for part in parts if part)


def counted_kind(number: int, kind: Kind) -> str:
    """Return `1 gain`, `2 gains`, `3 pieces of evidence`."""
    return (
        counted(number, "piece of evidence", "pieces of evidence")
        if kind == "evidence"
        else counted(number, kind, PLURALS[kind])
    )
