"""What changed between two maps, for people and programs; the page of it is next door."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from argmap import wire
from argmap.comparison.changes import Comparison, FieldChange, LinkChange, NodePair
from argmap.comparison.rewording import Mark, Piece, reworded
from argmap.evaluation.verdicts import rounded
from argmap.evaluation.whatif import Change
from argmap.model import WORDS, ArgumentMap, Link, Node
from argmap.render.evaluation import labelled, number
from argmap.render.sections import Answer, Heading, Item, Outline, Paragraph, Section, Style, counted, share

AROUND: Final = 60
"""Characters that are shown of what stayed, on either side of a change."""
WHOLE: Final = 400
"""Characters up to which what stayed is shown whole."""
STYLES: Final[dict[Mark, Style]] = {"=": "plain", "-": "old", "+": "new"}
BRACKETS: Final[dict[Mark, tuple[str, str]]] = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
BY: Final = {
    "id": "by its id",
    "place": "by its place in the source",
    "text": "by likeness of text",
    "links": "by what it is linked with",
}
"""How a pair was found, in words."""


def comparison_answer(
    found: Comparison, old: str, new: str, weighing: dict[str, str] | None = None
) -> Answer:
    """Answer with what changed, part by part, and what it comes to.

    Args:
        found: The comparison.
        old: What the old map is called.
        new: What the new one is called.
        weighing: Semantics and standard by which both were weighed, where they were.
    """
    return Answer(
        list(_sections(found, f"From {old} to {new}")),
        lambda: _items(found),
        found=found.same,
        head={"old": old, "new": new, **(weighing or {}), **counts(found)},
    )


def _sections(found: Comparison, title: str) -> Iterator[Section]:
    yield Heading(title)
    changed = [pair for pair in found.pairs if pair.fields]
    renamed = [pair for pair in found.pairs if pair.renamed and not pair.fields]
    parts = (
        ("Head", [_field(each, 1) for each in found.head]),
        (f"Added ({len(found.added):,})", [_node(each, "+", "new", "added") for each in found.added]),
        (f"Removed ({len(found.removed):,})", [_node(each, "-", "old", "removed") for each in found.removed]),
        (f"Changed ({len(changed):,})", [item for pair in changed for item in _pair(pair)]),
        (f"The same under another id ({len(renamed):,})", [_renamed(pair) for pair in renamed]),
        (f"Links ({len(found.links):,})", [item for each in found.links for item in _link(found, each)]),
        (
            f"Conclusions ({len(found.conclusions):,})",
            [_conclusion(found.new, each) for each in found.conclusions],
        ),
    )
    for heading, items in parts:
        if items:
            yield Heading(heading)
            yield Outline(items, bare=True)
    yield Heading("")
    if found.reordered:
        yield Paragraph(
            f"{counted(found.reordered, 'node stands', 'nodes stand')} in another order.", "quiet"
        )
    yield Paragraph(summary(found))


def counts(found: Comparison) -> dict[str, int]:
    """Return how many nodes and links changed, by sort of change."""
    kinds = Counter(kind for pair in found.pairs for kind in pair.kinds)
    links = Counter(change_of(each) for each in found.links)
    return {
        "added": len(found.added),
        "removed": len(found.removed),
        **{kind: kinds[kind] for kind in ("reworded", "moved", "retyped", "edited", "renamed")},
        "same": sum(pair.same for pair in found.pairs),
        **{f"links_{sort}": links[sort] for sort in ("added", "removed", "changed")},
        "links_same": found.same_links,
        "head": len(found.head),
        "reordered": found.reordered,
    }


def summary(found: Comparison) -> str:
    """Return what it comes to, in a line: 3 added, 1 removed, 2 reworded."""
    number_of = counts(found)
    words = {"retyped": "of another kind", "edited": "with other fields"}
    nodes = [
        f"{number_of[name]:,} {words.get(name, name)}"
        for name in ("added", "removed", "reworded", "moved", "retyped", "edited", "renamed")
        if number_of[name]
    ]
    links = [
        f"{number_of[f'links_{sort}']:,} {sort}"
        for sort in ("added", "removed", "changed")
        if number_of[f"links_{sort}"]
    ]
    parts = [
        ", ".join(nodes),
        f"links: {', '.join(links)}" if links else "",
        f"head: {len(found.head):,} changed" if found.head else "",
        f"conclusions: {len(found.conclusions):,} changed" if found.conclusions else "",
    ]
    told = "; ".join(part for part in parts if part) or "nothing changed in meaning"
    same = f"{counted(number_of['same'], 'node')} and {counted(found.same_links, 'link')} the same"
    return f"{told}; {same}."


def change_of(each: LinkChange) -> str:
    """Return what became of a link, in a word."""
    return "added" if each.before is None else "removed" if each.after is None else "changed"


def found_by(pair: NodePair) -> str:
    """Return how a pair was found, and how sure it is."""
    return f"matched {BY[pair.by]}, {share(round(pair.sure, 2))} sure"


def shown(value: Any) -> str:  # noqa: ANN401 - plain data
    """Return the value of a field in words."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(map(str, value)) or "nothing"
        case _:
            return str(value)


