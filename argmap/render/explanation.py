"""Why a statement stands or falls, in sentences; and what it hangs on most."""

from collections.abc import Iterator
from typing import Any, Final

from argmap.evaluation.explanation import Explanation, Point, Why
from argmap.evaluation.standards import DEFAULT
from argmap.evaluation.verdicts import HALF, Verdict, Weighed
from argmap.evaluation.weakest import Doubt, Weakest
from argmap.model import WORDS, ArgumentMap
from argmap.render.evaluation import MOST_NAMED, named, number, verdict_record
from argmap.render.outline import SPOKEN
from argmap.render.sections import (
    MARKS,
    Answer,
    Heading,
    Item,
    Outline,
    Paragraph,
    Section,
    Statement,
    Tip,
    share,
)
from argmap.render.statements import beside, cited
from argmap.sources.article import Article

_WHY: Final[dict[Why, str]] = {
    "given": "it is given",
    "reason": "a reason for it stands",
    "rebutted": "an objection to it stands",
    "unsupported": "it needs a reason, and none is recorded",
    "denied": "it is given with no confidence at all",
    "broken": "no reason for it stands",
    "outweighed": "what speaks for it is not enough",
    "loop": "it hangs on a ring that nothing settles",
    "above": "as shown above",
}


def explanation_answer(
    found: Weighed,
    told: Explanation,
    weak: Weakest | None,
    article: Article | None,
    *,
    quotes: bool,
) -> Answer:
    """Answer with why a statement comes to what it does, and where asked what it hangs on most."""
    m, verdict = found.map, told.verdict
    node = m.by_id[verdict.id]
    thesis = "thesis · " if m.thesis == node.id else ""
    sections: list[Section] = [
        Statement(node.kind, node.text, node.id, thesis + beside(node), cited(node, article)),
        Heading(f"It {label_said(verdict.label)}: {reason_said(told.points[0])}."),
        Outline([_item(m, point, article, quotes=quotes) for point in told.points[1:]]),
        *map(Paragraph, _remarks(found, told)),
    ]
    if weak is not None:
        sections += [Heading("What it hangs on most"), *map(Paragraph, hangs_on(told, weak))]
    sections.append(Tip(_tips(node.id, weak)))
    record = verdict_record(verdict) | {"why": told.points[0].why}
    record["proof"] = [_point_record(point) for point in told.points[1:]]
    if told.loop:
        record["loop"] = list(told.loop)
    if weak is not None:
        record["weakest"] = _weak_record(weak)
    return Answer(
        sections, lambda: [record], head={"standard": found.standard.name, "semantics": found.semantics.name}
    )


def _tips(node_id: str, weak: Weakest | None) -> list[str]:
    if weak is None:
        return [f"argmap explain {node_id} --weakest", f"argmap trace {node_id}"]
    lost = [f"argmap whatif --drop {weak.losses[0].premises[0]}"] if weak.losses else []
    return [*lost, f"argmap trace {node_id}"]


def label_said(label: str) -> str:
    """Return a label as a predicate: stands, falls, is undecided."""
    return "is undecided" if label == "undecided" else label


def reason_said(point: Point) -> str:
    """Return why a statement comes to what it does, with what speaks against it where it stands."""
    words = _WHY[point.why]
    if point.why == "broken" and point.reasons > 1:
        words = f"none of its {point.reasons} reasons stands"
    if point.label != "stands" or point.why == "above":
        return words
    if not point.objections:
        return f"{words}, and nothing speaks against it"
    if point.objections == 1:
        return f"{words}, and the objection to it {'is outweighed' if point.outweighs else 'does not stand'}"
    beaten = "outweighs it" if point.outweighs else "stands"
    return f"{words}, and none of the {point.objections} objections to it {beaten}"


def _item(m: ArgumentMap, point: Point, article: Article | None, *, quotes: bool) -> Item:
    style = point.relation or "premise"
    spoken = SPOKEN[point.relation]
    if point.node is None:
        return Item(point.depth, "together", MARKS[point.relation], style, spoken=spoken)
    node = m.by_id[point.node]
    passages = cited(node, article) if quotes else ()
    idle = "; but the step from it does not hold" if point.idle else ""
    state = f"— {label_said(point.label)}: {reason_said(point)}{idle}"
    return Item(
        point.depth, node.text, MARKS[point.relation], style,
        kind=node.kind, id=node.id, beside=" ".join([*passages, state]), spoken=spoken,
    )  # fmt: skip


