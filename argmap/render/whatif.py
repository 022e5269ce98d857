"""What a change would change: the conclusions that are labelled otherwise, and those that moved."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from argmap.evaluation.strengths import Ring
from argmap.evaluation.supposing import Changes
from argmap.evaluation.verdicts import Weighed, rounded
from argmap.evaluation.whatif import MOVED, Change, WhatIf
from argmap.render.evaluation import labelled, number, ring_notices, ring_records, sample_notice
from argmap.render.sections import (
    Answer,
    Column,
    Heading,
    Paragraph,
    Row,
    Section,
    Table,
    Tip,
    counted,
    share,
)

COLUMNS: Final = (
    Column("Before", "before"),
    Column("After", "after", said="now {}"),
    Column("Strength", "strength", said="strength {}"),
    Column("Statement", "text", wide=True),
    Column("id", "id", style="quiet"),
)


PIPED: Final = (
    *(Column(name, name) for name in ("id", "before", "after", "strength before", "strength after")),
    Column("text", "text", wide=True),
)


def whatif_answer(
    before: Weighed, asked: Changes, found: WhatIf, watched: Sequence[str], *, piped: bool = False
) -> Answer:
    """Answer with what a change would change, as a diff.

    Args:
        before: The map as it is, weighed.
        asked: The change.
        found: What it would come to.
        watched: Ids of statements none of which is to change; where one does, the answer is no.
        piped: Whether the answer goes into a pipe.
    """
    begun = {*asked.dropped, *(name for name, _ in asked.sure)} - {*watched}
    others = [each for each in found.changes if each.after.id not in begun]
    relabelled = [each for each in others if each.relabelled]
    moved = [each for each in others if each.moved and not each.relabelled]
    changes = [*relabelled, *moved]
    changed = {each.after.id for each in changes}
    hit = [name for name in watched if name in changed]
    sections: list[Section] = [Heading(_title(relabelled, moved))]
    if changes or piped:  # in a pipe, no change is no line
        rows = [_piped(before, each) if piped else _row(before, each) for each in changes]
        sections.append(Table(PIPED if piped else COLUMNS, rows))
    sections += [Paragraph(words) for words in _said(before, asked, found)]
    sections += [Paragraph(words) for words in _watched(watched, hit)]
    if relabelled:
        sections.append(Tip([f"argmap explain {relabelled[0].after.id}"]))
    head: dict[str, Any] = {"semantics": before.semantics.name, "standard": before.standard.name}
    head["weighed"] = len(found.touched)
    if found.after.strengths.error:
        head["error"] = rounded(found.after.strengths.error)
    if rings := _rings(found):
        head["rings"] = ring_records(found.after, rings)
    return Answer(sections, lambda: (_record(each, watched) for each in changes), found=not hit, head=head)


def _rings(found: WhatIf) -> list[Ring]:
    """Return the rings that were weighed again."""
    touched = {*found.touched}
    return [ring for ring in found.after.strengths.rings if not touched.isdisjoint(ring.claims)]


def _said(before: Weighed, asked: Changes, found: WhatIf) -> Iterator[str]:
    """Yield what was asked, what is new, and how far the change reached."""
    if asked.dropped:
        yield f"Dropped: {', '.join(asked.dropped)}."
    if asked.sure:
        yield f"Set: {', '.join(f'{name} to {share(value)}' for name, value in asked.sure)}."
    texts = {node.id: node.text for node in asked.nodes}
    for each in found.changes:
        if each.before is None:
            verdict = each.after
            state = "undecided" if verdict.label == "undecided" else f"it {verdict.label}"
            yield f"New, and {state}: {texts[verdict.id]} ({verdict.id})."
    weighed = counted(len(found.touched), "was", "were")
    yield f"Of {counted(len(before.map.nodes), 'node')}, {weighed} weighed again."
    yield from sample_notice(found.after)
    yield from ring_notices(found.after, _rings(found))


def _watched(watched: Sequence[str], hit: Sequence[str]) -> Iterator[str]:
    kept = [name for name in watched if name not in hit]
    if hit:
        yield f"Watched, and changed: {', '.join(hit)}."
    if kept:
        yield f"Watched, and unchanged: {', '.join(kept)}."


def _title(relabelled: Sequence[Change], moved: Sequence[Change]) -> str:
    return (
        f"{counted(len(relabelled), 'conclusion changes its label', 'conclusions change their labels')}, "
        f"{counted(len(moved), 'more moves', 'more move')} by {MOVED} or more"
    )


def _piped(before: Weighed, change: Change) -> Row:
    old, new = change.before, change.after
    node = before.map.by_id[new.id]
    was = (old.label, number(old.strength)) if old else ("", "")
    return Row((new.id, was[0], new.label, was[1], number(new.strength), node.text), node.kind)


def _row(before: Weighed, change: Change) -> Row:
    old, new = change.before, change.after
    node = before.map.by_id[new.id]
    words = [labelled(each.label) if each else "" for each in (old, new)]
    return Row(
        (*words, f"{number(old.strength if old else None)} → {number(new.strength)}", node.text, new.id),
        node.kind,
    )


def _record(change: Change, watched: Sequence[str]) -> dict[str, Any]:
    old, new = change.before, change.after
    out: dict[str, Any] = {"id": new.id, "label": new.label, "strength": rounded(new.strength)}
    if old is not None:
        out["before"] = {"label": old.label, "strength": rounded(old.strength)}
    out["watched"] = new.id in watched
    return out