def field_pieces(each: FieldChange) -> tuple[Piece, ...]:
    """Return what became of a field, in pieces: word by word where it is a text of several words."""
    texts = each.before, each.after
    if all(isinstance(text, str) and " " in text.strip() for text in texts):
        return reworded(each.before, each.after)
    return Piece("-", shown(each.before)), Piece("+", shown(each.after))


def is_text(each: FieldChange) -> bool:
    """Tell whether a field is told word by word."""
    return any(piece.mark == "=" for piece in field_pieces(each))


def shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, with the middle of long stretches that stayed left out."""
    last = len(pieces) - 1
    out = []
    for index, piece in enumerate(pieces):
        text = piece.text
        if piece.mark == "=" and len(text) > WHOLE:
            before = text[:AROUND] if index else ""
            after = text[-AROUND:] if index < last else ""
            text = f"{before} … {after}"
        out.append(Piece(piece.mark, text))
    return out


def _marked(pieces: Sequence[Piece]) -> tuple[str, tuple[tuple[str, Style], ...]]:
    """Return pieces as a text with marks, and the same in the looks of its pieces."""
    told = [(_bracketed(piece), STYLES[piece.mark]) for piece in shortened(pieces)]
    return "".join(text for text, _ in told), tuple(told)


def _bracketed(piece: Piece) -> str:
    """Return a piece between its marks, with the blanks at its ends outside of them."""
    first, last = BRACKETS[piece.mark]
    words = piece.text.strip()
    if not words:
        return first + piece.text + last
    before, after = piece.text.split(words, 1)
    return before + first + words + last + after


def _aloud(each: FieldChange) -> str:
    return f"before: {shown(each.before)}; now: {shown(each.after)}"


def _field(each: FieldChange, depth: int) -> Item:
    if is_text(each):
        text, pieces = _marked(field_pieces(each))
        return Item(
            depth, text, f"{each.name}:", "quiet", pieces=pieces, aloud=_aloud(each), spoken=each.name
        )
    text = f"{shown(each.before)} → {shown(each.after)}"
    return Item(depth, text, f"{each.name}:", "quiet", aloud=_aloud(each), spoken=each.name)


def _node(node: Node, mark: str, style: Style, spoken: str) -> Item:
    return Item(1, node.text, mark, style, node.kind, node.id, spoken=f"{spoken}, {node.kind}")


def _pair(pair: NodePair) -> Iterator[Item]:
    """Yield what changed of a node: its words first, then the fields, then how it was matched."""
    node = pair.after
    text = next((each for each in pair.fields if each.name == "text"), None)
    spoken = f"changed, {node.kind}"
    if text is None:
        yield Item(1, node.text, "~", "quiet", node.kind, node.id, spoken=spoken)
    else:
        words, pieces = _marked(reworded(text.before, text.after))
        head = Item(1, words, "~", "quiet", node.kind, node.id, spoken=spoken)
        yield head._replace(pieces=pieces, aloud=_aloud(text))
    for each in pair.fields:
        if each is not text:
            yield _field(each, 2)
    if pair.renamed:
        ids = FieldChange("id", pair.before.id, node.id)
        yield _field(ids, 2)._replace(beside=f"({found_by(pair)})")
    elif pair.sure < 0.5:  # noqa: PLR2004 - less likely than not, its id aside
        yield Item(2, f"({found_by(pair)})", spoken="note")


def _renamed(pair: NodePair) -> Item:
    beside = f"(was {pair.before.id}; {found_by(pair)})"
    return Item(1, pair.after.text, "=", "quiet", pair.after.kind, pair.after.id, beside, "same")


def _link(found: Comparison, each: LinkChange) -> Iterator[Item]:
    if each.after is None and each.before is not None:
        yield Item(1, told_link(found.old, each.before), "-", "old", spoken="removed")
    elif each.after is not None:
        mark, style, spoken = ("+", "new", "added") if each.before is None else ("~", "quiet", "changed")
        yield Item(1, told_link(found.new, each.after), mark, style, spoken=spoken)  # type: ignore[arg-type]
        yield from (_field(change, 2) for change in each.fields)


def told_link(m: ArgumentMap, link: Link) -> str:
    """Return a link in the mapmaker's words: `keep because lessons + skill`; by the ids of its map."""
    parts = []
    onto = {each.id: each for each in m.links} if link.relation == "undercuts" else {}
    each: Link | None = link
    while each is not None:
        parts.append(f"{WORDS[each.relation]} {' + '.join(each.premises)}")
        if each.relation != "undercuts":
            return " ".join([each.target, *parts[::-1]])
        each = onto.get(each.target)
    return " ".join(parts[::-1])