def _remarks(found: Weighed, told: Explanation) -> Iterator[str]:
    verdict = told.verdict
    if told.loop:
        ring = " → ".join([*told.loop, told.loop[0]])
        yield f"The ring: {ring}, each hanging on the next."
    if found.standard is not DEFAULT:
        yield f"By the standard {found.standard.name} a claim stands when {found.standard.about}."
    if not told.complete:
        yield "The proof goes deeper; a greater --depth shows it."
    swing = ""
    if verdict.swing is not None:
        low, high = verdict.swing
        swing = f" It swings between {low:.3f} and {high:.3f} when its ring is updated all at once."
    yield f"Strength: {number(verdict.strength)} ({found.semantics.name}).{swing}"
    if verdict.disagrees:
        yield "! Verdict and strength are on different sides of one half: whether it stands, and how firmly."
    if not verdict.tested:
        yield "Nothing in the map speaks against the statement itself: it was not tested."


def hangs_on(told: Explanation, weak: Weakest) -> Iterator[str]:
    """Yield in sentences what a statement hangs on most."""
    verdict = told.verdict
    if not weak.doubtable:
        yield "It rests on no given premise but itself."
        return
    alone: dict[str, list[str]] = {}
    for loss in weak.losses:
        alone.setdefault(loss.label, []).append(" & ".join(loss.premises))
    for label, lost in alone.items():
        yield f"It {label_said(label)} without {'any one of ' if len(lost) > 1 else ''}{named(lost)}."
    if not weak.losses and weak.size:
        some = "any one" if weak.size == 1 else f"any {weak.size}"
        yield f"It still {label_said(verdict.label)} without {some} of its {weak.premises:,} premises."
    if not weak.complete:
        size = weak.size + (not weak.losses)
        every = "Not each" if size == 1 else f"Not every set of {size}"
        yield f"{every} of its {weak.premises:,} premises was tried."
    yield from map(_doubt_said, weak.doubts[:MOST_NAMED])
    yield from _doubts_tried(verdict, weak)


def _doubts_tried(verdict: Verdict, weak: Weakest) -> Iterator[str]:
    """Yield how far doubts were looked for, where that has to be said."""
    if verdict.strength is None:
        yield "It has no strength that a doubt could carry over one half."
    elif weak.doubted and not weak.doubts:
        nearest = f" in the nearest {weak.doubted:,} of its {weak.doubtable:,} premises"
        where = nearest if weak.doubted < weak.doubtable else ""
        yield f"No change of one confidence{where} carries its strength over one half."
    elif 0 < weak.doubted < weak.doubtable:
        yield f"Only the nearest {weak.doubted:,} of its {weak.doubtable:,} premises were doubted."


def _doubt_said(doubt: Doubt) -> str:
    how = "falls" if doubt.after < doubt.before else "rises"
    where = "rises to one half or more" if doubt.strength >= HALF else "drops below one half"
    if doubt.slightest:
        return f"Its strength {where} as soon as {doubt.premise} {how} from {share(doubt.before)} at all."
    change = f"{how} from {share(doubt.before)} to about {share(doubt.enough)}"
    return f"Its strength {where} when {doubt.premise} {change}."


def _point_record(point: Point) -> dict[str, Any]:
    out: dict[str, Any] = {"depth": point.depth, "id": point.node, "label": point.label, "why": point.why}
    if point.relation is not None:
        out["relation"] = WORDS[point.relation]
    if point.link is not None:
        out["link"] = point.link.id
    if point.idle:
        out["idle"] = True
    return out


def _weak_record(weak: Weakest) -> dict[str, Any]:
    return {
        "losses": [{"ids": list(loss.premises), "label": loss.label} for loss in weak.losses],
        "doubts": [
            {
                "id": doubt.premise,
                "from": doubt.before,
                "to": round(doubt.after, 6),
                "strength": round(doubt.strength, 6),
            }
            for doubt in weak.doubts
        ],
        "premises": weak.premises,
        "tried": weak.size,
        "complete": weak.complete,
        "doubtable": weak.doubtable,
        "doubted": weak.doubted,
    }