def _conclusion(m: ArgumentMap, each: Change) -> Item:
    assert each.before is not None  # noqa: S101 - pairs have both
    node = m.by_id[each.after.id]
    was, now = (
        f"{labelled(one.label)}, strength {number(one.strength)}" for one in (each.before, each.after)
    )
    beside = f"(was {was}; now {now})"
    return Item(1, node.text, "~", "quiet", node.kind, node.id, beside, spoken=node.kind)


# --- for programs -------------------------------------------------------------------------------


def _items(found: Comparison) -> Iterator[dict[str, Any]]:
    for each in found.head:
        yield {"what": "head", "change": "changed", "fields": {each.name: _change_record(each)}}
    for node in found.added:
        yield {"what": "node", "change": "added", "id": node.id, **wire.node_fields(node)}
    for node in found.removed:
        yield {"what": "node", "change": "removed", "id": node.id, **wire.node_fields(node)}
    for pair in found.pairs:
        if not pair.same:
            yield _pair_record(pair)
    for link in found.links:
        yield _link_record(link)
    for each_ in found.conclusions:
        yield _conclusion_record(each_)


def _change_record(each: FieldChange) -> dict[str, Any]:
    out = {"before": each.before, "after": each.after}
    return {**out, "words": [list(piece) for piece in field_pieces(each)]} if is_text(each) else out


def _pair_record(pair: NodePair) -> dict[str, Any]:
    return {
        "what": "node",
        "change": "changed",
        "id": pair.after.id,
        "before_id": pair.before.id,
        "kind": pair.after.kind,
        "text": pair.after.text,
        "kinds": list(pair.kinds),
        "by": pair.by,
        "sure": round(pair.sure, 2),
        "fields": {each.name: _change_record(each) for each in pair.fields},
    }


def _link_record(each: LinkChange) -> dict[str, Any]:
    link = each.after or each.before
    assert link is not None  # noqa: S101 - one of both is there
    out: dict[str, Any] = {"what": "link", "change": change_of(each), "id": link.id}
    if each.fields and each.before is not None:
        out["before_id"] = each.before.id
    out |= {name: value for name, value in wire.flat_link(link).items() if name != "id"}
    if each.fields:
        out["fields"] = {change.name: _change_record(change) for change in each.fields}
    return out


def _conclusion_record(each: Change) -> dict[str, Any]:
    before, after = each.before, each.after
    assert before is not None  # noqa: S101 - pairs have both
    return {
        "what": "conclusion",
        "change": "changed",
        "id": after.id,
        "before_id": before.id,
        "label": after.label,
        "strength": rounded(after.strength),
        "before": {"label": before.label, "strength": rounded(before.strength)},
    }
